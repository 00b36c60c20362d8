/// The host names under which the preview answers.
///
/// A page of another site can make its own host name resolve to this machine after the page was loaded, and then read
/// the responses of the preview (DNS rebinding). The host name that the browser sends reveals this.
struct LoopbackHost: Sendable, Hashable {
  /// The port on which the preview listens.
  let port: UInt16

  /// Whether a request names this machine and this port.
  ///
  /// - Parameter host: the field `Host`, if there is one.
  func accepts(_ host: String?) -> Bool {
    guard let host = host?.lowercased() else { return false }
    return ["localhost", "127.0.0.1", "[::1]"].contains { host == "\($0):\(port)" || (port == 80 && host == $0) }
  }
}
