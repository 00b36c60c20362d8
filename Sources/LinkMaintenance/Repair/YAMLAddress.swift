import Diagnostics

/// An address in YAML, on one line, with or without quotes.
struct YAMLAddress {
  /// The maximum number of bytes before the address that are searched for an open bracket.
  private static let reach = 4096

  /// The range of the address, without its quotes.
  let bytes: Range<Int>
  private let isPlain: Bool
  private let isSingleQuoted: Bool
  private let isInBrackets: Bool

  /// Finds the range of an address that begins at an offset. Nil if the offset has no such address, or if the address
  /// is not on one line.
  ///
  /// - Parameter address: the value that the YAML parser read at the offset.
  init?(_ address: String, at start: Int, in source: SourceText) {
    guard start < source.bytes.count else { return nil }
    let quote = source.bytes[start]
    isSingleQuoted = quote == UInt8(ascii: "'")
    isPlain = quote != UInt8(ascii: "'") && quote != UInt8(ascii: "\"")
    if isPlain {
      guard source.bytes[start...].starts(with: address.utf8) else { return nil }
      bytes = start..<start + address.utf8.count
      isInBrackets = Self.isInBrackets(start, in: source)
    } else {
      guard let end = Self.closing(quote, from: start + 1, in: source.bytes) else { return nil }
      bytes = start + 1..<end
      isInBrackets = false
    }
  }

  /// Formats another address so that it can replace this address in the YAML text. The other address contains no `"`
  /// and no `\`, because both characters were percent-encoded.
  func writing(_ address: String) -> String {
    if isSingleQuoted { return address.replacing("'", with: "''") }
    return isPlain && !isPlainText(address) ? "\"\(address)\"" : address
  }

  /// Whether YAML allows the address without quotes. Inside a value without quotes, a colon or a number sign has a
  /// special meaning only next to a space. An address contains no spaces.
  private func isPlainText(_ address: String) -> Bool {
    !address.hasSuffix(":") && !(isInBrackets && address.utf8.contains { ",[]{}".utf8.contains($0) })
  }

  private static func closing(_ quote: UInt8, from start: Int, in bytes: [UInt8]) -> Int? {
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n"), bytes[index] != UInt8(ascii: "\r") {
      if quote == UInt8(ascii: "\""), bytes[index] == UInt8(ascii: "\\") {
        index += 2
      } else if bytes[index] != quote {
        index += 1
      } else if quote == UInt8(ascii: "'"), index + 1 < bytes.count, bytes[index + 1] == quote {
        index += 2
      } else {
        return index
      }
    }
    return nil
  }

  /// Whether the offset is possibly inside brackets. Inside brackets, a comma would end the address. If the result is
  /// wrongly true, the only effect is that the address gets unnecessary quotes.
  private static func isInBrackets(_ offset: Int, in source: SourceText) -> Bool {
    var depth = 0
    for byte in source.bytes[..<offset].suffix(reach) {
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { depth -= 1 }
    }
    return depth != 0
  }
}
