import Diagnostics

/// A line that opens or closes a `:::` container.
struct ContainerFence {
  /// The number of colons.
  var length: Int
  /// The range of the text after the colons, without the spaces around the text; empty for a closing line.
  var rest: Range<Int>

  /// Parses a line; nil if the line is not a fence.
  ///
  /// - Parameter line: the bytes of the line from its first non-space character, with or without the line end.
  init?(_ line: UnsafeBufferPointer<UInt8>) {
    var length = 0
    while length < line.count, line[length] == UInt8(ascii: ":") { length += 1 }
    guard length >= 3 else { return nil }
    var start = length
    var end = line.count
    while end > start, Self.isBlank(line[end - 1]) { end -= 1 }
    while start < end, Self.isBlank(line[start]) { start += 1 }
    if start < end, !Self.isNameStart(line[start]) { return nil }
    self.length = length
    rest = start..<end
  }

  /// Whether the line closes a container.
  var isClosing: Bool { rest.isEmpty }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte >= 0x80
  }
}

extension ContainerFence {
  /// Parses the name and the arguments of an opening line.
  ///
  /// - Parameter start: the position of the first colon of the line.
  package static func header(in source: SourceText, at start: SourcePosition) -> ContainerHeader {
    let words = words(in: source, from: start)
    let arguments = words.dropFirst().map { word in
      let parts = word.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      return ContainerHeader.Argument(
        key: parts.count == 2 ? parts[0] : nil, value: parts.last ?? "", range: word.range)
    }
    return ContainerHeader(
      name: words.first?.text ?? "", arguments: Array(arguments),
      range: SourceRange(start: start, end: words.last?.range.end))
  }

  private static func words(
    in source: SourceText, from start: SourcePosition
  ) -> [(text: String, range: SourceRange)] {
    var words: [(text: String, range: SourceRange)] = []
    var index = source.byteOffset(of: start)
    let end = source.byteRange(ofLine: start.line).upperBound
    var counter = PositionCounter(source, offset: index, position: start)
    while index < end, source.bytes[index] == UInt8(ascii: ":") { index += 1 }
    while index < end {
      if isBlank(source.bytes[index]) {
        index += 1
        continue
      }
      let wordStart = index
      while index < end, !isBlank(source.bytes[index]) { index += 1 }
      let text = source.text(in: wordStart..<index)
      words.append((text, counter.range(wordStart..<index)))
    }
    return words
  }
}
