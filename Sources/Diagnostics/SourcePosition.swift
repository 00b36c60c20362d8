/// A line number and a column number in a text. The first line and the first column have the number 1. Columns are
/// counted in Unicode scalars.
package struct SourcePosition: Sendable, Hashable, Comparable {
  /// The line, from 1.
  package var line: Int
  /// The column, from 1, in Unicode scalars (SARIF's `unicodeCodePoints`).
  package var column: Int

  /// Creates a position.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders positions by line, then by column.
  package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A range of a text. `end` is the position just after the last character of the range.
package struct SourceRange: Sendable, Hashable {
  /// The position of the first character.
  package var start: SourcePosition
  /// The position just after the last character.
  package var end: SourcePosition

  /// Creates a range. Without an end, the range is empty and marks one point.
  package init(start: SourcePosition, end: SourcePosition? = nil) {
    self.start = start
    self.end = end.map { max($0, start) } ?? start
  }

  /// Moves the start forward by some columns, but not beyond the end.
  package mutating func trimStart(by columns: Int) {
    start = min(SourcePosition(line: start.line, column: start.column + columns), end)
  }

  /// Moves the end back by some columns, but not beyond the start.
  package mutating func trimEnd(by columns: Int) {
    end = max(SourcePosition(line: end.line, column: max(end.column - columns, 1)), start)
  }
}

/// A file and, if known, a range of its text.
package struct SourceLocation: Sendable, Hashable {
  /// The file's path, relative to the root of the toolbox, with `/` between its parts.
  package var file: String
  /// The range in the file, or nil for the whole file.
  package var range: SourceRange?

  /// Creates a location.
  package init(file: String, range: SourceRange? = nil) {
    self.file = file
    self.range = range
  }

  /// Creates a location of one point in a file.
  package init(file: String, at position: SourcePosition) {
    self.init(file: file, range: SourceRange(start: position))
  }
}
