/// Where a JSON text has blanks and line ends. Each layout is one that people have committed, published or read by line, so
/// none may change.
package enum JSONLayout: Sendable {
  /// One line without blanks: `{"a":1}`.
  case compact
  /// As ``compact``, but each element of the outermost array stands on a line of its own: the report for scripts.
  case lines
  /// Indented; each element of an array is one line with blanks, `{ "a": 1 }`: records that are committed with the content.
  case rows
  /// Indented, `"a": 1`; what is empty stays on one line: the report in SARIF.
  case indented
  /// Indented, `"a" : 1`; what is empty takes three lines, as Foundation writes it: the manifest and the audit's report.
  case wide
}

/// Which characters of a string are escaped.
package enum JSONEscapes: Sendable {
  /// What JSON demands, all control characters, and the separators that end a line in some readers.
  case required
  /// As ``required``, and what a terminal obeys or hides: reports get printed.
  case terminal
}
