import Foundation

/// The host of an address, parsed as the URL standard prescribes (section 3.5, “host parsing”).
package enum AddressHost: Sendable, Hashable {
  /// A name, in lower case and in ASCII (`xn--…`).
  case domain(String)
  /// An IPv4 address, as a number. Authors may write it in a short or hexadecimal form, such as `127.1` or
  /// `0x7f000001`.
  case ipv4(UInt32)
  /// An IPv6 address.
  case ipv6(IPv6Number)
  /// A percent-encoded host, for schemes that the standard does not call special.
  case opaque(String)
  /// No host, as in `file:///`.
  case empty

  /// Parses a host; nil if a browser would refuse it.
  init?(_ bytes: ArraySlice<UInt8>, isSpecial: Bool) {
    if bytes.first == UInt8(ascii: "[") {
      guard bytes.last == UInt8(ascii: "]"), let number = IPv6Number(bytes.dropFirst().dropLast()) else { return nil }
      self = .ipv6(number)
    } else if isSpecial {
      guard let host = Self.special(bytes) else { return nil }
      self = host
    } else {
      guard !bytes.contains(where: Self.isForbidden) else { return nil }
      self = bytes.isEmpty ? .empty : .opaque(PercentEncoding.encode(bytes, EncodeSet.c0))
    }
  }

  private static func special(_ bytes: ArraySlice<UInt8>) -> AddressHost? {
    let decoded = PercentEncoding.decode(bytes)
    guard let name = DomainName.ascii(String(decoding: decoded, as: UTF8.self)), !name.isEmpty,
      !name.utf8.contains(where: isForbiddenInDomain)
    else { return nil }
    guard IPv4Form.isNumeric(name) else { return .domain(name) }
    return IPv4Form.number(name).map { .ipv4($0) }
  }

  /// The host in its canonical form. An IPv6 address is in brackets.
  package var text: String {
    switch self {
    case .domain(let name), .opaque(let name): name
    case .ipv4(let number): IPv4Form.text(number)
    case .ipv6(let number): "[" + number.text + "]"
    case .empty: ""
    }
  }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    [0x00, 0x09, 0x0A, 0x0D].contains(byte) || " #/:<>?@[\\]^|".utf8.contains(byte)
  }

  static func isForbiddenInDomain(_ byte: UInt8) -> Bool {
    byte <= 0x1F || byte == 0x7F || byte == UInt8(ascii: "%") || isForbidden(byte)
  }
}

/// Converts domain names to ASCII (URL standard, “domain to ASCII”).
enum DomainName {
  /// Converts a name to lower case, and converts its non-ASCII labels to Punycode. Nil if UTS #46 refuses the name.
  ///
  /// Foundation calls ICU for the conversion. ICU is stricter than the standard in one respect: it refuses labels over
  /// 63 bytes and names over 253 bytes, because DNS has these limits. An ASCII name is only converted to lower case.
  /// Like Chromium, this function does not decode its Punycode.
  static func ascii(_ name: String) -> String? {
    let lower = name.utf8.map(\.lowercasedASCII)
    guard lower.contains(where: { $0 >= 0x80 }) else { return String(decoding: lower, as: UTF8.self) }
    // A delimiter in the name would end the host early in the URL below.
    guard !lower.contains(where: AddressHost.isForbiddenInDomain) else { return nil }
    return URL(string: "http://" + String(decoding: lower, as: UTF8.self) + "/")?.host
  }
}
