/// A chapter of the guide.
package struct Chapter: Entry {
  package static let kind = EntryKind.chapter
  package static let traits = EntryTraits(presence: .pageInEachEdition)

  /// The part that all kinds of entries share.
  package var core: EntryCore
  /// The title.
  package var title: String
  /// A summary in one sentence.
  package var summary: String?
  /// Keywords for the search.
  package var keywords: [String]
  /// The date of the last change, in ISO 8601.
  package var updated: String?

  /// Creates a chapter.
  package init(core: EntryCore, title: String, summary: String?, keywords: [String], updated: String?) {
    self.core = core
    self.title = title
    self.summary = summary
    self.keywords = keywords
    self.updated = updated
  }
}

extension Toolbox {
  /// The chapters, in order.
  package var chapters: [Chapter] { all(Chapter.self) }

  /// The chapter with the given name; nil if there is no such chapter.
  package func chapter(named name: String) -> Chapter? { entry(Chapter.self, named: name) }
}
