import SitePlanning
import Theming
import Toolbox

/// A chapter in a list, with its number.
struct ChapterLink: TemplateContext {
  let number: Int
  let title: String
  let summary: String?
  let href: String?
  let audience: String?

  /// The chapters that an edition shows, numbered in order.
  static func all(_ scope: PageScope) -> [ChapterLink] {
    scope.view.chapters.enumerated().map { index, chapter in
      ChapterLink(
        number: index + 1, title: chapter.title, summary: chapter.summary,
        href: scope.href(.chapter(chapter.id, edition: scope.edition?.id)), audience: scope.audienceLabel(of: chapter))
    }
  }

  static let schema = TemplateSchema<ChapterLink>([
    .text("number") { String($0.number) }, .text("title") { $0.title }, .text("summary") { $0.summary },
    .text("href") { $0.href }, .text("audience") { $0.audience },
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
