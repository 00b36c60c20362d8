import CCmarkGFM
import Diagnostics
import Foundation
import MarkdownLimits

/// Parses Markdown with cmark-gfm and copies the tree into Swift values. In this module, only the files of this folder call C.
///
/// While cmark-gfm parses inlines, it changes a table that the whole process shares. Two parses at the same time would
/// produce wrong HTML without any error. Therefore `cmark_parser_finish` runs under a lock. All other calls may run in
/// parallel.
package struct CmarkReader {
  /// The maximum depth of nested blocks or inlines. Deeper nodes are reported and left out. The functions that read
  /// nodes are recursive, and could overflow the stack.
  package static let depthLimit = 100

  package let source: SourceText
  package let firstLine: Int
  private let dialect: MarkdownDialect
  package private(set) var diagnostics = FindingList()
  private let limits: InputLimits
  private var reportedDepth = false
  private var footnoteCount = 0
  private var locator: InlineLocator
  private var references: ReferenceCheck

  package init(source: SourceText, firstLine: Int, dialect: MarkdownDialect = .content) {
    self.source = source
    self.firstLine = firstLine
    self.dialect = dialect
    limits = InputLimits(checking: source, fromLine: firstLine)
    locator = InlineLocator(source: source, lines: firstLine..<max(firstLine, limits.lastLine + 1))
    references = ReferenceCheck(
      source: source, definitions: locator.definitions, hasFootnotes: dialect.extensions.contains(.footnotes))
  }

  /// The blocks of the document.
  package mutating func read() -> [Block] {
    let extensions = CmarkExtensions.shared
    let footnotes = dialect.extensions.contains(.footnotes) ? CMARK_OPT_FOOTNOTES : 0
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT | footnotes) else { return [] }
    defer { cmark_parser_free(parser) }
    for one in extensions.attached(to: dialect) { _ = cmark_parser_attach_syntax_extension(parser, one) }
    let start = min(source.byteRange(ofLine: firstLine).lowerBound, source.bytes.count)
    diagnostics += limits.diagnostics
    limits.bytes(from: start).withUnsafeBytes { bytes in
      cmark_parser_feed(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    let finished = CmarkExtensions.lock.withLock { CmarkPointer(cmark_parser_finish(parser)) }
    guard let document = finished.pointer else { return [] }
    defer { cmark_node_free(document) }
    let whole = SourceRange(
      start: SourcePosition(line: firstLine, column: 1), end: source.position(ofByte: source.bytes.count))
    let blocks = blocks(of: document, within: whole, depth: 0)
    if dialect.hasTrousseForms {
      references.checkFootnotes()
      diagnostics += references.diagnostics
    }
    return blocks
  }

  // MARK: Blocks

  private mutating func blocks(of parent: OpaquePointer, within outer: SourceRange, depth: Int) -> [Block] {
    guard isShallow(depth, at: outer) else { return [] }
    var blocks: [Block] = []
    for node in children(of: parent) {
      let range = range(of: node, within: outer)
      if let content = content(of: node, range: range, depth: depth) { blocks.append(Block(content, range: range)) }
    }
    return blocks
  }

  private mutating func content(of node: OpaquePointer, range: SourceRange, depth: Int) -> Block.Content? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH: return .paragraph(text(of: node, at: range, depth: depth + 1))
    case CMARK_NODE_HEADING:
      let inlines = text(of: node, at: range, depth: depth + 1)
      let level = Int(cmark_node_get_heading_level(node))
      return .heading(Heading(level: level, inlines: inlines, anchor: "", range: range))
    case CMARK_NODE_BLOCK_QUOTE:
      let blocks = blocks(of: node, within: range, depth: depth + 1)
      if dialect.hasTrousseForms { diagnostics += UnknownCallout.check(blocks, in: source) }
      return .quotation(blocks)
    case CMARK_NODE_LIST: return .list(list(node, within: range, depth: depth + 1))
    case CMARK_NODE_CODE_BLOCK:
      references.skip(range)
      return .code(language: string(cmark_node_get_fence_info(node)), text: string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_BLOCK:
      references.skip(range)
      return .html(string(cmark_node_get_literal(node)))
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      footnoteCount += 1
      references.markUsed(footnoteAt: range.start.line)
      return .footnote(number: footnoteCount, blocks(of: node, within: range, depth: depth + 1))
    case CmarkExtensions.containerType: return container(node, range: range, depth: depth + 1)
    case CmarkExtensions.containerEndType:
      if ContainerEnd(of: node) == .stray { diagnostics.append(.strayContainerEnd(source.file, range)) }
      return nil
    default: return isTable(node) ? .table(table(node, at: range, depth: depth + 1)) : nil
    }
  }

  private mutating func list(_ node: OpaquePointer, within outer: SourceRange, depth: Int) -> List {
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    let items = children(of: node).map { item in
      let range = range(of: item, within: outer)
      var blocks = blocks(of: item, within: range, depth: depth + 1)
      return List.Item(isChecked: box(of: item, at: range, blocks: &blocks), blocks: blocks)
    }
    return List(
      kind: isOrdered ? .ordered(start: Int(cmark_node_get_list_start(node))) : .bullet,
      isTight: cmark_node_get_list_tight(node) != 0,
      items: items
    )
  }

  private func box(of item: OpaquePointer, at range: SourceRange, blocks: inout [Block]) -> Bool? {
    if isType(of: item, "tasklist") { return TaskBox.isChecked(in: source, at: range.start) }
    return dialect.hasTrousseForms ? TaskBox.take(from: &blocks, in: source) : nil
  }

  private mutating func table(_ node: OpaquePointer, at outer: SourceRange, depth: Int) -> Table {
    let columns = Int(cmark_gfm_extensions_get_table_columns(node))
    var alignments: [Table.Alignment] = []
    if let letters = cmark_gfm_extensions_get_table_alignments(node) {
      alignments = UnsafeBufferPointer(start: letters, count: columns).map(Table.Alignment.init)
    }
    var table = Table(alignments: alignments, header: [], rows: [], caption: nil)
    for row in children(of: node) {
      let isHeader = cmark_gfm_extensions_get_table_row_is_header(row) != 0
      let range = isHeader ? SourceRange(start: outer.start, end: outer.start) : range(of: row, within: outer)
      let places = TableRow.cells(in: source, at: range.start)
      let cells = children(of: row).enumerated().map { column, cell in
        let end = source.byteRange(ofLine: range.start.line).upperBound
        return text(of: cell, in: column < places.count ? places[column] : end..<end, at: range, depth: depth + 2)
      }
      if isHeader { table.header = cells } else { table.rows.append(cells) }
    }
    return table
  }

  private mutating func container(_ node: OpaquePointer, range: SourceRange, depth: Int) -> Block.Content {
    let header = ContainerFence.header(in: source, at: range.start)
    if !ContainerState(of: node).isClosed { diagnostics.append(.unclosedContainer(source.file, header.range)) }
    return .container(Container(header: header, blocks: blocks(of: node, within: range, depth: depth)))
  }

  // MARK: Inlines

  /// The inlines of a block, with their ranges. Adjacent texts are joined.
  private mutating func text(of node: OpaquePointer, at range: SourceRange, depth: Int) -> [Inline] {
    let start = source.byteOffset(of: range.start)
    let end = source.byteRange(ofLine: range.end.line).upperBound
    return text(of: node, in: start..<max(start, end), at: range, depth: depth)
  }

  private mutating func text(
    of node: OpaquePointer, in bytes: Range<Int>, at range: SourceRange, depth: Int
  ) -> [Inline] {
    var inlines = ToComplete.marked(inlines(of: node, at: range, depth: depth))
    locator.locate(&inlines, in: bytes)
    if dialect.hasTrousseForms, !locator.bracketTexts.isEmpty {
      references.check(locator.bracketTexts, before: bytes.upperBound)
    }
    return inlines
  }

  /// The inlines of a node. Each inline has the range of the whole block. Later, ``InlineLocator`` computes the exact
  /// ranges.
  private mutating func inlines(of parent: OpaquePointer, at block: SourceRange, depth: Int) -> [Inline] {
    guard isShallow(depth, at: block) else { return [] }
    var inlines: [Inline] = []
    // Joins adjacent text nodes, because cmark makes one text node for each unused delimiter. For example, a line of
    // 100 brackets gives 100 nodes.
    var text = ""
    for node in children(of: parent) {
      if cmark_node_get_type(node) == CMARK_NODE_TEXT {
        let piece = string(cmark_node_get_literal(node))
        if text.isEmpty { text = piece } else { text += piece }
      } else if let content = inlineContent(of: node, at: block, depth: depth) {
        if !text.isEmpty { inlines.append(Inline(.text(text), range: block)) }
        text = ""
        inlines.append(Inline(content, range: block))
      }
    }
    if !text.isEmpty { inlines.append(Inline(.text(text), range: block)) }
    return inlines
  }

  private mutating func inlineContent(
    of node: OpaquePointer, at block: SourceRange, depth: Int
  ) -> Inline.Content? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .code(string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE: return .html(string(cmark_node_get_literal(node)))
    case CMARK_NODE_EMPH: return .emphasis(inlines(of: node, at: block, depth: depth + 1))
    case CMARK_NODE_STRONG: return .strong(inlines(of: node, at: block, depth: depth + 1))
    case CMARK_NODE_LINK:
      return .link(
        Link(
          target: string(cmark_node_get_url(node)),
          title: string(cmark_node_get_title(node)),
          inlines: inlines(of: node, at: block, depth: depth + 1),
          targetRange: block
        ))
    case CMARK_NODE_IMAGE:
      return .image(
        Image(
          target: string(cmark_node_get_url(node)),
          title: string(cmark_node_get_title(node)),
          alternative: inlines(of: node, at: block, depth: depth + 1).plainText,
          isDecorative: false,
          targetRange: block
        ))
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      return Int(string(cmark_node_get_literal(node))).map { .footnoteReference(number: $0) }
    default:
      guard isType(of: node, "strikethrough") else { return nil }
      return .strikethrough(inlines(of: node, at: block, depth: depth + 1))
    }
  }

  // MARK: All nodes

  /// Converts the range that cmark reports. cmark counts columns in bytes, counts lines from the start of its input,
  /// and reports 0 for an unknown line.
  private func range(of node: OpaquePointer, within outer: SourceRange) -> SourceRange {
    if let range = rangeBesideTable(of: node) { return range }
    let line = Int(cmark_node_get_start_line(node))
    guard line > 0 else { return outer }
    var start = source.position(
      line: line + firstLine - 1, byteColumn: Int(cmark_node_get_start_column(node)))
    if cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION {
      start = FootnotePlace.start(in: source, before: start)
    }
    if cmark_node_get_type(node) == CMARK_NODE_HEADING {
      return HeadingPlace.range(in: source, from: start, isUnderlined: cmark_node_get_end_line(node) > line)
    }
    let endLine = Int(cmark_node_get_end_line(node))
    let endColumn = Int(cmark_node_get_end_column(node))
    if endLine < line, cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK {
      let height = string(cmark_node_get_literal(node)).utf8.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
      return SourceRange(start: start, end: source.endOfLine(start.line + max(height - 1, 0)))
    }
    guard endLine >= line else { return SourceRange(start: start, end: source.endOfLine(start.line)) }
    if endColumn == 0, endLine > line {
      return SourceRange(start: start, end: source.endOfLine(endLine + firstLine - 2))
    }
    return SourceRange(
      start: start, end: source.position(line: endLine + firstLine - 1, byteColumn: endColumn + 1))
  }

  /// Corrects the ranges of a table and of the paragraph above it, if no blank line separates the table from the
  /// paragraph. In this case, cmark reports no position for the paragraph, and reports the start of the paragraph as
  /// the start of the table. Nil for all other nodes.
  private func rangeBesideTable(of node: OpaquePointer) -> SourceRange? {
    let isParagraph = cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH && cmark_node_get_start_line(node) == 0
    let before = cmark_node_previous(node)
    let isBelow = before.map { cmark_node_get_start_line($0) == 0 && isTable(node) } ?? false
    guard isParagraph || isBelow, let table = isParagraph ? cmark_node_next(node) : node, isTable(table) else {
      return nil
    }
    let start = source.position(
      line: Int(cmark_node_get_start_line(table)) + firstLine - 1, byteColumn: Int(cmark_node_get_start_column(table)))
    guard let header = TableRow.headerLine(in: source, from: start.line) else { return nil }
    guard isBelow else { return SourceRange(start: start, end: source.endOfLine(header - 1)) }
    let end = source.position(
      line: Int(cmark_node_get_end_line(table)) + firstLine - 1, byteColumn: Int(cmark_node_get_end_column(table)) + 1)
    return SourceRange(start: TableRow.start(in: source, line: header), end: end)
  }

  private func isTable(_ node: OpaquePointer) -> Bool { isType(of: node, "table") }

  private mutating func isShallow(_ depth: Int, at range: SourceRange) -> Bool {
    guard depth > Self.depthLimit else { return true }
    if !reportedDepth {
      reportedDepth = true
      diagnostics.append(.nestingTooDeep(source.file, range, limit: Self.depthLimit))
    }
    return false
  }

  private func children(of node: OpaquePointer) -> CmarkChildren {
    CmarkChildren(upcoming: cmark_node_first_child(node))
  }

  private func isType(of node: OpaquePointer, _ name: StaticString) -> Bool {
    guard let type = cmark_node_get_type_string(node) else { return false }
    return name.withUTF8Buffer { name in
      guard let start = name.baseAddress else { return false }
      return strlen(type) == name.count && memcmp(type, start, name.count) == 0
    }
  }

  private func string(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
}
