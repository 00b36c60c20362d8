import Diagnostics

/// The places of YAML in the file that holds it.
///
/// The library sees the end of a text that stops short on a line that does not exist: that end is the end of the last line.
struct YAMLPlaces {
  private let text: SourceText
  /// The line of the file at which the YAML begins.
  private let firstLine: Int

  init(_ text: SourceText, firstLine: Int) {
    self.text = text
    self.firstLine = firstLine
  }

  /// A place that the library names, by its line in the YAML and its column in Unicode scalars.
  func position(line: Int, column: Int) -> SourcePosition {
    guard line > text.lineCount else {
      return SourcePosition(line: max(line, 1) + firstLine - 1, column: max(column, 1))
    }
    return positionInLine(text.lineCount, column: column)
  }

  /// The place of a failure, whose column may lie behind its line.
  func position(ofFailureAt line: Int, column: Int) -> SourcePosition {
    positionInLine(min(max(line, 1), text.lineCount), column: column)
  }

  private func positionInLine(_ line: Int, column: Int) -> SourcePosition {
    let end = text.line(line).unicodeScalars.count + 1
    return SourcePosition(line: line + firstLine - 1, column: min(max(column, 1), end))
  }
}
