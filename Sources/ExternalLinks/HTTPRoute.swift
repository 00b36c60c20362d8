/// The peer to which a request connects. The checker looks a name up once and judges the addresses; the transport
/// connects to these and never looks the name up again.
public enum HTTPRoute: Sendable, Hashable {
  /// A proxy, which looks names up itself. The connected peer is the proxy; the proxy's own connections are not
  /// controlled.
  case proxy(String)
  /// One of the addresses that the host had when it was judged. They may be private only if the options allow the host.
  case direct([IPAddress], mayBePrivate: Bool)

  /// Whether a new connection may be opened: the address must be one of the judged ones, and pass the check again.
  func allowsConnecting(to address: IPAddress) -> Bool {
    switch self {
    case .proxy: true
    case .direct(let judged, let mayBePrivate): judged.contains(address) && (mayBePrivate || address.isPublic)
    }
  }

  /// Whether an open connection may carry a request. An earlier request may have opened the connection to another
  /// address of the same host, which was judged then.
  func allowsAsking(_ address: IPAddress) -> Bool {
    switch self {
    case .proxy: true
    case .direct(_, let mayBePrivate): mayBePrivate || address.isPublic
    }
  }
}
