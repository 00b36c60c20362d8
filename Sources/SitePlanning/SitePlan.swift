import Addresses
import Diagnostics
import LinkValidation
import Toolbox

/// The pages of the site and their addresses. No other code decides the address of a page.
package struct SitePlan: Sendable {
  /// A page and its path in the output.
  package struct PlannedPage: Sendable, Hashable {
    /// Identifies the page.
    package var key: PageKey
    /// The path of the page in the output folder.
    package var path: String
    /// The location in the content to which the page belongs, such as the file of a chapter; nil if Trousse adds the
    /// page itself.
    package var origin: SourceLocation?
  }

  /// The folder in the output for the files of the theme, such as style sheets and scripts.
  package static let assetFolder = "ressources-du-site"

  /// The pages, in reading order.
  package private(set) var pages: [PlannedPage] = []
  private var paths: [PageKey: String] = [:]

  /// Plans the site of a toolbox.
  package init(_ toolbox: Toolbox) {
    add(.home, "index.html")
    addSection(.chapter, of: toolbox)
    addChapters(of: toolbox, edition: nil)
    add(.print(edition: nil), "guide/imprimer.html")
    for (edition, declaration) in zip(toolbox.editions, toolbox.site.editions) {
      let origin = declaration.id.location
      add(.edition(edition.id), "\(edition.id)/index.html", from: origin)
      if toolbox.introductions[.chapter] != nil {
        add(.introduction(edition: edition.id), "\(edition.id)/introduction.html", from: origin)
      }
      addChapters(of: toolbox, edition: edition)
      add(.print(edition: edition.id), "\(edition.id)/imprimer.html", from: origin)
    }
    for kind in EntryKind.sections where toolbox.hasSection(kind) {
      addSection(kind, of: toolbox)
    }
    for page in toolbox.pages {
      add(.page(page.id), "\(page.id.slug).html", from: SourceLocation(file: page.core.file))
    }
    for kind in DeclarationKind.allCases where kind == .accessibility || toolbox.declarations.has(kind) {
      let origin = toolbox.declarations.has(kind) ? SourceLocation(file: kind.file) : nil
      add(.declaration(kind), "\(kind.rawValue).html", from: origin)
    }
    if toolbox.declarations.ecodesign != nil { add(.criteria, "\(DeclarationKind.ecodesign.rawValue)-criteres.html") }
    add(.siteMap, "plan-du-site.html")
    if !toolbox.site.abbreviations.isEmpty || !toolbox.site.definitions.isEmpty { add(.glossary, "glossaire.html") }
    add(.notFound, "404.html")
  }

  private mutating func addSection(_ kind: EntryKind, of toolbox: Toolbox) {
    let origin = toolbox.introductions[kind].map { SourceLocation(file: $0.core.file) }
    add(.section(kind), "\(kind.folder)/index.html", from: origin)
  }

  private mutating func addChapters(of toolbox: Toolbox, edition: Edition?) {
    let folder = edition?.id ?? EntryKind.chapter.folder
    for chapter in Tailoring(toolbox, edition: edition).visible(toolbox.chapters) {
      let path = "\(folder)/\(chapter.id.slug).html"
      add(.chapter(chapter.id, edition: edition?.id), path, from: SourceLocation(file: chapter.core.file))
    }
  }

  private mutating func add(_ key: PageKey, _ path: String, from origin: SourceLocation? = nil) {
    pages.append(PlannedPage(key: key, path: path, origin: origin))
    if paths[key] == nil { paths[key] = path }
  }

  // MARK: Addresses

  /// The path of the search index of an edition; `edition` is nil for the general edition. The file name does not
  /// depend on the content of the index. Otherwise a change of one word would change the file name, and every page that
  /// contains this name would change too.
  package static func searchIndex(of edition: String?) -> String { "\(edition ?? assetFolder)/index-recherche.js" }

  /// The path of a page in the output; nil if the site has no such page.
  package func path(of key: PageKey) -> String? { paths[key] }

  /// The path and the anchor to which a link in an edition leads; nil if the site does not have the destination of the
  /// link.
  package func place(of destination: Destination, in edition: Edition?) -> (path: String, anchor: String?)? {
    switch destination {
    case .home(let anchor): return ("index.html", anchor?.written)
    case .section(.chapter, let anchor):
      let key = edition.map { PageKey.introduction(edition: $0.id) } ?? .section(.chapter)
      return (paths[key] ?? paths[.section(.chapter)]).map { ($0, anchor?.written) }
    case .section(let kind, let anchor): return paths[.section(kind)].map { ($0, anchor?.written) }
    case .entry(let id, let anchor): return place(of: id, anchor: anchor, in: edition)
    case .declaration(let kind, let anchor): return paths[.declaration(kind)].map { ($0, anchor?.written) }
    case .asset(let path, let fragment): return (path, fragment?.written)
    case .external: return nil
    }
  }

  private func place(
    of id: EntryID, anchor: AddressFragment?, in edition: Edition?
  ) -> (path: String, anchor: String?)? {
    switch id.kind.traits.presence {
    case .pageInEachEdition: return paths[.chapter(id, edition: edition?.id)].map { ($0, anchor?.written) }
    case .page: return paths[.page(id)].map { ($0, anchor?.written) }
    case .section: break
    }
    if let edition, id.kind.isOnHome(of: edition, named: id.name) {
      // The only entry that the edition chose is the subject of its home page: the top of the page is its anchor.
      let isSubject = id.kind.traits.onEditionHome == .chosen && anchor == nil
      return paths[.edition(edition.id)].map { ($0, isSubject ? nil : Anchoring.amongKinds.anchor(of: id, anchor)) }
    }
    return paths[.section(id.kind)].map { ($0, Anchoring.ownPage.anchor(of: id, anchor)) }
  }
}

/// The form of the anchors of entries, on a page that shows several entries.
package enum Anchoring: Sendable {
  /// For a page with entries of one kind: the anchor of an entry is its slug.
  case ownPage
  /// For a page with entries of several kinds: the anchor of an entry is its kind, an underscore and its slug. The kind
  /// is necessary, because entries of two kinds may have the same slug. Slugs have no underscore.
  case amongKinds

  /// The prefix of all anchors in the text of an entry.
  package func prefix(of id: EntryID) -> String { anchor(of: id) + "--" }

  /// The anchor of an entry on the page. If `anchor` is given, the result is the page's anchor for this place in the
  /// text of the entry. If `anchor` means the top of a page, the result is the anchor of the entry.
  package func anchor(of id: EntryID, _ anchor: AddressFragment? = nil) -> String {
    if let anchor, !anchor.isTop { return prefix(of: id) + anchor.written }
    let directive = anchor?.directiveText ?? ""
    switch self {
    case .ownPage: return id.slug + directive
    case .amongKinds: return "\(id.kind.folder)_\(id.slug)" + directive
    }
  }
}
