import Diagnostics

/// Converts byte offsets to positions. Each conversion starts from the previous position. If the offsets are in
/// ascending order, each byte of the file is read only once, even in very long lines.
struct PositionCounter {
  private let source: SourceText
  private var offset: Int
  private var position: SourcePosition

  /// Creates a counter at the start of a line.
  init(_ source: SourceText, offset: Int, line: Int) {
    self.init(source, offset: offset, position: SourcePosition(line: line, column: 1))
  }

  /// Creates a counter at an offset whose position is known.
  init(_ source: SourceText, offset: Int = 0, position: SourcePosition = SourcePosition(line: 1, column: 1)) {
    self.source = source
    self.offset = offset
    self.position = position
  }

  mutating func position(ofByte target: Int) -> SourcePosition {
    let target = min(max(target, 0), source.bytes.count)
    if target < offset {
      position = source.position(ofByte: target)
      offset = target
    }
    while offset < target {
      let byte = source.bytes[offset]
      offset += 1
      let isReturnOfPair =
        byte == UInt8(ascii: "\r") && offset < source.bytes.count && source.bytes[offset] == UInt8(ascii: "\n")
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && !isReturnOfPair {
        position = SourcePosition(line: position.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80 {
        position.column += 1
      }
    }
    return position
  }

  mutating func range(_ bytes: Range<Int>) -> SourceRange {
    let start = position(ofByte: bytes.lowerBound)
    return SourceRange(start: start, end: position(ofByte: bytes.upperBound))
  }
}
