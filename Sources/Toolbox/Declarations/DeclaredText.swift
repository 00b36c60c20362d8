import CompiledBody
import Diagnostics

/// A text of a declaration: one paragraph of Markdown, with its links.
package struct DeclaredText: Sendable {
  /// The compiled text, without its paragraph element.
  package var body: Body
  /// The text without markup.
  package var plainText: String
  /// Whether the text is `à compléter` (to be completed), which marks a missing value.
  package var isMissing: Bool
  /// The place of the text.
  package var location: SourceLocation

  /// Creates a text.
  package init(body: Body, plainText: String, isMissing: Bool, location: SourceLocation) {
    self.body = body
    self.plainText = plainText
    self.isMissing = isMissing
    self.location = location
  }
}

/// A date of a declaration.
package struct DeclaredDate: Sendable, Hashable {
  /// The date in ISO 8601; nil if the file has `à compléter` in place of a date.
  package var iso: String?
  /// The place of the date.
  package var location: SourceLocation

  /// Creates a date.
  package init(iso: String?, location: SourceLocation) {
    self.iso = iso
    self.location = location
  }
}
