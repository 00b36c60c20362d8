import Diagnostics

/// A Markdown document as a tree of Swift values, and what was found on the way.
public struct Document: Sendable {
  /// Its blocks, in order.
  public var blocks: [Block]
  /// What was found while it was read.
  public var diagnostics: [Diagnostic]

  /// Reads the Markdown of a file from a given line on; what stands before is front matter.
  ///
  /// Reading never fails: what cannot be understood is text, and a finding.
  /// - Parameters:
  ///   - source: the whole file.
  ///   - firstLine: the line where the Markdown begins, from 1.
  ///   - dialect: which Markdown it is read as.
  ///   - typography: how its texts are set, or nil where they stay as they were typed.
  ///   - abbreviations: those that are marked up where the text first uses them.
  public init(
    parsing source: SourceText, fromLine firstLine: Int = 1, dialect: MarkdownDialect = .content,
    typography: FrenchTypography? = nil, abbreviations: Abbreviations? = nil
  ) {
    var reader = CmarkReader(source: source, firstLine: firstLine, dialect: dialect)
    blocks = reader.read()
    var findings = reader.diagnostics
    var passes = DocumentPasses(source: source)
    passes.run(on: &blocks)
    findings += passes.diagnostics
    typography?.apply(to: &blocks)
    if let abbreviations, !abbreviations.mark(&blocks) { findings.append(.tooManyAbbreviations(source.file)) }
    diagnostics = findings.all
  }

  /// A document without content.
  public static let empty = Document(blocks: [], diagnostics: [])

  private init(blocks: [Block], diagnostics: [Diagnostic]) {
    self.blocks = blocks
    self.diagnostics = diagnostics
  }
}
