import Diagnostics
import MarkdownTree
import Toolbox
import ToolboxLoading

/// Makes anew what a change of some texts concerns, and nothing else, where what those texts say to the rest of the toolbox
/// is what it was.
///
/// Nothing is said of pages here but what they weigh: whatever else would have to be said beside what the last build said
/// (a fault of accessibility, an address that came or went) makes it give up, and everything is built.
struct SitePatch {
  /// What was made.
  struct Made {
    /// The files that are not what they were.
    var files: [StagedFile]
    /// How the site is made now.
    var trace: SiteTrace
    /// What is to be said of the budgets of pages; nil where that is what was said before.
    var budgets: [Diagnostic]?
  }

  private let generator: SiteGenerator
  private let trace: SiteTrace
  private let published: @Sendable (String) -> [UInt8]?

  /// - Parameters:
  ///   - generator: reads content and theme.
  ///   - trace: how the site was made last.
  ///   - published: the content of a file of the site as it was made then.
  init(_ generator: SiteGenerator, trace: SiteTrace, published: @escaping @Sendable (String) -> [UInt8]?) {
    self.generator = generator
    self.trace = trace
    self.published = published
  }

  /// A line of an index that is to be made anew.
  private struct Place: Hashable {
    var index: Int
    var line: Int
  }

  /// Makes anew what shows some texts; nil where everything has to be.
  ///
  /// - Parameter changed: the paths of the texts that changed.
  func run(changed: Set<String>) -> Made? {
    let trace = trace
    let pages = trace.pages.indices.filter { trace.pages[$0].sources.shows(anyOf: changed) }
    let places = places(of: Set(pages), changed: changed)
    let own = places.compactMap { trace.indexes[$0.index].lines[$0.line].texts }
    let texts = (pages.map { trace.pages[$0].sources.files } + own).reduce(into: Set()) { $0.formUnion($1) }
    guard let material = generator.material(knowing: trace, changed: changed, reading: texts),
      material.plan.pages.map(\.path) == trace.pages.map(\.path)
    else { return nil }
    let renderer = SiteRenderer(material: material)
    // Print editions first: none is left to one core at the end.
    let made = concurrentMap(pages, heaviestFirst: { trace.pages[$0].isPrintEdition ? 1 : 0 }) { place in
      Self.make(material.plan.pages[place], trace.pages[place], by: renderer)
    }
    var result = Made(files: [], trace: trace)
    var files: [Int: StagedFile] = [:]
    for (place, made) in zip(pages, made) {
      guard let made else { return nil }
      files[place] = made.file
      result.trace.pages[place] = made.trace
    }
    guard let indexes = indexes(places, files, SearchIndexes(renderer: renderer), into: &result.trace) else {
      return nil
    }
    result.budgets = budgets(of: pages, after: result.trace, on: material.toolbox.site)
    result.files = indexes + pages.compactMap { files[$0] }.filter { $0.bytes != published($0.path) }
    return result
  }

  /// Makes a page; nil where it has a fault, or says something else to checks of other pages than it did.
  private static func make(
    _ page: SitePlan.PlannedPage, _ former: SiteTrace.Page, by renderer: SiteRenderer
  ) -> (file: StagedFile, trace: SiteTrace.Page)? {
    let rendered = renderer.page(page)
    let file = rendered.file
    let tags = Array(HTMLTagScanner(file.bytes))
    let facts = PageFacts(file.bytes, tags: tags)
    let accessibility = PageAccessibility(path: file.path, tree: PageTree(file.bytes, tags: tags))
    guard rendered.sources == former.sources, accessibility.faults.isEmpty,
      former.mark.elementsEqual(PageMark.digest(facts, accessibility))
    else { return nil }
    let own = PageMeasure.Part(path: file.path, bytes: TransferSize.of(file), isOwnPicture: false)
    let measure = PageMeasure(
      path: file.path, isPrintEdition: former.isPrintEdition, parts: [own], elements: facts.elements)
    var trace = former
    (trace.bytes, trace.elements, trace.commonestElement) = (own.bytes, measure.elements, measure.commonestElement)
    return (file, trace)
  }

  /// The lines of the indexes that show what changed.
  private func places(of pages: Set<Int>, changed: Set<String>) -> [Place] {
    trace.indexes.enumerated().flatMap { number, index in
      index.lines.enumerated().compactMap { line, known in
        let isConcerned = known.texts.map { !$0.isDisjoint(with: changed) } ?? pages.contains(known.reading.page)
        return isConcerned ? Place(index: number, line: line) : nil
      }
    }
  }

  /// What is to be said of the budgets of all pages, where one of these is or was beyond.
  private func budgets(of pages: [Int], after new: SiteTrace, on site: Site) -> [Diagnostic]? {
    let concerned = pages.flatMap { [trace.measure(of: trace.pages[$0]), new.measure(of: new.pages[$0])] }
    if BudgetChecks(site: site, pages: concerned).run().isEmpty { return nil }
    return BudgetChecks(site: site, pages: new.pages.map { new.measure(of: $0) }).run()
  }

  // MARK: Indexes

  /// The indexes with other lines in these places; nil where one is not what it was.
  private func indexes(
    _ places: [Place], _ files: [Int: StagedFile], _ indexes: SearchIndexes, into trace: inout SiteTrace
  ) -> [StagedFile]? {
    let known = trace
    let lines = concurrentMap(places) { place -> SearchIndex.Line? in
      let line = known.indexes[place.index].lines[place.line]
      let page = files[line.reading.page] ?? StagedFile(path: known.pages[line.reading.page].path, bytes: [])
      let new = indexes.line(for: line.reading, of: page)
      return new.texts == line.texts ? new : nil
    }
    var byIndex: [Int: [Int: [UInt8]]] = [:]
    for (place, line) in zip(places, lines) {
      guard let line else { return nil }
      byIndex[place.index, default: [:]][place.line] = line.script
    }
    var result: [StagedFile] = []
    for (number, scripts) in byIndex.sorted(by: { $0.key < $1.key }) {
      let index = known.indexes[number]
      guard let old = published(index.path), let new = index.replacing(scripts, in: old) else { return nil }
      for (line, script) in scripts { trace.indexes[number].lines[line].length = script.count }
      if new != old { result.append(StagedFile(path: index.path, bytes: new)) }
    }
    return result
  }
}

extension SiteTrace.Index {
  /// The index with other lines; nil where the script is not one of so many lines of these lengths.
  fileprivate func replacing(_ scripts: [Int: [UInt8]], in old: [UInt8]) -> [UInt8]? {
    let between = SearchScript.separator.count
    let length = lines.reduce(0) { $0 + $1.length } + max(lines.count - 1, 0) * between
    guard old.starts(with: SearchScript.start), old.count == SearchScript.start.count + length + SearchScript.end.count
    else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(old.count + scripts.values.reduce(0) { $0 + $1.count })
    var (position, copied) = (SearchScript.start.count, 0)
    for (number, line) in lines.enumerated() {
      if let script = scripts[number] {
        result += old[copied..<position]
        result += script
        copied = position + line.length
      }
      position += line.length + between
    }
    return result + old[copied...]
  }
}
