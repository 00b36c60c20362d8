import Diagnostics
import Engine
import Files
import Foundation
import LinkMaintenance
import PageRendering
import SiteAudit
import SitePlanning
import Toolbox
import ToolboxLoading

/// Builds a published site from a content folder. The steps of a build are questions to an `Engine`: see
/// ``rules(published:)``.
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

  /// A site that was checked, but not published.
  struct CheckedSite {
    var report: Report
    /// Has the answers to all questions about the site.
    let engine: Engine
    /// Whether the pages were rendered.
    let isRendered: Bool
  }

  func checked() -> CheckedSite {
    let engine = Engine(rules(), isRecorded: false)
    var report = report(of: engine.ask(SummaryQuery()))
    report.toolbox = engine.ask(ToolboxQuery()).toolbox.map(atItsAddress)
    let record = engine.ask(LinkRecordQuery())
    report.record = record.problem == nil ? record.record : nil
    for source in engine.asking({ sources($0) }) { report.sources[source.file] = source }
    let isRendered = engine.ask(ContentChecksQuery()).isSound && engine.ask(SiteChecksQuery()).isWhole
    if isRendered { report.measures = engine.asking { measuresWithCriteria($0) } }
    return CheckedSite(report: report, engine: engine, isRendered: isRendered)
  }

  /// The measures of all pages, with the criteria that each page misses.
  private func measuresWithCriteria(_ asker: Asker) -> [PageMeasure] {
    let criteria = missedCriteria(asker)
    return asker.ask(PageMeasuresQuery()).map { $0.missing(criteria($0.path).map(\.description)) }
  }

  /// The texts of the content, of the theme and of the records.
  private func sources(_ asker: Asker) -> [SourceText] {
    guard asker.ask(ToolboxQuery()).toolbox != nil else { return [] }
    let records = [asker.ask(LinkRecordQuery()).source, asker.ask(MeasuresQuery()).source]
    return asker.contentSources() + Array(asker.ask(ThemeQuery()).sources.values) + records.compactMap { $0 }
  }

  /// The report of a build.
  func report(of summary: BuildSummary) -> Report {
    summary.report(root: options.root, isStrict: options.isStrict, fileSystem: fileSystem)
  }

  /// Runs all steps of a build except publication. Writes no file.
  package func check() -> Report { checked().report }

  /// Measures the pages that a build would publish. Writes no file.
  ///
  /// - Parameter day: the date of the new record, in ISO 8601.
  /// - Returns: the report, and a record of the cost of each page. The report contains the measures that the pages have
  ///   when the eco-design page shows this record. The record is nil if the pages cannot be rendered, or if the site
  ///   has no eco-design page.
  package func audit(on day: String) -> (report: Report, record: MeasureRecord?) {
    let site = checked()
    var report = site.report
    guard site.isRendered, report.toolbox?.declarations.ecodesign != nil else { return (report, nil) }
    let settling = MeasureSettling(generator: self, engine: site.engine, measures: report.measures)
    let record = settling.record(on: day)
    report.measures = settling.measures(showing: record)
    return (report, record)
  }

  /// Renders the editions for print. Writes no file.
  ///
  /// - Returns: the report and the editions. If an error stops publication, there are no editions.
  package func printEditions() -> (report: Report, editions: [PrintEdition]) {
    let site = checked()
    guard !site.report.hasErrors, site.isRendered else { return (site.report, []) }
    return (site.report, site.engine.asking { PrintEdition.all(of: self, $0) })
  }

  /// Renders a link report as a page in the theme of the site. If the theme cannot be used, returns nil and the reasons
  /// as diagnostics.
  package func page(of links: LinkReport, in toolbox: Toolbox, now: Date) -> (html: [UInt8]?, diagnostics: [Diagnostic])
  {
    let loaded = theme(of: toolbox.site, settings: .none, fileSystem)
    guard let theme = loaded.theme else { return (nil, loaded.diagnostics) }
    let style = theme.assets.filter { $0.name.hasSuffix(".css") }.map { String(decoding: $0.bytes, as: UTF8.self) }
    let page = LinkReportPage(
      links, of: toolbox, style: style.joined(separator: "\n"), SiteWording(theme.labels), now: now)
    return (Array(theme.render(.linkReport, page).utf8), [])
  }
}
