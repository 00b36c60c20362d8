import Diagnostics

/// A text that pages show and that depends on the language of the site, such as a heading of a template.
///
/// A theme writes its labels in `libelles/LANGUAGE.yml`. A site replaces single labels under `libelles` in `site.yml`.
package struct Label: Sendable, Hashable {
  /// The name: the keys that lead to the text, joined by dots, such as `navigation.menu-principal`.
  package var key: String
  /// The text: plain text with variables and sections of Mustache, and with strong words between `**`.
  package var text: String
  /// The place of the text.
  package var location: SourceLocation

  /// Creates a label.
  package init(key: String, text: String, location: SourceLocation) {
    self.key = key
    self.text = text
    self.location = location
  }
}
