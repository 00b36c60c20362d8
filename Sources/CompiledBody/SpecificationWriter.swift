import Addresses
import HTML
import MarkdownTree

/// Writes a tree as the HTML of the CommonMark and GFM specifications, without the additions of Trousse. Used for the
/// examples of the specifications, and for `trousse render --plain`.
struct SpecificationWriter {
  private var output: [UInt8] = []
  private let filtersTags: Bool

  /// Creates a writer.
  ///
  /// - Parameter filtersTags: whether to escape the opening `<` of the tags that GFM disallows.
  init(filtersTags: Bool) { self.filtersTags = filtersTags }

  /// The HTML of some blocks.
  static func html(of blocks: [Block], filtersTags: Bool) -> [UInt8] {
    var writer = SpecificationWriter(filtersTags: filtersTags)
    let notes = blocks.filter { if case .footnote = $0.content { true } else { false } }
    writer.write(blocks.filter { if case .footnote = $0.content { false } else { true } }, isTight: false)
    writer.writeNotes(notes)
    return writer.output
  }

  // MARK: Blocks

  private mutating func write(_ blocks: [Block], isTight: Bool) {
    for block in blocks { write(block, isTight: isTight) }
  }

  private mutating func write(_ block: Block, isTight: Bool) {
    switch block.content {
    case .paragraph(let inlines):
      if isTight {
        write(inlines)
      } else {
        freshLine()
        element("p") { $0.write(inlines) }
        raw("\n")
      }
    case .heading(let heading):
      freshLine()
      element("h\(heading.level)") { $0.write(heading.inlines) }
      raw("\n")
    case .quotation(let inner), .callout(_, let inner):
      container("blockquote") { $0.write(inner, isTight: false) }
    case .list(let list): write(list)
    case .code(let language, let text): writeCode(text, info: language)
    case .html(let html):
      freshLine()
      rawHTML(html)
      freshLine()
    case .thematicBreak:
      freshLine()
      raw("<hr />\n")
    case .table(let table): write(table)
    case .container(let inner): write(inner.blocks, isTight: false)
    case .footnote: break
    }
  }

  private mutating func write(_ list: List) {
    let name: String
    var opening: String
    switch list.kind {
    case .bullet:
      name = "ul"
      opening = "<ul>"
    case .ordered(let start):
      name = "ol"
      opening = start == 1 ? "<ol>" : "<ol start=\"\(start)\">"
    }
    freshLine()
    raw(opening + "\n")
    for item in list.items {
      freshLine()
      raw("<li>")
      if let isChecked = item.isChecked {
        raw("<input \(isChecked ? "checked=\"\" " : "")disabled=\"\" type=\"checkbox\"> ")
      }
      write(item.blocks, isTight: list.isTight)
      raw("</li>\n")
    }
    raw("</\(name)>\n")
  }

  private mutating func writeCode(_ text: String, info: String) {
    freshLine()
    raw("<pre><code")
    let language = info.prefix { $0 != " " && $0 != "\t" && $0 != "\n" }
    if !language.isEmpty {
      raw(" class=\"language-")
      escape(String(language))
      raw("\"")
    }
    raw(">")
    escape(text)
    raw("</code></pre>\n")
  }

  private mutating func write(_ table: Table) {
    container("table") { writer in
      writer.container("thead") { $0.writeRow(table.header, of: table, cell: "th") }
      guard !table.rows.isEmpty else { return }
      writer.container("tbody") { writer in
        for row in table.rows { writer.writeRow(row, of: table, cell: "td") }
      }
    }
  }

  private mutating func writeRow(_ cells: [[Inline]], of table: Table, cell: String) {
    container("tr") { writer in
      for (column, inlines) in cells.enumerated() {
        let alignment = column < table.alignments.count ? table.alignments[column] : .natural
        let attribute: String
        switch alignment {
        case .natural: attribute = ""
        case .left: attribute = " align=\"left\""
        case .center: attribute = " align=\"center\""
        case .right: attribute = " align=\"right\""
        }
        writer.raw("<\(cell)\(attribute)>")
        writer.write(inlines)
        writer.raw("</\(cell)>\n")
      }
    }
  }

  private mutating func writeNotes(_ notes: [Block]) {
    guard !notes.isEmpty else { return }
    freshLine()
    raw("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
    for case .footnote(let number, let blocks) in notes.map(\.content) {
      raw("<li id=\"fn-\(number)\">\n")
      write(blocks, isTight: false)
      freshLine()
      raw("</li>\n")
    }
    raw("</ol>\n</section>\n")
  }

  // MARK: Inlines

  private mutating func write(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline.content {
      case .text(let text), .toComplete(let text): escape(text)
      case .language(_, let inner): write(inner)
      case .abbreviation(let short, _): escape(short)
      case .softBreak: raw("\n")
      case .lineBreak: raw("<br />\n")
      case .code(let text): element("code") { $0.escape(text) }
      case .html(let html): rawHTML(html)
      case .emphasis(let inner): element("em") { $0.write(inner) }
      case .strong(let inner): element("strong") { $0.write(inner) }
      case .strikethrough(let inner): element("del") { $0.write(inner) }
      case .link(let link):
        raw("<a href=\"")
        escapeAddress(link.target)
        attribute("title", link.title)
        raw("\">")
        write(link.inlines)
        raw("</a>")
      case .image(let image):
        raw("<img src=\"")
        escapeAddress(image.target)
        raw("\" alt=\"")
        escape(image.alternative)
        attribute("title", image.title)
        raw("\" />")
      case .footnoteReference(let number):
        raw(
          "<sup class=\"footnote-ref\"><a href=\"#fn-\(number)\" id=\"fnref-\(number)\" data-footnote-ref>\(number)</a></sup>"
        )
      }
    }
  }

  /// Writes the closing quotation mark of the previous attribute, then an attribute without its closing quotation mark.
  /// If the value is empty, writes nothing.
  private mutating func attribute(_ name: String, _ value: String) {
    guard !value.isEmpty else { return }
    raw("\" \(name)=\"")
    escape(value)
  }

  // MARK: Output

  private mutating func element(_ name: String, _ body: (inout SpecificationWriter) -> Void) {
    raw("<\(name)>")
    body(&self)
    raw("</\(name)>")
  }

  private mutating func container(_ name: String, _ body: (inout SpecificationWriter) -> Void) {
    freshLine()
    raw("<\(name)>\n")
    body(&self)
    freshLine()
    raw("</\(name)>\n")
  }

  private mutating func freshLine() {
    if let last = output.last, last != UInt8(ascii: "\n") { raw("\n") }
  }

  private mutating func raw(_ html: String) { output += html.utf8 }

  private mutating func escape(_ text: String) { HTMLText.append(text.utf8, to: &output) }

  /// The tags that GFM disallows (section 6.11), in lower case.
  private static let filteredTags = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ].map { Array($0.utf8) }

  private mutating func rawHTML(_ html: String) {
    guard filtersTags else {
      raw(html)
      return
    }
    let bytes = Array(html.utf8)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "<"), Self.beginsFilteredTag(bytes[(index + 1)...]) {
        raw("&lt;")
      } else {
        output.append(byte)
      }
    }
  }

  private static func beginsFilteredTag(_ bytes: ArraySlice<UInt8>) -> Bool {
    let name = bytes.first == UInt8(ascii: "/") ? bytes.dropFirst() : bytes
    return filteredTags.contains { tag in
      guard name.count > tag.count, name.prefix(tag.count).map({ $0 | 0x20 }) == tag else { return false }
      let next = name[name.startIndex + tag.count]
      return next == UInt8(ascii: ">") || next == UInt8(ascii: "/") || next == 0x20 || (0x09...0x0D).contains(next)
    }
  }

  /// Percent-encodes characters that are invalid in an address. Does not encode `%`, so that encoded characters stay
  /// unchanged.
  private mutating func escapeAddress(_ address: String) {
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "'"): raw("&#x27;")
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: output.append(byte)
      case _ where "-_.+!*(),%#@?=;:/$~".utf8.contains(byte): output.append(byte)
      default: PercentEncoding.append(byte, to: &output)
      }
    }
  }
}
