import Theming
import Toolbox

/// The introduction at the start of a section's page.
struct SectionOpening: TemplateContext {
  let summary: String?
  let body: String

  init(_ kind: EntryKind, _ scope: PageScope) {
    let introduction = scope.toolbox.introductions[kind]
    summary = introduction?.summary
    body = introduction.map { scope.html($0.body, from: $0.core.file) } ?? ""
  }

  static let schema = TemplateSchema<SectionOpening>([.text("summary") { $0.summary }, .html("body") { $0.body }])
}

/// The page that compares the accompaniment types.
struct AccompanimentsPage: TemplateContext {
  let page: Shell
  let site: SiteContext
  let opening: SectionOpening
  let types: [AccompanimentCard]

  init(_ scope: PageScope) {
    types = scope.toolbox.accompaniments.map { AccompanimentCard($0, scope, deeper: 1) }
    page = scope.shell(
      title: scope.title(of: .accompaniment), description: scope.toolbox.introductions[.accompaniment]?.summary,
      file: scope.toolbox.introductions[.accompaniment]?.core.file)
    site = SiteContext(scope)
    opening = SectionOpening(.accompaniment, scope)
  }

  static let schema = TemplateSchema<AccompanimentsPage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .object("opening") { $0.opening },
    .list("types") { $0.types },
  ])
}

/// The page with all success factors, grouped by moment.
struct FactorsPage: TemplateContext {
  let page: Shell
  let site: SiteContext
  let opening: SectionOpening
  let moments: [MomentGroup]

  init(_ scope: PageScope) {
    moments = MomentGroup.groups(scope, deeper: 2)
    page = scope.shell(
      title: scope.title(of: .factor), description: scope.toolbox.introductions[.factor]?.summary,
      contents: moments.map { LinkContext(title: $0.label, href: "#" + $0.anchor) },
      file: scope.toolbox.introductions[.factor]?.core.file)
    site = SiteContext(scope)
    opening = SectionOpening(.factor, scope)
  }

  static let schema = TemplateSchema<FactorsPage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .object("opening") { $0.opening },
    .list("moments") { $0.moments },
  ])
}

/// The testimonials of one side. The two sides are the authorities, and the people who accompany authorities.
struct SideGroup: TemplateContext {
  let anchor: String
  let label: String
  let testimonials: [TestimonialCard]

  static let schema = TemplateSchema<SideGroup>([
    .text("anchor") { $0.anchor }, .text("label") { $0.label }, .list("testimonials") { $0.testimonials },
  ])
}

/// The page with all testimonials, grouped by side.
struct TestimonialsPage: TemplateContext {
  let page: Shell
  let site: SiteContext
  let opening: SectionOpening
  let sides: [SideGroup]

  init(_ scope: PageScope) {
    let testimonials = scope.tailoring.visible(scope.toolbox.testimonials)
    sides = (scope.toolbox.site.vocabularies["cote"]?.terms ?? []).compactMap { term in
      let own = testimonials.filter { $0.side == term.id }
      guard !own.isEmpty else { return nil }
      return SideGroup(
        anchor: GroupAnchor.side(term.id), label: term.label, testimonials: own.map { TestimonialCard($0, scope) })
    }
    page = scope.shell(
      title: scope.title(of: .testimonial), description: scope.toolbox.introductions[.testimonial]?.summary,
      file: scope.toolbox.introductions[.testimonial]?.core.file)
    site = SiteContext(scope)
    opening = SectionOpening(.testimonial, scope)
  }

  static let schema = TemplateSchema<TestimonialsPage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .object("opening") { $0.opening },
    .list("sides") { $0.sides },
  ])
}

/// The page with the catalogue of resources, grouped by topic. An index lists the resources by kind.
struct ResourcesPage: TemplateContext {
  /// The resources of one kind, linked to their places in the catalogue.
  struct NatureGroup: TemplateContext {
    let id: String
    let label: String
    let resources: [LinkContext]

    static let schema = TemplateSchema<NatureGroup>([
      .text("id") { $0.id }, .text("label") { $0.label }, .list("resources") { $0.resources },
    ])
  }

  let page: Shell
  let site: SiteContext
  let opening: SectionOpening
  let topics: [TopicGroup]
  let natures: [NatureGroup]

  init(_ scope: PageScope) {
    topics = TopicGroup.groups(scope)
    natures = (scope.toolbox.site.vocabularies["nature"]?.terms ?? []).compactMap { term in
      let own = scope.view.resources.filter { $0.nature == term.id }
      guard !own.isEmpty else { return nil }
      return NatureGroup(
        id: term.id, label: term.label, resources: own.map { LinkContext(title: $0.title, href: scope.href($0.id)) })
    }
    page = scope.shell(
      title: scope.title(of: .resource), description: scope.toolbox.introductions[.resource]?.summary,
      contents: topics.map { LinkContext(title: $0.label, href: "#" + $0.anchor) },
      file: scope.toolbox.introductions[.resource]?.core.file)
    site = SiteContext(scope)
    opening = SectionOpening(.resource, scope)
  }

  static let schema = TemplateSchema<ResourcesPage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .object("opening") { $0.opening },
    .list("themes") { $0.topics }, .list("natures") { $0.natures },
  ])
}
