import Diagnostics
import Theming
import Toolbox

/// The page with all success factors, grouped by step.
struct FactorsPage: TemplateContext {
  let page: PageFrame
  let site: SiteContext
  let opening: SectionOpening
  let moments: [FactorGroup]

  init(_ scope: PageScope) {
    moments = FactorGroup.all(scope, deeper: 2)
    page = scope.frame(
      title: scope.title(of: .factor), description: scope.toolbox.introduction(of: .factor)?.summary,
      contents: moments.map { LinkContext(title: $0.label, href: "#" + $0.anchor) },
      file: scope.toolbox.introduction(of: .factor)?.core.file)
    site = SiteContext(scope)
    opening = SectionOpening(.factor, scope)
  }

  static let schema = TemplateSchema<FactorsPage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .object("opening") { $0.opening },
    .list("moments") { $0.moments },
  ])
}

struct PlacedFactors: TemplateContext {
  let factors: [FactorLink]

  init(_ placement: Placement) {
    factors = placement.entries(SuccessFactor.self).map { FactorLink($0, placement.scope) }
  }

  static let schema = TemplateSchema<PlacedFactors>([
    .list("factors") { $0.factors }, .flag("hasFactors") { !$0.factors.isEmpty },
  ])
}

extension EntryRendering {
  static let factors = EntryRendering(
    .factor,
    section: ScopeTemplate("factors", Message(fr: "les facteurs de succès", en: "the success factors")) {
      FactorsPage($0)
    },
    placed: ScopeTemplate("placed-factors", Message(fr: "des facteurs dans un texte", en: "factors in a text")) {
      PlacedFactors($0)
    })
}
