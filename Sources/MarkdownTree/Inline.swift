import Diagnostics

/// An inline element or a text, with its range in the source.
package struct Inline: Sendable {
  /// The kind of the inline, with its children.
  package var content: Content
  /// The range in the source file.
  package var range: SourceRange

  /// Creates an inline.
  package init(_ content: Content, range: SourceRange) {
    self.content = content
    self.range = range
  }

  /// The kinds of inline.
  package indirect enum Content: Sendable {
    /// Text.
    case text(String)
    /// The placeholder of a missing value: `à compléter`.
    case toComplete(String)
    /// A line end of the source.
    case softBreak
    /// A line break that the editor asked for.
    case lineBreak
    /// A code span.
    case code(String)
    /// One tag of raw HTML, or a comment.
    case html(String)
    /// Emphasis.
    case emphasis([Inline])
    /// Strong emphasis.
    case strong([Inline])
    /// Struck-through text.
    case strikethrough([Inline])
    /// A link.
    case link(Link)
    /// An image.
    case image(Image)
    /// A reference to a footnote.
    case footnoteReference(number: Int)
    /// Text in another language: `[text]{lang=en}`.
    case language(tag: String, [Inline])
    /// The first use of an abbreviation that the site declares.
    case abbreviation(short: String, long: String)
  }
}

/// A link as the editor wrote it.
package struct Link: Sendable {
  /// The target with its escapes decoded. It is not resolved.
  package var target: String
  /// The title; empty if the link has no title.
  package var title: String
  /// The text.
  package var inlines: [Inline]
  /// The range of the target in the source file.
  package var targetRange: SourceRange

  /// Creates a link.
  package init(target: String, title: String, inlines: [Inline], targetRange: SourceRange) {
    self.target = target
    self.title = title
    self.inlines = inlines
    self.targetRange = targetRange
  }
}

/// An image as it is written in the source file.
package struct Image: Sendable {
  /// The path of the file with its escapes decoded. It is not resolved.
  package var target: String
  /// The title; empty if the image has no title. If the image is a paragraph of its own, the title becomes the caption.
  package var title: String
  /// The alternative text.
  package var alternative: String
  /// Whether the editor marked the image `{decorative}`, because the image gives no information.
  package var isDecorative: Bool
  /// The range of the target in the source file.
  package var targetRange: SourceRange

  /// Creates an image.
  package init(target: String, title: String, alternative: String, isDecorative: Bool, targetRange: SourceRange) {
    self.target = target
    self.title = title
    self.alternative = alternative
    self.isDecorative = isDecorative
    self.targetRange = targetRange
  }
}

extension Sequence<Inline> {
  /// The text without markup. Each line end becomes a space.
  package var plainText: String {
    var text = ""
    for inline in self { inline.appendPlainText(to: &text) }
    return text
  }
}

extension Inline {
  fileprivate func appendPlainText(to text: inout String) {
    switch content {
    case .text(let string), .toComplete(let string), .code(let string): text += string
    case .softBreak, .lineBreak: text += " "
    case .html, .footnoteReference: break
    case .abbreviation(let short, _): text += short
    case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines), .language(_, let inlines):
      for inline in inlines { inline.appendPlainText(to: &text) }
    case .link(let link):
      for inline in link.inlines { inline.appendPlainText(to: &text) }
    case .image(let image): text += image.alternative
    }
  }
}
