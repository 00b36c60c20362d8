/// A line number and a column number in a text. The first line and the first column have the number 1. Columns are
/// counted in Unicode scalars.
public struct SourcePosition: Sendable, Hashable, Comparable {
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in Unicode scalars (SARIF's `unicodeCodePoints`).
  public var column: Int

  /// Creates a position.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders positions by line, then by column.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A range of a text. `end` is the position just after the last character of the range.
public struct SourceRange: Sendable, Hashable {
  /// The position of the first character.
  public var start: SourcePosition
  /// The position just after the last character.
  public var end: SourcePosition

  /// Creates a range. Without an end, the range is empty and marks one point.
  public init(start: SourcePosition, end: SourcePosition? = nil) {
    self.start = start
    self.end = end.map { max($0, start) } ?? start
  }

  /// Moves the start forward by some columns, but not beyond the end.
  public mutating func trimStart(by columns: Int) {
    start = min(SourcePosition(line: start.line, column: start.column + columns), end)
  }

  /// Moves the end back by some columns, but not beyond the start.
  public mutating func trimEnd(by columns: Int) {
    end = max(SourcePosition(line: end.line, column: max(end.column - columns, 1)), start)
  }
}

/// A file and, if known, a range of its text.
public struct SourceLocation: Sendable, Hashable {
  /// The file's path, relative to the root of the toolbox, with `/` between its parts.
  public var file: String
  /// The range in the file, or nil for the whole file.
  public var range: SourceRange?

  /// Creates a location.
  public init(file: String, range: SourceRange? = nil) {
    self.file = file
    self.range = range
  }

  /// Creates a location of one point in a file.
  public init(file: String, at position: SourcePosition) {
    self.init(file: file, range: SourceRange(start: position))
  }
}
