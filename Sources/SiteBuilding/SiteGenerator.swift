import Diagnostics
import Files
import Foundation
import LinkMaintenance
import PageRendering
import Toolbox

/// Builds a published site from a content folder: runs all steps of a build in order.
package struct SiteGenerator: Sendable {
  package let options: Options
  package let fileSystem: FileSystem
  /// What the site publishes.
  let outputs: [any SiteOutput]

  /// Creates a generator. Reads no file yet.
  package init(_ options: Options, fileSystem: FileSystem = .disk) {
    self.init(options, fileSystem: fileSystem, outputs: SiteOutputs.all)
  }

  /// Creates a generator of other outputs than ``SiteOutputs/all``.
  init(_ options: Options, fileSystem: FileSystem, outputs: [any SiteOutput]) {
    self.options = options
    self.fileSystem = fileSystem
    self.outputs = outputs
  }

  /// The same generator, which records what it reads in a log.
  func noting(in log: InputLog) -> SiteGenerator {
    SiteGenerator(options, fileSystem: log.fileSystem, outputs: outputs)
  }

  /// Runs all steps of a build except publication. Writes no file.
  package func check() -> Report { prepare().report }

  /// Measures the pages that a build would publish. Writes no file.
  ///
  /// - Parameter day: the date of the new record, in ISO 8601.
  /// - Returns: the report, and a record of the cost of each page. The report contains the measures that the pages have
  ///   when the eco-design page shows this record. The record is nil if the pages cannot be rendered, or if the site
  ///   has no eco-design page.
  package func audit(on day: String) -> (report: Report, record: MeasureRecord?) {
    let prepared = prepare()
    var report = prepared.report
    guard let settling = prepared.rendering.settling else { return (report, nil) }
    let record = settling.record(on: day)
    report.measures = settling.measures(showing: record)
    return (report, record)
  }

  /// Builds the site, and publishes it if no error stops publication. Reuses the results of the last build that are
  /// still valid.
  package func build() -> Report {
    let file = BuildRecordFile(root: options.root, fileSystem: fileSystem)
    let (known, finding) = file.read()
    if let known, let done = build(knowing: known) {
      if let record = done.record { file.write(record) }
      return done.report
    }
    let log = inputLog()
    var (report, record) = noting(in: log).buildAll(on: fileSystem, noted: log, after: known)
    if let record { file.write(record) }
    report.diagnostics += [finding].compactMap { $0 }
    return report
  }

  /// Renders the editions for print. Writes no file.
  ///
  /// - Returns: the report and the editions. If an error stops publication, there are no editions.
  package func printEditions() -> (report: Report, editions: [PrintEdition]) {
    let prepared = prepare()
    guard !prepared.report.hasErrors, let renderer = prepared.rendering.renderer else { return (prepared.report, []) }
    return (prepared.report, PrintEdition.all(by: renderer, with: prepared.rendering.files))
  }

  /// Renders a link report as a page in the theme of the site. If the theme cannot be used, returns nil and the reasons
  /// as diagnostics.
  package func page(of links: LinkReport, in toolbox: Toolbox, now: Date) -> (html: [UInt8]?, diagnostics: [Diagnostic])
  {
    var report = Report()
    guard let theme = loadTheme(of: toolbox, into: &report) else { return (nil, report.diagnostics) }
    let style = theme.assets.filter { $0.name.hasSuffix(".css") }.map { String(decoding: $0.bytes, as: UTF8.self) }
    let page = LinkReportPage(
      links, of: toolbox, style: style.joined(separator: "\n"), SiteWording(theme.labels), now: now)
    return (Array(theme.render(.linkReport, page).utf8), [])
  }
}
