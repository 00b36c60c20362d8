/// The host names under which the preview answers.
///
/// The owner of another site can make the host name of that site resolve to this machine after a browser has loaded a
/// page of the site. The page could then read the responses of the preview (DNS rebinding). The preview recognizes
/// such a request, because the browser sends the host name of the other site.
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
