/// The extensions of GFM to CommonMark.
package enum MarkdownExtension: String, Sendable, CaseIterable, Hashable {
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
package struct MarkdownDialect: Sendable, Hashable {
  /// The extensions to CommonMark.
  package var extensions: Set<MarkdownExtension>
  /// Whether the parser recognizes `:::` containers, and the checkboxes that GFM does not recognize.
  package var hasTrousseForms: Bool

  /// Creates a dialect.
  package init(extensions: Set<MarkdownExtension>, hasTrousseForms: Bool) {
    self.extensions = extensions
    self.hasTrousseForms = hasTrousseForms
  }

  /// The dialect of the content folder: all extensions, and the syntax of Trousse.
  package static let content = MarkdownDialect(
    extensions: Set(MarkdownExtension.allCases), hasTrousseForms: true)

  /// The dialect of the CommonMark and GFM specifications, with the given extensions and without the syntax of Trousse.
  package static func specification(_ extensions: Set<MarkdownExtension>) -> MarkdownDialect {
    MarkdownDialect(extensions: extensions, hasTrousseForms: false)
  }
}
