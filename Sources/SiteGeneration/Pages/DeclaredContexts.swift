import MarkdownTree
import Toolbox

/// A text of a declaration, for templates: its words and links, without a paragraph around them.
struct DeclaredItem: TemplateContext {
  let html: String

  static let schema = TemplateSchema<DeclaredItem>([.html("html") { $0.html }])
}

extension PageScope {
  /// A text of a declaration as HTML.
  func html(_ text: DeclaredText, from kind: DeclarationKind) -> String { html(text.body, from: kind.file) }

  /// Such a text; where there is none, that it is still to be filled in.
  func html(_ text: DeclaredText?, orToCompleteIn kind: DeclarationKind) -> String {
    text.map { html($0, from: kind) } ?? toComplete
  }

  /// Such texts.
  func items(_ texts: [DeclaredText], from kind: DeclarationKind) -> [DeclaredItem] {
    texts.map { DeclaredItem(html: html($0, from: kind)) }
  }

  /// A date as one says it, or that it is still to be filled in.
  func html(_ date: DeclaredDate?) -> String {
    date?.iso.map { HTMLText.escape(material.wording.date($0)) } ?? toComplete
  }

  /// What stands where a value is missing.
  var toComplete: String { "<mark class=\"to-complete\">\(HTMLText.escape(material.wording.toComplete))</mark>" }

  /// A value of `site.yml`, or that it is still to be filled in.
  func html(ofSite value: String?) -> String {
    guard let value, !ToComplete.isMissing(value) else { return toComplete }
    return HTMLText.escape(value)
  }
}
