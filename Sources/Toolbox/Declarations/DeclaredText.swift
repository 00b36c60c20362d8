import Diagnostics
import MarkdownTree

/// A text of a declaration: one paragraph of Markdown, with its links.
public struct DeclaredText: Sendable {
  /// The compiled text, without its paragraph element.
  public var body: Body
  /// The text without markup.
  public var plainText: String
  /// Whether the text is `à compléter` (to be completed), which marks a missing value.
  public var isMissing: Bool
  /// The place of the text.
  public var location: SourceLocation

  /// Creates a text.
  public init(body: Body, plainText: String, isMissing: Bool, location: SourceLocation) {
    self.body = body
    self.plainText = plainText
    self.isMissing = isMissing
    self.location = location
  }
}

/// A date of a declaration.
public struct DeclaredDate: Sendable, Hashable {
  /// The date in ISO 8601; nil if the file has `à compléter` in place of a date.
  public var iso: String?
  /// The place of the date.
  public var location: SourceLocation

  /// Creates a date.
  public init(iso: String?, location: SourceLocation) {
    self.iso = iso
    self.location = location
  }
}
