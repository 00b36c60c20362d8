/// The white space of a JSON text. No layout may change, because files in each of these layouts are committed,
/// published or read line by line.
package enum JSONLayout: Sendable {
  /// One line without blanks: `{"a":1}`.
  case compact
  /// Like ``compact``, but each element of the outermost array has a line of its own. Used for the reports that scripts
  /// read.
  case lines
  /// Indented, but each element of an array takes only one line, `{ "a": 1 }`. Used for the records that editors commit
  /// with the content.
  case rows
  /// Indented, with `"a": 1`. An empty array or object takes one line. Used for the SARIF report.
  case indented
  /// Indented, with `"a" : 1`. An empty array or object takes three lines, as Foundation writes it. Used for the
  /// manifest and for the report of the audit.
  case wide
}

/// Which characters of a string are escaped.
package enum JSONEscapes: Sendable {
  /// The characters that JSON requires to be escaped, all control characters, and the separators U+2028 and U+2029,
  /// which some programs read as line ends.
  case required
  /// The characters of ``required``, and also those that a terminal interprets or hides. Used for reports, because
  /// terminals display them.
  case terminal
}
