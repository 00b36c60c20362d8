import Diagnostics

/// Positions and texts of lines. cmark reports no such positions, or wrong ones.
extension SourceText {
  /// The position after the last character of a line.
  package func endOfLine(_ line: Int) -> SourcePosition { position(ofByte: byteRange(ofLine: line).upperBound) }

  /// The text of a byte range, with U+FFFD in place of each NUL. The texts that cmark returns have the same
  /// replacement.
  package func text(in range: Range<Int>) -> String {
    let text = String(decoding: bytes[range], as: UTF8.self)
    return text.utf8.contains(0) ? text.replacing("\0", with: "\u{FFFD}") : text
  }

  /// The offset of the first byte of a line that is not a space, a tab or a quotation marker. If the line has no such
  /// byte, the offset of the line end.
  package func startOfText(inLine line: Int) -> Int {
    let range = byteRange(ofLine: line)
    return range.first { !bytes[$0].isLinePrefix } ?? range.upperBound
  }
}

extension UInt8 {
  package var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
  package var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
  /// Whether the byte may precede the text of a line: a space, a tab or a quotation marker.
  package var isLinePrefix: Bool { isBlank || self == UInt8(ascii: ">") }
}
