import Diagnostics

/// Finds the passages on which cmark would spend far more time or memory than their length, and has them left out.
///
/// One look at each line, before anything is parsed. It knows neither code nor HTML: no honest text reaches these limits
/// there either, and being wrong about where code begins would let in what must stay out.
struct InputLimits {
  /// cmark walks through all the cells of a row to add one: 20,000 of them take 0.7 s.
  static let columns = 1_000
  /// cmark fills up short rows, so that a few bytes a row can make a thousand cells each.
  static let cells = 20_000
  /// For all the tables of a file: many small ones must not do what a large one may not.
  static let cellsInFile = 200_000
  /// After a link, cmark goes back over every mark of emphasis that is still open in the paragraph.
  static let linksTimesMarks = 20_000_000
  /// For each `<?` or `<!` that is never closed, cmark reads the paragraph to its end.
  static let declarationBytes = 20_000_000
  /// For each line that could be the second of a table and is not, cmark reads the paragraph again from its start.
  static let headerBytes = 4_000_000

  private let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []
  /// The lines to leave out.
  private(set) var leftOut: [ClosedRange<Int>] = []
  private var fileCells = 0
  private var paragraph = Paragraph()
  private var table: TableLines?

  /// Looks at the lines of a file from one on.
  init(checking source: SourceText, fromLine firstLine: Int) {
    self.source = source
    guard firstLine <= source.lineCount else { return }
    var before: LineMarks?
    var runStart = 0
    for line in firstLine...source.lineCount {
      let marks = LineMarks(source, line)
      guard !marks.isBlank else {
        endRun(before: line)
        before = nil
        continue
      }
      if before == nil { runStart = marks.bytes.lowerBound }
      if before == nil || marks.beginsItem { endParagraph(before: line, next: marks) }
      paragraph.add(marks)
      if let before, marks.isDelimiter {
        table = table ?? TableLines(header: line - 1)
        table?.addDelimiter(marks, header: before, distance: marks.bytes.lowerBound - runStart)
      } else {
        table?.addRow(marks)
      }
      before = marks
    }
    endRun(before: source.lineCount + 1)
  }

  /// The bytes for cmark: those of the file from an offset on, with blanks for what is left out.
  func bytes(from start: Int) -> ArraySlice<UInt8> {
    guard !leftOut.isEmpty else { return source.bytes[start...] }
    var bytes = source.bytes
    for line in leftOut.joined() {
      let range = source.byteRange(ofLine: line)
      for index in source.startOfText(inLine: line)..<range.upperBound { bytes[index] = UInt8(ascii: " ") }
    }
    return bytes[start...]
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
    if paragraph.isTooDense {
      let place = leaveOut(paragraph.firstLine...line - 1)
      diagnostics.append(.textTooDense(source.file, place, paragraph))
    }
    paragraph = Paragraph(firstLine: line, start: next?.bytes.lowerBound ?? 0)
  }

  private mutating func leaveOut(_ lines: ClosedRange<Int>) -> SourceRange {
    let start = source.position(ofByte: source.startOfText(inLine: lines.lowerBound))
    leftOut.append(lines)
    return SourceRange(start: start, end: source.endOfLine(lines.upperBound))
  }
}

extension InputLimits {
  /// What may be too large in a table.
  enum TableLimit: Hashable {
    case columns(Int)
    case cells(Int)
    case cellsInFile(Int)
    case headers
  }

  /// The lines of a table, or of what may be one.
  fileprivate struct TableLines {
    let header: Int
    private(set) var cells = 0
    private var columns = 0
    private var widest = 0
    private var headerBytes = 0

    init(header: Int) { self.header = header }

    mutating func addDelimiter(_ line: LineMarks, header: LineMarks, distance: Int) {
      columns = max(columns, line.cells)
      widest = max(widest, line.cells, header.cells)
      headerBytes += distance
      cells += columns
    }

    mutating func addRow(_ line: LineMarks) {
      widest = max(widest, line.cells)
      cells += max(columns, line.cells)
    }

    var limit: TableLimit? {
      if widest > InputLimits.columns { return .columns(InputLimits.columns) }
      if cells > InputLimits.cells { return .cells(InputLimits.cells) }
      return headerBytes > InputLimits.headerBytes ? .headers : nil
    }
  }

  /// What cmark may read as one stretch of text.
  struct Paragraph {
    fileprivate(set) var firstLine = 0
    fileprivate(set) var links = 0
    fileprivate(set) var marks = 0
    private var declarations = 0
    private var start = 0
    private var end = 0

    fileprivate init(firstLine: Int = 0, start: Int = 0) {
      self.firstLine = firstLine
      self.start = start
    }

    fileprivate mutating func add(_ line: LineMarks) {
      links += line.links
      marks += line.marks
      declarations += line.declarations
      end = line.bytes.upperBound
    }

    fileprivate var isTooDense: Bool {
      links.multipliedReportingOverflow(by: marks).partialValue > InputLimits.linksTimesMarks
        || declarations * max(end - start, 0) > InputLimits.declarationBytes
    }
  }

  /// What counts on a line.
  fileprivate struct LineMarks {
    let bytes: Range<Int>
    let isBlank: Bool
    /// Whether the line begins a list item wherever it stands, so that a paragraph ends before it.
    private(set) var beginsItem = false
    /// Whether it could be the second line of a table.
    private(set) var isDelimiter = false
    private(set) var cells = 1
    private(set) var links = 0
    private(set) var marks = 0
    private(set) var declarations = 0

    init(_ source: SourceText, _ line: Int) {
      bytes = source.byteRange(ofLine: line)
      let all = source.bytes
      let end = bytes.upperBound
      var index = source.startOfText(inLine: line)
      isBlank = index == end
      guard !isBlank else { return }
      beginsItem = Self.isBullet(in: all, at: index, end: end) && index - bytes.lowerBound <= 3
      var hasDash = false
      var hasOther = false
      var previous: UInt8 = 0
      while index < end {
        let byte = all[index]
        switch byte {
        case UInt8(ascii: "|"): cells += 1
        case UInt8(ascii: "-"): hasDash = true
        case UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"): break
        case UInt8(ascii: "\\"):
          hasOther = true
          index += 1
        case UInt8(ascii: "]"):
          hasOther = true
          links += 1
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
          hasOther = true
          if previous != byte { marks += 1 }
        case UInt8(ascii: "?"), UInt8(ascii: "!"):
          hasOther = true
          let isComment = index + 1 < end && all[index + 1] == UInt8(ascii: "-")
          if previous == UInt8(ascii: "<"), !isComment { declarations += 1 }
        default: hasOther = true
        }
        previous = byte
        index += 1
      }
      isDelimiter = hasDash && !hasOther
    }

    private static func isBullet(in bytes: [UInt8], at index: Int, end: Int) -> Bool {
      guard index + 2 < end, bytes[index + 1] == UInt8(ascii: " "), !bytes[index + 2].isBlank else { return false }
      return bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "*") || bytes[index] == UInt8(ascii: "+")
    }
  }
}
