import Diagnostics

/// Converts positions in YAML to positions in the file that contains the YAML.
///
/// If the YAML ends too early, the YAML library reports a line number after the last line. This position is converted
/// to the end of the last line.
struct YAMLPlaces {
  private let text: SourceText
  /// The line of the file at which the YAML begins.
  private let firstLine: Int

  init(_ text: SourceText, firstLine: Int) {
    self.text = text
    self.firstLine = firstLine
  }

  /// Converts a position that the library reports: a line of the YAML, and a column in Unicode scalars.
  func position(line: Int, column: Int) -> SourcePosition {
    guard line > text.lineCount else {
      return SourcePosition(line: max(line, 1) + firstLine - 1, column: max(column, 1))
    }
    return positionInLine(text.lineCount, column: column)
  }

  /// Converts a position that the library reports for an error. Such a position may be after the end of the file.
  func position(ofFailureAt line: Int, column: Int) -> SourcePosition {
    positionInLine(min(max(line, 1), text.lineCount), column: column)
  }

  private func positionInLine(_ line: Int, column: Int) -> SourcePosition {
    let end = text.line(line).unicodeScalars.count + 1
    return SourcePosition(line: line + firstLine - 1, column: min(max(column, 1), end))
  }
}
