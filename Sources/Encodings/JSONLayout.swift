/// The white space of a JSON text. Each layout must stay as it is, because files in these layouts are committed,
/// published or read line by line.
package enum JSONLayout: Sendable {
  /// One line without blanks: `{"a":1}`.
  case compact
  /// Like ``compact``, but each element of the outermost array has a line of its own. Used for the reports that scripts
  /// read.
  case lines
  /// Indented, but each element of an array takes only one line, as in `{ "a": 1 }`. Used for the records that editors
  /// commit with the content.
  case rows
  /// Indented, with `"a": 1`. An empty array or object takes one line. Used for the SARIF report.
  case indented
  /// Indented, with `"a" : 1`. An empty array or object takes three lines, as in the output of Foundation. Used for the
  /// manifest and for the report of the audit.
  case wide
}

/// The characters to escape in a string.
package enum JSONEscapes: Sendable {
  /// The characters that JSON requires to be escaped, all control characters, and the separators U+2028 and U+2029.
  /// Some programs read these two separators as line ends.
  case required
  /// The characters of ``required``, and also the characters that a terminal interprets or hides. Used for reports,
  /// because terminals display them.
  case terminal
}
