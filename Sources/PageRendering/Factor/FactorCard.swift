import Theming
import Toolbox

/// A link to the text of a success factor, with the factor's title.
struct FactorLink: TemplateContext {
  let title: String
  let href: String?
  let audience: String?

  init(_ entry: SuccessFactor, _ scope: PageScope) {
    title = entry.title
    href = scope.href(entry.id)
    audience = scope.audienceLabel(of: entry)
  }

  static let schema = TemplateSchema<FactorLink>([
    .text("title") { $0.title }, .text("href") { $0.href },
    .text("audience") { $0.audience },
  ])
}

/// A success factor, with its text and links to helpful resources.
struct FactorCard: TemplateContext {
  let anchor: String
  let title: String
  let body: String
  let audience: String?
  let resources: [LinkContext]

  /// - Parameter deeper: the number of levels by which the headings of the factor's text are lowered.
  init(_ entry: SuccessFactor, _ scope: PageScope, deeper: Int) {
    anchor = scope.anchoring.anchor(of: entry.id)
    title = entry.title
    body = scope.html(joining: entry, deeper: deeper)
    audience = scope.audienceLabel(of: entry)
    let helping = entry.resources.compactMap { scope.toolbox.resource(named: $0.name) }
    resources = scope.tailoring.visible(helping).map { LinkContext(title: $0.title, href: scope.href($0.id)) }
  }

  static let schema = TemplateSchema<FactorCard>([
    .text("anchor") { $0.anchor }, .text("title") { $0.title }, .html("body") { $0.body },
    .text("audience") { $0.audience }, .list("resources") { $0.resources },
    .flag("hasResources") { !$0.resources.isEmpty },
  ])
}
