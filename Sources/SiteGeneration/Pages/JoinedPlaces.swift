import Addresses
import LinkValidation
import MarkdownTree
import Toolbox

/// The entries and sections that a page shows although they have pages elsewhere, with their anchors on this page.
/// Links to them stay on the page.
struct JoinedPlaces: Sendable {
  /// The introduction of a section: its own anchor, and the anchors in it.
  private struct Section: Sendable {
    let start: String
    let anchors: Set<String>
  }

  private var entries: Set<EntryID> = []
  private var placed: [EntryID: String] = [:]
  private var sections: [EntryKind: Section] = [:]
  private var groups: Set<String> = []

  /// The anchor of a section's introduction.
  static func start(of kind: EntryKind) -> String { "introduction_" + kind.folder }

  /// The prefix of the anchors in a section's introduction.
  static func prefix(of kind: EntryKind) -> String { start(of: kind) + "--" }

  /// Adds entries that the page shows under their own anchors.
  mutating func add(_ ids: some Sequence<EntryID>) { entries.formUnion(ids) }

  /// Adds a section.
  ///
  /// - Parameters:
  ///   - anchors: the anchors in its introduction, as the page shows it.
  ///   - groups: the anchors of the groups of its entries.
  mutating func add(_ kind: EntryKind, anchors: Set<String>, groups: [String] = []) {
    sections[kind] = Section(start: Self.start(of: kind), anchors: anchors)
    self.groups.formUnion(groups)
  }

  /// Adds an entry that is placed in another text. If several texts place it, the first one counts.
  mutating func add(_ id: EntryID, within anchor: String) { if placed[id] == nil { placed[id] = anchor } }

  /// Whether an entry is placed in another text.
  func isPlaced(_ id: EntryID) -> Bool { placed[id] != nil }

  /// The anchor of a destination on the page, or nil if the page does not show it.
  func anchor(of destination: Destination, _ anchoring: Anchoring) -> String? {
    switch destination {
    case .entry(let id, let anchor):
      entries.contains(id) ? anchoring.anchor(of: id, anchor) : placed[id]
    case .section(let kind, let anchor):
      sections[kind].flatMap { self.anchor(anchor, of: kind, $0, anchoring) }
    case .home, .declaration, .asset, .external: nil
    }
  }

  private func anchor(
    _ anchor: AddressFragment?, of kind: EntryKind, _ section: Section, _ anchoring: Anchoring
  ) -> String? {
    guard let anchor, !anchor.isTop else { return section.start + (anchor?.directiveText ?? "") }
    if anchor.name(where: section.anchors.contains) != nil { return Self.prefix(of: kind) + anchor.written }
    if anchor.name(where: groups.contains) != nil { return anchor.written }
    // On the page of a section, the anchor of an entry is its slug.
    return entries.first { $0.kind == kind && anchor.names.contains($0.slug) }
      .map { anchoring.anchor(of: $0) + anchor.directiveText }
  }
}
