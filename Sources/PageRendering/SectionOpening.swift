import Theming
import Toolbox

/// The introduction at the start of a section's page.
struct SectionOpening: TemplateContext {
  let summary: String?
  let body: String

  init(_ kind: EntryKind, _ scope: PageScope) {
    let introduction = scope.toolbox.introduction(of: kind)
    summary = introduction?.summary
    body = introduction.map { scope.html(textOf: $0.core.file) } ?? ""
  }

  static let schema = TemplateSchema<SectionOpening>([.text("summary") { $0.summary }, .html("body") { $0.body }])
}
