import Theming
import Toolbox

/// The first page of the guide, with the introduction of the guide and links to its chapters.
struct GuidePage: TemplateContext {
  let page: Shell
  let site: SiteContext
  let summary: String?
  let body: String
  let chapters: [ChapterLink]
  let editions: [LinkContext]
  let printHref: String?

  init(_ scope: PageScope) {
    let introduction = scope.toolbox.introductions[.chapter]
    chapters = ChapterLink.all(scope)
    let first = chapters.first.map { LinkContext(title: $0.title, href: $0.href) }
    page = scope.shell(
      title: scope.title(of: .chapter), description: introduction?.summary,
      contents: introduction.map { scope.contents(of: $0.body, from: $0.core.file) } ?? [], next: first,
      file: introduction?.core.file)
    site = SiteContext(scope)
    summary = introduction?.summary
    body = introduction.map { scope.html($0.body, from: $0.core.file) } ?? ""
    editions = scope.toolbox.editions.map { LinkContext(title: $0.title, href: scope.href(.edition($0.id))) }
    printHref = scope.href(.print(edition: nil))
  }

  static let schema = TemplateSchema<GuidePage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .text("summary") { $0.summary },
    .html("body") { $0.body }, .list("chapters") { $0.chapters }, .list("editions") { $0.editions },
    .flag("hasEditions") { !$0.editions.isEmpty }, .text("printHref") { $0.printHref },
  ])
}

/// A chapter, in the general edition or in a tailored edition.
struct ChapterPage: TemplateContext {
  let page: Shell
  let site: SiteContext
  let summary: String?
  let audience: String?
  let body: String

  /// Creates the page of a chapter; nil if the edition leaves the chapter out.
  init?(_ id: EntryID, _ scope: PageScope) {
    guard let (chapter, previous, next) = scope.view.chapter(id) else { return nil }
    let up = scope.editionHome()
    func link(_ chapter: Chapter) -> LinkContext {
      LinkContext(title: chapter.title, href: scope.href(.chapter(chapter.id, edition: scope.edition?.id)))
    }
    let print = LinkContext(
      title: scope.material.wording(.print), href: scope.href(.print(edition: scope.edition?.id)))
    page = scope.shell(
      title: chapter.title, description: chapter.summary, trail: [up],
      contents: scope.contents(of: chapter.body, from: chapter.core.file),
      previous: previous.map(link) ?? scope.introduction() ?? up, next: next.map(link) ?? print,
      updated: chapter.updated,
      file: chapter.core.file)
    site = SiteContext(scope)
    summary = chapter.summary
    audience = scope.audienceLabel(of: chapter)
    body = scope.html(chapter.body, from: chapter.core.file)
  }

  /// Creates the page of the guide's introduction in a tailored edition; nil if the guide has no introduction.
  init?(introductionIn scope: PageScope) {
    guard let introduction = scope.toolbox.introductions[.chapter] else { return nil }
    let up = scope.editionHome()
    let first = scope.view.chapters.first.map {
      LinkContext(title: $0.title, href: scope.href(.chapter($0.id, edition: scope.edition?.id)))
    }
    page = scope.shell(
      title: introduction.title, description: introduction.summary, trail: [up],
      contents: scope.contents(of: introduction.body, from: introduction.core.file), previous: up, next: first,
      file: introduction.core.file)
    site = SiteContext(scope)
    summary = introduction.summary
    audience = nil
    body = scope.html(introduction.body, from: introduction.core.file)
  }

  static let schema = TemplateSchema<ChapterPage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .text("summary") { $0.summary },
    .text("audience") { $0.audience }, .html("body") { $0.body },
  ])
}

/// The home page of a tailored edition: the role, the workload, the factors by moment, the resources, the chapters.
struct EditionPage: TemplateContext {
  let page: Shell
  let site: SiteContext
  let type: AccompanimentCard?
  let moments: [MomentGroup]
  let chapters: [ChapterLink]
  let topics: [TopicGroup]
  let introductionHref: String?
  let printHref: String?
  let comparisonHref: String?
  let factorsSummary: String?

  init(_ edition: Edition, _ scope: PageScope) {
    let own = scope.toolbox.accompaniment(of: edition)
    chapters = ChapterLink.all(scope)
    type = own.map { AccompanimentCard($0, scope, deeper: 1) }
    page = scope.shell(
      title: edition.title, description: own?.summary,
      next: scope.introduction() ?? chapters.first.map { LinkContext(title: $0.title, href: $0.href) },
      file: own?.core.file)
    site = SiteContext(scope)
    introductionHref = scope.introduction()?.href
    moments = MomentGroup.groups(scope, deeper: 3)
    topics = TopicGroup.groups(scope)
    printHref = scope.href(.print(edition: edition.id))
    comparisonHref = scope.href(.section(.accompaniment))
    factorsSummary = scope.toolbox.introductions[.factor]?.summary
  }

  static let schema = TemplateSchema<EditionPage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .object("type") { $0.type },
    .list("moments") { $0.moments }, .flag("hasMoments") { !$0.moments.isEmpty }, .list("chapters") { $0.chapters },
    .list("themes") { $0.topics }, .flag("hasThemes") { !$0.topics.isEmpty },
    .text("introductionHref") { $0.introductionHref }, .text("printHref") { $0.printHref },
    .text("comparisonHref") { $0.comparisonHref }, .text("factorsSummary") { $0.factorsSummary },
  ])
}
