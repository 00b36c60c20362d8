import HTML
import MarkdownTree
import Toolbox

/// A text of a declaration for templates: inline HTML without a paragraph element.
struct DeclaredItem: TemplateContext {
  let html: String

  static let schema = TemplateSchema<DeclaredItem>([.html("html") { $0.html }])
}

extension PageScope {
  /// A text of a declaration as HTML.
  func html(_ text: DeclaredText) -> String { html(text.body, from: text.location.file) }

  /// A text of a declaration as HTML, or the placeholder for a missing value if `text` is nil.
  func html(orToComplete text: DeclaredText?) -> String { text.map { html($0) } ?? toComplete }

  /// Texts of a declaration, for templates.
  func items(_ texts: [DeclaredText]) -> [DeclaredItem] { texts.map { DeclaredItem(html: html($0)) } }

  /// A date of a declaration, with its month as a word, or the placeholder for a missing value if `date` is nil.
  func html(_ date: DeclaredDate?) -> String {
    toolbox.declared(date).map { HTMLText.escape(material.wording.date($0)) } ?? toComplete
  }

  /// The placeholder for a missing value, as HTML.
  var toComplete: String { "<mark class=\"to-complete\">\(HTMLText.escape(material.wording(.toComplete)))</mark>" }
}
