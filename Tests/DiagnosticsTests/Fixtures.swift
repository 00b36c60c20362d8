import Diagnostics
import Foundation
import Testing

let file = "content/guide/charge.md"

extension Message {
  /// A message with the same text in both languages.
  init(_ text: String) { self.init(fr: text, en: text) }
}

extension DiagnosticID {
  static let yamlColon = DiagnosticID(
    "yaml-colon", title: Message("Colon"), meaning: Message("A colon splits the text."), remedy: Message("Quote it."))
  static let brokenLink = DiagnosticID(
    "broken-link", title: Message("Broken link"), meaning: Message("It leads nowhere."), remedy: Message("Correct it."))
}

extension SourceRange {
  init(_ line: Int, _ column: Int, to endColumn: Int? = nil) {
    self.init(
      start: SourcePosition(line: line, column: column), end: endColumn.map { SourcePosition(line: line, column: $0) }
    )
  }
}

/// A broken link at any place.
func finding(
  _ severity: Severity = .error, at range: SourceRange? = SourceRange(1, 1), in name: String? = file,
  _ message: Message = Message(fr: "le lien ne mène à aucun fichier", en: "the link leads to no file"),
  help: Message? = nil, related: [Diagnostic.Related] = [], cause: Cause = .source
) -> Diagnostic {
  Diagnostic(
    .brokenLink, severity, at: name.map { SourceLocation(file: $0, range: range) }, message, help: help,
    related: related, cause: cause
  )
}

/// The report on findings in a file with a given text.
func report(
  _ format: DiagnosticFormat, _ diagnostics: [Diagnostic], text: String? = nil, language: Language = .english,
  coloring: Coloring = .plain, kinds: [DiagnosticID] = []
) -> String {
  DiagnosticWriter(
    format: format, language: language, coloring: coloring, toolVersion: "1.2.3", kinds: kinds,
    source: { name in text.map { SourceText(file: name, text: $0) } }
  ).text(for: diagnostics)
}

/// Parses a JSON report.
func json<Value>(_ text: String, as type: Value.Type) throws -> Value {
  try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Value)
}

typealias Object = [String: Any]

/// Invalid findings, which no correct module creates.
let hostileFindings: [Diagnostic] = [
  SourceRange(0, 0), SourceRange(-7, -7), SourceRange(1, 9_999), SourceRange(9_999, 1), SourceRange(.max, .max),
  SourceRange(.min, .min),
  SourceRange(start: SourcePosition(line: 1, column: 3), end: SourcePosition(line: .max, column: .min)),
].map { finding(at: $0, Message("\u{1B}[2J\u{0}\"\\\r\n%0A::error::\u{7F}\u{9B}\u{202E}\u{E0041}\u{2028}</x>")) }
