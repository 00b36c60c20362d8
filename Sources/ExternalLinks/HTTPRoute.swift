/// Where the connection of a request leads. What was judged is what is connected to: a name is looked up once, by the
/// checker, and never again by the transport.
public enum HTTPRoute: Sendable, Hashable {
  /// To a proxy, which looks names up itself. Where it goes from there is its affair: the connected peer is the proxy.
  case proxy(String)
  /// To one of the addresses that the host had when it was judged. Only a host that is allowed by name may be private.
  case direct([IPAddress], mayBePrivate: Bool)

  /// Whether a new connection may be made to an address: it is one of those that were judged, and passes once more.
  func allowsConnecting(to address: IPAddress) -> Bool {
    switch self {
    case .proxy: true
    case .direct(let judged, let mayBePrivate): judged.contains(address) && (mayBePrivate || address.isPublic)
    }
  }

  /// Whether a request may go through a connection that is there already. A host with many addresses may have given
  /// others to the request that made it; each of them was judged then.
  func allowsAsking(_ address: IPAddress) -> Bool {
    switch self {
    case .proxy: true
    case .direct(_, let mayBePrivate): mayBePrivate || address.isPublic
    }
  }
}
