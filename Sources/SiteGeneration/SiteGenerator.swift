import Diagnostics
import Foundation
import LinkMaintenance
import Toolbox
import ToolboxLoading

/// Builds a published site from a content folder: runs all steps of a build in order.
public struct SiteGenerator: Sendable {
  let options: Options
  let fileSystem: FileSystem

  /// Prepares a build.
  public init(_ options: Options, fileSystem: FileSystem = .disk) {
    self.options = options
    self.fileSystem = fileSystem
  }

  /// Runs a build without writing any file.
  public func check() -> Report { prepare().report }

  /// Measures the pages that a build would publish, and writes nothing. The returned record contains the cost of each
  /// page on the given day. The measures in the report are those of pages that show this record. The record is nil if
  /// the pages cannot be rendered or if the site has no eco-design page.
  public func audit(on day: String) -> (report: Report, record: MeasureRecord?) {
    let prepared = prepare()
    var report = prepared.report
    guard let settling = prepared.rendering.settling else { return (report, nil) }
    let record = settling.record(on: day)
    report.measures = settling.measures(showing: record)
    return (report, record)
  }

  /// Builds the site, and publishes it if no error stops it. Results of the last build that no change affects are
  /// reused.
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

  /// Runs a build without writing any file, and returns the editions for print.
  ///
  /// - Returns: no edition if an error stops publication.
  public func printEditions() -> (report: Report, editions: [PrintEdition]) {
    let prepared = prepare()
    guard !prepared.report.hasErrors, let renderer = prepared.rendering.renderer else { return (prepared.report, []) }
    return (prepared.report, PrintEdition.all(by: renderer, with: prepared.rendering.files))
  }

  /// Renders the link report of a toolbox with the theme of its site. If the theme cannot be used, returns nil and the
  /// reason as a diagnostic.
  public func page(of links: LinkReport, in toolbox: Toolbox, now: Date) -> (html: [UInt8]?, diagnostics: [Diagnostic])
  {
    var report = Report()
    guard let theme = loadTheme(of: toolbox, into: &report) else { return (nil, report.diagnostics) }
    let style = theme.assets.filter { $0.name.hasSuffix(".css") }.map { String(decoding: $0.bytes, as: UTF8.self) }
    let page = LinkReportPage(links, of: toolbox, style: style.joined(separator: "\n"), now: now)
    return (Array(theme.render(.linkReport, page).utf8), [])
  }
}
