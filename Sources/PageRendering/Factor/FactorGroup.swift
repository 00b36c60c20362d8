import SitePlanning
import Theming
import Toolbox

/// The success factors of one step, with their texts.
struct FactorGroup: TemplateContext {
  let anchor: String
  let label: String
  /// The address of the step; nil for the factors that no step names.
  let href: String?
  let factors: [FactorCard]

  /// The groups of an edition.
  static func all(_ scope: PageScope, deeper: Int) -> [FactorGroup] {
    scope.factorGroups.map { group in
      FactorGroup(
        anchor: group.anchor, label: scope.label(of: group), href: group.step.flatMap { scope.href($0.id) },
        factors: group.factors.map { FactorCard($0, scope, deeper: deeper) })
    }
  }

  static let schema = TemplateSchema<FactorGroup>([
    .text("anchor") { $0.anchor }, .text("label") { $0.label }, .text("href") { $0.href },
    .list("factors") { $0.factors },
  ])
}

/// The success factors of one step, as links.
struct FactorOverview: TemplateContext {
  let label: String
  let href: String?
  let factors: [FactorLink]

  /// The groups of an edition.
  static func all(_ scope: PageScope) -> [FactorOverview] {
    scope.factorGroups.map { group in
      FactorOverview(
        label: scope.label(of: group),
        href: group.step.flatMap { scope.href($0.id) } ?? scope.href(.section(.factor), anchor: group.anchor),
        factors: group.factors.map { FactorLink($0, scope) })
    }
  }

  static let schema = TemplateSchema<FactorOverview>([
    .text("label") { $0.label }, .text("href") { $0.href }, .list("factors") { $0.factors },
  ])
}

extension PageScope {
  /// The success factors that the edition shows, by step.
  var factorGroups: [FactorGrouping] {
    FactorGrouping.all(of: factors, by: tailoring.visible(toolbox.steps))
  }

  fileprivate func label(of group: FactorGrouping) -> String { group.step?.title ?? wording(.anyMoment) }
}
