import HTML
import MarkdownTree

/// Compiles a document to HTML in UTF-8, with a ``Fragment`` for each part that depends on the page.
struct BodyWriter {
  private var fragments: [Fragment] = []
  private var buffer: [UInt8] = []
  private var notes: [Fragment.Footnote] = []
  /// The level of the last heading. It starts at 1, the level of the page title.
  private var lastLevel = 1

  /// The fragments, with the footnotes at the end.
  mutating func finish() -> [Fragment] {
    flush()
    if !notes.isEmpty { fragments.append(.footnotes(notes)) }
    return fragments
  }

  // MARK: Blocks

  mutating func write(_ blocks: [Block]) {
    for block in blocks { write(block) }
  }

  private mutating func write(_ block: Block) {
    switch block.content {
    case .paragraph(let inlines): writeParagraph(inlines)
    case .heading(let heading):
      lastLevel = heading.level
      hole(.heading(heading, nested { $0.write(heading.inlines) }))
    case .quotation(let blocks): element("blockquote", newlines: true) { $0.write(blocks) }
    case .callout(let kind, let blocks): write(kind, blocks)
    case .list(let list): write(list)
    case .code(let language, let text): writeCode(text, language: language)
    case .html(let html): write(html: html)
    case .thematicBreak: raw("<hr>\n")
    case .table(let table): write(table)
    case .container(let container): hole(.container(container.header, nested { $0.write(container.blocks) }))
    case .footnote(let number, let blocks):
      notes.append(Fragment.Footnote(number: number, body: nested { $0.write(blocks) }))
    }
  }

  private mutating func writeParagraph(_ inlines: [Inline]) {
    if inlines.count == 1, case .image(let image) = inlines[0].content, !image.title.isEmpty {
      hole(.figure(image))
      return
    }
    element("p") { $0.write(inlines) }
  }

  private mutating func write(_ kind: Callout, _ blocks: [Block]) {
    raw("<div class=\"callout callout-\(kind.rawValue.lowercased())\">")
    hole(.calloutTitle(kind, level: min(6, lastLevel + 1)))
    write(blocks)
    raw("</div>\n")
  }

  private mutating func write(_ list: List) {
    let tag: String
    switch list.kind {
    case .bullet: tag = "ul"
    case .ordered: tag = "ol"
    }
    var opening = "<\(tag)"
    if case .ordered(let start) = list.kind, start != 1 { opening += " start=\"\(start)\"" }
    if list.items.contains(where: { $0.isChecked != nil }) { opening += " class=\"tasks\"" }
    raw(opening + ">\n")
    for item in list.items {
      raw("<li>")
      write(item, isTight: list.isTight)
      raw("</li>\n")
    }
    raw("</\(tag)>\n")
  }

  private mutating func write(_ item: List.Item, isTight: Bool) {
    var blocks = item.blocks[...]
    if let isChecked = item.isChecked, case .paragraph(let inlines)? = blocks.first?.content {
      raw("<label><input type=\"checkbox\" disabled\(isChecked ? " checked" : "")> ")
      write(inlines)
      raw("</label>")
      blocks = blocks.dropFirst()
    }
    for block in blocks {
      if isTight, case .paragraph(let inlines) = block.content { write(inlines) } else { write(block) }
    }
  }

  private mutating func writeCode(_ text: String, language: String) {
    let name = language.prefix { !$0.isWhitespace }
    raw("<pre tabindex=\"0\"><code")
    if !name.isEmpty {
      raw(" class=\"language-")
      self.text(String(name))
      raw("\"")
    }
    raw(">")
    self.text(text)
    raw("</code></pre>\n")
  }

  private mutating func write(_ table: Table) {
    // The `div` is focusable, so that a wide table inside it can be scrolled with the keyboard.
    raw("<div class=\"table\" tabindex=\"0\"")
    if let caption = table.caption {
      raw(" role=\"region\" aria-label=\"")
      text(caption.plainText)
      raw("\"")
    }
    raw("><table>\n")
    if let caption = table.caption { element("caption") { $0.write(caption) } }
    element("thead", newlines: true) { writer in
      writer.writeRow(table.header, alignments: table.alignments, cell: "th", attributes: " scope=\"col\"")
    }
    if !table.rows.isEmpty {
      element("tbody", newlines: true) { writer in
        for row in table.rows { writer.writeRow(row, alignments: table.alignments, cell: "td", attributes: "") }
      }
    }
    raw("</table></div>\n")
  }

  private mutating func writeRow(
    _ cells: [[Inline]], alignments: [Table.Alignment], cell: String, attributes: String
  ) {
    raw("<tr>")
    for (column, inlines) in cells.enumerated() {
      raw("<\(cell)\(attributes)")
      switch column < alignments.count ? alignments[column] : .natural {
      case .natural, .left: break
      case .center: raw(" class=\"center\"")
      case .right: raw(" class=\"number\"")
      }
      raw(">")
      write(inlines)
      raw("</\(cell)>")
    }
    raw("</tr>\n")
  }

  // MARK: Inlines

  mutating func write(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline.content {
      case .text(let string): text(string)
      case .toComplete(let string):
        raw("<mark class=\"to-complete\">")
        text(string)
        raw("</mark>")
      case .language(let tag, let inner):
        raw("<span lang=\"")
        text(tag)
        raw("\">")
        write(inner)
        raw("</span>")
      case .abbreviation(let short, let long):
        raw("<abbr title=\"")
        text(long)
        raw("\">")
        text(short)
        raw("</abbr>")
      case .softBreak: raw("\n")
      case .lineBreak: raw("<br>\n")
      case .code(let string):
        raw("<code>")
        text(string)
        raw("</code>")
      case .html(let html): write(html: html)
      case .emphasis(let inner): inlineElement("em", inner)
      case .strong(let inner): inlineElement("strong", inner)
      case .strikethrough(let inner): inlineElement("del", inner)
      case .link(let link): hole(.link(link, nested { $0.write(link.inlines) }))
      case .image(let image): hole(.image(image))
      case .footnoteReference(let number): hole(.footnoteReference(number: number))
      }
    }
  }

  private mutating func inlineElement(_ name: String, _ inlines: [Inline]) {
    raw("<\(name)>")
    write(inlines)
    raw("</\(name)>")
  }

  /// Writes filtered raw HTML. Each anchor in the HTML becomes an ``Fragment/anchor(_:)``.
  private mutating func write(html: String) {
    let bytes = Array(html.utf8)
    var copied = 0
    for case .start(let tag) in HTMLTokenizer(bytes) where !tag.anchors.isEmpty {
      buffer += bytes[copied..<tag.range.lowerBound]
      write(tag)
      copied = tag.range.upperBound
    }
    buffer += bytes[copied...]
  }

  private mutating func write(_ tag: HTMLTag) {
    raw("<\(tag.name)")
    for attribute in tag.attributes {
      raw(" \(attribute.name)")
      guard !attribute.value.isEmpty else { continue }
      raw("=\"")
      if tag.isAnchor(attribute) { hole(.anchor(attribute.value)) } else { text(attribute.value) }
      raw("\"")
    }
    raw(">")
  }

  // MARK: Output

  private mutating func element(_ name: String, newlines: Bool = false, _ body: (inout BodyWriter) -> Void) {
    raw(newlines ? "<\(name)>\n" : "<\(name)>")
    body(&self)
    raw("</\(name)>\n")
  }

  private mutating func raw(_ html: String) { buffer += html.utf8 }

  private mutating func text(_ text: String) { HTMLText.append(text.utf8, to: &buffer) }

  private mutating func hole(_ fragment: Fragment) {
    flush()
    fragments.append(fragment)
  }

  private mutating func flush() {
    guard !buffer.isEmpty else { return }
    fragments.append(.html(buffer))
    buffer = []
  }

  /// Returns the fragments that a function writes. If the function writes footnotes, adds these footnotes to those of
  /// the document.
  private mutating func nested(_ body: (inout BodyWriter) -> Void) -> [Fragment] {
    var inner = BodyWriter()
    inner.lastLevel = lastLevel
    body(&inner)
    inner.flush()
    notes += inner.notes
    lastLevel = inner.lastLevel
    return inner.fragments
  }
}
