import Theming
import Toolbox

struct TestimonialCard: TemplateContext {
  let anchor: String
  let audience: String?
  let quotation: String
  let author: String
  let role: String
  let organisation: String
  let partner: String?
  let wave: String?

  /// - Parameter prefix: the prefix of the anchors in the text that shows the testimonial. The prefix keeps anchors
  ///   unique if several texts of one page show the same testimonial.
  init(_ entry: Testimonial, _ scope: PageScope, within prefix: String = "") {
    anchor = scope.anchoring.anchor(of: entry.id)
    audience = scope.audienceLabel(of: entry)
    quotation = scope.html(
      textOf: entry.core.file, deeper: 2, prefix: prefix + scope.anchoring.prefix(of: entry.id))
    author = entry.author
    role = entry.role
    organisation = entry.organisation
    let side = scope.toolbox.site.vocabularies["cote"]?.term(entry.side)
    partner = entry.partner.map { (side?.partnership ?? scope.wording(.with)) + " " + $0 }
    wave = entry.wave
  }

  static let schema = TemplateSchema<TestimonialCard>([
    .text("anchor") { $0.anchor }, .html("quotation") { $0.quotation }, .text("author") { $0.author },
    .text("role") { $0.role }, .text("organisation") { $0.organisation }, .text("partner") { $0.partner },
    .text("wave") { $0.wave }, .text("audience") { $0.audience },
  ])
}
