import Theming
import Toolbox

/// The home page: the summary, a question to the reader, the accompaniment types as answers, then the guide.
struct HomePage: TemplateContext {
  let page: PageFrame
  let site: SiteContext
  let summary: String?
  let question: String?
  let invitation: String?
  let body: String
  let types: [AccompanimentCard]
  let comparisonHref: String?
  let otherEditions: [LinkContext]
  let chapters: [ContentsLine]
  let guideHref: String?
  let guideSummary: String?
  let voice: TestimonialCard?
  let testimonialsHref: String?
  let moments: [FactorOverview]
  let factorsHref: String?
  let factorsSummary: String?

  init(_ scope: PageScope) {
    let home = scope.toolbox.home
    page = scope.frame(title: home?.title ?? scope.toolbox.site.title, description: home?.summary, file: home?.file)
    site = SiteContext(scope)
    summary = home?.summary
    question = home?.question
    invitation = home?.invitation
    body = home.map { scope.html(textOf: $0.file) } ?? ""
    types = scope.toolbox.accompaniments.map { AccompanimentCard($0, scope, deeper: nil) }
    comparisonHref = scope.href(.section(.accompaniment))
    otherEditions = scope.toolbox.editions.filter { $0.accompaniment == nil }.map {
      LinkContext(title: $0.title, href: scope.href(.edition($0.id)))
    }
    chapters = ContentsLine.all(scope, isDeep: false)
    guideHref = scope.href(.section(.chapter))
    guideSummary = scope.toolbox.introduction(of: .chapter)?.summary
    let chosen = home?.voice.flatMap { scope.toolbox.testimonial(named: $0.name) } ?? scope.toolbox.testimonials.first
    voice = chosen.map { TestimonialCard($0, scope) }
    testimonialsHref = scope.href(.section(.testimonial))
    moments = FactorOverview.all(scope)
    factorsHref = scope.href(.section(.factor))
    factorsSummary = scope.toolbox.introduction(of: .factor)?.summary
  }

  static let schema = TemplateSchema<HomePage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .text("summary") { $0.summary },
    .text("question") { $0.question }, .text("invitation") { $0.invitation }, .html("body") { $0.body },
    .list("types") { $0.types }, .flag("hasTypes") { !$0.types.isEmpty },
    .text("comparisonHref") { $0.comparisonHref }, .list("otherEditions") { $0.otherEditions },
    .flag("hasOtherEditions") { !$0.otherEditions.isEmpty }, .list("chapters") { $0.chapters },
    .flag("hasChapters") { !$0.chapters.isEmpty }, .text("guideHref") { $0.guideHref },
    .text("guideSummary") { $0.guideSummary }, .object("voice") { $0.voice },
    .text("testimonialsHref") { $0.testimonialsHref }, .list("moments") { $0.moments },
    .flag("hasMoments") { !$0.moments.isEmpty }, .text("factorsHref") { $0.factorsHref },
    .text("factorsSummary") { $0.factorsSummary },
  ])
}
