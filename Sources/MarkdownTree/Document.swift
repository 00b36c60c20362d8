import Diagnostics

/// A Markdown document as a tree of Swift values, with the diagnostics of the parse.
package struct Document: Sendable {
  /// The blocks, in order.
  package var blocks: [Block]
  /// The diagnostics of the parse.
  package var diagnostics: [Diagnostic]

  /// Parses the Markdown of a file. The front matter before the Markdown is not parsed.
  ///
  /// Parsing never fails, because invalid syntax becomes text with a diagnostic.
  /// - Parameters:
  ///   - source: the whole file.
  ///   - firstLine: the number of the line at which the Markdown begins. Line numbers begin at 1.
  ///   - dialect: the dialect of Markdown.
  ///   - typography: the typography to apply; nil keeps the texts unchanged.
  ///   - abbreviations: the abbreviations whose first use is marked up.
  ///   - containers: the names of containers. A line with such a name and one colon too few is reported.
  package init(
    parsing source: SourceText, fromLine firstLine: Int = 1, dialect: MarkdownDialect = .content,
    typography: FrenchTypography? = nil, abbreviations: Abbreviations? = nil, containers: Set<String> = []
  ) {
    var reader = CmarkReader(source: source, firstLine: firstLine, dialect: dialect)
    blocks = reader.read()
    var findings = reader.diagnostics
    var passes = DocumentPasses(source: source, containers: containers)
    passes.run(on: &blocks)
    findings += passes.diagnostics
    typography?.apply(to: &blocks)
    if let abbreviations, !abbreviations.mark(&blocks) { findings.append(.tooManyAbbreviations(source.file)) }
    diagnostics = findings.all
  }

  /// A document without content.
  package static let empty = Document(blocks: [], diagnostics: [])

  private init(blocks: [Block], diagnostics: [Diagnostic]) {
    self.blocks = blocks
    self.diagnostics = diagnostics
  }
}
