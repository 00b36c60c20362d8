/// A chapter of the guide, or the opening of a part of the guide.
package struct Chapter: Entry {
  /// The place of a chapter in the guide.
  package enum Place: Sendable, Hashable {
    /// The chapter belongs to no part.
    case topLevel
    /// The entry opens a part. The chapters of the part follow this entry.
    case part
    /// The chapter belongs to the part that the given entry opens.
    case inside(EntryID)
  }

  package static let kind = EntryKind.chapter
  package static let traits = EntryTraits(presence: .pageInEachEdition, hasParts: true)

  /// The part that all kinds of entries share.
  package var core: EntryCore
  /// The place in the guide.
  package var place: Place
  /// The title.
  package var title: String
  /// A summary in one sentence.
  package var summary: String?
  /// Keywords for the search.
  package var keywords: [String]
  /// The date of the last change, in ISO 8601.
  package var updated: String?

  /// Creates a chapter.
  package init(
    core: EntryCore, place: Place, title: String, summary: String?, keywords: [String], updated: String?
  ) {
    self.core = core
    self.place = place
    self.title = title
    self.summary = summary
    self.keywords = keywords
    self.updated = updated
  }

  /// The opening of the part to which the chapter belongs.
  package var parent: EntryID? {
    if case .inside(let part) = place { part } else { nil }
  }

  /// The chapters in the order in which the guide shows them: each part is followed by its chapters.
  package static func inOrder(_ entries: [Chapter]) -> [Chapter] {
    let sorted = entries.sorted()
    let parts = Set(sorted.filter { $0.place == .part }.map(\.id))
    let inside = Dictionary(grouping: sorted) { chapter in chapter.parent.flatMap { parts.contains($0) ? $0 : nil } }
    return (inside[nil] ?? []).flatMap { chapter in
      [chapter] + (chapter.place == .part ? inside[chapter.id] ?? [] : [])
    }
  }
}

extension ToolboxContent {
  /// The chapters, in order.
  package var chapters: [Chapter] { all(Chapter.self) }

  /// The chapter with the given name; nil if there is no such chapter.
  package func chapter(named name: String) -> Chapter? { entry(Chapter.self, named: name) }
}
