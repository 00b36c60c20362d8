/// The peer to which a request connects. The checker looks up a name once and checks its IP addresses. The transport
/// connects only to these addresses and never looks up the name again.
package enum HTTPRoute: Sendable, Hashable {
  /// A proxy at the given address. The proxy looks up names itself, so the checker cannot control the addresses to
  /// which the proxy connects.
  case proxy(String)
  /// A direct connection to one of the IP addresses that the checker accepted for the host. Private addresses are
  /// allowed only if the options allow the host.
  case direct([IPAddress], mayBePrivate: Bool)

  /// Whether a new connection to an IP address may be opened. If the route is direct, the checker must have accepted
  /// this address. The address is also checked again here.
  func allowsConnecting(to address: IPAddress) -> Bool {
    switch self {
    case .proxy: true
    case .direct(let judged, let mayBePrivate): judged.contains(address) && (mayBePrivate || address.isPublic)
    }
  }

  /// Whether a request may be sent over an open connection to an IP address. If an earlier request opened the
  /// connection, the address may come from another lookup of the host. So the address need not be in the list of this
  /// route.
  func allowsAsking(_ address: IPAddress) -> Bool {
    switch self {
    case .proxy: true
    case .direct(_, let mayBePrivate): mayBePrivate || address.isPublic
    }
  }
}
