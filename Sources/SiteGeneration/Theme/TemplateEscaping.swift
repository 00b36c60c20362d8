import HTML
import MarkdownTree
import Mustache

/// Escapes as the rest of Trousse does. The library's own escaping looks at whole characters, so that `<` followed by a
/// combining mark would pass.
struct TemplateEscaping: MustacheContentType {
  /// What every template begins with, on its own first line.
  static let pragma = "{{%CONTENT_TYPE:TROUSSE}}"

  /// Makes the pragma known to the library, once for the process.
  static let registered: Void = MustacheContentTypes.register(TemplateEscaping(), named: "TROUSSE")

  func escapeText(_ text: String) -> String { HTMLText.escape(text) }
}
