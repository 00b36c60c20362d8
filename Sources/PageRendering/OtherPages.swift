import MarkdownTree
import SitePlanning
import Theming
import Toolbox

/// The page that lists the pages of the site, by section.
struct SiteMapPage: TemplateContext {
  /// A page. If the page opens a part of the guide, also the pages of the part.
  struct Line: TemplateContext {
    let page: LinkContext
    var links: [LinkContext] = []

    static let schema = TemplateSchema<Line>(
      LinkContext.schema, of: { $0.page }, [.list("links") { $0.links }, .flag("hasLinks") { !$0.links.isEmpty }])
  }

  /// A section and its pages.
  struct Group: TemplateContext {
    let title: String
    let href: String?
    var links: [Line] = []

    static let schema = TemplateSchema<Group>([
      .text("title") { $0.title }, .text("href") { $0.href }, .list("links") { $0.links },
      .flag("hasLinks") { !$0.links.isEmpty },
    ])
  }

  let page: PageFrame
  let site: SiteContext
  let groups: [Group]

  init(_ scope: PageScope) {
    page = scope.frame(title: scope.wording(.siteMap))
    site = SiteContext(scope)
    let print = scope.wording(.print)
    func chapters(_ edition: Edition?) -> [Line] {
      let introduction = edition.flatMap { scope.href(.introduction(edition: $0.id)) }.map {
        Line(page: LinkContext(title: scope.title(of: .chapter), href: $0))
      }
      func link(_ item: GuideContents.Item) -> LinkContext {
        LinkContext(title: item.chapter.title, href: scope.href(.chapter(item.chapter.id, edition: edition?.id)))
      }
      let all = scope.contents(in: edition).items.map {
        Line(page: link($0), links: $0.chapters.map(link))
      }
      let whole = Line(page: LinkContext(title: print, href: scope.href(.print(edition: edition?.id))))
      return [introduction].compactMap { $0 } + all + [whole]
    }
    let guide = Group(
      title: scope.title(of: .chapter), href: scope.href(.section(.chapter)), links: chapters(nil))
    let editions = scope.toolbox.editions.map {
      Group(title: $0.title, href: scope.href(.edition($0.id)), links: chapters($0))
    }
    let sections = EntryKind.sections.compactMap { kind -> Group? in
      guard let href = scope.href(.section(kind)) else { return nil }
      let entries = scope.toolbox.entries(of: kind)
      return Group(
        title: scope.title(of: kind), href: href,
        links: entries.map { Line(page: LinkContext(title: $0.title, href: scope.href($0.id))) })
    }
    let home = Group(title: scope.wording(.home), href: scope.href(.home))
    let pages = scope.toolbox.pages.map { ($0.title, PageKey.page($0.id)) }
    let declarations = DeclarationKind.allCases.map {
      (scope.wording(.declaration($0)), PageKey.declaration($0))
    }
    let criteria = (scope.wording(.criteria), PageKey.criteria)
    let others = pages + declarations + [criteria, (scope.wording(.glossary), .glossary)]
    let links = others.compactMap { title, key in
      scope.href(key).map { Line(page: LinkContext(title: title, href: $0)) }
    }
    let last = Group(title: scope.toolbox.site.title, href: nil, links: links)
    groups = [home, guide] + editions + sections + (links.isEmpty ? [] : [last])
  }

  static let schema = TemplateSchema<SiteMapPage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .list("groups") { $0.groups },
  ])
}

/// The page with the terms and abbreviations of the site, in alphabetical order.
struct GlossaryPage: TemplateContext {
  /// A term or an abbreviation.
  struct Term: TemplateContext {
    let short: String
    let long: String
    /// The anchor of the term; nil if another term already has this anchor.
    let anchor: String?

    /// The terms and abbreviations of the site, sorted.
    static func all(_ scope: PageScope) -> [Term] {
      let site = scope.toolbox.site
      let terms = site.definitions.map { (short: $0.term, long: $0.text, anchor: GroupAnchor.term($0.term)) }
      let abbreviations = site.abbreviations.map {
        (short: $0.short, long: $0.long, anchor: GroupAnchor.abbreviation($0.short))
      }
      var taken: Set<String> = []
      return (terms + abbreviations).map { (key: Slug.make($0.short), term: $0) }
        .sorted { ($0.key, $0.term.anchor) < ($1.key, $1.term.anchor) }
        .map {
          Term(
            short: $0.term.short, long: $0.term.long,
            anchor: taken.insert($0.term.anchor).inserted ? $0.term.anchor : nil)
        }
    }

    static let schema = TemplateSchema<Term>([
      .text("anchor") { $0.anchor }, .text("short") { $0.short }, .text("long") { $0.long },
    ])
  }

  let page: PageFrame
  let site: SiteContext
  let terms: [Term]

  init(_ scope: PageScope) {
    page = scope.frame(title: scope.wording(.glossary))
    site = SiteContext(scope)
    terms = Term.all(scope)
  }

  static let schema = TemplateSchema<GlossaryPage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .list("terms") { $0.terms },
  ])
}

/// The page that a server sends with status 404.
struct NotFoundPage: TemplateContext {
  let page: PageFrame
  let site: SiteContext
  let homeHref: String?
  let siteMapHref: String?

  init(_ scope: PageScope) {
    page = scope.frame(title: scope.wording(.notFound))
    site = SiteContext(scope)
    homeHref = scope.href(.home)
    siteMapHref = scope.href(.siteMap)
  }

  static let schema = TemplateSchema<NotFoundPage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .text("homeHref") { $0.homeHref },
    .text("siteMapHref") { $0.siteMapHref },
  ])
}
