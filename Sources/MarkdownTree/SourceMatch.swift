/// Compares a text from cmark with the bytes of its source.
enum SourceMatch {
  /// The notation of a text in the source.
  enum Writing {
    /// With backslash escapes and character references.
    case markdown
    /// Without escapes.
    case verbatim
  }

  private static let replacement = Array("\u{FFFD}".utf8)

  /// The offset after a text that begins at `start`; nil if the bytes at `start` do not match the text.
  static func end(of text: UnsafeBufferPointer<UInt8>, at start: Int, in bytes: [UInt8], limit: Int, _ writing: Writing)
    -> Int?
  {
    var index = start
    var read = 0
    while read < text.count {
      guard index < limit else { return nil }
      let byte = bytes[index]
      // The fast path: most bytes are not escaped.
      if byte == text[read], byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "&") {
        index += 1
        read += 1
        continue
      }
      if writing == .markdown, byte == UInt8(ascii: "\\"), index + 1 < limit, bytes[index + 1].isPunctuation {
        guard text[read] == bytes[index + 1] else { return nil }
        index += 2
        read += 1
      } else if writing == .markdown, let after = endOfReference(at: index, in: bytes, limit: limit),
        !text[read...].starts(with: bytes[index..<after])
      {
        // Skips the reference in the source, and skips the character in the text that cmark decoded from the reference.
        // Does not compare the character with the reference.
        index = after
        read += 1
        while read < text.count, text[read] & 0xC0 == 0x80 { read += 1 }
      } else if byte == text[read] {
        index += 1
        read += 1
      } else if byte == 0, text[read...].starts(with: replacement) {
        index += 1
        read += replacement.count
      } else {
        return nil
      }
    }
    return index
  }

  /// The offset after the character reference (`&eacute;`, `&#233;`) that begins at an offset; nil if no character
  /// reference begins there.
  static func endOfReference(at start: Int, in bytes: [UInt8], limit: Int) -> Int? {
    guard start < limit, bytes[start] == UInt8(ascii: "&") else { return nil }
    var index = start + 1
    // The longest name of HTML has 32 characters.
    while index < min(limit, start + 34) {
      let byte = bytes[index]
      if byte == UInt8(ascii: ";") { return index > start + 1 ? index + 1 : nil }
      let isName = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "#")
      guard isName else { return nil }
      index += 1
    }
    return nil
  }
}

extension UInt8 {
  /// Whether the byte is ASCII punctuation. A backslash can escape only such bytes.
  fileprivate var isPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
      || (0x7B...0x7E).contains(self)
  }
}
