import MarkdownTree
import Toolbox

/// A passage for some readers, with its label.
struct AudienceBlock: TemplateContext {
  var label: String
  var body: String

  static let schema = TemplateSchema<AudienceBlock>([.text("label") { $0.label }, .html("body") { $0.body }])
}

/// A passage that is the toolbox’s own advice, which its source does not give.
struct AdviceBlock: TemplateContext {
  var body: String

  static let schema = TemplateSchema<AdviceBlock>([.html("body") { $0.body }])
}

/// Testimonials placed in a text.
struct PlacedTestimonials: TemplateContext {
  var testimonials: [TestimonialCard]

  static let schema = TemplateSchema<PlacedTestimonials>([
    .list("testimonials") { $0.testimonials }, .flag("hasTestimonials") { !$0.testimonials.isEmpty },
  ])
}

/// Success factors placed in a text.
struct PlacedFactors: TemplateContext {
  var factors: [FactorLink]

  static let schema = TemplateSchema<PlacedFactors>([
    .list("factors") { $0.factors }, .flag("hasFactors") { !$0.factors.isEmpty },
  ])
}

/// Resources placed in a text.
struct PlacedResources: TemplateContext {
  var resources: [ResourceCard]

  static let schema = TemplateSchema<PlacedResources>([
    .list("resources") { $0.resources }, .flag("hasResources") { !$0.resources.isEmpty },
  ])
}

/// The workload placed in a text: the reader's own in a tailored edition, else that of every type, or of those named.
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

/// The publisher's details placed in a text.
struct PlacedPublisher: TemplateContext {
  /// A line of them.
  struct Detail: TemplateContext {
    let field: Site.Publisher.Field
    let value: String

    static let schema = TemplateSchema<Detail>([
      .text("value") { $0.value },
      .flag("isMissing") { ToComplete.isMissing($0.value) },
      .flag("isName") { $0.field == .name },
      .flag("isAddress") { $0.field == .address },
      .flag("isTelephone") { $0.field == .telephone },
      .flag("isEmail") { $0.field == .email },
      .flag("isDirector") { $0.field == .director },
      .flag("isHost") { $0.field == .host },
    ])
  }

  let details: [Detail]

  init(_ scope: PageScope) {
    details = scope.toolbox.site.publisher?.details.map { Detail(field: $0.field, value: $0.value) } ?? []
  }

  static let schema = TemplateSchema<PlacedPublisher>([.list("details") { $0.details }])
}
