/// Sets French as the Imprimerie nationale's usage has it: no-break spaces, apostrophes, ellipses, guillemets.
///
/// A pass over the tree, linear and idempotent to the byte. It converts the spaces that are there and never adds one before
/// `:` `;` `!` `?`, which alone protects `10:30`, addresses and `Yahoo!`; guillemets are the exception and gain theirs.
/// Code, raw HTML and addresses are never touched.
public struct FrenchTypography: Sendable {
  /// How much may be changed.
  public enum Extent: Sendable, Hashable {
    /// Everything.
    case full
    /// Spaces and apostrophes alone: a quotation keeps its words and its marks.
    case quotation
  }

  private let extent: Extent

  /// Typography of an extent.
  public init(_ extent: Extent = .full) { self.extent = extent }

  /// A text without markup, such as a title.
  public func apply(to text: String) -> String {
    var run = TypographicRun()
    run.append(text)
    run.typeset(extent)
    return run.texts.first ?? text
  }

  /// Every text of some blocks.
  public func apply(to blocks: inout [Block]) {
    for index in blocks.indices {
      switch blocks[index].content {
      case .paragraph(let inlines): blocks[index].content = .paragraph(typeset(inlines))
      case .heading(var heading):
        heading.inlines = typeset(heading.inlines)
        blocks[index].content = .heading(heading)
      case .table(var table):
        table.header = table.header.map(typeset)
        table.rows = table.rows.map { $0.map(typeset) }
        table.caption = table.caption.map(typeset)
        blocks[index].content = .table(table)
      case .container(let container) where container.header.name == "langue": break
      case .quotation, .callout, .list, .container, .footnote: blocks[index].withNestedBlocks { apply(to: &$0) }
      case .code, .html, .thematicBreak: break
      }
    }
  }

  /// The running text of one paragraph, heading or cell: quotes pair over all of it, whatever markup stands between.
  private func typeset(_ inlines: [Inline]) -> [Inline] {
    var run = TypographicRun()
    collect(inlines, into: &run)
    run.typeset(extent)
    var texts = run.texts.makeIterator()
    return replace(inlines, from: &texts)
  }

  private func collect(_ inlines: [Inline], into run: inout TypographicRun) {
    for inline in inlines {
      switch inline.content {
      case .text(let text), .toComplete(let text): run.append(text)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): collect(inner, into: &run)
      case .link(let link):
        if link.showsItsTarget { run.appendOpaque() } else { collect(link.inlines, into: &run) }
      case .softBreak, .lineBreak: run.appendBreak()
      case .code, .html, .image, .footnoteReference, .language, .abbreviation: run.appendOpaque()
      }
    }
  }

  private func replace(_ inlines: [Inline], from texts: inout IndexingIterator<[String]>) -> [Inline] {
    inlines.map { inline in
      var inline = inline
      switch inline.content {
      case .text(let text): inline.content = .text(texts.next() ?? text)
      case .toComplete(let text): inline.content = .toComplete(texts.next() ?? text)
      case .emphasis(let inner): inline.content = .emphasis(replace(inner, from: &texts))
      case .strong(let inner): inline.content = .strong(replace(inner, from: &texts))
      case .strikethrough(let inner): inline.content = .strikethrough(replace(inner, from: &texts))
      case .link(var link) where !link.showsItsTarget:
        link.inlines = replace(link.inlines, from: &texts)
        inline.content = .link(link)
      case .link, .softBreak, .lineBreak, .code, .html, .image, .footnoteReference, .language, .abbreviation: break
      }
      return inline
    }
  }
}

extension Link {
  /// Whether its text is its own address.
  fileprivate var showsItsTarget: Bool {
    let text = inlines.plainText
    return target == text || target == "http://" + text || target == "mailto:" + text
  }
}
