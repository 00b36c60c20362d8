import Diagnostics

/// Finds the rows and the cells of a table in the source.
enum TableRow {
  /// The byte ranges of the cells of a row. Two cells are separated by a `|` that has no `\` before it.
  static func cells(in source: SourceText, at start: SourcePosition) -> [Range<Int>] {
    var start = source.byteOffset(of: start)
    let end = source.byteRange(ofLine: source.position(ofByte: start).line).upperBound
    while start < end, source.bytes[start].isLinePrefix { start += 1 }
    if start < end, source.bytes[start] == UInt8(ascii: "|") { start += 1 }
    var cells: [Range<Int>] = []
    var cellStart = start
    var index = start
    while index < end {
      let byte = source.bytes[index]
      if byte == UInt8(ascii: "|") {
        cells.append(cellStart..<index)
        cellStart = index + 1
      }
      index += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    if cellStart < end { cells.append(cellStart..<end) }
    return cells
  }

  /// The number of the header line of a table; nil if there is no delimiter row. The header is the line above the first
  /// delimiter row after the line `first`.
  static func headerLine(in source: SourceText, from first: Int) -> Int? {
    guard first < source.lineCount else { return nil }
    return (first + 1...source.lineCount).first { isDelimiter(in: source, line: $0) }.map { $0 - 1 }
  }

  /// The position at which the table row on a line begins.
  static func start(in source: SourceText, line: Int) -> SourcePosition {
    source.position(ofByte: source.startOfText(inLine: line))
  }

  private static func isDelimiter(in source: SourceText, line: Int) -> Bool {
    let bytes = source.bytes[source.startOfText(inLine: line)..<source.byteRange(ofLine: line).upperBound]
    return bytes.contains(UInt8(ascii: "-"))
      && bytes.allSatisfy {
        $0.isBlank || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-")
      }
  }
}

extension Table.Alignment {
  /// Creates an alignment from the letter that cmark uses for it.
  init(_ letter: UInt8) {
    switch letter {
    case UInt8(ascii: "l"): self = .left
    case UInt8(ascii: "c"): self = .center
    case UInt8(ascii: "r"): self = .right
    default: self = .natural
    }
  }
}

/// Computes the range of a heading. If the heading is underlined, the range ends at the end of the underline. All other
/// headings end at the end of their line.
enum HeadingPlace {
  static func range(in source: SourceText, from start: SourcePosition, isUnderlined: Bool) -> SourceRange {
    guard isUnderlined else { return SourceRange(start: start, end: source.endOfText(inLine: start.line)) }
    var line = start.line
    while line < source.lineCount {
      line += 1
      let text = source.bytes[source.startOfText(inLine: line)..<source.byteRange(ofLine: line).upperBound]
      let isRule = text.allSatisfy { $0.isBlank || $0 == UInt8(ascii: "=") }
      if !text.isEmpty, isRule || text.allSatisfy({ $0.isBlank || $0 == UInt8(ascii: "-") }) { break }
    }
    return SourceRange(start: start, end: source.endOfText(inLine: line))
  }
}

/// Computes the start of a footnote definition, because cmark reports the position after the label of the footnote.
enum FootnotePlace {
  static func start(in source: SourceText, before text: SourcePosition) -> SourcePosition {
    let line = source.byteRange(ofLine: text.line).lowerBound..<source.byteOffset(of: text)
    let label = line.last {
      source.bytes[$0] == UInt8(ascii: "[") && source.bytes[$0...].starts(with: Array("[^".utf8))
    }
    return label.map(source.position(ofByte:)) ?? text
  }
}

extension SourceText {
  /// The position after the last character of a line. Spaces and tabs at the end of the line do not count.
  fileprivate func endOfText(inLine line: Int) -> SourcePosition {
    let range = byteRange(ofLine: line)
    let last = range.last { !bytes[$0].isBlank }
    return position(ofByte: last.map { $0 + 1 } ?? range.lowerBound)
  }
}
