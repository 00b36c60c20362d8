import Diagnostics
import LinkValidation
import MarkdownTree
import Toolbox

/// Every page of the site and its address. The only place where addresses are decided.
public struct SitePlan: Sendable {
  /// A page and its path in the output.
  public struct PlannedPage: Sendable, Hashable {
    /// Which page.
    public var key: PageKey
    /// Its path in the output folder.
    public var path: String
    /// The files that it comes from, for messages.
    fileprivate var origin: String
  }

  /// The folder of the theme's own files: style sheet, script.
  static let assetFolder = "ressources-du-site"

  /// The pages, in the order in which one reads them.
  public private(set) var pages: [PlannedPage] = []
  private var paths: [PageKey: String] = [:]

  /// Plans the site of a toolbox.
  public init(_ toolbox: Toolbox) {
    let site = toolbox.site.file
    add(.home, "index.html", from: toolbox.home?.file ?? site)
    addSection(.chapter, of: toolbox)
    addChapters(of: toolbox, edition: nil)
    add(.print(edition: nil), "guide/imprimer.html", from: site)
    for edition in toolbox.editions {
      add(.edition(edition.id), "\(edition.id)/index.html", from: site)
      addChapters(of: toolbox, edition: edition)
      add(.print(edition: edition.id), "\(edition.id)/imprimer.html", from: site)
    }
    for kind in [EntryKind.accompaniment, .factor, .testimonial, .resource] where toolbox.hasSection(kind) {
      addSection(kind, of: toolbox)
    }
    for page in toolbox.pages { add(.page(page.id), "\(page.id.slug).html", from: page.core.file) }
    add(.siteMap, "plan-du-site.html", from: site)
    if !toolbox.site.abbreviations.isEmpty { add(.glossary, "glossaire.html", from: site) }
    add(.notFound, "404.html", from: site)
  }

  private mutating func addSection(_ kind: EntryKind, of toolbox: Toolbox) {
    let origin = toolbox.introductions[kind]?.core.file ?? toolbox.site.file
    add(.section(kind), "\(kind.folder)/index.html", from: origin)
  }

  private mutating func addChapters(of toolbox: Toolbox, edition: Edition?) {
    let folder = edition?.id ?? EntryKind.chapter.folder
    for chapter in Tailoring(toolbox, edition: edition).visible(toolbox.chapters) {
      add(.chapter(chapter.id, edition: edition?.id), "\(folder)/\(chapter.id.slug).html", from: chapter.core.file)
    }
  }

  private mutating func add(_ key: PageKey, _ path: String, from origin: String) {
    pages.append(PlannedPage(key: key, path: path, origin: origin))
    if paths[key] == nil { paths[key] = path }
  }

  /// Pages and files that would have one address.
  func check(_ toolbox: Toolbox) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var owners: [String: String] = [:]
    for page in pages {
      let address = page.path.lowercased()
      if let owner = owners[address] {
        diagnostics.append(.duplicateAddress(page.path, file: page.origin, other: owner))
      } else {
        owners[address] = page.origin
      }
    }
    for entry in toolbox.entries where entry.id.slug.isEmpty {
      diagnostics.append(.unusableName(entry.core.file))
    }
    return diagnostics + clashingAnchors(toolbox)
  }

  /// Entries of one kind that share a page share its anchors.
  private func clashingAnchors(_ toolbox: Toolbox) -> [Diagnostic] {
    let placed = toolbox.entries.filter { $0.id.kind != .chapter && $0.id.kind != .page }
    let bySlug = Dictionary(grouping: placed) { $0.id.kind.folder + "/" + $0.id.slug }
    return bySlug.values.filter { Set($0.map(\.id)).count > 1 }.flatMap { same -> [Diagnostic] in
      let files = same.map(\.core.file).sorted()
      return files.dropFirst().map {
        .duplicateAddress("\(same[0].id.kind.folder)/index.html#\(same[0].id.slug)", file: $0, other: files[0])
      }
    }
  }

  // MARK: Addresses

  /// The path of a page in the output, or nil where the site has no such page.
  public func path(of key: PageKey) -> String? { paths[key] }

  /// The page and the anchor of a destination, as an edition leads there.
  func place(of destination: Destination, in edition: Edition?) -> (path: String, anchor: String?)? {
    switch destination {
    case .home(let anchor): return ("index.html", anchor)
    case .section(.chapter, nil): return paths[edition.map { .edition($0.id) } ?? .section(.chapter)].map { ($0, nil) }
    case .section(let kind, let anchor): return paths[.section(kind)].map { ($0, anchor) }
    case .entry(let id, let anchor): return place(of: id, anchor: anchor, in: edition)
    case .asset(let path, let fragment): return (path, fragment)
    case .external: return nil
    }
  }

  private func place(of id: EntryID, anchor: String?, in edition: Edition?) -> (path: String, anchor: String?)? {
    let joined = Self.joinedAnchor(of: id, anchor: anchor)
    switch id.kind {
    case .chapter: return paths[.chapter(id, edition: edition?.id)].map { ($0, anchor) }
    case .page: return paths[.page(id)].map { ($0, anchor) }
    case .factor: return paths[edition.map { .edition($0.id) } ?? .section(.factor)].map { ($0, joined) }
    case .accompaniment:
      if let edition, edition.accompaniment == id.name {
        return paths[.edition(edition.id)].map { ($0, anchor == nil ? nil : joined) }
      }
      return paths[.section(.accompaniment)].map { ($0, joined) }
    case .testimonial, .resource: return paths[.section(id.kind)].map { ($0, joined) }
    }
  }

  /// The anchor of an entry, or of a place in it, on a page that joins several; its top is where it begins.
  static func joinedAnchor(of id: EntryID, anchor: String?) -> String {
    guard let anchor, anchor.lowercased() != "top" else { return id.slug }
    return anchorPrefix(of: id) + anchor
  }

  /// What stands before the anchors of an entry on a page that joins several.
  static func anchorPrefix(of id: EntryID) -> String { id.slug + "--" }
}

extension Diagnostic {
  fileprivate static func duplicateAddress(_ path: String, file: String, other: String) -> Diagnostic {
    Diagnostic(
      .duplicateAddress, at: SourceLocation(file: file),
      Message(
        fr: "cette page aurait la même adresse qu’une autre, « \(path) » : celle de « \(other) »",
        en: "this page would have the same address as another one, “\(path)”: that of “\(other)”"),
      help: Message(fr: "renommez l’un des deux fichiers", en: "rename one of the two files"))
  }

  fileprivate static func unusableName(_ file: String) -> Diagnostic {
    Diagnostic(
      .duplicateAddress, at: SourceLocation(file: file),
      Message(
        fr: "le nom de ce fichier n’a ni lettre ni chiffre : il ne peut pas servir d’adresse",
        en: "this file’s name has neither letter nor digit: it cannot be an address"),
      help: Message(fr: "renommez-le, par exemple « mon-sujet.md »", en: "rename it, for example “my-subject.md”"))
  }
}
