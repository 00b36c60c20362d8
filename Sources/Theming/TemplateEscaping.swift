import HTML
import Mustache

/// Escapes text as the rest of Trousse does. The library's own escaping compares whole characters, so it would not
/// escape a `<` before a combining mark.
struct TemplateEscaping: MustacheContentType {
  /// The first line of every template.
  static let pragma = "{{%CONTENT_TYPE:TROUSSE}}"

  /// Registers the pragma in the library, once per process.
  static let registered: Void = MustacheContentTypes.register(TemplateEscaping(), named: "TROUSSE")

  func escapeText(_ text: String) -> String { HTMLText.escape(text) }
}
