import Diagnostics
import HTML
import PageRendering
import SiteAudit
import SitePlanning
import SiteVerification
import Toolbox

/// Renders again only the pages that show changed texts. Other texts and pages depend on some parts of a text
/// (``TextInterface``). If one of these parts changed, a full build is required.
///
/// A partial build computes again only the findings on page budgets. So a full build is also required if a changed text
/// has findings, if a page has an accessibility fault, or if an address appears or disappears.
struct PartialBuild {
  struct Result {
    /// The files whose content changed.
    var files: [StagedFile]
    /// The new trace.
    var trace: SiteTrace
    /// The findings on the budgets of pages; nil if these findings did not change.
    var budgets: [Diagnostic]?
  }

  private let generator: SiteGenerator
  private let trace: SiteTrace
  private let published: @Sendable (String) -> [UInt8]?

  /// Prepares a partial build.
  ///
  /// - Parameters:
  ///   - generator: loads the content and the theme.
  ///   - trace: the trace of the last build.
  ///   - published: returns the published content of the file at a path.
  init(_ generator: SiteGenerator, trace: SiteTrace, published: @escaping @Sendable (String) -> [UInt8]?) {
    self.generator = generator
    self.trace = trace
    self.published = published
  }

  /// Renders again the pages that show the changed texts; nil if a full build is required.
  ///
  /// - Parameter changed: the paths of the texts that changed.
  func run(changed: Set<String>) -> Result? {
    let trace = trace
    let pages = trace.pages.indices.filter { trace.pages[$0].sources.shows(anyOf: changed) }
    let mending = IndexMending(of: pages, changed: changed, in: trace, published: published)
    let texts = pages.reduce(into: mending.texts) { $0.formUnion(trace.pages[$1].sources.files) }
    guard let material = generator.material(knowing: trace, changed: changed, reading: texts),
      material.plan.pages.map(\.path) == trace.pages.map(\.path)
    else { return nil }
    let renderer = SiteRenderer(material: material)
    // Print editions take long to render, and no index contains them. So they are rendered while the indexes are
    // updated.
    let (prints, rest) = concurrently({ make(pages.filter { trace.pages[$0].isPrintEdition }, by: renderer) }) {
      make(pages.filter { !trace.pages[$0].isPrintEdition }, by: renderer).flatMap { single in
        mending.run(single.mapValues(\.file), by: SearchIndexes(renderer: renderer)).map { (single, $0) }
      }
    }
    guard let prints, let (single, indexes) = rest else { return nil }
    var result = Result(files: [], trace: trace)
    for index in indexes {
      result.trace.indexes[index.place] = index.trace
      result.files += [index.file].compactMap { $0 }
    }
    for (place, made) in single.merging(prints, uniquingKeysWith: { first, _ in first }).sorted(by: { $0.key < $1.key })
    {
      result.trace.pages[place] = made.trace
      if made.file.bytes != published(made.file.path) { result.files.append(made.file) }
    }
    result.budgets = budgets(of: pages, after: result.trace, on: material.toolbox.site)
    return result
  }

  private struct MadePage: Sendable {
    var file: StagedFile
    var trace: SiteTrace.Page
  }

  /// Renders the pages at the given positions in the plan; nil if a page requires a full build. The key of the result
  /// is the position of the page.
  private func make(_ places: [Int], by renderer: SiteRenderer) -> [Int: MadePage]? {
    let made = concurrentMap(places) { place in
      Self.make(renderer.material.plan.pages[place], trace.pages[place], by: renderer)
    }
    let whole = made.compactMap { $0 }
    return whole.count == made.count ? Dictionary(zip(places, whole)) { first, _ in first } : nil
  }

  /// Renders a page; nil if the page has an accessibility fault, or if its sources or its ``PageInterface`` changed.
  private static func make(
    _ page: SitePlan.PlannedPage, _ former: SiteTrace.Page, by renderer: SiteRenderer
  ) -> MadePage? {
    let rendered = renderer.page(page)
    let file = rendered.file
    let tree = PageTree(file.bytes)
    let facts = PageFacts(tree)
    let accessibility = PageAccessibility(path: file.path, tree: tree)
    guard rendered.sources == former.sources, accessibility.faults.isEmpty,
      former.interface.elementsEqual(PageInterface.digest(facts, accessibility))
    else { return nil }
    let own = PageMeasure.Part(path: file.path, bytes: TransferSize.of(file), isOwnPicture: false)
    let measure = PageMeasure(
      path: file.path, isPrintEdition: former.isPrintEdition, parts: [own], elements: facts.elements)
    var trace = former
    (trace.bytes, trace.elements, trace.commonestElement) = (own.bytes, measure.elements, measure.commonestElement)
    return MadePage(file: file, trace: trace)
  }

  /// The findings on the budgets of all pages; nil if these findings did not change. The findings did not change if the
  /// pages that were rendered again met all budgets before this build, and still meet all budgets.
  private func budgets(of pages: [Int], after new: SiteTrace, on site: Site) -> [Diagnostic]? {
    let concerned = pages.flatMap { [trace.measure(of: trace.pages[$0]), new.measure(of: new.pages[$0])] }
    if BudgetChecks(site: site, pages: concerned).run().isEmpty { return nil }
    return BudgetChecks(site: site, pages: new.pages.map { new.measure(of: $0) }).run()
  }
}
