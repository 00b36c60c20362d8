import Diagnostics
import Foundation
import LinkMaintenance
import Toolbox
import ToolboxLoading

/// The whole way from a content folder to a published site.
public struct SiteGenerator: Sendable {
  let options: Options
  let fileSystem: FileSystem

  /// Prepares a build.
  public init(_ options: Options, fileSystem: FileSystem = .disk) {
    self.options = options
    self.fileSystem = fileSystem
  }

  /// Does all that a build does but the writing.
  public func check() -> Report { prepare().report }

  /// Measures the pages as a build would publish them, and writes nothing. The record says what they cost on a day, and the
  /// measures are those of pages that show it; there is none where pages could not be made, or where no eco-design page would show it.
  public func audit(on day: String) -> (report: Report, record: MeasureRecord?) {
    let prepared = prepare()
    var report = prepared.report
    guard let settling = prepared.rendering.settling else { return (report, nil) }
    let record = settling.record(on: day)
    report.measures = settling.measures(showing: record)
    return (report, record)
  }

  /// Builds the site, and publishes it if nothing stops it. What a change since the last time does not concern is not made
  /// anew.
  public func build() -> Report {
    let file = BuildRecordFile(root: options.root, fileSystem: fileSystem)
    let (known, finding) = file.read()
    if let known, let done = build(knowing: known) {
      if let record = done.record { file.write(record) }
      return done.report
    }
    let log = inputLog()
    var (report, record) = SiteGenerator(options, fileSystem: log.fileSystem).buildAll(
      on: fileSystem, noted: log, after: known)
    if let record { file.write(record) }
    report.diagnostics += [finding].compactMap { $0 }
    return report
  }

  /// Does all that a build does but the writing, and gives the editions as they are printed.
  ///
  /// - Returns: no edition where something stops publication.
  public func printEditions() -> (report: Report, editions: [PrintEdition]) {
    let prepared = prepare()
    guard !prepared.report.hasErrors, let renderer = prepared.rendering.renderer else { return (prepared.report, []) }
    return (prepared.report, PrintEdition.all(by: renderer, with: prepared.rendering.files))
  }

  /// A page about the links of a toolbox, in the look of its site; nil, with the reason, where the theme is not fit.
  public func page(of links: LinkReport, in toolbox: Toolbox, now: Date) -> (html: [UInt8]?, diagnostics: [Diagnostic])
  {
    var report = Report()
    guard let theme = loadTheme(of: toolbox, into: &report) else { return (nil, report.diagnostics) }
    let style = theme.assets.filter { $0.name.hasSuffix(".css") }.map { String(decoding: $0.bytes, as: UTF8.self) }
    let page = LinkReportPage(links, of: toolbox, style: style.joined(separator: "\n"), now: now)
    return (Array(theme.render(.linkReport, page).utf8), [])
  }
}
