import Diagnostics
import ExternalLinks
import Foundation
import LinkMaintenance
import LinkValidation
import Toolbox
import ToolboxLoading

/// The whole way from a content folder to a published site.
public struct SiteGenerator: Sendable {
  /// What to build, and where.
  public struct Options: Sendable {
    /// The folder of the toolbox.
    public var root: String
    /// The output folder.
    public var output: String
    /// The output folder as messages name it.
    public var shownOutput: String
    /// The name of the theme, where it is not the content's own.
    public var theme: String?
    /// Where themes are looked for, in order.
    public var themeFolders: [String]
    /// The absolute address of the published site, where it is not the content's own.
    public var baseURL: String?
    /// Whether warnings stop publication.
    public var isStrict: Bool
    /// Whether what is known of links to other sites, from earlier checks, is reported. Whoever checks them anew reports
    /// what comes of that instead.
    public var recallsLinks = true
    /// What tells this program from another one that may make other pages of the same content.
    public var generator = ProgramVersion.current.description
    /// What is done with files that are in the way of the site and that Trousse did not write.
    public var foreignFiles = ForeignFiles.refuse

    /// Creates options.
    public init(
      root: String, output: String, shownOutput: String, theme: String?, themeFolders: [String], baseURL: String?,
      isStrict: Bool
    ) {
      self.root = root
      self.output = output
      self.shownOutput = shownOutput
      self.theme = theme
      self.themeFolders = themeFolders
      self.baseURL = baseURL
      self.isStrict = isStrict
    }
  }

  /// What came of it.
  public struct Report: Sendable {
    /// Everything that was found, in reading order. Where warnings stop publication they are errors.
    public var diagnostics: [Diagnostic] = []
    /// The texts that were read, by path.
    public var sources: [String: SourceText] = [:]
    /// What was read, if there is anything to speak of.
    public var toolbox: Toolbox?
    /// What is known of links to other sites; nil where the record is damaged.
    public var record: LinkRecord?
    /// The language of the site, if it could be read.
    public var siteLanguage: String?
    /// What loading each page costs; empty where pages could not be made.
    public var measures: [PageMeasure] = []
    /// How many pages the site has.
    public var pages = 0
    /// How many tailored editions it has.
    public var editions = 0
    /// How many links were checked, in the content and in the pages.
    public var links = 0
    /// How many links still lead nowhere.
    public var placeholders = 0
    /// How many facts are still to be filled in.
    public var toComplete = 0
    /// How many files were written; nil where nothing was published.
    public var written: Int?
    /// How many files were removed.
    public var removed = 0
    /// What a reader of the site finds changed.
    public var changes = SiteChanges()

    /// Whether something stops publication.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  }

  let options: Options
  private let fileSystem: FileSystem

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
    var (report, rendering, _) = prepare()
    guard let settling = rendering.settling else { return (report, nil) }
    let record = settling.record(on: day)
    report.measures = settling.measures(showing: record)
    return (report, record)
  }

  /// Builds the site, and publishes it if nothing stops it. Where nothing changed since the last time, nothing is done.
  public func build() -> Report {
    let file = BuildRecordFile(root: options.root, fileSystem: fileSystem)
    let (known, finding) = file.read()
    if let known, let report = unchangedReport(known, fileSystem: fileSystem) {
      if let settled = known.settled(at: fileSystem.now()) { file.write(settled) }
      return report
    }
    let log = InputLog(fileSystem, ignoring: Path.join(options.root, BuildRecordFile.folder))
    var (report, manifest) = SiteGenerator(options, fileSystem: log.fileSystem).publish(to: fileSystem)
    if let manifest, let record = record(of: report, manifest, inputs: log.inputs, fileSystem: fileSystem) {
      file.write(record)
    }
    report.diagnostics += [finding].compactMap { $0 }
    return report
  }

  /// Builds everything, and publishes it if nothing stops it.
  ///
  /// - Returns: what came of it, and what the output holds then; nil where nothing was published.
  private func publish(to disk: FileSystem) -> (report: Report, manifest: Manifest?) {
    var (report, rendering, toolbox) = prepare()
    guard !report.hasErrors else { return (report, nil) }
    let publisher = Publisher(
      output: options.output, shown: options.shownOutput, foreign: options.foreignFiles, fileSystem: disk)
    let outcome = publisher.publish(rendering.files)
    report.diagnostics = (report.diagnostics + outcome.diagnostics).inReadingOrder()
    if outcome.diagnostics.isEmpty {
      report.written = outcome.written
      report.removed = outcome.removed
      report.changes = outcome.changes
      if let toolbox { AnchorRecord(toolbox).write(root: options.root, fileSystem: disk) }
    }
    return (report, outcome.manifest)
  }

  /// Does all that a build does but the writing, and gives the editions as they are printed.
  ///
  /// - Returns: no edition where something stops publication.
  public func printEditions() -> (report: Report, editions: [PrintEdition]) {
    let (report, rendering, _) = prepare()
    guard !report.hasErrors, let toolbox = report.toolbox else { return (report, []) }
    return (report, PrintEdition.all(of: toolbox, in: rendering.files))
  }

  /// Does all that a build does but the writing, and gives what it would publish.
  ///
  /// - Returns: the files, none twice; nil where something stops publication.
  public func preview() -> (report: Report, files: [StagedFile]?) {
    let (report, rendering, _) = prepare()
    guard !report.hasErrors else { return (report, nil) }
    // As in what is published, the first of two with one path stands.
    var paths: Set<String> = []
    return (report, rendering.files.filter { paths.insert($0.path).inserted })
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

  // MARK: Steps

  /// What was rendered.
  private struct Rendering {
    var files: [StagedFile] = []
    /// What it takes to record the measures, where a page shows them.
    var settling: MeasureSettling?
  }

  private func prepare() -> (report: Report, rendering: Rendering, toolbox: Toolbox?) {
    var report = Report()
    let loaded = ToolboxLoader(root: options.root, fileSystem: fileSystem).load()
    report.sources = loaded.sources
    report.diagnostics = loaded.diagnostics
    var rendering = Rendering()
    if var toolbox = loaded.toolbox {
      toolbox.site.url = options.baseURL ?? toolbox.site.url
      report.toolbox = toolbox
      recall(toolbox, into: &report)
      report.siteLanguage = toolbox.site.language
      rendering = render(toolbox, into: &report)
    }
    report.toComplete = report.diagnostics.count { $0.id == .toComplete }
    finish(&report)
    return (report, rendering, loaded.toolbox)
  }

  /// Reads what is known of links to other sites.
  private func recall(_ toolbox: Toolbox, into report: inout Report) {
    let (record, source, problem) = LinkRecordFile(root: options.root, fileSystem: fileSystem).read()
    if let source { report.sources[source.file] = source }
    if let problem { return report.diagnostics.append(problem) }
    report.record = record
    guard options.recallsLinks else { return }
    let links = CheckedLink.all(LinkInventory.links(of: toolbox), in: record)
    report.diagnostics += links.compactMap { $0.finding(broken: .warning) }
  }

  /// Checks a toolbox and, if nothing is wrong so far, renders it and checks what was rendered.
  private func render(_ toolbox: Toolbox, into report: inout Report) -> Rendering {
    let plan = SitePlan(toolbox)
    let links = LinkChecks(toolbox).run {
      AnchorRecord(root: options.root, fileSystem: fileSystem)?.files ?? [:]
    }
    let theme = loadTheme(of: toolbox, into: &report)
    let (logo, logoFindings) = SiteLogo.find(in: toolbox)
    report.diagnostics += logoFindings
    report.diagnostics += toolbox.check() + plan.check(toolbox) + links.diagnostics
    report.links = links.count
    report.placeholders = links.placeholders
    report.pages = plan.pages.count
    report.editions = toolbox.editions.count
    let measures = recallMeasures(toolbox, plan, into: &report)
    guard let theme, !report.hasErrors else { return Rendering() }
    let downloads = downloads(of: toolbox, into: &report)
    report.diagnostics += SiteLogo.findings(for: logo, in: downloads)
    let material = SiteMaterial(
      toolbox: toolbox, plan: plan, theme: theme, downloads: downloads, record: report.record ?? LinkRecord(),
      measures: measures)
    let renderer = SiteRenderer(material: material)
    let pages = renderer.pages()
    let indexes = SearchIndexes(renderer: renderer, pages: pages).files()
    let assets = theme.assets.map { StagedFile(path: $0.path, bytes: $0.bytes) } + indexes + downloads
    let files = assets + pages
    let verifier = PageVerifier(pages: pages, others: assets, templates: Array(theme.sources.values))
    report.diagnostics += verifier.run() + OrphanChecks(toolbox: toolbox, plan: plan, verifier: verifier).run()
    report.links += verifier.linkCount
    let accessibility = accessibility(of: toolbox, plan: plan, theme: theme, verifier: verifier, report.sources)
    report.diagnostics += accessibility.diagnostics
    let measuring = PageMeasuring(planned: plan.pages, pages: pages, others: assets, logo: logo, verifier: verifier)
    report.measures = measuring.run().map { $0.missing(accessibility.criteria(of: $0.path).map(\.description)) }
    report.diagnostics += BudgetChecks(site: toolbox.site, pages: report.measures).run()
    guard toolbox.declarations.ecodesign != nil else { return Rendering(files: files) }
    let settling = MeasureSettling(material: material, measures: report.measures, assets: assets)
    return Rendering(files: files, settling: settling)
  }

  /// Reads what the eco-design page shows, where there is one.
  private func recallMeasures(_ toolbox: Toolbox, _ plan: SitePlan, into report: inout Report) -> MeasureRecord? {
    guard toolbox.declarations.ecodesign != nil else { return nil }
    let (record, source, problem) = MeasureRecordFile(root: options.root, fileSystem: fileSystem).read()
    if let source { report.sources[source.file] = source }
    let staleness = MeasureRecord.staleness(of: record, pages: plan.pages.map(\.path))
    report.diagnostics += [problem ?? staleness].compactMap { $0 }
    return record
  }

  /// What the RGAA asks for and the pages do not give.
  private func accessibility(
    of toolbox: Toolbox, plan: SitePlan, theme: Theme, verifier: PageVerifier, _ sources: [String: SourceText]
  ) -> AccessibilityChecks {
    let siteMap = plan.path(of: .siteMap)
    let linking = siteMap.map { verifier.pages(leadingTo: $0) } ?? []
    let site = SiteAccessibility(
      siteTitle: toolbox.site.title, pages: verifier.accessibility, siteMap: siteMap,
      linksToSiteMap: Set(linking))
    let texts = plan.pages.compactMap { page in
      page.origin.flatMap { $0.file.hasSuffix(".md") ? sources[$0.file] : nil }.map { (page.path, $0) }
    }
    let places = FaultPlaces(
      templates: theme.sources.values.sorted { $0.file < $1.file },
      texts: Dictionary(texts) { first, _ in first })
    return AccessibilityChecks(
      pages: verifier.accessibility, site: site.run(), styles: theme.styleSheets, places: places)
  }

  private func loadTheme(of toolbox: Toolbox, into report: inout Report) -> Theme? {
    let place = options.theme == nil ? toolbox.site.theme?.location : nil
    let name = options.theme ?? toolbox.site.theme?.name ?? "default"
    let loader = ThemeLoader(root: options.root, folders: options.themeFolders, fileSystem: fileSystem)
    let loaded = loader.load(name, namedAt: place)
    report.diagnostics += loaded.diagnostics
    report.sources.merge(loaded.sources) { first, _ in first }
    guard var theme = loaded.theme else { return nil }
    report.diagnostics += theme.check(for: toolbox.site)
    theme.paint(with: toolbox.site.colors)
    return theme
  }

  private func downloads(of toolbox: Toolbox, into report: inout Report) -> [StagedFile] {
    toolbox.assets.compactMap { path in
      do throws(FileSystemError) {
        let full = Path.join(Path.join(options.root, "content"), path)
        return StagedFile(path: path, bytes: try fileSystem.read(full))
      } catch {
        report.diagnostics.append(.unreadableFile("content/" + path, error))
        return nil
      }
    }
  }

  private func finish(_ report: inout Report) {
    if options.isStrict {
      for index in report.diagnostics.indices where report.diagnostics[index].severity == .warning {
        report.diagnostics[index].severity = .error
      }
    }
    report.diagnostics = report.diagnostics.inReadingOrder()
  }
}
