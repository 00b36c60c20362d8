/// The report formats.
package enum DiagnosticFormat: String, CaseIterable, Sendable {
  /// The report for people: message, source line with carets, and help.
  case human
  /// A JSON array for scripts, with one finding per line.
  case json
  /// SARIF 2.1.0, for code scanning services and editors.
  case sarif
  /// GitHub's workflow commands, which annotate the lines of a pull request.
  case github
  /// GitLab's Code Quality report.
  case gitlab
  /// JUnit's test results, for build servers.
  case junit
}

/// Whether the human report has colours.
package enum Coloring: String, CaseIterable, Sendable {
  /// Plain text, for files, pipes and users who disable colours.
  case plain
  /// ANSI escape sequences, for terminals.
  case ansi
}
