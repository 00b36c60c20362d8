/// A page that belongs to no section, such as the legal notice. The introduction of a section is also a page.
package struct Page: Entry {
  package static let kind = EntryKind.page
  package static let traits = EntryTraits(presence: .page, hasAudience: false)

  /// The place where readers find the link to a page.
  package enum Menu: String, Sendable, CaseIterable {
    /// The main menu.
    case main = "principal"
    /// The foot of every page.
    case footer = "pied"
    /// Only the site map.
    case none = "aucun"
  }

  /// The part that all kinds of entries share.
  package var core: EntryCore
  /// The title.
  package var title: String
  /// A summary in one sentence.
  package var summary: String?
  /// The place where readers find the link to the page.
  package var menu: Menu

  /// Creates a page.
  package init(core: EntryCore, title: String, summary: String?, menu: Menu) {
    self.core = core
    self.title = title
    self.summary = summary
    self.menu = menu
  }
}

extension ToolboxContent {
  /// The pages that belong to no section, in order.
  package var pages: [Page] { all(Page.self) }

  /// The page with the given name; nil if there is no such page.
  package func page(named name: String) -> Page? { entry(Page.self, named: name) }
}
