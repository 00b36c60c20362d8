import Theming
import Toolbox

/// The weeks in which a step takes place, for templates.
struct StepPeriod {
  let period: Step.Period?

  var isPreparation: Bool { period == .preparation }

  var firstWeek: String? { weeks.map { String($0.lowerBound) } }

  /// The last week; nil if the step takes place in one week.
  var lastWeek: String? { weeks.flatMap { $0.count == 1 ? nil : String($0.upperBound) } }

  private var weeks: ClosedRange<Int>? { if case .weeks(let weeks)? = period { weeks } else { nil } }
}

/// A text of a list.
struct ListedText: TemplateContext {
  let text: String

  static let schema = TemplateSchema<ListedText>([.text("text") { $0.text }])
}

/// Who does what in a step, under one accompaniment type.
struct StepRole: TemplateContext {
  let type: String
  let role: Step.Role

  static let schema = TemplateSchema<StepRole>([
    .text("type") { $0.type }, .text("prepares") { $0.role.prepares }, .text("leads") { $0.role.leads },
    .text("decides") { $0.role.decides },
  ])
}

/// A step, with its text and all that its file says.
struct StepCard: TemplateContext {
  let anchor: String
  let entry: Step
  let period: StepPeriod
  let body: String
  let audience: String?
  let roles: [StepRole]
  let factors: [FactorLink]
  let resources: [LinkContext]

  /// - Parameter deeper: the number of levels by which the headings of the step's text are lowered.
  init(_ entry: Step, _ scope: PageScope, deeper: Int) {
    self.entry = entry
    anchor = scope.anchoring.anchor(of: entry.id)
    period = StepPeriod(period: entry.period)
    body = scope.html(joining: entry, deeper: deeper)
    audience = scope.audienceLabel(of: entry)
    // An edition that chose an accompaniment type shows the roles under this type only.
    let chosen = scope.edition?.accompaniment
    roles = entry.roles.filter { chosen == nil || $0.type.name == chosen }.map { role in
      StepRole(type: scope.toolbox.accompaniment(named: role.type.name)?.shortTitle ?? role.type.name, role: role)
    }
    let helpingFactors = entry.factors.compactMap { scope.toolbox.factor(named: $0.name) }
    factors = scope.tailoring.visible(helpingFactors).map { FactorLink($0, scope) }
    let helping = entry.resources.compactMap { scope.toolbox.resource(named: $0.name) }
    resources = scope.tailoring.visible(helping).map { LinkContext(title: $0.title, href: scope.href($0.id)) }
  }

  static let schema = TemplateSchema<StepCard>([
    .text("anchor") { $0.anchor }, .text("title") { $0.entry.title }, .text("summary") { $0.entry.summary },
    .html("body") { $0.body }, .text("audience") { $0.audience },
    .flag("hasWeeks") { $0.entry.period != nil }, .flag("isPreparation") { $0.period.isPreparation },
    .text("firstWeek") { $0.period.firstWeek }, .text("lastWeek") { $0.period.lastWeek },
    .flag("hasInvitees") { !$0.entry.invitees.isEmpty },
    .list("invitees") { $0.entry.invitees.map(ListedText.init) },
    .flag("hasQuestions") { !$0.entry.questions.isEmpty },
    .list("questions") { $0.entry.questions.map(ListedText.init) },
    .flag("hasPreparations") { !$0.entry.preparations.isEmpty },
    .list("preparations") { $0.entry.preparations.map(ListedText.init) },
    .flag("hasDecisions") { !$0.entry.decisions.isEmpty },
    .list("decisions") { $0.entry.decisions.map(ListedText.init) },
    .flag("hasRoles") { !$0.roles.isEmpty }, .list("roles") { $0.roles },
    .flag("hasFactors") { !$0.factors.isEmpty }, .list("factors") { $0.factors },
    .flag("hasResources") { !$0.resources.isEmpty }, .list("resources") { $0.resources },
  ])
}

/// A step in a list of links.
struct StepLink: TemplateContext {
  let entry: Step
  let period: StepPeriod
  let href: String?
  let audience: String?

  init(_ entry: Step, _ scope: PageScope) {
    self.entry = entry
    period = StepPeriod(period: entry.period)
    href = scope.href(entry.id)
    audience = scope.audienceLabel(of: entry)
  }

  static let schema = TemplateSchema<StepLink>([
    .text("title") { $0.entry.title }, .text("href") { $0.href }, .text("summary") { $0.entry.summary },
    .text("audience") { $0.audience }, .flag("hasWeeks") { $0.entry.period != nil },
    .flag("isPreparation") { $0.period.isPreparation }, .text("firstWeek") { $0.period.firstWeek },
    .text("lastWeek") { $0.period.lastWeek },
  ])
}
