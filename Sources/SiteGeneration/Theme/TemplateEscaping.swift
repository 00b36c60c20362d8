import HTML
import MarkdownTree
import Mustache

/// Escapes as the rest of Trousse does. The library's own escaping compares whole characters, so that it would leave
/// `<` followed by a combining mark as it is.
struct TemplateEscaping: MustacheContentType {
  /// The first line of every template.
  static let pragma = "{{%CONTENT_TYPE:TROUSSE}}"

  /// Makes the pragma known to the library, once for the process.
  static let registered: Void = MustacheContentTypes.register(TemplateEscaping(), named: "TROUSSE")

  func escapeText(_ text: String) -> String { HTMLText.escape(text) }
}
