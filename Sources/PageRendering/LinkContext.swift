import Theming

/// A link to a page, or to an anchor on a page.
struct LinkContext: TemplateContext {
  var title: String
  var href: String?
  var summary: String?
  /// Whether the target is the page that contains the link.
  var isCurrent = false
  /// Whether the target is the page of a section, and the page with this link belongs to that section.
  var isCurrentSection = false

  static let schema = TemplateSchema<LinkContext>([
    .text("title") { $0.title }, .text("href") { $0.href }, .text("summary") { $0.summary },
    .flag("isCurrent") { $0.isCurrent }, .flag("isCurrentSection") { $0.isCurrentSection },
  ])
}
