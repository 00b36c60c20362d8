import Diagnostics
import Encodings
import ExternalLinks
import Files
import Foundation
import LinkMaintenance
import Preview
import SiteAudit
import SiteBuilding

/// Shows the results of a command: findings, then a short summary.
struct Console {
  private let format: DiagnosticFormat
  private let isQuiet: Bool
  private let language: Language

  /// The console uses the requested language. If no language is requested, it uses the language of the site. If the
  /// language of the site is unknown, it uses the language of the environment.
  init(format: DiagnosticFormat, isQuiet: Bool, language: Language?, siteLanguage: String?) {
    self.format = format
    self.isQuiet = isQuiet
    self.language =
      language ?? siteLanguage.flatMap { Language(tag: $0) } ?? Self.environmentLanguage() ?? .french
    if format != .human { StandardStream.reserveOutput() }
  }

  /// Reports in one line that writing to a standard stream failed. The line is written to the other standard stream.
  static func tell(_ refused: StandardStream) {
    let writer = DiagnosticWriter(
      format: .human, language: environmentLanguage() ?? .french, coloring: .plain, toolVersion: Trousse.version,
      source: { _ in nil })
    guard let finding = refused.refusal.map({ Diagnostic.unwritableStream(refused, $0) }) else { return }
    refused.other.tell(writer.text(for: [finding]))
  }

  /// The language of the environment's locale; nil if the environment names no supported language.
  static func environmentLanguage() -> Language? {
    let environment = ProcessInfo.processInfo.environment
    return ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
      .flatMap { Language(tag: $0) }
  }

  /// Shows findings. In the format for people, the findings go to standard error. In a format for programs, the
  /// findings go to standard output, and nothing else is written to standard output.
  ///
  /// - Parameter changes: the changes of a build. Only the formats for programs show the changes here. For people, the
  ///   summary shows the changes.
  func show(_ diagnostics: [Diagnostic], sources: [String: SourceText], changes: JSONValue? = nil) {
    let writer = DiagnosticWriter(
      format: format, language: language, coloring: isTerminal ? .ansi : .plain,
      toolVersion: Trousse.version, kinds: DiagnosticID.all, source: { sources[$0] })
    let text = writer.text(for: diagnostics, summary: changes)
    guard !text.isEmpty else { return }
    (format == .human ? StandardStream.errors : .output).write(text)
  }

  /// Shows the summary of a build or a check.
  func summarise(_ report: SiteGenerator.Report, seconds: Double, isBuild: Bool) {
    guard format == .human, !isQuiet else { return }
    let text = Summary(report: report, seconds: seconds, isBuild: isBuild).message.text(in: language)
    StandardStream.output.write(text + "\n")
  }

  /// Shows the sources of a page, and the causes of its change.
  func show(_ page: PageProvenance) {
    guard format == .human else { return }
    StandardStream.output.write(PageReasons(page).message.text(in: language) + "\n")
  }

  /// Whether the output is for people, not for programs.
  var isForPeople: Bool { format == .human }

  /// Shows the number of checked addresses, then the links that need work. The conclusion comes last.
  func show(_ report: LinkReport, asked: Int, trusted: Int, seconds: Double, to output: StandardStream) {
    let coloring: Coloring = output.isTerminal && isColored ? .ansi : .plain
    if isQuiet, report.isClean { return }
    let time = Int(seconds.rounded(.up))
    let state = Message(
      fr: "\(asked) adresse\(asked > 1 ? "s" : "") vérifiée\(asked > 1 ? "s" : "") en \(time) s"
        + (trusted > 0 ? " ; \(trusted) de plus marchai\(trusted > 1 ? "en" : "")t il y a peu." : "."),
      en: "\(asked) address\(asked == 1 ? "" : "es") checked in \(time) s"
        + (trusted > 0 ? "; \(trusted) more worked not long ago." : "."))
    let head = isQuiet ? "" : state.text(in: language) + "\n\n"
    output.write(head + report.text(in: language, coloring: coloring))
  }

  /// Shows the changes that a repair makes to links, and the links that the repair skips.
  func show(_ repair: ContentRepair, isDryRun: Bool) {
    guard format == .human else { return }
    StandardStream.output.write(repair.patch)
    let output: StandardStream = isDryRun ? .errors : .output
    for skipped in repair.skipped {
      let reasons = [skipped.reason.message, skipped.answer].compactMap { $0 }
      let message = Message(
        fr: "\(skipped.location.label) : \(reasons.map(\.french).joined(separator: " : "))",
        en: "\(skipped.location.label): \(reasons.map(\.english).joined(separator: ": "))")
      output.write(message.text(in: language) + "\n")
    }
    guard !isQuiet, !isDryRun else { return }
    let (places, files) = (repair.count, repair.fileCount)
    let done = Message(
      fr:
        "\(places) adresse\(places > 1 ? "s" : "") mise\(places > 1 ? "s" : "") à jour dans \(files) fichier\(files > 1 ? "s" : "").",
      en: "\(places) address\(places == 1 ? "" : "es") updated in \(files) file\(files == 1 ? "" : "s").")
    output.write(done.text(in: language) + "\n")
  }

  /// Shows the audit of a site's pages, for people or for programs.
  func show(_ audit: AuditReport, isForPeople: Bool) {
    let text = isForPeople ? audit.text(in: language) : audit.json()
    StandardStream.output.write(text)
  }

  /// Shows that a PDF was written.
  func showPDF(_ path: String, bytes: Int) {
    guard format == .human, !isQuiet else { return }
    let size = ShownNumber(Double(bytes) / 1000, .exactly(0)).kilobytes
    let message = Message(fr: "PDF écrit : \(path) (\(size.french))", en: "PDF written: \(path) (\(size.english))")
    StandardStream.output.write(message.text(in: language) + "\n")
  }

  /// Shows the address of a preview, and the keys that end the preview.
  func showPreview(port: UInt16) {
    say(
      Message(
        fr: "Aperçu : http://127.0.0.1:\(port)/ (Ctrl-C pour l’arrêter)",
        en: "Preview: http://127.0.0.1:\(port)/ (Ctrl-C ends it)"))
  }

  /// Shows that the preview was built again.
  func showRebuild(seconds: Double) {
    let milliseconds = Int((seconds * 1000).rounded())
    say(Message(fr: "Aperçu à jour en \(milliseconds) ms.", en: "Preview up to date in \(milliseconds) ms."))
  }

  private func say(_ message: Message) {
    guard format == .human, !isQuiet else { return }
    StandardStream.output.write(message.text(in: language) + "\n")
  }

  /// A line that shows the progress of a check. It is visible only on a terminal.
  func progress() -> ProgressLine {
    ProgressLine(isShown: format == .human && !isQuiet && StandardStream.errors.isTerminal, language: language)
  }

  private var isColored: Bool { ProcessInfo.processInfo.environment["NO_COLOR"] == nil }

  private var isTerminal: Bool {
    StandardStream.errors.isTerminal && isColored
  }
}

extension Diagnostic {
  fileprivate static func unwritableStream(_ stream: StandardStream, _ error: FileSystemError) -> Diagnostic {
    let (french, english) =
      stream == .errors ? ("la sortie d’erreur", "standard error") : ("la sortie standard", "standard output")
    return Diagnostic(
      .unwritableOutput, at: nil,
      Message(
        fr: "\(french) ne peut pas être écrite : \(error.reason.french)",
        en: "\(english) cannot be written: \(error.reason.english)"),
      cause: .machine)
  }
}
