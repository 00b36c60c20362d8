import SitePlanning
import Theming
import Toolbox

/// The home page of a tailored edition: the role, the workload, the factors by step, the resources, the chapters.
struct EditionPage: TemplateContext {
  let page: PageFrame
  let site: SiteContext
  let type: AccompanimentCard?
  let sections: [WholeSection]
  let moments: [FactorGroup]
  let chapters: [ContentsLine]
  let topics: [TopicGroup]
  let introductionHref: String?
  let printHref: String?
  let comparisonHref: String?
  let factorsSummary: String?

  init(_ edition: Edition, _ scope: PageScope) {
    let own = scope.toolbox.accompaniment(of: edition)
    chapters = ContentsLine.all(scope)
    type = own.map { AccompanimentCard($0, scope, deeper: 1) }
    page = scope.frame(
      title: edition.title, description: own?.summary,
      next: scope.introduction() ?? chapters.first.map { LinkContext(title: $0.link.title, href: $0.link.href) },
      file: own?.core.file)
    site = SiteContext(scope)
    introductionHref = scope.introduction()?.href
    sections = WholeSection.all(scope) { $0.traits.onEditionHome != .none }
    moments = FactorGroup.all(scope, deeper: 3)
    topics = TopicGroup.groups(scope)
    printHref = scope.href(.print(edition: edition.id))
    comparisonHref = scope.href(.section(.accompaniment))
    factorsSummary = scope.toolbox.introduction(of: .factor)?.summary
  }

  static let schema = TemplateSchema<EditionPage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .object("type") { $0.type },
    .list("sections") { $0.sections }, .list("moments") { $0.moments }, .flag("hasMoments") { !$0.moments.isEmpty },
    .list("chapters") { $0.chapters },
    .list("themes") { $0.topics }, .flag("hasThemes") { !$0.topics.isEmpty },
    .text("introductionHref") { $0.introductionHref }, .text("printHref") { $0.printHref },
    .text("comparisonHref") { $0.comparisonHref }, .text("factorsSummary") { $0.factorsSummary },
  ])
}
