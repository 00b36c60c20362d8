import CompiledBody
import LinkValidation
import Theming
import Toolbox

/// The data of `site.yml`, for templates.
struct SiteContext: TemplateContext {
  let site: Site
  let wording: SiteWording
  let sourceHref: String?
  let logo: LogoContext?

  init(_ scope: PageScope) {
    site = scope.toolbox.site
    wording = scope.wording
    sourceHref = scope.toolbox.site.source?.address?.name
    logo = LogoContext(scope)
  }

  static let schema = TemplateSchema<SiteContext>([
    .text("title") { $0.site.title }, .text("subtitle") { $0.site.subtitle }, .text("language") { $0.site.language },
    .text("licence") { $0.site.licence }, .text("version") { $0.site.version },
    .text("date") { context in context.site.date.map { context.wording.date($0) } },
    .text("sourceTitle") { $0.site.source?.title }, .text("sourceAuthor") { $0.site.source?.author },
    .text("sourceHref") { $0.sourceHref }, .text("url") { $0.site.url },
    .text("publisher") { $0.site.publisherName }, .object("logo") { $0.logo },
  ])
}

/// The edition of a page, and links to the other editions, including the general edition.
struct EditionContext: TemplateContext {
  let title: String
  let href: String?
  let printHref: String?
  /// The position of a tailored edition among all tailored editions, counted from 1; nil for the general edition.
  let rank: Int?
  let others: [LinkContext]

  /// Reads the edition of a page; nil if the page is the same for every edition, or if there are no tailored editions.
  init?(_ scope: PageScope) {
    let toolbox = scope.toolbox
    guard scope.key.isTailored, !toolbox.editions.isEmpty else { return nil }
    let own = scope.edition
    title = own?.title ?? scope.wording(.generalEdition)
    href = scope.editionHome().href
    printHref = scope.href(.print(edition: own?.id))
    rank = own.flatMap { edition in toolbox.editions.firstIndex { $0.id == edition.id } }.map { $0 + 1 }
    let tailored = toolbox.editions.filter { $0.id != own?.id }.map {
      LinkContext(title: $0.title, href: scope.counterpart(in: $0))
    }
    let general = LinkContext(title: scope.wording(.generalEdition), href: scope.counterpart(in: nil))
    others = tailored + (own == nil ? [] : [general])
  }

  static let schema = TemplateSchema<EditionContext>([
    .text("title") { $0.title }, .text("href") { $0.href }, .text("printHref") { $0.printHref },
    .text("rank") { $0.rank.map(String.init) }, .list("others") { $0.others },
  ])
}

/// The data that surrounds the text of every page, such as the title, the header, the footer and links.
struct PageFrame: TemplateContext {
  var title: String
  /// The number of the chapter, in a guide with parts.
  var number: String?
  var headTitle: String
  var description: String?
  var styleHref: String?
  var scriptHref: String?
  var header = ""
  var footer = ""
  var edition: EditionContext?
  var breadcrumb: [LinkContext] = []
  var contents: [LinkContext] = []
  var previous: LinkContext?
  var next: LinkContext?
  var canonical: String?
  var isIndexed = true
  var updated: String?
  var proposalHref: String?
  var deadLinkHref: String?

  static let schema = TemplateSchema<PageFrame>([
    .text("title") { $0.title }, .text("number") { $0.number }, .text("headTitle") { $0.headTitle },
    .text("description") { $0.description },
    .text("styleHref") { $0.styleHref }, .text("scriptHref") { $0.scriptHref },
    .html("header") { $0.header }, .html("footer") { $0.footer },
    .object("edition") { $0.edition }, .list("breadcrumb") { $0.breadcrumb },
    .flag("hasBreadcrumb") { $0.breadcrumb.count > 1 }, .list("contents") { $0.contents },
    .flag("hasContents") { $0.contents.count >= PageFrame.contentsThreshold }, .object("previous") { $0.previous },
    .object("next") { $0.next }, .flag("hasNeighbours") { $0.previous != nil || $0.next != nil },
    .text("canonical") { $0.canonical }, .flag("isIndexed") { $0.isIndexed }, .text("updated") { $0.updated },
    .text("proposalHref") { $0.proposalHref }, .text("deadLinkHref") { $0.deadLinkHref },
    .flag("hasHelp") { $0.proposalHref != nil || $0.deadLinkHref != nil },
  ])

  /// The minimum number of headings on a page with a table of contents.
  private static let contentsThreshold = 3
}

/// The data of the header and the footer.
struct ChromeContext: TemplateContext {
  let site: SiteContext
  let homeHref: String?
  let menu: [LinkContext]
  let footerLinks: [LinkContext]
  /// A link to the accessibility declaration; its text is the state of conformity. Pages must make no other claim about
  /// accessibility.
  let accessibility: LinkContext
  let searchIndexHref: String?
  let searchScriptHref: String?

  /// - Parameter scope: a page in the folder of the key.
  init(_ key: ChromeKey, _ scope: PageScope) {
    searchIndexHref = scope.searchIndexHref(of: key.edition)
    searchScriptHref = scope.href(asset: Theme.searchScript)
    accessibility = LinkContext(
      title: scope.wording.accessibility(scope.toolbox.conformity),
      href: scope.href(.declaration(.accessibility)), isCurrent: key.marked == .page(.declaration(.accessibility)))
    site = SiteContext(scope)
    homeHref = scope.href(.home)
    menu = scope.links(scope.menus.main, in: key)
    footerLinks = scope.links(scope.menus.footer, in: key)
  }

  static let schema = TemplateSchema<ChromeContext>([
    .object("site") { $0.site }, .text("homeHref") { $0.homeHref }, .list("menu") { $0.menu },
    .list("footerLinks") { $0.footerLinks }, .object("accessibility") { $0.accessibility },
    .text("searchIndexHref") { $0.searchIndexHref }, .text("searchScriptHref") { $0.searchScriptHref },
  ])
}

extension PageScope {
  /// The frame of this page.
  ///
  /// - Parameters:
  ///   - part: the title of the part to which a chapter belongs. Chapters of several parts may have one title, but pages
  ///     must not.
  ///   - trail: the pages between the home page and this page.
  ///   - description: one sentence for search engines and shared links.
  ///   - file: the file of the page's text; nil if the page has no text.
  func frame(
    title: String, part: String? = nil, description: String? = nil, trail: [LinkContext] = [],
    contents: [LinkContext] = [],
    previous: LinkContext? = nil, next: LinkContext? = nil, updated: String? = nil, file: String? = nil
  ) -> PageFrame {
    let site = toolbox.site
    let isHome = key == .home
    let parts =
      [title] + (part.map { [$0] } ?? []) + (edition.map { $0.title == title ? [] : [$0.title] } ?? []) + [site.title]
    let chrome = chrome(chromeKey)
    let start = LinkContext(title: wording(.home), href: href(.home))
    return PageFrame(
      title: title,
      headTitle: parts.joined(separator: " – "),
      description: description,
      styleHref: href(asset: Theme.styleSheet),
      scriptHref: href(asset: Theme.script),
      header: chrome.header,
      footer: chrome.footer,
      edition: EditionContext(self),
      breadcrumb: isHome ? [] : [start] + trail + [LinkContext(title: title, isCurrent: true)],
      contents: contents,
      previous: previous,
      next: next,
      canonical: key == .notFound ? nil : site.url.map { ($0.hasSuffix("/") ? $0 : $0 + "/") + path },
      isIndexed: site.isIndexed && key != .notFound,
      updated: updated.map { wording.date($0) },
      proposalHref: file.flatMap { proposalHref(for: $0) },
      deadLinkHref: key == .notFound ? nil : deadLinkHref
    )
  }

  /// Identifies the header and the footer of this page. They depend on the folder, because their links are relative.
  /// They also depend on the link that is marked as current.
  private var chromeKey: ChromeKey {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let marked: ChromeKey.Marked =
      menus.link(to: key) ? .page(key) : menus.link(to: key.section) ? .section(key.section) : .none
    return ChromeKey(folder: folder, edition: key.edition, marked: marked, setting: setting)
  }

  /// A link to the home page of this page's edition; in the general edition, a link to the first page of the guide.
  func editionHome() -> LinkContext {
    if let edition { return LinkContext(title: edition.title, href: href(.edition(edition.id))) }
    return LinkContext(title: title(of: .chapter), href: href(.section(.chapter)))
  }

  /// A link to the introduction of the guide in this page's edition. Nil in the general edition, or if there is no
  /// introduction.
  package func introduction() -> LinkContext? {
    guard let introduction = toolbox.introduction(of: .chapter), let edition else { return nil }
    return LinkContext(title: introduction.title, href: href(.introduction(edition: edition.id)))
  }

  /// The contents of a page: links to the second-level headings of a text, as this edition shows the text.
  ///
  /// - Parameters:
  ///   - file: the file of the text.
  ///   - prefix: the prefix of the text's anchors on this page.
  package func contents(ofText file: String, prefix: String = "") -> [LinkContext] {
    text(of: file).headings.filter { $0.level == 2 }
      .map { LinkContext(title: $0.plainText, href: "#" + prefix + $0.anchor) }
  }

  /// The title of a section: the title of its introduction or, if there is no introduction, a default title.
  package func title(of kind: EntryKind) -> String {
    toolbox.introduction(of: kind)?.title ?? wording(.section(kind))
  }

  /// The address of the corresponding page in another edition. If that edition has no such page, the result is the
  /// address of the edition's home page.
  func counterpart(in other: Edition?) -> String? {
    switch key {
    case .chapter(let id, _):
      if let href = href(.chapter(id, edition: other?.id)) { return href }
    case .print: return href(.print(edition: other?.id))
    case .introduction, .section(.chapter):
      if let other, let href = href(.introduction(edition: other.id)) { return href }
    case .home, .section, .edition, .page, .declaration, .criteria, .siteMap, .glossary, .notFound: break
    }
    return other.map { href(.edition($0.id)) } ?? href(.section(.chapter))
  }

  /// The links of a menu.
  fileprivate func links(_ entries: [SiteMenus.Entry], in chrome: ChromeKey) -> [LinkContext] {
    entries.compactMap { entry in
      href(entry.key).map {
        LinkContext(
          title: entry.title, href: $0, isCurrent: chrome.marked == .page(entry.key),
          isCurrentSection: chrome.marked == .section(entry.key))
      }
    }
  }
}
