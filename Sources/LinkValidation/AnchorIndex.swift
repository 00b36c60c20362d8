import Addresses
import Diagnostics
import Toolbox

/// An index of the anchors of pages and entries. The anchors come from the compiled texts.
struct AnchorIndex {
  private var home: Set<String> = []
  private var sections: [EntryKind: Set<String>] = [:]
  private var entries: [EntryID: Set<String>] = [:]

  /// Indexes the anchors of a toolbox, or of one edition if a tailoring is given.
  init(_ toolbox: Toolbox, tailoring: Tailoring? = nil) {
    home = toolbox.home?.outline.fragments.anchors ?? []
    for kind in EntryKind.allCases {
      let introduction = toolbox.introductions[kind]?.outline.fragments.anchors ?? []
      sections[kind] = introduction.union(kind.type.groupAnchors(in: toolbox))
    }
    let found = concurrentMap(toolbox.entries) { entry in
      let body =
        tailoring.map { Self.isTailored(entry, $0) ? $0.tailor(entry.outline) : entry.outline } ?? entry.outline
      return body.fragments.anchors
    }
    for (entry, anchors) in zip(toolbox.entries, found) {
      entries[entry.id, default: []].formUnion(anchors)
      if entry.id.kind.traits.presence == .section {
        sections[entry.id.kind, default: []].insert(entry.id.slug)
      }
    }
  }

  /// The anchors of a destination; nil if the anchors are not known.
  func anchors(of destination: Destination) -> Set<String>? {
    switch destination {
    case .home: home
    case .section(let kind, _): sections[kind]
    case .entry(let id, _): entries[id]
    // The theme defines the anchors of a declaration, so these anchors are checked later, in the rendered page.
    case .declaration, .asset, .external: nil
    }
  }

  /// The anchor that a fragment names in a destination; nil if the destination has no such anchor.
  func name(_ fragment: AddressFragment, in destination: Destination) -> String? {
    anchors(of: destination).flatMap { known in fragment.name(where: known.contains) }
  }

  /// Whether an edition has its own version of an entry. If so, links in this edition lead to the edition's version.
  private static func isTailored(_ entry: any Entry, _ tailoring: Tailoring) -> Bool {
    let kind = entry.id.kind
    guard kind.traits.presence != .pageInEachEdition else { return true }
    return tailoring.edition.map { kind.isOnHome(of: $0, named: entry.id.name) } ?? (kind.traits.onEditionHome == .all)
  }
}
