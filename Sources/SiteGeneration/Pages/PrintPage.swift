import Toolbox

/// A chapter among others on one page.
struct PrintedChapter: TemplateContext {
  let anchor: String
  let number: Int
  let title: String
  let summary: String?
  let audience: String?
  let body: String

  static let schema = TemplateSchema<PrintedChapter>([
    .text("anchor") { $0.anchor }, .text("number") { String($0.number) }, .text("title") { $0.title },
    .text("summary") { $0.summary }, .text("audience") { $0.audience }, .html("body") { $0.body },
  ])
}

/// An edition in one page, to print or to keep.
struct PrintPage: TemplateContext {
  let page: Shell
  let site: SiteContext
  let editionTitle: String
  let introduction: PrintedChapter?
  let types: [AccompanimentCard]
  let chapters: [PrintedChapter]
  let moments: [MomentGroup]
  let themes: [ThemeGroup]

  init(_ scope: PageScope) {
    var scope = scope
    let view = scope.view
    let own = scope.edition.flatMap { scope.toolbox.accompaniment(of: $0) }
    let accompaniments = own.map { [$0] } ?? scope.toolbox.accompaniments
    scope.joined = Set(
      view.chapters.map(\.id) + view.factors.map(\.id) + view.resources.map(\.id) + accompaniments.map(\.id))
    editionTitle = scope.edition?.title ?? scope.material.wording.generalEdition
    page = scope.shell(title: scope.material.wording.print, trail: [scope.editionHome()])
    site = SiteContext(scope)
    introduction = scope.toolbox.introductions[.chapter].map { page in
      PrintedChapter(
        anchor: "introduction_guide", number: 0, title: page.title, summary: page.summary, audience: nil,
        body: scope.html(page.body, from: page.core.file, deeper: 1, prefix: "introduction_guide--"))
    }
    types = accompaniments.map { AccompanimentCard($0, scope, deeper: 1) }
    moments = MomentGroup.groups(scope, deeper: 3)
    themes = ThemeGroup.groups(scope)
    chapters = view.chapters.enumerated().map { index, chapter in
      PrintedChapter(
        anchor: scope.anchoring.anchor(of: chapter.id), number: index + 1, title: chapter.title,
        summary: chapter.summary,
        audience: scope.audienceLabel(of: chapter), body: scope.html(joining: chapter, deeper: 1))
    }
  }

  static let schema = TemplateSchema<PrintPage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .text("editionTitle") { $0.editionTitle },
    .object("introduction") { $0.introduction }, .list("types") { $0.types }, .list("chapters") { $0.chapters },
    .list("moments") { $0.moments },
    .flag("hasMoments") { !$0.moments.isEmpty }, .list("themes") { $0.themes },
    .flag("hasThemes") { !$0.themes.isEmpty },
  ])
}
