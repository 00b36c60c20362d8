import Diagnostics

/// What is done to a tree just after it was read: what the grammar of forges and of Trousse adds to Markdown's, and what
/// is checked on a document alone. One walk, in reading order.
struct DocumentPasses {
  private let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []
  private var anchors = AnchorRegister()
  private var lastLevel = 1

  init(source: SourceText) { self.source = source }

  mutating func run(on blocks: inout [Block]) {
    claimChosenAnchors(in: &blocks)
    visit(&blocks)
  }

  // MARK: Anchors

  /// Chosen anchors come first, so that a derived one never takes their place.
  private mutating func claimChosenAnchors(in blocks: inout [Block]) {
    Self.forEachHeading(in: &blocks) { heading in
      guard let chosen = Self.removeChosenAnchor(from: &heading.inlines) else { return }
      heading.anchor = chosen
      if !anchors.claim(chosen) { diagnostics.append(.duplicateAnchor(source.file, heading.range, chosen)) }
    }
  }

  private static func removeChosenAnchor(from inlines: inout [Inline]) -> String? {
    guard let last = inlines.last, case .text(let text) = last.content, text.hasSuffix("}"),
      let open = text.range(of: "{#")
    else { return nil }
    let id = text[open.upperBound...].dropLast()
    guard !id.isEmpty, id.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }) else { return nil }
    let rest = text[..<open.lowerBound]
    inlines[inlines.count - 1].content = .text(String(rest.trimmingSuffix { $0 == " " }))
    return String(id)
  }

  private static func forEachHeading(in blocks: inout [Block], _ body: (inout Heading) -> Void) {
    for index in blocks.indices {
      if case .heading(var heading) = blocks[index].content {
        body(&heading)
        blocks[index].content = .heading(heading)
      } else {
        blocks[index].withNestedBlocks { forEachHeading(in: &$0, body) }
      }
    }
  }

  // MARK: The walk

  private mutating func visit(_ blocks: inout [Block]) {
    attachCaptions(in: &blocks)
    for index in blocks.indices {
      switch blocks[index].content {
      case .heading(var heading):
        check(&heading)
        blocks[index].content = .heading(heading)
      case .paragraph(var inlines):
        if inlines.plainText.isContainerEnd {
          diagnostics.append(.strayContainerEnd(source.file, blocks[index].range))
        }
        visit(&inlines)
        blocks[index].content = .paragraph(inlines)
      case .quotation(var inner):
        let callout = Self.removeCalloutMarker(from: &inner)
        visit(&inner)
        blocks[index].content = callout.map { .callout($0, inner) } ?? .quotation(inner)
      case .table(var table):
        for column in table.header.indices { visit(&table.header[column]) }
        for row in table.rows.indices {
          for column in table.rows[row].indices { visit(&table.rows[row][column]) }
        }
        if var caption = table.caption {
          visit(&caption)
          table.caption = caption
        }
        blocks[index].content = .table(table)
      case .html(let html):
        blocks[index].content = .html(filter(html, at: blocks[index].range))
      case .callout, .list, .container, .footnote, .code, .thematicBreak:
        blocks[index].withNestedBlocks { visit(&$0) }
      }
    }
  }

  private mutating func check(_ heading: inout Heading) {
    visit(&heading.inlines)
    if heading.anchor.isEmpty { heading.anchor = anchors.makeUnique(Slug.make(heading.plainText)) }
    if heading.level == 1 {
      diagnostics.append(.headingTooHigh(source.file, heading.range))
    } else if heading.level > lastLevel + 1 {
      diagnostics.append(.headingJump(source.file, heading.range, from: lastLevel, to: heading.level))
    }
    lastLevel = heading.level
  }

  private mutating func visit(_ inlines: inout [Inline]) {
    var result: [Inline] = []
    result.reserveCapacity(inlines.count)
    for var inline in inlines {
      switch inline.content {
      case .text(let text):
        if let last = result.last, case .image(var image) = last.content, text.hasPrefix("{decorative}") {
          image.isDecorative = true
          result[result.count - 1].content = .image(image)
          inline.content = .text(String(text.dropFirst("{decorative}".count)))
        }
        let pieces = ToComplete.split(inline)
        for case let piece in pieces {
          if case .toComplete = piece.content { diagnostics.append(.toComplete(source.file, piece.range)) }
        }
        result += pieces
        continue
      case .html(let tag): inline.content = .html(filter(tag, at: inline.range))
      case .emphasis(var inner):
        visit(&inner)
        inline.content = .emphasis(inner)
      case .strong(var inner):
        visit(&inner)
        inline.content = .strong(inner)
      case .strikethrough(var inner):
        visit(&inner)
        inline.content = .strikethrough(inner)
      case .link(var link):
        visit(&link.inlines)
        inline.content = .link(link)
      case .image, .code, .footnoteReference, .softBreak, .lineBreak, .toComplete: break
      }
      result.append(inline)
    }
    for case .image(let image) in result.map(\.content) where image.alternative.isEmpty && !image.isDecorative {
      diagnostics.append(.missingAlternative(source.file, image.targetRange))
    }
    inlines = result
  }

  private mutating func filter(_ html: String, at range: SourceRange) -> String {
    let filtered = RawHTMLFilter.filter(html)
    for tag in filtered.removed { diagnostics.append(.rawHTML(source.file, range, tag: tag)) }
    return filtered.html
  }

  // MARK: Forms

  /// A paragraph `Table : …` just above a table is its caption.
  private func attachCaptions(in blocks: inout [Block]) {
    guard blocks.count > 1 else { return }
    var result: [Block] = []
    for var block in blocks {
      if case .table(var table) = block.content, let above = result.last, case .paragraph(var inlines) = above.content,
        let first = inlines.first, case .text(let text) = first.content, let caption = text.droppingCaptionLabel
      {
        inlines[0].content = .text(caption)
        table.caption = inlines
        block.content = .table(table)
        result.removeLast()
      }
      result.append(block)
    }
    blocks = result
  }

  private static func removeCalloutMarker(from blocks: inout [Block]) -> Callout? {
    guard let first = blocks.first, case .paragraph(var inlines) = first.content,
      case .text(let text)? = inlines.first?.content, text.hasPrefix("[!"), text.hasSuffix("]"),
      let callout = Callout(rawValue: text.dropFirst(2).dropLast().uppercased())
    else { return nil }
    inlines.removeFirst()
    if case .softBreak? = inlines.first?.content { inlines.removeFirst() }
    if inlines.isEmpty { blocks.removeFirst() } else { blocks[0].content = .paragraph(inlines) }
    return callout
  }
}

extension Block {
  /// Lets the lists of blocks that a block holds be changed.
  fileprivate mutating func withNestedBlocks(_ body: (inout [Block]) -> Void) {
    switch content {
    case .quotation(var inner):
      body(&inner)
      content = .quotation(inner)
    case .callout(let kind, var inner):
      body(&inner)
      content = .callout(kind, inner)
    case .list(var list):
      for index in list.items.indices { body(&list.items[index].blocks) }
      content = .list(list)
    case .container(var container):
      body(&container.blocks)
      content = .container(container)
    case .footnote(let number, var inner):
      body(&inner)
      content = .footnote(number: number, inner)
    case .paragraph, .heading, .code, .html, .thematicBreak, .table: break
    }
  }
}

extension String {
  fileprivate var isContainerEnd: Bool { utf8.count >= 3 && utf8.allSatisfy { $0 == UInt8(ascii: ":") } }

  /// `Table : Les heures` without its label, or nil where there is none.
  fileprivate var droppingCaptionLabel: String? {
    guard hasPrefix("Table") else { return nil }
    let rest = dropFirst(5).drop { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
    guard rest.first == ":" else { return nil }
    return String(rest.dropFirst().drop { $0 == " " || $0 == "\u{A0}" })
  }

  fileprivate func range(of needle: String) -> Range<String.Index>? { ranges(of: needle).last }
}

extension Substring {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
    var end = endIndex
    while end > startIndex, predicate(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
