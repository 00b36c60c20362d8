import Theming
import Toolbox

/// The eco-design declaration: the aims of the publisher, the score of the site, and the cost of its pages.
struct EcodesignPage: TemplateContext {
  /// The limit of one measure, such as the weight. The same limit applies to every page.
  struct Limit: TemplateContext {
    let measure: Budgets.Measure
    let value: String

    static let schema = TemplateSchema<Limit>([
      .text("value") { $0.value }, .flag("isWeight") { $0.measure == .weight },
      .flag("isRequests") { $0.measure == .requests }, .flag("isElements") { $0.measure == .elements },
      .flag("isEcoIndex") { $0.measure == .ecoIndex },
    ])
  }

  private static let kind = DeclarationKind.ecodesign

  let page: PageFrame
  let site: SiteContext
  let objective: String
  let date: String
  let contact: String
  let commitments: [DeclaredItem]
  let limits: [Limit]
  let version: String
  let criteriaHref: String?
  let score: String
  let previousScore: String
  let counts: CriteriaCounts
  let actionPlan: [DeclaredItem]
  let measures: MeasureTable?

  init?(_ scope: PageScope) {
    guard let declaration = scope.toolbox.declarations.ecodesign else { return nil }
    let wording = scope.wording
    page = scope.frame(title: wording(.declaration(Self.kind)), file: Self.kind.file)
    site = SiteContext(scope)
    objective = scope.html(orToComplete: scope.toolbox.declared(declaration.objective, else: .ecodesignObjective))
    date = scope.html(declaration.date)
    contact = scope.html(orToComplete: scope.toolbox.declared(declaration.contact, else: .ecodesignReferent))
    commitments = scope.items(declaration.commitments)
    limits = Budgets.Measure.allCases.compactMap { measure in
      scope.toolbox.site.budgets[measure].map { Limit(measure: measure, value: wording.number(Double($0.value))) }
    }
    version = EcodesignCriterion.version
    criteriaHref = scope.href(.criteria)
    // Rounds down, so that the shown score is never above the computed score.
    score = wording.percentage(((declaration.score ?? 0) * 100).rounded(.down) / 100)
    previousScore = scope.html(orToComplete: declaration.previousScore)
    counts = CriteriaCounts(declaration)
    actionPlan = scope.items(declaration.actionPlan)
    measures = scope.measures.map { MeasureTable($0, wording) }
  }

  static let schema = TemplateSchema<EcodesignPage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .html("objective") { $0.objective },
    .html("date") { $0.date }, .html("contact") { $0.contact }, .list("commitments") { $0.commitments },
    .flag("hasCommitments") { !$0.commitments.isEmpty }, .list("limits") { $0.limits },
    .text("version") { $0.version }, .text("criteriaHref") { $0.criteriaHref }, .text("score") { $0.score },
    .html("previousScore") { $0.previousScore }, .object("counts") { $0.counts },
    .list("actionPlan") { $0.actionPlan }, .flag("hasActionPlan") { !$0.actionPlan.isEmpty },
    .object("measures") { $0.measures },
  ])
}

/// The number of criteria for each verdict.
struct CriteriaCounts: TemplateContext {
  private let counts: [EcodesignDeclaration.Verdict: Int]
  private let unevaluated: Int

  init(_ declaration: EcodesignDeclaration) {
    counts = Dictionary(grouping: declaration.evaluations, by: \.verdict).mapValues(\.count)
    unevaluated = declaration.unevaluated.count
  }

  static let schema = TemplateSchema<CriteriaCounts>([
    .text("all") { _ in String(EcodesignCriterion.all.count) },
    .text("evaluated") { String(EcodesignCriterion.all.count - $0.unevaluated) },
    .text("met") { String($0.counts[.met] ?? 0) }, .text("unmet") { String($0.counts[.unmet] ?? 0) },
    .text("notApplicable") { String($0.counts[.notApplicable] ?? 0) },
    .text("unevaluated") { String($0.unevaluated) }, .flag("hasUnevaluated") { $0.unevaluated > 0 },
  ])
}

/// The criteria of the RGESN by topic, each with its verdict and the reason.
struct CriteriaPage: TemplateContext {
  /// A topic of the RGESN.
  struct Topic: TemplateContext {
    let anchor: String
    let title: String
    let criteria: [Criterion]

    static let schema = TemplateSchema<Topic>([
      .text("anchor") { $0.anchor }, .text("title") { $0.title }, .list("criteria") { $0.criteria },
    ])
  }

  /// A criterion with its verdict.
  struct Criterion: TemplateContext {
    let criterion: EcodesignCriterion
    let title: String
    let priority: String
    let verdict: EcodesignDeclaration.Verdict?
    let reason: String?

    static let schema = TemplateSchema<Criterion>([
      .text("number") { $0.criterion.id }, .text("title") { $0.title },
      .text("priority") { $0.priority }, .html("reason") { $0.reason },
      .flag("isMet") { $0.verdict == .met }, .flag("isUnmet") { $0.verdict == .unmet },
      .flag("isNotApplicable") { $0.verdict == .notApplicable }, .flag("isUnevaluated") { $0.verdict == nil },
    ])
  }

  let page: PageFrame
  let site: SiteContext
  let version: String
  let date: String
  let counts: CriteriaCounts
  let topics: [Topic]

  init?(_ scope: PageScope) {
    guard let declaration = scope.toolbox.declarations.ecodesign else { return nil }
    let wording = scope.wording
    let back = LinkContext(title: wording(.declaration(.ecodesign)), href: scope.href(.declaration(.ecodesign)))
    page = scope.frame(title: wording(.criteria), trail: [back], file: DeclarationKind.ecodesign.file)
    site = SiteContext(scope)
    version = EcodesignCriterion.version
    date = scope.html(declaration.date)
    counts = CriteriaCounts(declaration)
    let known = Dictionary(declaration.evaluations.map { ($0.criterion.id, $0) }) { first, _ in first }
    topics = (1...EcodesignCriterion.topicCount).map { topic in
      let own = EcodesignCriterion.all.filter { $0.topic == topic }
      let criteria = own.map { criterion in
        let found = known[criterion.id]
        return Criterion(
          criterion: criterion, title: wording(.criterion(criterion)), priority: wording(.priority(criterion.priority)),
          verdict: found?.verdict,
          reason: found.map { scope.html($0.reason) })
      }
      return Topic(anchor: "partie_\(topic)", title: wording(.topic(topic)), criteria: criteria)
    }
  }

  static let schema = TemplateSchema<CriteriaPage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .text("version") { $0.version },
    .html("date") { $0.date }, .object("counts") { $0.counts }, .list("topics") { $0.topics },
  ])
}
