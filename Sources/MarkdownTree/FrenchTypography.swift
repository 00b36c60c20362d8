/// Applies the French typography of the Imprimerie nationale: no-break spaces, apostrophes, ellipses, guillemets.
///
/// The pass over the tree takes linear time, and a second pass changes no byte. Before `:` `;` `!` `?`, the pass
/// converts existing spaces but adds no spaces. Therefore `10:30`, addresses and `Yahoo!` stay unchanged. Inside
/// guillemets, the pass also adds spaces. The pass never changes code, raw HTML or addresses.
package struct FrenchTypography: Sendable {
  /// The set of rules to apply.
  package enum Extent: Sendable, Hashable {
    /// All rules.
    case full
    /// Only the rules for spaces and apostrophes, because a quotation keeps its quotation marks and its ellipses.
    case quotation
  }

  private let extent: Extent

  /// Creates the pass.
  package init(_ extent: Extent = .full) { self.extent = extent }

  /// Applies the rules to a text without markup, such as a title.
  package func apply(to text: String) -> String {
    var run = TypographicRun()
    run.append(text)
    run.typeset(extent)
    return run.texts.first ?? text
  }

  /// Applies the rules to all texts of some blocks, except passages in other languages.
  package func apply(to blocks: inout [Block]) {
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

  /// Applies the rules to all texts of one paragraph, heading or cell together. Therefore quotes are paired even if
  /// they are in different texts, with markup between them.
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
  /// Whether the text of the link is the address of the link.
  fileprivate var showsItsTarget: Bool {
    let text = inlines.plainText
    return target == text || target == "http://" + text || target == "mailto:" + text
  }
}
