import Toolbox

/// Identifies a page of the site, independently of its address.
package enum PageKey: Sendable, Hashable {
  /// The home page.
  case home
  /// The page of a section: the guide, the factors, the resources…
  case section(EntryKind)
  /// A chapter in an edition. `edition` is nil for the general edition.
  case chapter(EntryID, edition: String?)
  /// The home page of the tailored edition with this id.
  case edition(String)
  /// The introduction of the guide in a tailored edition. In the general edition, the page ``section(_:)`` of the guide
  /// contains the introduction.
  case introduction(edition: String)
  /// The print page of an edition. `edition` is nil for the general edition.
  case print(edition: String?)
  /// A page of the content that belongs to no section, such as the legal notice.
  case page(EntryID)
  /// A declaration of the publisher.
  case declaration(DeclarationKind)
  /// The page that lists the criteria of the RGESN.
  case criteria
  /// The site map.
  case siteMap
  /// The glossary.
  case glossary
  /// The page that a server sends with status 404.
  case notFound

  /// The id of the tailored edition to which the page belongs; nil if the page belongs to no tailored edition.
  package var edition: String? {
    switch self {
    case .chapter(_, let edition), .print(let edition): edition
    case .edition(let id), .introduction(let id): id
    case .home, .section, .page, .declaration, .criteria, .siteMap, .glossary, .notFound: nil
    }
  }

  /// The page of the menu section to which this page belongs. A page that belongs to no section is returned unchanged.
  package var section: PageKey {
    switch self {
    case .chapter(_, nil), .print(nil): .section(.chapter)
    case .criteria: .declaration(.ecodesign)
    case .home, .section, .chapter, .edition, .introduction, .print, .page, .declaration, .siteMap, .glossary,
      .notFound:
      self
    }
  }

  /// Whether each edition has its own version of the page.
  package var isTailored: Bool {
    switch self {
    case .chapter, .print, .edition, .introduction, .section(.chapter): true
    case .home, .section, .page, .declaration, .criteria, .siteMap, .glossary, .notFound: false
    }
  }
}
