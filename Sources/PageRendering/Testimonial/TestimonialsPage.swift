import Diagnostics
import Theming
import Toolbox

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
  let page: PageFrame
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
    page = scope.frame(
      title: scope.title(of: .testimonial), description: scope.toolbox.introduction(of: .testimonial)?.summary,
      file: scope.toolbox.introduction(of: .testimonial)?.core.file)
    site = SiteContext(scope)
    opening = SectionOpening(.testimonial, scope)
  }

  static let schema = TemplateSchema<TestimonialsPage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .object("opening") { $0.opening },
    .list("sides") { $0.sides },
  ])
}

struct PlacedTestimonials: TemplateContext {
  let testimonials: [TestimonialCard]

  init(_ placement: Placement) {
    testimonials = placement.entries(Testimonial.self).map {
      TestimonialCard($0, placement.scope, within: placement.prefix)
    }
  }

  static let schema = TemplateSchema<PlacedTestimonials>([
    .list("testimonials") { $0.testimonials }, .flag("hasTestimonials") { !$0.testimonials.isEmpty },
  ])
}

extension EntryRendering {
  static let testimonials = EntryRendering(
    .testimonial,
    section: ScopeTemplate("testimonials", Message(fr: "les témoignages", en: "the testimonials")) {
      TestimonialsPage($0)
    },
    placed: ScopeTemplate(
      "placed-testimonials", Message(fr: "des témoignages dans un texte", en: "testimonials in a text")
    ) {
      PlacedTestimonials($0)
    },
    isWholeWherePlaced: true)
}
