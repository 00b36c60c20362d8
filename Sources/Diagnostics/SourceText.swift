/// The text of one file, with an index of its lines. Converts byte offsets and byte columns to positions.
package struct SourceText: Sendable {
  /// The file's path, relative to the root of the toolbox.
  package let file: String
  /// The text as UTF-8, without a byte-order mark.
  package let bytes: [UInt8]
  private let lineStarts: [Int]
  private let scalars: ScalarIndex

  /// Indexes a text. Lines end with LF, CRLF or CR.
  package init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { starts.append(index) }
    }
    lineStarts = starts
    scalars = ScalarIndex(bytes)
  }

  /// Indexes a string.
  package init(file: String, text: String) {
    self.init(file: file, bytes: Array(text.utf8))
  }

  /// The number of lines. If the text ends with a line end, the last line is empty.
  package var lineCount: Int { lineStarts.count }

  /// The byte range of a line without its line end; an empty range if the line does not exist.
  package func byteRange(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The text of a line, without its line end.
  package func line(_ line: Int) -> String {
    String(decoding: bytes[byteRange(ofLine: line)], as: UTF8.self)
  }

  /// The position of a byte offset.
  package func position(ofByte offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourcePosition(line: low + 1, column: 1 + scalars.count(in: lineStarts[low]..<offset, of: bytes))
  }

  /// The position of a byte in a line. The byte column is counted from 1, as in cmark.
  package func position(line: Int, byteColumn: Int) -> SourcePosition {
    let range = byteRange(ofLine: line)
    // `byteColumn` may be any number. The number is limited before the addition, because the sum could overflow.
    let offset = range.lowerBound + (min(max(byteColumn, 1), range.count + 1) - 1)
    return SourcePosition(line: line, column: 1 + scalars.count(in: range.lowerBound..<offset, of: bytes))
  }

  /// The byte offset of a position. This function is the inverse of ``position(ofByte:)``.
  package func byteOffset(of position: SourcePosition) -> Int {
    let range = byteRange(ofLine: position.line)
    return scalars.offset(from: range, skipping: max(position.column, 1) - 1, of: bytes)
  }

  /// The location of a byte range.
  package func location(_ range: Range<Int>) -> SourceLocation {
    SourceLocation(
      file: file,
      range: SourceRange(start: position(ofByte: range.lowerBound), end: position(ofByte: range.upperBound))
    )
  }
}
