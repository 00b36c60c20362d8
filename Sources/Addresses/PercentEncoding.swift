import Foundation

/// Percent-encoding and decoding.
public enum PercentEncoding {
  /// Encodes a path as UTF-8, except `/` and the unreserved characters of RFC 3986. A colon is encoded too, so that no
  /// browser reads the first part of a relative path as a scheme.
  public static func path(_ path: String) -> String {
    encode(path.utf8) { !(isUnreserved($0) || $0 == UInt8(ascii: "/")) }
  }

  /// Encodes the bytes of a set: `%C3%A9`.
  static func encode(_ bytes: some Sequence<UInt8>, _ isEncoded: (UInt8) -> Bool) -> String {
    var result: [UInt8] = []
    for byte in bytes {
      if isEncoded(byte) {
        result += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 0xF)]
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Decodes `%` followed by two hexadecimal digits; any other `%` stays.
  static func decode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%"), let high = rest.first.flatMap(value),
        let low = rest.dropFirst().first.flatMap(value)
      else {
        result.append(byte)
        continue
      }
      result.append(high << 4 | low)
      rest = rest.dropFirst(2)
    }
    return result
  }

  /// The percent-decoded text; nil if the result is not UTF-8.
  public static func decodedText(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    return String(validating: decode(text.utf8), as: UTF8.self)
  }

  /// Whether each `%` of the text begins a valid escape.
  public static func hasEscapesOnly(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "%"), omittingEmptySubsequences: false).dropFirst()
    return parts.allSatisfy { $0.count >= 2 && $0.prefix(2).allSatisfy { value($0) != nil } }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || "-._~".utf8.contains(byte)
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x41 + value - 10 }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - 0x61 + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - 0x41 + 10
    default: nil
    }
  }
}

/// The percent-encode sets of the URL standard (section 1.3), each with all bytes above ASCII.
enum EncodeSet {
  /// C0 controls.
  static func c0(_ byte: UInt8) -> Bool { byte <= 0x1F || byte > 0x7E }
  /// For fragments.
  static func fragment(_ byte: UInt8) -> Bool { c0(byte) || " \"<>`".utf8.contains(byte) }
  /// For queries.
  static func query(_ byte: UInt8) -> Bool { c0(byte) || " \"#<>".utf8.contains(byte) }
  /// For queries of special schemes.
  static func specialQuery(_ byte: UInt8) -> Bool { query(byte) || byte == UInt8(ascii: "'") }
  /// For path segments.
  static func path(_ byte: UInt8) -> Bool { query(byte) || "?^`{}".utf8.contains(byte) }
  /// For user names and passwords.
  static func userInfo(_ byte: UInt8) -> Bool { path(byte) || "/:;=@[\\]|".utf8.contains(byte) }
}

extension UInt8 {
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  var isASCIIAlpha: Bool { (0x61...0x7A).contains(self | 0x20) }
  var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIIAlpha }
  /// The byte in lower case if it is an ASCII letter, else unchanged.
  var lowercasedASCII: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
