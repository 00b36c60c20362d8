import Diagnostics
import ExternalLinks
import Files
import LinkMaintenance
import LinkValidation
import PageRendering
import SiteAudit
import SitePlanning
import SiteVerification
import Theming
import Toolbox
import ToolboxLoading

/// The steps of a build, from the content to the files of the site.
extension SiteGenerator {
  struct Rendering {
    var files: [StagedFile] = []
    /// The renderer; nil if the pages were not rendered.
    var renderer: SiteRenderer?
    /// Computes the record of the measures; nil if the pages were not rendered or if no page shows measures.
    var settling: MeasureSettling?
    /// The trace of the build; nil if the pages were not rendered.
    var trace: SiteTrace?
  }

  /// The result of all steps before publication.
  package struct Prepared {
    var report: Report
    var rendering = Rendering()
    /// The toolbox as it was loaded. Its site address comes from the content, even if ``Options/baseURL`` is set.
    var toolbox: Toolbox?
  }

  package func prepare() -> Prepared {
    var report = Report()
    let loaded = ToolboxLoader(root: options.root, fileSystem: fileSystem).load()
    report.sources = loaded.sources
    report.diagnostics = loaded.diagnostics
    var rendering = Rendering()
    if let toolbox = loaded.toolbox.map(atItsAddress) {
      report.toolbox = toolbox
      recall(toolbox, into: &report)
      report.siteLanguage = toolbox.site.language
      rendering = render(toolbox, loaded, into: &report)
    }
    report.toComplete = report.diagnostics.count { $0.id == .toComplete }
    finish(&report)
    return Prepared(report: report, rendering: rendering, toolbox: loaded.toolbox)
  }

  /// Loads the content and the theme for a partial build; nil if a full build is required.
  ///
  /// - Parameters:
  ///   - trace: the trace of the last build. The findings of that build are still valid and are not reported again.
  ///   - changed: the paths of the texts that changed.
  ///   - texts: the paths of the texts to read.
  func material(knowing trace: SiteTrace, changed: Set<String>, reading texts: Set<String>) -> SiteMaterial? {
    let loader = ToolboxLoader(root: options.root, fileSystem: fileSystem)
    guard
      let loaded = loader.load(knowing: trace.outline, changed: changed, reading: texts),
      let toolbox = loaded.toolbox.map(atItsAddress),
      var theme = themeLoader.load(trace.theme, namedAt: nil, for: toolbox.site, isKnown: true).theme
    else { return nil }
    theme.paint(with: toolbox.site.colors)
    let (record, _, problem) = LinkRecordFile(root: options.root, fileSystem: fileSystem).read()
    // Only the eco-design page shows measures. The texts of this page come from a declaration, and not from an entry. A
    // partial build renders only pages that show the text of a changed entry. So it does not render the eco-design
    // page, and needs no measures.
    return SiteMaterial(
      toolbox: toolbox, texts: loaded.texts, fingerprints: loaded.fingerprints, plan: SitePlan(toolbox), theme: theme,
      imageSizes: trace.images,
      record: problem == nil ? record : LinkRecord(), measures: nil)
  }

  /// Replaces the address of the site by ``Options/baseURL``, if this option is set.
  private func atItsAddress(_ toolbox: Toolbox) -> Toolbox {
    var toolbox = toolbox
    toolbox.site.url = options.baseURL ?? toolbox.site.url
    return toolbox
  }

  /// Reads the record of the links to other sites. If ``Options/recallsLinks`` is set, also adds the findings in this
  /// record to the report.
  private func recall(_ toolbox: Toolbox, into report: inout Report) {
    let (record, source, problem) = LinkRecordFile(root: options.root, fileSystem: fileSystem).read()
    if let source { report.sources[source.file] = source }
    if let problem { return report.diagnostics.append(problem) }
    report.record = record
    guard options.recallsLinks else { return }
    let links = CheckedLink.all(LinkInventory.links(of: toolbox), in: record)
    report.diagnostics += links.compactMap { $0.finding(broken: .warning) }
  }

  /// Checks a toolbox. If the report then contains no error, makes and checks the outputs.
  private func render(_ toolbox: Toolbox, _ loaded: ToolboxLoader.Result, into report: inout Report) -> Rendering {
    let plan = SitePlan(toolbox)
    let links = LinkChecks(toolbox).run {
      AnchorRecord(root: options.root, fileSystem: fileSystem)?.files ?? [:]
    }
    let theme = loadTheme(of: toolbox, into: &report)
    report.diagnostics += SiteLogo.find(in: toolbox).diagnostics
    report.diagnostics += toolbox.check() + plan.check(toolbox) + links.diagnostics
    report.links = links.count
    report.placeholders = links.placeholders
    report.pages = plan.pages.count
    report.editions = toolbox.editions.count
    let measures = recallMeasures(toolbox, plan, into: &report)
    guard let theme, !report.hasErrors else { return Rendering() }
    let content = SiteContent(
      toolbox: toolbox, texts: loaded.texts, fingerprints: loaded.fingerprints, plan: plan, theme: theme,
      root: options.root, fileSystem: fileSystem)
    let made = MadeOutputs(outputs, of: content, record: report.record ?? LinkRecord(), measures: measures)
    let files = made.files
    let clashes = AddressChecks(files: made.origins).run()
    report.diagnostics += made.findings + SiteLogo.findings(for: made.material.logo, in: files) + clashes
    // Files with one address are no site, so checks of their links would report errors that do not exist.
    guard clashes.isEmpty else { return Rendering() }
    verify(made, files, into: &report)
    let trace = SiteTrace(
      outline: loaded.outline, theme: themeName(of: toolbox.site), made: made, measures: report.measures)
    let settling = MeasureSettling(material: made.material, measures: report.measures, files: files)
    return Rendering(
      files: files, renderer: SiteRenderer(material: made.material),
      settling: toolbox.declarations.ecodesign == nil ? nil : settling, trace: trace)
  }

  /// Checks and measures the files to publish.
  private func verify(_ made: MadeOutputs, _ files: [StagedFile], into report: inout Report) {
    let (toolbox, plan, theme) = (made.material.toolbox, made.material.plan, made.material.theme)
    let verifier = PageVerifier(files, known: made.readings, templates: Array(theme.sources.values))
    let written = WrittenLinks(toolbox, plan: plan, index: made.material.index)
    report.diagnostics += verifier.run(written) + OrphanChecks(toolbox: toolbox, plan: plan, verifier: verifier).run()
    report.links += verifier.linkCount
    let accessibility = accessibility(of: toolbox, plan: plan, theme: theme, verifier: verifier, report.sources)
    report.diagnostics += accessibility.diagnostics
    let measuring = PageMeasuring(plan.pages, logo: made.material.logo, verifier: verifier)
    report.measures = measuring.run().map { $0.missing(accessibility.criteria(of: $0.path).map(\.description)) }
    report.diagnostics += BudgetChecks(site: toolbox.site, pages: report.measures).run()
  }

  /// Reads the measures that the eco-design page shows, if the site has this page.
  private func recallMeasures(_ toolbox: Toolbox, _ plan: SitePlan, into report: inout Report) -> MeasureRecord? {
    guard toolbox.declarations.ecodesign != nil else { return nil }
    let (record, source, problem) = MeasureRecordFile(root: options.root, fileSystem: fileSystem).read()
    if let source { report.sources[source.file] = source }
    let staleness = MeasureRecord.staleness(of: record, pages: plan.pages.map(\.path))
    report.diagnostics += [problem ?? staleness].compactMap { $0 }
    return record
  }

  /// Checks the pages against the RGAA.
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

  /// Loads the theme of a site and applies the colours of the site. If the theme cannot be used, adds the reason to the
  /// report and returns nil.
  func loadTheme(of toolbox: Toolbox, into report: inout Report) -> Theme? {
    let place = options.theme == nil ? toolbox.site.theme?.location : nil
    let loaded = themeLoader.load(themeName(of: toolbox.site), namedAt: place, for: toolbox.site)
    report.diagnostics += loaded.diagnostics
    report.sources.merge(loaded.sources) { first, _ in first }
    guard var theme = loaded.theme else { return nil }
    report.diagnostics += theme.check(for: toolbox.site)
    theme.paint(with: toolbox.site.colors)
    return theme
  }

  private func themeName(of site: Site) -> String { options.theme ?? site.theme?.name ?? "default" }

  private var themeLoader: ThemeLoader {
    ThemeLoader(root: options.root, folders: options.themeFolders, fileSystem: fileSystem)
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
