import HTML
import MarkdownTree
import Toolbox

/// A text of a declaration, for templates: inline HTML, without a paragraph around it.
struct DeclaredItem: TemplateContext {
  let html: String

  static let schema = TemplateSchema<DeclaredItem>([.html("html") { $0.html }])
}

extension PageScope {
  /// A text of a declaration as HTML.
  func html(_ text: DeclaredText) -> String { html(text.body, from: text.location.file) }

  /// A text of a declaration as HTML, or the mark of a missing value.
  func html(orToComplete text: DeclaredText?) -> String { text.map { html($0) } ?? toComplete }

  /// Texts of a declaration, for templates.
  func items(_ texts: [DeclaredText]) -> [DeclaredItem] { texts.map { DeclaredItem(html: html($0)) } }

  /// A date of a declaration in words, or the mark of a missing value.
  func html(_ date: DeclaredDate?) -> String {
    toolbox.declared(date).map { HTMLText.escape(material.wording.date($0)) } ?? toComplete
  }

  /// The mark of a missing value.
  var toComplete: String { "<mark class=\"to-complete\">\(HTMLText.escape(material.wording.toComplete))</mark>" }
}
