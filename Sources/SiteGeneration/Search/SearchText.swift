import HTML

/// A text that is being read from HTML: character references undone, blanks folded to one space, none at either end.
struct SearchText: Sendable {
  private var bytes: [UInt8] = []
  private var hasBlank = false

  var isEmpty: Bool { bytes.isEmpty }
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Stands before and behind what is advice. Control characters of a page become blanks, so that no text can hold it.
  static let adviceMark: Unicode.Scalar = "\u{1}"

  /// Marks that advice begins or ends here.
  mutating func markAdvice() {
    bytes.append(contentsOf: String(Self.adviceMark).utf8)
    hasBlank = false
  }

  /// Ends a word.
  mutating func space() { hasBlank = true }

  /// Appends a text of a page.
  ///
  /// - Parameter decodes: whether character references count in it.
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
