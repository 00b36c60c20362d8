import Diagnostics
import Theming
import Toolbox

/// The page that compares the accompaniment types.
struct AccompanimentsPage: TemplateContext {
  let page: PageFrame
  let site: SiteContext
  let opening: SectionOpening
  let types: [AccompanimentCard]

  init(_ scope: PageScope) {
    types = scope.toolbox.accompaniments.map { AccompanimentCard($0, scope, deeper: 1) }
    page = scope.frame(
      title: scope.title(of: .accompaniment), description: scope.toolbox.introduction(of: .accompaniment)?.summary,
      file: scope.toolbox.introduction(of: .accompaniment)?.core.file)
    site = SiteContext(scope)
    opening = SectionOpening(.accompaniment, scope)
  }

  static let schema = TemplateSchema<AccompanimentsPage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .object("opening") { $0.opening },
    .list("types") { $0.types },
  ])
}

/// The workload of some accompaniment types, placed in a text. If the text names no types, the type of the edition is
/// shown. If the edition has no type, all types are shown.
struct PlacedWorkload: TemplateContext {
  let types: [AccompanimentCard]

  init(_ scope: PageScope, names: [String]) {
    let all = scope.toolbox.accompaniments
    let own = scope.edition.flatMap { scope.toolbox.accompaniment(of: $0) }
    let shown = names.isEmpty ? own.map { [$0] } ?? all : all.filter { names.contains($0.id.name) }
    types = shown.map { AccompanimentCard($0, scope, deeper: nil) }
  }

  static let schema = TemplateSchema<PlacedWorkload>([
    .list("types") { $0.types }, .flag("isSingle") { $0.types.count == 1 },
  ])
}

extension EntryRendering {
  static let accompaniments = EntryRendering(
    .accompaniment,
    section: ScopeTemplate(
      "accompaniments", Message(fr: "la comparaison des accompagnements", en: "the comparison of accompaniments")
    ) {
      AccompanimentsPage($0)
    })
}
