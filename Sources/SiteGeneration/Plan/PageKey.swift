import Toolbox

/// Identifies a page of the site, independently of its address.
public enum PageKey: Sendable, Hashable {
  /// The home page.
  case home
  /// The page of a section: the guide, the factors, the resources…
  case section(EntryKind)
  /// A chapter in an edition; nil is the general one.
  case chapter(EntryID, edition: String?)
  /// The home of a tailored edition.
  case edition(String)
  /// The introduction of the guide in a tailored edition; in the general edition it is the page of the section.
  case introduction(edition: String)
  /// The print page of an edition; nil is the general edition.
  case print(edition: String?)
  /// A page such as the legal notice.
  case page(EntryID)
  /// A declaration of the publisher.
  case declaration(DeclarationKind)
  /// The criteria of the RGESN, one by one.
  case criteria
  /// The site map.
  case siteMap
  /// The glossary.
  case glossary
  /// The page that a server sends with status 404.
  case notFound

  /// The tailored edition that the page belongs to, or nil.
  var edition: String? {
    switch self {
    case .chapter(_, let edition), .print(let edition): edition
    case .edition(let id), .introduction(let id): id
    case .home, .section, .page, .declaration, .criteria, .siteMap, .glossary, .notFound: nil
    }
  }

  /// The section of the menu that the page belongs to; the page itself where it belongs to none.
  var section: PageKey {
    switch self {
    case .chapter(_, nil), .print(nil): .section(.chapter)
    case .criteria: .declaration(.ecodesign)
    case .home, .section, .chapter, .edition, .introduction, .print, .page, .declaration, .siteMap, .glossary,
      .notFound:
      self
    }
  }

  /// Whether the page differs from edition to edition.
  var isTailored: Bool {
    switch self {
    case .chapter, .print, .edition, .introduction, .section(.chapter): true
    case .home, .section, .page, .declaration, .criteria, .siteMap, .glossary, .notFound: false
    }
  }
}
