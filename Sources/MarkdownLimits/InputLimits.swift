import Diagnostics

/// Leaves out passages that would take too much time or memory for their length, in cmark or in later passes.
///
/// Scans each line once, before the parse. The scan treats code and HTML like any other text, because no real code
/// reaches these limits. A scan that skipped code could find the wrong start of the code, and then miss an expensive
/// passage.
package struct InputLimits {
  /// The maximum weight of a file (``LineMarks/weight``).
  package static let weight = 200_000 * LineMarks.lineWeight
  /// The maximum number of cells of a row. For each new cell, cmark iterates over all cells of the row. Therefore
  /// 20,000 cells take 0.7 s.
  package static let columns = 1_000
  /// The maximum number of cells of a table. cmark adds missing cells to short rows. Therefore a few bytes can become a
  /// thousand cells.
  package static let cells = 20_000
  /// The maximum number of cells in all tables of a file. Without this limit, many small tables together could have too
  /// many cells.
  static let cellsInFile = 100_000
  /// The maximum product of two numbers: the closing brackets of a paragraph, and its marks. Marks are emphasis
  /// delimiters and image openers. After each link, cmark iterates over all open marks of the paragraph.
  static let linksTimesMarks = 5_000_000
  /// The maximum number of bytes that cmark reads in a paragraph because of unclosed declarations. For each unclosed
  /// `<?` or `<!`, cmark reads the paragraph to its end.
  static let declarationBytes = 20_000_000
  /// The maximum number of bytes that cmark reads because of lines that may be the delimiter row of a table. For each
  /// such line that is not a valid delimiter row, cmark reads the paragraph from its start.
  package static let headerBytes = 4_000_000
  /// Each delimiter row of a table adds a product: the bytes above the row, times the lines above the row. This limit
  /// is the maximum sum of these products. For each line above a valid delimiter row, cmark reads the rest of the
  /// paragraph again.
  static let headerLinesTimesBytes = 40_000_000
  /// The maximum number of bytes that cmark reads again in the addresses of a paragraph. For each `www.` or closing
  /// parenthesis in an address, cmark reads the word to its end.
  static let addressBytes = 2_000_000
  /// The maximum number of bytes that cmark copies because of `@` characters, in all lines of a file together. For each
  /// `@`, cmark copies the rest of the line and keeps the copy.
  static let mailBytes = 20_000_000

  private let source: SourceText
  package private(set) var diagnostics: [Diagnostic] = []
  /// The lines to leave out.
  package private(set) var leftOut: [ClosedRange<Int>] = []
  /// The last line to parse. Later lines are left out.
  package private(set) var lastLine: Int
  private var fileCells = 0
  private var fileWeight = 0
  private var mailBytes = 0
  private var paragraph = Paragraph()
  private var table: TableLines?

  /// Scans the lines of a file, from `firstLine` on.
  package init(checking source: SourceText, fromLine firstLine: Int) {
    self.source = source
    lastLine = source.lineCount
    guard firstLine <= source.lineCount else { return }
    walk(from: firstLine)
    leaveOutReferences(from: firstLine)
  }

  /// The bytes of the file that cmark parses, from an offset to the end of ``lastLine``. Spaces replace the lines to
  /// leave out.
  package func bytes(from start: Int) -> ArraySlice<UInt8> {
    let isCut = lastLine < source.lineCount
    let end = isCut ? source.byteRange(ofLine: lastLine + 1).lowerBound : source.bytes.count
    guard !leftOut.isEmpty else { return source.bytes[min(start, end)..<end] }
    var bytes = source.bytes
    for line in leftOut.joined() {
      let range = source.byteRange(ofLine: line)
      for index in source.startOfText(inLine: line)..<range.upperBound { bytes[index] = UInt8(ascii: " ") }
    }
    return bytes[min(start, end)..<end]
  }

  // MARK: Lines

  private mutating func walk(from firstLine: Int) {
    var before: LineMarks?
    var runStart = (line: firstLine, offset: 0)
    for line in firstLine...source.lineCount {
      let marks = LineMarks(source, line)
      guard add(marks, line) else { return }
      guard !marks.isBlank else {
        endRun(before: line)
        before = nil
        continue
      }
      if before == nil { runStart = (line, marks.bytes.lowerBound) }
      if before == nil || marks.beginsItem { endParagraph(before: line, next: marks) }
      paragraph.add(marks)
      if let before, marks.isDelimiter {
        table = table ?? TableLines(header: line - 1)
        table?.addDelimiter(
          marks, header: before, distance: marks.bytes.lowerBound - runStart.offset, lines: line - runStart.line)
      } else {
        table?.addRow(marks)
      }
      before = marks
    }
    endRun(before: source.lineCount + 1)
  }

  /// Adds the weight of a line to the weight of the file. If the sum exceeds the limit, leaves out this line and all
  /// later lines, and returns false.
  private mutating func add(_ marks: LineMarks, _ line: Int) -> Bool {
    fileWeight += marks.weight
    guard fileWeight > Self.weight else { return true }
    endRun(before: line)
    lastLine = line - 1
    diagnostics.append(.fileTooDense(source.file, place(of: line...source.lineCount)))
    return false
  }

  private mutating func endRun(before line: Int) {
    if let table {
      fileCells += table.cells
      let limit = table.limit ?? (fileCells > Self.cellsInFile ? .cellsInFile(Self.cellsInFile) : nil)
      if let limit {
        if limit == .cellsInFile(Self.cellsInFile) { fileCells -= table.cells }
        let place = leaveOut(table.header...line - 1)
        diagnostics.append(.tableTooLarge(source.file, place, limit))
      }
    }
    table = nil
    endParagraph(before: line, next: nil)
  }

  private mutating func endParagraph(before line: Int, next: LineMarks?) {
    mailBytes += paragraph.mailBytes
    if paragraph.isTooDense || mailBytes > Self.mailBytes {
      mailBytes -= paragraph.mailBytes
      let place = leaveOut(paragraph.firstLine...line - 1)
      diagnostics.append(.textTooDense(source.file, place, paragraph))
    }
    paragraph = Paragraph(firstLine: line, start: next?.bytes.lowerBound ?? 0)
  }

  // MARK: References

  private mutating func leaveOutReferences(from firstLine: Int) {
    guard firstLine <= lastLine else { return }
    let text = source.byteRange(ofLine: firstLine).lowerBound..<source.byteRange(ofLine: lastLine).upperBound
    for reference in ReferenceExpansion(of: source.bytes, in: text).tooLong {
      let first = source.position(ofByte: reference.definition.lowerBound).line
      let last = source.position(ofByte: reference.definition.upperBound).line
      let place = leaveOut(first...last)
      diagnostics.append(.expandedReference(source.file, place, reference))
    }
  }

  // MARK: Places

  private mutating func leaveOut(_ lines: ClosedRange<Int>) -> SourceRange {
    leftOut.append(lines)
    return place(of: lines)
  }

  private func place(of lines: ClosedRange<Int>) -> SourceRange {
    let start = source.position(ofByte: source.startOfText(inLine: lines.lowerBound))
    return SourceRange(start: start, end: source.endOfLine(lines.upperBound))
  }
}
