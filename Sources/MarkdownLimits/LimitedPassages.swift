extension InputLimits {
  /// The limit that a table exceeds.
  package enum TableLimit: Hashable {
    case columns(Int)
    case cells(Int)
    case cellsInFile(Int)
    case headers
  }

  /// The lines of a possible table.
  struct TableLines {
    let header: Int
    private(set) var cells = 0
    private var columns = 0
    private var widest = 0
    private var headerBytes = 0
    private var headerLinesTimesBytes = 0

    init(header: Int) { self.header = header }

    /// Adds a delimiter row.
    ///
    /// - Parameters:
    ///   - distance: the number of bytes between the last blank line and the delimiter row.
    ///   - lines: the number of lines between the last blank line and the delimiter row.
    mutating func addDelimiter(_ line: LineMarks, header: LineMarks, distance: Int, lines: Int) {
      columns = max(columns, line.cells)
      widest = max(widest, line.cells, header.cells)
      headerBytes += distance
      headerLinesTimesBytes += distance * lines
      cells += columns
    }

    mutating func addRow(_ line: LineMarks) {
      widest = max(widest, line.cells)
      cells += max(columns, line.cells)
    }

    var limit: TableLimit? {
      if widest > InputLimits.columns { return .columns(InputLimits.columns) }
      if cells > InputLimits.cells { return .cells(InputLimits.cells) }
      let isRead = headerBytes <= InputLimits.headerBytes && headerLinesTimesBytes <= InputLimits.headerLinesTimesBytes
      return isRead ? nil : .headers
    }
  }

  /// Lines that cmark may parse as one paragraph.
  package struct Paragraph {
    private(set) var firstLine = 0
    private(set) var links = 0
    private(set) var marks = 0
    private(set) var mailBytes = 0
    private var addressBytes = 0
    private var declarations = 0
    private var start = 0
    private var end = 0

    init(firstLine: Int = 0, start: Int = 0) {
      self.firstLine = firstLine
      self.start = start
    }

    mutating func add(_ line: LineMarks) {
      links += line.links
      marks += line.marks
      declarations += line.declarations
      mailBytes += line.mailBytes
      addressBytes += line.addressBytes
      end = line.bytes.upperBound
    }

    /// Whether bare addresses are the reason why the paragraph is too dense.
    var hasDenseAddresses: Bool { max(addressBytes, mailBytes) > InputLimits.addressBytes }

    var isTooDense: Bool {
      links.multipliedReportingOverflow(by: marks).partialValue > InputLimits.linksTimesMarks
        || declarations * max(end - start, 0) > InputLimits.declarationBytes
        || addressBytes > InputLimits.addressBytes
    }
  }
}
