import Diagnostics
import SitePlanning
import Theming
import Toolbox

/// The first page of the guide, with the introduction of the guide and links to its chapters.
struct GuidePage: TemplateContext {
  let page: PageFrame
  let site: SiteContext
  let summary: String?
  let body: String
  let chapters: [ContentsLine]
  let editions: [LinkContext]
  let printHref: String?

  init(_ scope: PageScope) {
    let introduction = scope.toolbox.introduction(of: .chapter)
    chapters = ContentsLine.all(scope)
    let first = chapters.first.map { LinkContext(title: $0.link.title, href: $0.link.href) }
    page = scope.frame(
      title: scope.title(of: .chapter), description: introduction?.summary,
      contents: introduction.map { scope.contents(ofText: $0.core.file) } ?? [], next: first,
      file: introduction?.core.file)
    site = SiteContext(scope)
    summary = introduction?.summary
    body = introduction.map { scope.html(textOf: $0.core.file) } ?? ""
    editions = scope.toolbox.editions.map { LinkContext(title: $0.title, href: scope.href(.edition($0.id))) }
    printHref = scope.href(.print(edition: nil))
  }

  static let schema = TemplateSchema<GuidePage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .text("summary") { $0.summary },
    .html("body") { $0.body }, .list("chapters") { $0.chapters }, .list("editions") { $0.editions },
    .flag("hasEditions") { !$0.editions.isEmpty }, .text("printHref") { $0.printHref },
  ])
}

extension EntryRendering {
  static let chapters = EntryRendering(
    .chapter,
    section: ScopeTemplate("guide", Message(fr: "la page du guide", en: "the page of the guide")) { GuidePage($0) })
}
