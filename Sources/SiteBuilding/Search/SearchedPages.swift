import SitePlanning

/// Which pages are in which search index. There is one index per edition, and one for the general pages.
enum SearchedPages {
  /// Whether an index has the published form of a page.
  static func hasPublished(_ key: PageKey) -> Bool { finds(key, in: key.edition) }

  /// Whether the index of an edition contains a page. The index contains the pages of the edition and the shared pages,
  /// but no pages that only repeat or list other pages.
  static func finds(_ key: PageKey, in edition: String?) -> Bool {
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

  /// Whether a page is rendered again for the index of an edition. This is necessary if all editions share the page,
  /// because the published page also shows content of other editions.
  static func isOwn(_ key: PageKey, in edition: String?) -> Bool {
    edition != nil && key.edition == nil && key != .glossary
  }
}
