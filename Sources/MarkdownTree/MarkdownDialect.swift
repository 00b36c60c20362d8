import Diagnostics

/// The extensions of GFM to CommonMark.
public enum MarkdownExtension: String, Sendable, CaseIterable, Hashable {
  /// Tables.
  case table
  /// Struck-through text, between tildes.
  case strikethrough
  /// Addresses without brackets become links.
  case autolink
  /// Escapes the opening `<` of certain raw HTML tags.
  case tagfilter
  /// List items with checkboxes.
  case tasklist
  /// Footnotes.
  case footnotes
}

/// A dialect of Markdown.
public struct MarkdownDialect: Sendable, Hashable {
  /// The extensions to CommonMark.
  public var extensions: Set<MarkdownExtension>
  /// Whether the parser recognizes `:::` containers, and the checkboxes that GFM does not recognize.
  public var hasTrousseForms: Bool

  /// Creates a dialect.
  public init(extensions: Set<MarkdownExtension>, hasTrousseForms: Bool) {
    self.extensions = extensions
    self.hasTrousseForms = hasTrousseForms
  }

  /// The dialect of the content folder: all extensions, and the syntax of Trousse.
  public static let content = MarkdownDialect(
    extensions: Set(MarkdownExtension.allCases), hasTrousseForms: true)

  /// The dialect of the CommonMark and GFM specifications, with the given extensions and without the syntax of Trousse.
  public static func specification(_ extensions: Set<MarkdownExtension>) -> MarkdownDialect {
    MarkdownDialect(extensions: extensions, hasTrousseForms: false)
  }
}

/// Renders the HTML that the CommonMark and GFM specifications define.
public enum SpecificationHTML {
  /// Renders a text without the additions of Trousse.
  ///
  /// - Returns: the HTML in UTF-8, and the diagnostics, such as a limit that was reached.
  public static func render(
    _ source: SourceText, extensions: Set<MarkdownExtension>
  ) -> (html: [UInt8], diagnostics: [Diagnostic]) {
    var reader = CmarkReader(source: source, firstLine: 1, dialect: .specification(extensions))
    let blocks = reader.read()
    return (SpecificationWriter.html(of: blocks, filtersTags: extensions.contains(.tagfilter)), reader.diagnostics.all)
  }
}
