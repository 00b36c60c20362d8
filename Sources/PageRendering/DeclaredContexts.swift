import HTML
import Theming
import Toolbox

/// A text of a declaration for templates: inline HTML without a paragraph element.
struct DeclaredItem: TemplateContext {
  let html: String

  static let schema = TemplateSchema<DeclaredItem>([.html("html") { $0.html }])
}

extension PageScope {
  /// A text of a declaration as HTML.
  package func html(_ text: DeclaredText) -> String { html(text.body, from: text.location.file) }

  /// A text of a declaration as HTML, or the placeholder for a missing value if `text` is nil.
  package func html(orToComplete text: DeclaredText?) -> String { text.map { html($0) } ?? toComplete }

  /// Texts of a declaration, for templates.
  package func items(_ texts: [DeclaredText]) -> [DeclaredItem] { texts.map { DeclaredItem(html: html($0)) } }

  /// A date of a declaration, with its month as a word, or the placeholder for a missing value if `date` is nil.
  package func html(_ date: DeclaredDate?) -> String {
    toolbox.declared(date).map { HTMLText.escape(wording.date($0)) } ?? toComplete
  }

  /// The placeholder for a missing value, as HTML.
  package var toComplete: String {
    "<mark class=\"to-complete\">\(HTMLText.escape(wording(.toComplete)))</mark>"
  }
}
