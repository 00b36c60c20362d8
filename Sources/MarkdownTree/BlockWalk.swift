/// Changes the children of a block or an inline in place. Each method first moves the children out of the node. If the
/// node still referred to the children, copy-on-write would copy the children.
extension Block {
  /// Calls a function with each list of child blocks. The function may change the list.
  mutating func withNestedBlocks(_ body: (inout [Block]) -> Void) {
    switch content {
    case .quotation(var inner):
      content = .thematicBreak
      body(&inner)
      content = .quotation(inner)
    case .callout(let kind, var inner):
      content = .thematicBreak
      body(&inner)
      content = .callout(kind, inner)
    case .list(var list):
      content = .thematicBreak
      for index in list.items.indices { body(&list.items[index].blocks) }
      content = .list(list)
    case .container(var container):
      content = .thematicBreak
      body(&container.blocks)
      content = .container(container)
    case .footnote(let number, var inner):
      content = .thematicBreak
      body(&inner)
      content = .footnote(number: number, inner)
    case .paragraph, .heading, .code, .html, .thematicBreak, .table: break
    }
  }

  /// Calls a function with each list of inlines that belongs directly to the block. The inlines of child blocks are not
  /// included. The function may change the list.
  mutating func withTexts(_ body: (inout [Inline]) -> Void) {
    switch content {
    case .paragraph(var inlines):
      content = .thematicBreak
      body(&inlines)
      content = .paragraph(inlines)
    case .heading(var heading):
      content = .thematicBreak
      body(&heading.inlines)
      content = .heading(heading)
    case .table(var table):
      content = .thematicBreak
      if var caption = table.caption {
        body(&caption)
        table.caption = caption
      }
      for column in table.header.indices { body(&table.header[column]) }
      for row in table.rows.indices {
        for column in table.rows[row].indices { body(&table.rows[row][column]) }
      }
      content = .table(table)
    case .quotation, .callout, .list, .code, .html, .thematicBreak, .container, .footnote: break
    }
  }
}

extension Inline {
  /// Calls a function with the list of child inlines. The function may change the list.
  mutating func withNestedText(_ body: (inout [Inline]) -> Void) {
    switch content {
    case .emphasis(var inner):
      content = .softBreak
      body(&inner)
      content = .emphasis(inner)
    case .strong(var inner):
      content = .softBreak
      body(&inner)
      content = .strong(inner)
    case .strikethrough(var inner):
      content = .softBreak
      body(&inner)
      content = .strikethrough(inner)
    case .link(var link):
      content = .softBreak
      body(&link.inlines)
      content = .link(link)
    case .language(let tag, var inner):
      content = .softBreak
      body(&inner)
      content = .language(tag: tag, inner)
    case .text, .toComplete, .softBreak, .lineBreak, .code, .html, .image, .footnoteReference, .abbreviation: break
    }
  }
}
