import MarkdownTree
import Toolbox

/// The anchors of every text, read from what will be rendered.
struct AnchorIndex {
  private var home: Set<String> = []
  private var sections: [EntryKind: Set<String>] = [:]
  private var entries: [EntryID: Set<String>] = [:]

  /// Indexes the anchors of a toolbox; those of an edition, where a tailoring is given.
  init(_ toolbox: Toolbox, tailoring: Tailoring? = nil) {
    home = toolbox.home?.body.fragments.anchors ?? []
    for kind in EntryKind.allCases { sections[kind] = toolbox.introductions[kind]?.body.fragments.anchors ?? [] }
    for entry in toolbox.entries {
      let isTailored = entry.id.kind == .chapter || entry.id.kind == .factor
      let body = isTailored ? tailoring?.tailor(entry.body) ?? entry.body : entry.body
      entries[entry.id] = body.fragments.anchors
      sections[entry.id.kind, default: []].insert(entry.id.slug)
    }
  }

  /// The anchors of a destination, or nil where none can be known.
  func anchors(of destination: Destination) -> Set<String>? {
    switch destination {
    case .home: home
    case .section(let kind, _): sections[kind]
    case .entry(let id, _): entries[id]
    case .asset, .external: nil
    }
  }
}
