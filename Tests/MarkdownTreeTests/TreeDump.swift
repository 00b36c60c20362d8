import Diagnostics
import MarkdownTree

/// A document as an outline: one line per node, with its kind, its range and its properties.
///
/// `paragraph 1:1-1:6` begins at line 1, column 1 and ends just before line 1, column 6.
struct TreeDump {
  private let showsRanges: Bool
  private var lines: [String] = []

  /// The outline of a document, with or without ranges.
  static func of(_ document: Document, ranges: Bool = true) -> String {
    var dump = TreeDump(showsRanges: ranges)
    dump.add(document.blocks, depth: 0)
    return dump.lines.joined(separator: "\n")
  }

  private init(showsRanges: Bool) { self.showsRanges = showsRanges }

  private mutating func add(_ blocks: [Block], depth: Int) {
    for block in blocks { add(block, depth: depth) }
  }

  private mutating func add(_ block: Block, depth: Int) {
    func line(_ text: String) { add(text, at: block.range, depth: depth) }
    switch block.content {
    case .paragraph(let inlines):
      line("paragraph")
      add(inlines, depth: depth + 1)
    case .heading(let heading):
      line("heading \(heading.level) #\(heading.anchor)")
      add(heading.inlines, depth: depth + 1)
    case .quotation(let inner):
      line("quotation")
      add(inner, depth: depth + 1)
    case .callout(let kind, let inner):
      line("callout \(kind)")
      add(inner, depth: depth + 1)
    case .list(let list):
      line("list \(list.kind == .bullet ? "bullet" : "ordered")\(list.isTight ? "" : " loose")")
      for item in list.items {
        let box = item.isChecked.map { $0 ? " [x]" : " [ ]" } ?? ""
        lines.append(Self.indent(depth + 1) + "item" + box)
        add(item.blocks, depth: depth + 2)
      }
    case .code(let language, let text): line("code \"\(language)\" \(Self.quote(text))")
    case .html(let html): line("html \(Self.quote(html))")
    case .thematicBreak: line("break")
    case .table(let table):
      line("table")
      if let caption = table.caption {
        lines.append(Self.indent(depth + 1) + "caption")
        add(caption, depth: depth + 2)
      }
      for row in [table.header] + table.rows {
        lines.append(Self.indent(depth + 1) + "row")
        for cell in row { add(cell, depth: depth + 2) }
      }
    case .container(let container):
      line("container \(container.header.name)")
      add(container.blocks, depth: depth + 1)
    case .footnote(let number, let inner):
      line("footnote \(number)")
      add(inner, depth: depth + 1)
    }
  }

  private mutating func add(_ inlines: [Inline], depth: Int) {
    for inline in inlines { add(inline, depth: depth) }
  }

  private mutating func add(_ inline: Inline, depth: Int) {
    func line(_ text: String) { add(text, at: inline.range, depth: depth) }
    switch inline.content {
    case .text(let text): line("text \(Self.quote(text))")
    case .toComplete(let text): line("to complete \(Self.quote(text))")
    case .softBreak: line("soft break")
    case .lineBreak: line("line break")
    case .code(let text): line("code \(Self.quote(text))")
    case .html(let html): line("html \(Self.quote(html))")
    case .emphasis(let inner):
      line("emphasis")
      add(inner, depth: depth + 1)
    case .strong(let inner):
      line("strong")
      add(inner, depth: depth + 1)
    case .strikethrough(let inner):
      line("strikethrough")
      add(inner, depth: depth + 1)
    case .link(let link):
      line("link <\(link.target)>")
      add(link.inlines, depth: depth + 1)
    case .image(let image):
      line("image <\(image.target)> \(Self.quote(image.alternative))\(image.isDecorative ? " decorative" : "")")
    case .language(let tag, let inner):
      line("language \(tag)")
      add(inner, depth: depth + 1)
    case .abbreviation(let short, let long): line("abbreviation \(short) \(Self.quote(long))")
    case .footnoteReference(let number): line("reference \(number)")
    }
  }

  private mutating func add(_ text: String, at range: SourceRange, depth: Int) {
    lines.append(Self.indent(depth) + text + (showsRanges ? " \(range.short)" : ""))
  }

  private static func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }

  private static func quote(_ text: String) -> String {
    "\"" + text.replacing("\n", with: "\\n") + "\""
  }
}

extension SourceRange {
  /// The range in the form `1:2-3:4`.
  var short: String { "\(start.line):\(start.column)-\(end.line):\(end.column)" }
}
