/// The white space of a JSON text. No layout may change: files in each of them are committed, published or read line by
/// line.
package enum JSONLayout: Sendable {
  /// One line without blanks: `{"a":1}`.
  case compact
  /// Like ``compact``, with each element of the outermost array on its own line: the report for scripts.
  case lines
  /// Indented; each element of an array is one line with blanks, `{ "a": 1 }`: records committed with the content.
  case rows
  /// Indented, `"a": 1`; an empty array or object takes one line: the SARIF report.
  case indented
  /// Indented, `"a" : 1`; an empty array or object takes three lines, as Foundation writes it: the manifest and the
  /// audit's report.
  case wide
}

/// Which characters of a string are escaped.
package enum JSONEscapes: Sendable {
  /// The characters that JSON requires to be escaped, all control characters, and the separators that end a line in
  /// some readers.
  case required
  /// Like ``required``, with the characters that a terminal interprets or hides: terminals display reports.
  case terminal
}
