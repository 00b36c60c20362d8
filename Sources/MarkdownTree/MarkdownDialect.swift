import Diagnostics

/// What GFM adds to CommonMark, each to be had or not.
public enum MarkdownExtension: String, Sendable, CaseIterable, Hashable {
  /// Tables.
  case table
  /// Text between tildes that no longer holds.
  case strikethrough
  /// Addresses without brackets.
  case autolink
  /// Raw HTML tags that lose their opening bracket.
  case tagfilter
  /// List items with boxes.
  case tasklist
  /// Footnotes.
  case footnotes
}

/// Which Markdown a text is read as.
public struct MarkdownDialect: Sendable, Hashable {
  /// What it adds to CommonMark.
  public var extensions: Set<MarkdownExtension>
  /// Whether `:::` opens and closes containers, and boxes are found where GFM misses them.
  public var hasTrousseForms: Bool

  /// Creates a dialect.
  public init(extensions: Set<MarkdownExtension>, hasTrousseForms: Bool) {
    self.extensions = extensions
    self.hasTrousseForms = hasTrousseForms
  }

  /// The Markdown of the content: everything.
  public static let content = MarkdownDialect(
    extensions: Set(MarkdownExtension.allCases), hasTrousseForms: true)

  /// The specification's Markdown with some extensions, and none of our own forms.
  public static func specification(_ extensions: Set<MarkdownExtension>) -> MarkdownDialect {
    MarkdownDialect(extensions: extensions, hasTrousseForms: false)
  }
}

/// The HTML of the CommonMark and GFM specifications.
public enum SpecificationHTML {
  /// A text as the specifications have it, with none of our additions.
  /// - Returns: the HTML in UTF-8, and what was found, such as a limit that was reached.
  public static func render(
    _ source: SourceText, extensions: Set<MarkdownExtension>
  ) -> (html: [UInt8], diagnostics: [Diagnostic]) {
    var reader = CmarkReader(source: source, firstLine: 1, dialect: .specification(extensions))
    let blocks = reader.read()
    return (SpecificationWriter.html(of: blocks, filtersTags: extensions.contains(.tagfilter)), reader.diagnostics.all)
  }
}
