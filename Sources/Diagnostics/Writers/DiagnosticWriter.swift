import Encodings

/// Writes findings as the text of a report. It prints nothing, and never fails, even if a place does not exist, or a
/// text is unreadable or contains control characters.
public struct DiagnosticWriter: Sendable {
  /// The report format.
  public var format: DiagnosticFormat
  /// The language of the messages.
  public var language: Language
  /// Whether the human report has colours; the other formats have none.
  public var coloring: Coloring
  /// Trousse's version, for SARIF.
  public var toolVersion: String
  /// Returns a file's text for its path relative to the root; nil if it is unavailable, and the report then has no
  /// snippet.
  public var source: @Sendable (_ file: String) -> SourceText?

  /// Creates a writer.
  public init(
    format: DiagnosticFormat, language: Language, coloring: Coloring = .plain, toolVersion: String,
    source: @escaping @Sendable (_ file: String) -> SourceText?
  ) {
    self.format = format
    self.language = language
    self.coloring = coloring
    self.toolVersion = toolVersion
    self.source = source
  }

  /// The report on the findings, in the given order, with a final line end.
  ///
  /// Without findings, the formats for people and for GitHub are empty; the others are valid documents without
  /// findings.
  public func text(for diagnostics: [Diagnostic]) -> String { text(for: diagnostics, summary: nil) }

  /// The report on the findings, with a summary.
  ///
  /// - Parameter summary: the last element of the report for scripts; the other formats ignore it.
  package func text(for diagnostics: [Diagnostic], summary: JSONValue?) -> String {
    switch format {
    case .human: HumanReport(language: language, coloring: coloring, source: source).text(for: diagnostics)
    case .json: JSONReport(language: language).text(for: diagnostics, summary: summary)
    case .sarif: SARIFReport(language: language, toolVersion: toolVersion).text(for: diagnostics)
    case .github: GitHubReport(language: language).text(for: diagnostics)
    case .gitlab: GitLabReport(language: language).text(for: diagnostics)
    case .junit: JUnitReport(language: language).text(for: diagnostics)
    }
  }
}
