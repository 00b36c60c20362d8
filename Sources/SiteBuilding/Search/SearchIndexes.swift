import Diagnostics
import Encodings
import PageRendering
import SearchIndexing
import SitePlanning
import SiteVerification
import Theming
import Toolbox

/// The search index of an edition, or of the general pages.
struct SearchIndex: Sendable {
  /// The entry of a page in the index.
  struct Line: Sendable {
    /// The page and the edition.
    var reading: SearchIndexes.Reading
    /// The entry as JavaScript.
    var script: [UInt8]
    /// The files of the texts in the entry. Nil if the entry was made from the published page, and not from a page that
    /// was rendered for this index only.
    var texts: Set<String>?
  }

  /// The path of the index in the output.
  var path: String
  /// The entries, in the order of the plan.
  var lines: [Line]

  /// The script that pages load.
  var file: StagedFile { StagedFile(path: path, bytes: SearchScript.file(lines.map(\.script))) }
}

/// The search indexes: one script per edition, and one for the general pages. Each script contains the text of the
/// sections of its pages. Only the search script of the theme splits this text into words. Therefore the definition of
/// a word exists only once, in that script.
struct SearchIndexes {
  /// A page in the index of an edition.
  struct Reading: Sendable, Hashable {
    /// The edition; nil for the general edition.
    var edition: String?
    /// The position of the page in the plan.
    var page: Int
    /// Whether the page is rendered again for this index. This is necessary if all editions share the page, because the
    /// published page also shows content of other editions.
    var isOwn: Bool
  }

  private let renderer: SiteRenderer

  init(renderer: SiteRenderer) { self.renderer = renderer }

  private var plan: SitePlan { renderer.material.plan }

  /// Whether the theme has a search.
  private var isOffered: Bool { renderer.material.theme.path(ofAsset: Theme.searchScript) != nil }

  private var editions: [String?] { [nil] + renderer.material.toolbox.editions.map { Optional($0.id) } }

  /// The pages whose published form is in a search index, given as positions in the plan.
  var publishedPages: Set<Int> {
    guard isOffered else { return [] }
    return Set(editions.flatMap { readings(for: $0) }.filter { !$0.isOwn }.map(\.page))
  }

  /// Creates all search indexes; empty if the theme has no search.
  ///
  /// - Parameter pages: all pages, in the order of the plan.
  func all(of pages: [PageReading]) -> [SearchIndex] {
    guard isOffered else { return [] }
    let lines = concurrentMap(editions.flatMap { readings(for: $0) }) { reading in
      let page = pages[reading.page]
      return page.searchLine.flatMap { reading.isOwn ? nil : SearchIndex.Line(reading: reading, script: $0) }
        ?? line(for: reading, of: StagedFile(path: page.path, bytes: []))
    }
    let byEdition = Dictionary(grouping: lines) { $0.reading.edition }
    return editions.map { SearchIndex(path: SitePlan.searchIndex(of: $0), lines: byEdition[$0] ?? []) }
  }

  /// Creates the entry of a page in an index.
  ///
  /// - Parameter page: the page as published.
  func line(for reading: Reading, of page: StagedFile) -> SearchIndex.Line {
    let own = reading.isOwn ? renderer.page(plan.pages[reading.page], for: reading.edition) : nil
    let script = SearchScript.page(PageSections(own?.file.bytes ?? page.bytes), path: page.path)
    return SearchIndex.Line(reading: reading, script: script, texts: own?.sources.files)
  }

  private func readings(for edition: String?) -> [Reading] {
    plan.pages.enumerated().compactMap { place, page in
      guard Self.finds(page.key, in: edition) else { return nil }
      let isOwn = edition != nil && page.key.edition == nil && page.key != .glossary
      return Reading(edition: edition, page: place, isOwn: isOwn)
    }
  }

  /// Whether the index of an edition contains a page. The index contains the pages of the edition and the shared pages,
  /// but no pages that only repeat or list other pages.
  private static func finds(_ key: PageKey, in edition: String?) -> Bool {
    switch key {
    case .print, .siteMap, .notFound: false
    case .chapter, .edition, .introduction: key.edition == edition
    case .home: edition == nil
    // In a tailored edition, the home page of the edition replaces these pages.
    case .section(let kind) where kind.traits.presence == .pageInEachEdition || kind.traits.onEditionHome != .none:
      edition == nil
    case .section, .page, .declaration, .criteria, .glossary: true
    }
  }
}
