import Addresses

/// What an address is, by its form alone.
enum AddressForm: Sendable, Hashable {
  /// A page or file that can be asked for; the fragment is kept apart, as it is written.
  case web(WebAddress, fragment: String?)
  /// A mail address or a telephone number of good form: nothing is asked.
  case contact
  /// Something that is not asked.
  case refused(LinkReason)
  /// Something that cannot be an address.
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

  /// Why an address of the web is not asked, by its form alone; used for the targets of redirects too.
  static func check(_ url: WebAddress) -> LinkReason? {
    guard url.isWeb else { return .unsupportedScheme }
    return url.hasCredentials ? .credentialsInAddress : nil
  }

  /// Whether an address names a host that can exist.
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
  /// The host as it is asked for: in small letters and in ASCII (`xn--…`), without the brackets of an address.
  var hostName: String { if case .ipv6(let number) = host { number.text } else { host?.text ?? "" } }

  /// The address of the network that the host is, however it was written; nil for a name.
  var ipAddress: IPAddress? {
    switch host {
    case .ipv4(let number): IPAddress(bytes: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) })
    case .ipv6(let number):
      IPAddress(bytes: number.pieces.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] })
    case .domain, .opaque, .empty, nil: nil
    }
  }

  /// The parts of the path that name something.
  var names: [Substring] { path.split(separator: "/") }
}
