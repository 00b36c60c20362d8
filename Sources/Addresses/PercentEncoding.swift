import Foundation

/// Percent-encodes and decodes the parts of addresses.
package enum PercentEncoding {
  /// Encodes all characters of a path except `/` and the unreserved characters of RFC 3986. Also encodes the colon,
  /// because otherwise browsers could read the first part of a relative path as a scheme.
  package static func path(_ path: String) -> String {
    encode(path[...]) { EncodeSet.component($0) && $0 != UInt8(ascii: "/") }
  }

  /// Encodes all characters except the unreserved characters of RFC 3986. Used for a name in a path, and for a value in
  /// a query.
  package static func component(_ text: String) -> String { encode(text[...], EncodeSet.component) }

  /// Encodes a path relative to a page. Unlike ``path(_:)``, it keeps the characters that RFC 3986 allows in a path,
  /// except the colon and the semicolon.
  package static func relativePath(_ path: Substring) -> String { encode(path, EncodeSet.relativePath) }

  /// Encodes the name of an anchor, for use after `#`. If each `%` of the name begins an escape, the escapes stay
  /// unchanged.
  package static func fragment(_ name: String) -> String {
    guard hasEscapesOnly(name[...]) else { return encode(name[...], EncodeSet.name) }
    return encode(name[...]) { EncodeSet.name($0) && $0 != UInt8(ascii: "%") }
  }

  /// The `file:` address of an absolute path.
  package static func fileAddress(_ absolutePath: String) -> String { "file://" + path(absolutePath) }

  /// Encodes a text. Replaces a byte by its escape if `isEncoded` returns true for the byte. If the text contains no
  /// such byte, returns the text at once. This is faster, because a page has hundreds of addresses, and most of these
  /// addresses need no escape.
  private static func encode(_ text: Substring, _ isEncoded: (UInt8) -> Bool) -> String {
    var text = text
    let isPlain = text.withUTF8 { bytes in !bytes.contains(where: isEncoded) }
    return isPlain ? String(text) : text.withUTF8 { encode($0, isEncoded) }
  }

  /// Calls `isEncoded` for each byte. If the result is true, replaces the byte by its escape, such as `%C3`.
  package static func encode(_ bytes: some Collection<UInt8>, _ isEncoded: (UInt8) -> Bool) -> String {
    var result: [UInt8] = []
    for byte in bytes {
      if isEncoded(byte) { append(byte, to: &result) } else { result.append(byte) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Calls `isEncoded` for each character. If the result is true, replaces the character by the escapes of its UTF-8
  /// bytes.
  package static func encode(_ text: String, scalars isEncoded: (Unicode.Scalar) -> Bool) -> String {
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      let bytes = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      if isEncoded(scalar) {
        for byte in bytes { append(byte, to: &result) }
      } else {
        result += bytes
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Appends the escape of a byte, such as `%C3`.
  package static func append(_ byte: UInt8, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "%"))
    output.append(digit(byte >> 4))
    output.append(digit(byte & 0xF))
  }

  /// Decodes the escape at an index; nil if no escape begins there.
  package static func byte(escapedAt index: Int, in bytes: [UInt8]) -> UInt8? {
    guard index >= 0, index + 2 < bytes.count, bytes[index] == UInt8(ascii: "%"), let high = value(bytes[index + 1]),
      let low = value(bytes[index + 2])
    else { return nil }
    return high << 4 | low
  }

  /// Replaces each `%` and the two hexadecimal digits after it by one byte. Any other `%` stays unchanged.
  package static func decode(_ bytes: some Collection<UInt8>) -> [UInt8] {
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
  package static func decodedText(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    return String(validating: decode(text.utf8), as: UTF8.self)
  }

  /// Whether each `%` of a text begins an escape.
  package static func hasEscapesOnly(_ text: Substring) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return true }
    let parts = text.utf8.split(separator: UInt8(ascii: "%"), omittingEmptySubsequences: false).dropFirst()
    return parts.allSatisfy { $0.count >= 2 && $0.prefix(2).allSatisfy { value($0) != nil } }
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

/// Sets of bytes that must be percent-encoded. RFC 3986 and the URL standard (section 1.3) define them. Each set
/// contains all bytes above ASCII.
enum EncodeSet {
  /// All bytes except the characters that RFC 3986 calls unreserved (2.3).
  static func component(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
      false
    default: true
    }
  }
  /// The bytes to encode in paths relative to a page. They are the semicolon, the colon, and all bytes that RFC 3986
  /// does not allow in a path (3.3). A colon could end a scheme.
  static func relativePath(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "&")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "!"),
      UInt8(ascii: "$"), UInt8(ascii: "="), UInt8(ascii: "@"):
      false
    default: true
    }
  }
  /// The bytes to encode in anchor names that the program writes. They are the bytes that RFC 3986 does not allow in a
  /// fragment (3.5).
  static func name(_ byte: UInt8) -> Bool { relativePath(byte) && !":;?".utf8.contains(byte) }
  /// C0 controls, U+007F and bytes above ASCII.
  static func c0(_ byte: UInt8) -> Bool { byte <= 0x1F || byte > 0x7E }
  /// The bytes to encode in the fragments of parsed addresses.
  static func fragment(_ byte: UInt8) -> Bool { c0(byte) || " \"<>`".utf8.contains(byte) }
  /// The bytes to encode in queries.
  static func query(_ byte: UInt8) -> Bool { c0(byte) || " \"#<>".utf8.contains(byte) }
  /// The bytes to encode in queries, if the scheme is special.
  static func specialQuery(_ byte: UInt8) -> Bool { query(byte) || byte == UInt8(ascii: "'") }
  /// The bytes to encode in path segments.
  static func path(_ byte: UInt8) -> Bool { query(byte) || "?^`{}".utf8.contains(byte) }
  /// The bytes to encode in user names and passwords.
  static func userInfo(_ byte: UInt8) -> Bool { path(byte) || "/:;=@[\\]|".utf8.contains(byte) }
}

extension UInt8 {
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  var isASCIIAlpha: Bool { (0x61...0x7A).contains(self | 0x20) }
  var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIIAlpha }
  /// The byte, converted to lower case if it is an ASCII letter.
  var lowercasedASCII: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
