import Addresses

/// The kind of an address, determined from its syntax alone.
enum AddressForm: Sendable, Hashable {
  /// The address of a page or file that can be requested. The `WebAddress` has no fragment. The fragment is a separate
  /// value, and is not decoded.
  case web(WebAddress, fragment: String?)
  /// A well-formed mail address or telephone number, for which no request is made.
  case contact
  /// An address that is not requested, and the reason.
  case refused(LinkReason)
  /// A text that cannot be an address.
  case malformed

  init(_ address: String) {
    let reference = AddressReference(address)
    switch reference.scheme {
    case nil: self = .malformed
    case "http", "https": self = Self.web(reference)
    case let scheme? where ContactAddress.schemes.contains(scheme):
      self = ContactAddress(reference) == nil ? .refused(.malformedContact) : .contact
    default: self = .refused(.unsupportedScheme)
    }
  }

  private static func web(_ reference: AddressReference) -> AddressForm {
    guard let url = WebAddress(reference, base: nil) else { return .malformed }
    if let reason = check(url) { return .refused(reason) }
    return hasHost(url) ? .web(url.withoutFragment, fragment: reference.fragment?.written) : .malformed
  }

  /// The reason why a web address must not be requested, or nil if it may be requested. Only the syntax is examined.
  /// The same rules apply to the targets of redirects.
  static func check(_ url: WebAddress) -> LinkReason? {
    guard url.isWeb else { return .unsupportedScheme }
    return url.hasCredentials ? .credentialsInAddress : nil
  }

  /// Whether the host of an address can exist: it is an IP address, or a name within the length limits of DNS.
  static func hasHost(_ url: WebAddress) -> Bool {
    guard url.port != 0 else { return false }
    guard case .domain(let host) = url.host else { return url.ipAddress != nil }
    let name = host.hasSuffix(".") ? host.dropLast() : host[...]
    return name.utf8.count <= 253
      && name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0.utf8.count <= 63
      }
  }
}

extension WebAddress {
  /// The host in the form used for requests: lower case, ASCII (`xn--…`), and no brackets around an IPv6 address.
  var hostName: String { if case .ipv6(let number) = host { number.text } else { host?.text ?? "" } }

  /// The IP address of the host, read from any notation that browsers accept; nil if the host is a name.
  var ipAddress: IPAddress? {
    switch host {
    case .ipv4(let number): IPAddress(bytes: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) })
    case .ipv6(let number):
      IPAddress(bytes: number.pieces.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] })
    case .domain, .opaque, .empty, nil: nil
    }
  }

  /// The non-empty segments of the path.
  var names: [Substring] { path.split(separator: "/") }
}
