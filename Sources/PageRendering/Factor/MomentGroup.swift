import SitePlanning
import Theming
import Toolbox

/// The success factors of one moment of a project, such as its launch.
struct MomentGroup: TemplateContext {
  let anchor: String
  let label: String
  let factors: [FactorCard]

  /// The factors of an edition, grouped by moment, in the order in which `site.yml` lists the moments. Factors without
  /// a moment come last.
  static func groups(_ scope: PageScope, deeper: Int) -> [MomentGroup] {
    let factors = scope.view.factors
    let terms = scope.toolbox.site.vocabularies["moment"]?.terms ?? []
    let known = terms.map { term in (term.id, term.label, factors.filter { $0.moment == term.id }) }
    let others = factors.filter { factor in !terms.contains { $0.id == factor.moment } }
    return (known + [("autres", scope.material.wording(.anyMoment), others)]).compactMap { id, label, entries in
      guard !entries.isEmpty else { return nil }
      return MomentGroup(
        anchor: GroupAnchor.moment(id), label: label, factors: entries.map { FactorCard($0, scope, deeper: deeper) })
    }
  }

  static let schema = TemplateSchema<MomentGroup>([
    .text("anchor") { $0.anchor }, .text("label") { $0.label }, .list("factors") { $0.factors },
  ])
}

/// A moment of a project, with the titles of its success factors.
struct MomentOverview: TemplateContext {
  let label: String
  let href: String?
  let factors: [FactorLink]

  static func all(_ scope: PageScope) -> [MomentOverview] {
    let factors = scope.view.factors
    return (scope.toolbox.site.vocabularies["moment"]?.terms ?? []).compactMap { term in
      let own = factors.filter { $0.moment == term.id }
      guard !own.isEmpty else { return nil }
      return MomentOverview(
        label: term.label, href: scope.href(.section(.factor), anchor: GroupAnchor.moment(term.id)),
        factors: own.map { FactorLink($0, scope) })
    }
  }

  static let schema = TemplateSchema<MomentOverview>([
    .text("label") { $0.label }, .text("href") { $0.href }, .list("factors") { $0.factors },
  ])
}
