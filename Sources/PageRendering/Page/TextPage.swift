import Theming
import Toolbox

/// A page with a single text, such as the legal notice.
struct TextPage: TemplateContext {
  let page: PageFrame
  let site: SiteContext
  let summary: String?
  let body: String

  init(_ entry: Page, _ scope: PageScope) {
    page = scope.frame(
      title: entry.title, description: entry.summary, contents: scope.contents(ofText: entry.core.file),
      file: entry.core.file)
    site = SiteContext(scope)
    summary = entry.summary
    body = scope.html(textOf: entry.core.file)
  }

  static let schema = TemplateSchema<TextPage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .text("summary") { $0.summary },
    .html("body") { $0.body },
  ])
}
