import Diagnostics
import Theming
import Toolbox

/// The page with all steps.
struct StepsPage: TemplateContext {
  let page: PageFrame
  let site: SiteContext
  let opening: SectionOpening
  let steps: [StepCard]

  init(_ scope: PageScope) {
    steps = scope.tailoring.visible(scope.toolbox.steps).map { StepCard($0, scope, deeper: 1) }
    let introduction = scope.toolbox.introduction(of: .step)
    page = scope.frame(
      title: scope.title(of: .step), description: introduction?.summary,
      contents: steps.map { LinkContext(title: $0.entry.title, href: "#" + $0.anchor) },
      file: introduction?.core.file)
    site = SiteContext(scope)
    opening = SectionOpening(.step, scope)
  }

  static let schema = TemplateSchema<StepsPage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .object("opening") { $0.opening },
    .list("steps") { $0.steps },
  ])
}

/// The steps that a text places, as links.
struct PlacedSteps: TemplateContext {
  let steps: [StepLink]

  init(_ placement: Placement) { steps = placement.entries(Step.self).map { StepLink($0, placement.scope) } }

  static let schema = TemplateSchema<PlacedSteps>([
    .list("steps") { $0.steps }, .flag("hasSteps") { !$0.steps.isEmpty },
  ])
}

/// The steps of an edition, with their texts.
struct WholeSteps: TemplateContext {
  let steps: [StepCard]

  init(_ placement: Placement) {
    steps = placement.entries(Step.self).map { StepCard($0, placement.scope, deeper: 2) }
  }

  static let schema = TemplateSchema<WholeSteps>([.list("steps") { $0.steps }])
}

extension EntryRendering {
  static let steps = EntryRendering(
    .step,
    section: ScopeTemplate("steps", Message(fr: "les étapes", en: "the steps")) { StepsPage($0) },
    placed: ScopeTemplate("placed-steps", Message(fr: "des étapes dans un texte", en: "steps in a text")) {
      PlacedSteps($0)
    },
    whole: ScopeTemplate("whole-steps", Message(fr: "les étapes d’une édition", en: "the steps of an edition")) {
      WholeSteps($0)
    })
}
