import HTML
import MarkdownTree
import Toolbox

/// A text of a declaration, for templates: its words and links, without a paragraph around them.
struct DeclaredItem: TemplateContext {
  let html: String

  static let schema = TemplateSchema<DeclaredItem>([.html("html") { $0.html }])
}

extension PageScope {
  /// A text of a declaration as HTML.
  func html(_ text: DeclaredText) -> String { html(text.body, from: text.location.file) }

  /// Such a text; where there is none, that it is still to be filled in.
  func html(orToComplete text: DeclaredText?) -> String { text.map { html($0) } ?? toComplete }

  /// Such texts.
  func items(_ texts: [DeclaredText]) -> [DeclaredItem] { texts.map { DeclaredItem(html: html($0)) } }

  /// A date of a declaration as one says it, or that it is still to be filled in.
  func html(_ date: DeclaredDate?) -> String {
    toolbox.declared(date).map { HTMLText.escape(material.wording.date($0)) } ?? toComplete
  }

  /// What stands where a value is missing.
  var toComplete: String { "<mark class=\"to-complete\">\(HTMLText.escape(material.wording.toComplete))</mark>" }
}
