import SitePlanning
import Toolbox

/// The links in the header and in the footer of every page.
package struct SiteMenus: Sendable {
  /// A link of a menu.
  struct Entry: Sendable {
    let title: String
    let key: PageKey
  }

  /// The links of the main menu: first the links that `site.yml` lists, then the links to the pages whose front matter
  /// asks for the main menu.
  let main: [Entry]
  /// The links at the foot of every page.
  let footer: [Entry]
  private let keys: Set<PageKey>

  init(_ toolbox: Toolbox, _ plan: SitePlan, _ wording: SiteWording) {
    let listed = toolbox.site.menu.compactMap { entry -> Entry? in
      if let kind = EntryKind(rawValue: entry.name) {
        return Entry(title: wording(.section(kind)), key: .section(kind))
      }
      if let kind = DeclarationKind(rawValue: entry.name), plan.path(of: .declaration(kind)) != nil {
        return Entry(title: wording(.declaration(kind)), key: .declaration(kind))
      }
      return toolbox.page(named: entry.name).map { Entry(title: $0.title, key: .page($0.id)) }
    }
    let names = Set(toolbox.site.menu.map(\.name))
    let asking = toolbox.pages.filter { $0.menu == .main && !names.contains($0.id.name) }
    main = listed + asking.map { Entry(title: $0.title, key: .page($0.id)) }
    let pages = toolbox.pages.filter { $0.menu == .footer }.map { Entry(title: $0.title, key: .page($0.id)) }
    // The accessibility declaration is not in the list, because the footer has its own link to it, with the state of
    // conformity.
    footer =
      pages + [
        Entry(title: wording(.declaration(.ecodesign)), key: .declaration(.ecodesign)),
        Entry(title: wording(.siteMap), key: .siteMap), Entry(title: wording(.glossary), key: .glossary),
      ]
    keys = Set((main + footer).map(\.key) + [.declaration(.accessibility)])
  }

  /// The entries to which the menus link.
  var entries: [EntryID] {
    (main + footer).compactMap { entry in
      if case .page(let id) = entry.key { return id }
      return nil
    }
  }

  /// Whether a menu has an entry for this page, even if the site has no such page.
  func link(to key: PageKey) -> Bool { keys.contains(key) }
}
