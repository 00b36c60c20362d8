import Diagnostics
import Foundation
import SiteGeneration

/// What goes to the terminal: findings, then a short summary.
struct Console {
  private let format: DiagnosticFormat
  private let isQuiet: Bool
  private let language: Language

  /// Speaks the language that was asked for, else the site's, else that of the environment.
  init(format: DiagnosticFormat, isQuiet: Bool, language: Language?, siteLanguage: String?) {
    self.format = format
    self.isQuiet = isQuiet
    self.language =
      language ?? siteLanguage.flatMap { Language(tag: $0) } ?? Self.environmentLanguage() ?? .french
  }

  /// The language of the environment's locale.
  static func environmentLanguage() -> Language? {
    let environment = ProcessInfo.processInfo.environment
    return ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
      .flatMap { Language(tag: $0) }
  }

  /// Shows what was found: for people on standard error, for programs on standard output and nothing else there.
  func show(_ diagnostics: [Diagnostic], sources: [String: SourceText]) {
    let writer = DiagnosticWriter(
      format: format, language: language, coloring: isTerminal ? .ansi : .plain,
      toolVersion: Trousse.version, source: { sources[$0] })
    let text = writer.text(for: diagnostics)
    guard !text.isEmpty else { return }
    (format == .human ? FileHandle.standardError : .standardOutput).write(Data(text.utf8))
  }

  /// Shows what a build or a check came to, in a few lines.
  func summarise(_ report: SiteGenerator.Report, seconds: Double, isBuild: Bool) {
    guard format == .human, !isQuiet else { return }
    let text = Summary(report: report, seconds: seconds, isBuild: isBuild).message.text(in: language)
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }

  private var isTerminal: Bool {
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
  }
}
