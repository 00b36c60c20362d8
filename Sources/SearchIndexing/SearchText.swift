import HTML

/// A text that is collected from HTML: character references are decoded, and white space is collapsed and trimmed.
struct SearchText: Sendable {
  private var bytes: [UInt8] = []
  private var hasBlank = false

  var isEmpty: Bool { bytes.isEmpty }
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The character at the start and at the end of advice. No text of a page contains this character, because control
  /// characters of a page become spaces.
  static let adviceMark: Unicode.Scalar = "\u{1}"

  /// Appends ``adviceMark``.
  mutating func markAdvice() {
    bytes.append(contentsOf: String(Self.adviceMark).utf8)
    hasBlank = false
  }

  /// Ends the current word.
  mutating func space() { hasBlank = true }

  /// Appends a text of a page.
  ///
  /// - Parameter decodes: whether the character references in the text must be decoded.
  mutating func append(_ html: ArraySlice<UInt8>, _ decodes: Bool) {
    guard decodes, html.contains(UInt8(ascii: "&")) else { return fold(html) }
    fold(HTMLText.decode(html).utf8)
  }

  private mutating func fold(_ text: some Sequence<UInt8>) {
    for byte in text {
      if byte <= 0x20 {
        hasBlank = true
      } else {
        if hasBlank, !bytes.isEmpty { bytes.append(0x20) }
        hasBlank = false
        bytes.append(byte)
      }
    }
  }
}
