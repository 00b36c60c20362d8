/// Formats findings as a report. It does no output and cannot fail: it tolerates places that do not exist and texts
/// that cannot be read, and escapes control characters.
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
  /// Without findings, the human and GitHub formats are empty; the others are valid documents with an empty list.
  ///
  /// - Parameter summary: a JSON object on one line, written last in the JSON report; the other formats ignore it.
  public func text(for diagnostics: [Diagnostic], summary: String? = nil) -> String {
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
