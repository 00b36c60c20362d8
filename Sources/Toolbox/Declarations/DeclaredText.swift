import Diagnostics
import MarkdownTree

/// A text of a declaration: one paragraph of Markdown, with its links.
public struct DeclaredText: Sendable {
  /// Its compiled form, without the paragraph around it.
  public var body: Body
  /// Its words alone, for places that hold no markup.
  public var plainText: String
  /// Whether it says `à compléter` and nothing else.
  public var isMissing: Bool
  /// Where it is written.
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
  /// The date, as ISO 8601 writes it; nil where it says `à compléter`.
  public var iso: String?
  /// Where it is written.
  public var location: SourceLocation

  /// Creates a date.
  public init(iso: String?, location: SourceLocation) {
    self.iso = iso
    self.location = location
  }
}
