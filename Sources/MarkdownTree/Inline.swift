import Diagnostics

/// A stretch of running text, with its place in the source.
public struct Inline: Sendable {
  /// What it is.
  public var content: Content
  /// Where it stands in its file.
  public var range: SourceRange

  /// Creates a stretch of running text.
  public init(_ content: Content, range: SourceRange) {
    self.content = content
    self.range = range
  }

  /// The kinds of running text.
  public indirect enum Content: Sendable {
    /// Text.
    case text(String)
    /// Text that says that something is still to be filled in: `à compléter`.
    case toComplete(String)
    /// A line end of the source.
    case softBreak
    /// A line break that the editor asked for.
    case lineBreak
    /// Code.
    case code(String)
    /// One tag of raw HTML, or a comment.
    case html(String)
    /// Emphasis.
    case emphasis([Inline])
    /// Strong emphasis.
    case strong([Inline])
    /// Text that no longer holds.
    case strikethrough([Inline])
    /// A link.
    case link(Link)
    /// An image.
    case image(Image)
    /// A reference to the footnote of this number.
    case footnoteReference(number: Int)
    /// Text in another language: `[text]{lang=en}`.
    case language(tag: String, [Inline])
    /// The first use of an abbreviation that the site declares.
    case abbreviation(short: String, long: String)
  }
}

/// A link as the editor wrote it.
public struct Link: Sendable {
  /// Where it leads: the target as written, escapes undone.
  public var target: String
  /// Its title, or nothing.
  public var title: String
  /// Its text.
  public var inlines: [Inline]
  /// Where the target stands in its file.
  public var targetRange: SourceRange
}

/// An image as the editor wrote it.
public struct Image: Sendable {
  /// The file, as written, escapes undone.
  public var target: String
  /// Its title, which becomes the caption of a figure, or nothing.
  public var title: String
  /// The text that stands for it.
  public var alternative: String
  /// Whether the editor said `{decorative}`: it tells nothing.
  public var isDecorative: Bool
  /// Where the target stands in its file.
  public var targetRange: SourceRange
}

extension Sequence<Inline> {
  /// The text without any markup, line ends as spaces.
  public var plainText: String {
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
