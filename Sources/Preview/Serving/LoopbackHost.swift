/// The host names under which the preview answers.
///
/// Requests with any other host name are refused, because they may be part of an attack (DNS rebinding). In this
/// attack, a browser loads a page from the site of the attacker. The host name of that site then resolves to this
/// machine, so the page could read the responses of the preview. The browser still sends the host name of the attacker,
/// so the preview recognizes the request.
struct LoopbackHost: Sendable, Hashable {
  /// The port on which the preview listens.
  let port: UInt16

  /// Whether a request names this machine and this port.
  ///
  /// - Parameter host: the value of the field `Host`. Nil if the request has no such field.
  func accepts(_ host: String?) -> Bool {
    guard let host = host?.lowercased() else { return false }
    return ["localhost", "127.0.0.1", "[::1]"].contains { host == "\($0):\(port)" || (port == 80 && host == $0) }
  }
}
