import Addresses
import LinkValidation
import SitePlanning
import Toolbox

/// The entries and sections that a page repeats from other pages, and their anchors on this page. If this page links to
/// such an entry or section, the link leads to the anchor on this page, and not to the other page.
struct JoinedPlaces: Sendable {
  /// The anchors of a section's introduction: the anchor of its start, and the anchors in its text.
  private struct Section: Sendable {
    let start: String
    let anchors: Set<String>
  }

  private var entries: Set<EntryID> = []
  private var placed: [EntryID: String] = [:]
  private var sections: [EntryKind: Section] = [:]
  private var groups: Set<String> = []

  /// The anchor of the start of a section's introduction.
  static func start(of kind: EntryKind) -> String { "introduction_" + kind.folder }

  /// The prefix that the page adds to the anchors inside a section's introduction.
  static func prefix(of kind: EntryKind) -> String { start(of: kind) + "--" }

  /// Adds entries that have their own anchors on the page.
  mutating func add(_ ids: some Sequence<EntryID>) { entries.formUnion(ids) }

  /// Adds a section.
  ///
  /// - Parameters:
  ///   - anchors: the anchors in the introduction of the section, with the prefix that the page adds.
  ///   - groups: the page divides the entries of the section into groups; these are the anchors of the groups.
  mutating func add(_ kind: EntryKind, anchors: Set<String>, groups: [String] = []) {
    sections[kind] = Section(start: Self.start(of: kind), anchors: anchors)
    self.groups.formUnion(groups)
  }

  /// Adds an entry that another text shows; `anchor` is the anchor of that text. If several texts show the entry, the
  /// first text counts.
  mutating func add(_ id: EntryID, within anchor: String) { if placed[id] == nil { placed[id] = anchor } }

  /// Whether a text of the page shows the entry.
  func isPlaced(_ id: EntryID) -> Bool { placed[id] != nil }

  /// The anchor of a link destination on this page; nil if the page does not show the destination.
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
    // The anchor of a link to a section may be the slug of an entry, because this slug is the anchor of the entry on
    // the page of the section.
    return entries.first { $0.kind == kind && anchor.names.contains($0.slug) }
      .map { anchoring.anchor(of: $0) + anchor.directiveText }
  }
}
