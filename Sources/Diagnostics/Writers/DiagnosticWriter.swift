import Encodings

/// Turns findings into the text of a report, and prints nothing. A writer always returns a report, even if the place of
/// a finding does not exist, a file is unreadable, or a text contains control characters.
package struct DiagnosticWriter: Sendable {
  /// The report format.
  package var format: DiagnosticFormat
  /// The language of the messages.
  package var language: Language
  /// Whether the human report has colours; the other formats have no colours.
  package var coloring: Coloring
  /// The version of Trousse. Only the SARIF report contains this version.
  package var toolVersion: String
  /// All kinds of findings. The SARIF report lists the kinds that occur in this order; the other formats have no list.
  package var kinds: [DiagnosticID]
  /// Returns the text of a file. The path of the file is relative to the root of the toolbox. If the text is not
  /// available, the result is nil, and the report shows no lines of this file.
  package var source: @Sendable (_ file: String) -> SourceText?

  /// Creates a writer.
  package init(
    format: DiagnosticFormat, language: Language, coloring: Coloring = .plain, toolVersion: String,
    kinds: [DiagnosticID] = [], source: @escaping @Sendable (_ file: String) -> SourceText?
  ) {
    self.format = format
    self.language = language
    self.coloring = coloring
    self.toolVersion = toolVersion
    self.kinds = kinds
    self.source = source
  }

  /// The report on the findings, in the given order. The report ends with a line end.
  ///
  /// If there are no findings, the formats for people and for GitHub give an empty text. The other formats give a valid
  /// document without findings.
  package func text(for diagnostics: [Diagnostic]) -> String { text(for: diagnostics, summary: nil) }

  /// The report on the findings, with a summary.
  ///
  /// - Parameter summary: the last element of the JSON report. The other formats ignore the summary.
  package func text(for diagnostics: [Diagnostic], summary: JSONValue?) -> String {
    switch format {
    case .human: HumanReport(language: language, coloring: coloring, source: source).text(for: diagnostics)
    case .json: JSONReport(language: language).text(for: diagnostics, summary: summary)
    case .sarif: SARIFReport(language: language, toolVersion: toolVersion, kinds: kinds).text(for: diagnostics)
    case .github: GitHubReport(language: language).text(for: diagnostics)
    case .gitlab: GitLabReport(language: language).text(for: diagnostics)
    case .junit: JUnitReport(language: language).text(for: diagnostics)
    }
  }
}
