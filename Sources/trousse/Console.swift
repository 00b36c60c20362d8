import Diagnostics
import ExternalLinks
import Foundation
import LinkMaintenance
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
  ///
  /// - Parameter changes: what a build changed, as scripts are told there; people read it in the summary.
  func show(_ diagnostics: [Diagnostic], sources: [String: SourceText], changes: String? = nil) {
    let writer = DiagnosticWriter(
      format: format, language: language, coloring: isTerminal ? .ansi : .plain,
      toolVersion: Trousse.version, source: { sources[$0] })
    let text = writer.text(for: diagnostics, summary: changes)
    guard !text.isEmpty else { return }
    (format == .human ? FileHandle.standardError : .standardOutput).write(Data(text.utf8))
  }

  /// Shows what a build or a check came to, in a few lines.
  func summarise(_ report: SiteGenerator.Report, seconds: Double, isBuild: Bool) {
    guard format == .human, !isQuiet else { return }
    let text = Summary(report: report, seconds: seconds, isBuild: isBuild).message.text(in: language)
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }

  /// Shows what a page is made from, and what changed it.
  func show(_ page: PageExplanation) {
    guard format == .human else { return }
    FileHandle.standardOutput.write(Data((PageReasons(page).message.text(in: language) + "\n").utf8))
  }

  /// Whether people read, not programs.
  var isForPeople: Bool { format == .human }

  /// Shows what is to be done about links, and how the check went. The number that matters comes last.
  func show(_ report: LinkReport, asked: Int, trusted: Int, seconds: Double, to output: FileHandle) {
    let coloring: Coloring = isatty(output.fileDescriptor) == 1 && isColored ? .ansi : .plain
    if isQuiet, report.isClean { return }
    let time = Int(seconds.rounded(.up))
    let state = Message(
      fr: "\(asked) adresse\(asked > 1 ? "s" : "") vérifiée\(asked > 1 ? "s" : "") en \(time) s"
        + (trusted > 0 ? " ; \(trusted) de plus marchai\(trusted > 1 ? "en" : "")t il y a peu." : "."),
      en: "\(asked) address\(asked == 1 ? "" : "es") checked in \(time) s"
        + (trusted > 0 ? "; \(trusted) more worked not long ago." : "."))
    let head = isQuiet ? "" : state.text(in: language) + "\n\n"
    output.write(Data((head + report.text(in: language, coloring: coloring)).utf8))
  }

  /// Shows what a repair of links changes, and what it leaves alone.
  func show(_ repair: ContentRepair, isDryRun: Bool) {
    guard format == .human else { return }
    FileHandle.standardOutput.write(Data(repair.patch))
    let output: FileHandle = isDryRun ? .standardError : .standardOutput
    for skipped in repair.skipped {
      let reasons = [skipped.reason.message, skipped.answer].compactMap { $0 }
      let message = Message(
        fr: "\(skipped.location.label) : \(reasons.map(\.french).joined(separator: " : "))",
        en: "\(skipped.location.label): \(reasons.map(\.english).joined(separator: ": "))")
      output.write(Data((message.text(in: language) + "\n").utf8))
    }
    guard !isQuiet, !isDryRun else { return }
    let (places, files) = (repair.count, repair.fileCount)
    let done = Message(
      fr:
        "\(places) adresse\(places > 1 ? "s" : "") mise\(places > 1 ? "s" : "") à jour dans \(files) fichier\(files > 1 ? "s" : "").",
      en: "\(places) address\(places == 1 ? "" : "es") updated in \(files) file\(files == 1 ? "" : "s").")
    output.write(Data((done.text(in: language) + "\n").utf8))
  }

  /// Shows what the pages of a site cost, for people or for programs.
  func show(_ audit: AuditReport, isForPeople: Bool) {
    let text = isForPeople ? audit.text(in: language) : audit.json()
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  /// Shows that a PDF was written.
  func showPDF(_ path: String, bytes: Int) {
    guard format == .human, !isQuiet else { return }
    let size = Int((Double(bytes) / 1000).rounded())
    let message = Message(fr: "PDF écrit : \(path) (\(size) ko)", en: "PDF written: \(path) (\(size) kB)")
    FileHandle.standardOutput.write(Data((message.text(in: language) + "\n").utf8))
  }

  /// Shows where a preview is, and how to end it.
  func showPreview(port: UInt16) {
    say(
      Message(
        fr: "Aperçu : http://127.0.0.1:\(port)/ (Ctrl-C pour l’arrêter)",
        en: "Preview: http://127.0.0.1:\(port)/ (Ctrl-C ends it)"))
  }

  /// Shows that a preview has followed a change.
  func showRebuild(seconds: Double) {
    let milliseconds = Int((seconds * 1000).rounded())
    say(Message(fr: "Aperçu à jour en \(milliseconds) ms.", en: "Preview up to date in \(milliseconds) ms."))
  }

  private func say(_ message: Message) {
    guard format == .human, !isQuiet else { return }
    FileHandle.standardOutput.write(Data((message.text(in: language) + "\n").utf8))
  }

  /// Tells on a terminal how far a check has come; silent elsewhere.
  func progress() -> ProgressLine {
    ProgressLine(isShown: format == .human && !isQuiet && isatty(STDERR_FILENO) == 1, language: language)
  }

  private var isColored: Bool { ProcessInfo.processInfo.environment["NO_COLOR"] == nil }

  private var isTerminal: Bool {
    isatty(STDERR_FILENO) == 1 && isColored
  }
}
