import SitePlanning
import Theming
import Toolbox

/// A chapter or the opening of a part, in the general edition or in a tailored edition.
struct ChapterPage: TemplateContext {
  private(set) var page: PageFrame
  let site: SiteContext
  let summary: String?
  let audience: String?
  let body: String
  /// The chapters of the part, if the page opens a part.
  let chapters: [ContentsLine]

  /// Creates the page of a chapter; nil if the edition leaves the chapter out.
  init?(_ id: EntryID, _ scope: PageScope) {
    guard let place = scope.guidePlace(of: id) else { return nil }
    let (chapter, hasParts) = (place.item.chapter, place.isInParts)
    let up = scope.editionHome()
    func link(_ item: GuideContents.Item, isNumbered: Bool = false) -> LinkContext {
      LinkContext(
        title: isNumbered ? "\(item.number) \(item.chapter.title)" : item.chapter.title,
        href: scope.href(.chapter(item.chapter.id, edition: scope.edition?.id)))
    }
    let print = LinkContext(
      title: scope.wording(.print), href: scope.href(.print(edition: scope.edition?.id)))
    page = scope.frame(
      title: chapter.title, part: place.part?.chapter.title, description: chapter.summary,
      trail: [up] + (place.part.map { [link($0)] } ?? []),
      contents: scope.contents(ofText: chapter.core.file),
      previous: place.previous.map { link($0, isNumbered: hasParts) } ?? scope.introduction() ?? up,
      next: place.next.map { link($0, isNumbered: hasParts) } ?? print,
      updated: chapter.updated, file: chapter.core.file)
    site = SiteContext(scope)
    if hasParts { page.number = place.item.number }
    summary = chapter.summary
    audience = scope.audienceLabel(of: chapter)
    body = scope.html(textOf: chapter.core.file)
    chapters = place.item.chapters.map { ContentsLine(link: ChapterLink($0, of: place.item, scope)) }
  }

  /// Creates the page of the guide's introduction in a tailored edition; nil if the guide has no introduction.
  init?(introductionIn scope: PageScope) {
    guard let introduction = scope.toolbox.introduction(of: .chapter) else { return nil }
    let up = scope.editionHome()
    let first = scope.contents.chapters.first.map {
      LinkContext(title: $0.title, href: scope.href(.chapter($0.id, edition: scope.edition?.id)))
    }
    page = scope.frame(
      title: introduction.title, description: introduction.summary, trail: [up],
      contents: scope.contents(ofText: introduction.core.file), previous: up, next: first,
      file: introduction.core.file)
    site = SiteContext(scope)
    summary = introduction.summary
    audience = nil
    body = scope.html(textOf: introduction.core.file)
    chapters = []
  }

  static let schema = TemplateSchema<ChapterPage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .text("summary") { $0.summary },
    .text("audience") { $0.audience }, .html("body") { $0.body },
    .list("chapters") { $0.chapters }, .flag("hasChapters") { !$0.chapters.isEmpty },
  ])
}
