import SitePlanning
import Theming
import Toolbox

/// The workload for a number of authorities: one row of a small table.
struct ProjectionRow: TemplateContext {
  let authorities: String
  let hours: String
  let perWeek: String

  init(_ workload: Workload, authorities: Int, _ wording: SiteWording) {
    let all = workload.multiplied(by: authorities)
    self.authorities = String(authorities)
    hours = wording.number(all.hours)
    perWeek = wording.briefly(all.perWeek)
  }

  static let schema = TemplateSchema<ProjectionRow>([
    .text("authorities") { $0.authorities }, .text("hours") { $0.hours }, .text("perWeek") { $0.perWeek },
  ])
}

/// An accompaniment type with its workload, including the caveats about the figures.
struct AccompanimentCard: TemplateContext {
  /// The numbers of authorities for which the table gives the workload.
  private static let shownAuthorities = [1, 2, 3, 4, 5]

  let anchor: String
  let rank: Int
  let title: String
  let label: String
  let summary: String?
  let href: String?
  let editions: [LinkContext]
  let body: String
  let workload: Workload
  let shareOfLargest: Int
  let projections: [ProjectionRow]
  let wording: SiteWording
  /// Whether a text of the same page shows the workload.
  var isWorkloadPlaced = false

  /// - Parameter deeper: the number of levels by which the headings of the type's text are lowered; nil if the text is
  ///   not shown.
  init(_ type: AccompanimentType, _ scope: PageScope, deeper: Int?) {
    let all = scope.toolbox.accompaniments
    let own = scope.toolbox.editions.filter { $0.accompaniment == type.id.name }
    editions = own.map { LinkContext(title: $0.title, href: scope.href(.edition($0.id))) }
    anchor = scope.anchoring.anchor(of: type.id)
    rank = (all.firstIndex { $0.id == type.id } ?? 0) + 1
    title = type.title
    label = type.shortTitle
    summary = type.summary
    // If a type has several editions, the link leads to the type's own text, because this text lists the editions.
    let onlyEdition = own.count == 1 ? editions.first?.href : nil
    href = onlyEdition ?? scope.href(.section(.accompaniment), anchor: Anchoring.ownPage.anchor(of: type.id))
    body = deeper.map { scope.html(joining: type, deeper: $0) } ?? ""
    workload = type.workload
    let largest = all.map(\.workload.hours).max() ?? 0
    shareOfLargest = largest > 0 ? Int((type.workload.hours / largest * 100).rounded()) : 0
    wording = scope.wording
    projections = Self.shownAuthorities.map { ProjectionRow(type.workload, authorities: $0, scope.wording) }
  }

  private var additionalHours: String? {
    guard case .additional(let hours)? = workload.preparation else { return nil }
    return wording.hours(hours)
  }

  static let schema = TemplateSchema<AccompanimentCard>([
    .text("anchor") { $0.anchor }, .text("rank") { String($0.rank) }, .text("title") { $0.title },
    .text("label") { $0.label }, .text("summary") { $0.summary }, .text("href") { $0.href },
    .list("editions") { $0.editions }, .flag("hasSeveralEditions") { $0.editions.count > 1 }, .html("body") { $0.body },
    .text("about") { $0.workload.isApproximate ? $0.wording(.about) : nil },
    .text("hours") { $0.wording.number($0.workload.hours) }, .text("whose") { $0.workload.whose },
    .text("perWeek") { $0.wording.effort($0.workload.perWeek) }, .text("weeks") { String($0.workload.weeks) },
    .flag("isSingleHour") { $0.wording.isSingular($0.workload.hours) },
    .flag("isSingleWeek") { $0.wording.isSingular(Double($0.workload.weeks)) },
    .flag("isPreparationIncluded") { $0.workload.preparation == .included },
    .text("phase") { $0.workload.phase ?? $0.wording(.preparation) }, .text("preparationHours") { $0.additionalHours },
    .text("base") { card in card.workload.base.map { "\(card.wording.number(Double($0.count)))\u{A0}\($0.unit)" } },
    .flag("hasReserve") { $0.workload.base != nil || $0.workload.caution != nil },
    .text("caution") { $0.workload.caution }, .text("shareOfLargest") { String($0.shareOfLargest) },
    .text("plainHours") { String($0.workload.hours) }, .text("plainPerWeek") { String($0.workload.perWeek.amount) },
    .text("oneAWeek") { $0.wording.briefly("#", $0.workload.perWeek.unit, isSingular: true) },
    .text("manyAWeek") { $0.wording.briefly("#", $0.workload.perWeek.unit, isSingular: false) },
    .list("projections") { $0.projections }, .flag("isWorkloadPlaced") { $0.isWorkloadPlaced },
  ])
}
