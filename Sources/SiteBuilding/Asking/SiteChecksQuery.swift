import Diagnostics
import Encodings
import Engine
import PageRendering
import SiteAudit
import SitePlanning
import SiteVerification
import Theming
import Toolbox
import ToolboxLoading

/// The question what is to be said of the files of the site, taken together.
struct SiteChecksQuery: SingleQuery {
  struct Answer: Sendable {
    var diagnostics: [Diagnostic] = []
    /// The number of links on pages.
    var links = 0
    /// Whether each file has an address of its own. If not, the files are no site, so their links are not checked.
    var isWhole = false
  }

  static let kind = "site-checks"
  static let keeping = Keeping<Answer>.inRecord(
    write: { $0.write(to: &$1) },
    read: { (reader) throws(DamagedBytes) in
      Answer(
        diagnostics: try reader.each { (reader) throws(DamagedBytes) in
          try Diagnostic(&reader, kind: DiagnosticID.inBuild)
        }, links: try reader.count(), isWhole: try reader.flag())
    })

  var fallback: Answer { Answer() }

  static func fingerprint(of answer: Answer) -> Fingerprint {
    var writer = ByteWriter()
    answer.write(to: &writer)
    return Fingerprint(of: writer.bytes)
  }
}

extension SiteChecksQuery.Answer {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.add(each: diagnostics) { $1.write(to: &$0) }
    writer.add(count: links)
    writer.add(isWhole)
  }
}

extension SiteGenerator {
  func checkSite(_ asker: Asker) -> SiteChecksQuery.Answer {
    guard let material = asker.value(MaterialTopic.self) else { return SiteChecksQuery.Answer() }
    let made = files(asker)
    let clashes = AddressChecks(files: made.files).run()
    var answer = SiteChecksQuery.Answer(diagnostics: made.findings + logoFindings(material, asker) + clashes)
    guard clashes.isEmpty else { return answer }
    answer.isWhole = true
    let verifier = verifier(of: made.files, material, asker)
    answer.links = verifier.linkCount
    let written = WrittenLinks(material.toolbox, plan: material.plan, index: material.index)
    let links = verifier.run(written)
    // Only the search for the place of a wrong link reads the outlines of texts.
    if !links.isEmpty { asker.dependOnOutlines() }
    answer.diagnostics +=
      links + OrphanChecks(toolbox: material.toolbox, plan: material.plan, verifier: verifier).run()
    answer.diagnostics += accessibility(material, verifier, asker).diagnostics
    asker.dependOnPlaces(of: answer.diagnostics)
    return answer
  }

  /// The criteria of the RGAA that each page certainly or possibly fails.
  func missedCriteria(_ asker: Asker) -> (_ page: String) -> [Criterion] {
    guard let material = asker.value(MaterialTopic.self) else { return { _ in [] } }
    let checks = accessibility(material, verifier(of: files(asker).files, material, asker), asker)
    return checks.criteria
  }

  private func logoFindings(_ material: SiteMaterial, _ asker: Asker) -> [Diagnostic] {
    guard let logo = material.logo else { return [] }
    let asset = asker.ask(AssetQuery(logo.path))
    return asset.size != nil && asset.dimensions == nil ? [logo.withoutSize] : []
  }

  /// The verifier of the files of a site.
  func verifier(of files: [OutputFile], _ material: SiteMaterial, _ asker: Asker) -> PageVerifier {
    let pages = files.compactMap { if case .page(let key) = $0.content { key } else { nil } }
    let summaries = Dictionary(
      zip(pages, asker.value(SummaryTopic.self, of: pages, heaviestFirst: \.isPrint))
    ) { first, _ in first }
    let known = files.map { file in
      let isPage = file.role == .page
      let summary: FileSummary? =
        switch file.content {
        case .page(let key): summaries[key] ?? nil
        case .asset: asker.ask(AssetQuery(file.path)).summary
        case .searchIndex: nil
        case .bytes(let bytes): SiteFile(StagedFile(path: file.path, bytes: bytes, role: file.role)).summary
        }
      return SiteFile(path: file.path, isPage: isPage, summary: summary)
    }
    let byPath = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    return PageVerifier(known, templates: Array(material.theme.sources.values)) { path in
      byPath[path].map { bytes(of: $0, asker) } ?? []
    }
  }

  /// Checks the pages against the RGAA.
  func accessibility(
    _ material: SiteMaterial, _ verifier: PageVerifier, _ asker: Asker
  ) -> AccessibilityChecks {
    let (plan, theme) = (material.plan, material.theme)
    let siteMap = plan.path(of: .siteMap)
    let linking = siteMap.map { verifier.pages(leadingTo: $0) } ?? []
    let pages = verifier.files.all.compactMap { file in
      file.summary?.shape.map { SiteAccessibility.Page(path: file.path, shape: $0) }
    }
    let site = SiteAccessibility(
      siteTitle: material.toolbox.site.title, pages: pages, siteMap: siteMap, linksToSiteMap: Set(linking))
    let origins = Dictionary(plan.pages.map { ($0.path, $0.origin?.file) }) { first, _ in first }
    let places = FaultPlaces(templates: theme.sources.values.sorted { $0.file < $1.file }) { page in
      (origins[page] ?? nil).flatMap { ContentTree.File($0) }.flatMap { asker.ask(TextQuery($0)).source }
    }
    return AccessibilityChecks(
      pages: verifier.faultyPages, site: site.run(), styles: theme.styleSheets, places: places)
  }
}

extension Asker {
  /// The values that a topic has for some keys. The keys for which `weight` is true are asked first, because their values
  /// take long.
  fileprivate func value<T: Topic>(
    _ topic: T.Type, of keys: [T.Key], heaviestFirst isHeavy: (T.Key) -> Bool
  ) -> [T.Value] {
    let order = keys.indices.filter { isHeavy(keys[$0]) } + keys.indices.filter { !isHeavy(keys[$0]) }
    let answers = ask(all: order.map { About<T>(keys[$0]) })
    let byPlace = Dictionary(zip(order, answers.map(\.value))) { first, _ in first }
    return keys.indices.compactMap { byPlace[$0] }
  }
}

extension PageKey {
  /// Whether this is the print page of an edition, which costs as much as all its chapters.
  fileprivate var isPrint: Bool { if case .print = self { true } else { false } }
}
