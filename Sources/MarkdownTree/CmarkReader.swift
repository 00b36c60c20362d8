import CCmarkGFM
import Diagnostics
import Foundation

/// Reads Markdown with cmark-gfm and copies its tree into Swift values. The only file that knows C.
///
/// cmark-gfm toggles a process-wide table while it reads the inline text of a document, so that two parses at once give
/// wrong HTML in silence: `cmark_parser_finish` runs under one lock. Everything else may run in parallel.
struct CmarkReader {
  /// Blocks and inlines nested deeper than this are reported and left out: recursion must end well before the stack does.
  static let depthLimit = 100

  let source: SourceText
  let firstLine: Int
  private(set) var diagnostics: [Diagnostic] = []
  private var reportedDepth = false
  private var footnoteCount = 0
  private let targets: TargetSearch

  init(source: SourceText, firstLine: Int) {
    self.source = source
    self.firstLine = firstLine
    targets = TargetSearch(source: source)
  }

  /// The blocks of the document.
  mutating func read() -> [Block] {
    let extensions = CmarkExtensions.shared
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES) else { return [] }
    defer { cmark_parser_free(parser) }
    for one in extensions.attached { _ = cmark_parser_attach_syntax_extension(parser, one) }
    let start = min(source.byteRange(ofLine: firstLine).lowerBound, source.bytes.count)
    source.bytes[start...].withUnsafeBytes { bytes in
      cmark_parser_feed(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    let finished = CmarkExtensions.lock.withLock { CmarkPointer(cmark_parser_finish(parser)) }
    guard let document = finished.pointer else { return [] }
    defer { cmark_node_free(document) }
    let whole = SourceRange(start: SourcePosition(line: firstLine, column: 1))
    return blocks(of: document, within: whole, depth: 0)
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
    case CMARK_NODE_PARAGRAPH: return .paragraph(inlines(of: node, within: range, depth: depth + 1))
    case CMARK_NODE_HEADING:
      let inlines = inlines(of: node, within: range, depth: depth + 1)
      let level = Int(cmark_node_get_heading_level(node))
      return .heading(Heading(level: level, inlines: inlines, anchor: "", range: range))
    case CMARK_NODE_BLOCK_QUOTE: return .quotation(blocks(of: node, within: range, depth: depth + 1))
    case CMARK_NODE_LIST: return .list(list(node, within: range, depth: depth + 1))
    case CMARK_NODE_CODE_BLOCK:
      return .code(language: string(cmark_node_get_fence_info(node)), text: string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_BLOCK: return .html(string(cmark_node_get_literal(node)))
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      footnoteCount += 1
      return .footnote(number: footnoteCount, blocks(of: node, within: range, depth: depth + 1))
    case CmarkExtensions.containerType: return container(node, range: range, depth: depth + 1)
    case CmarkExtensions.containerEndType: return nil
    default: return typeName(of: node) == "table" ? .table(table(node, within: range, depth: depth + 1)) : nil
    }
  }

  private mutating func list(_ node: OpaquePointer, within outer: SourceRange, depth: Int) -> List {
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    let items = children(of: node).map { item in
      let range = range(of: item, within: outer)
      let isChecked = typeName(of: item) == "tasklist" ? cmark_gfm_extensions_get_tasklist_item_checked(item) : nil
      return List.Item(isChecked: isChecked, blocks: blocks(of: item, within: range, depth: depth + 1))
    }
    return List(
      kind: isOrdered ? .ordered(start: Int(cmark_node_get_list_start(node))) : .bullet,
      isTight: cmark_node_get_list_tight(node) != 0,
      items: items
    )
  }

  private mutating func table(_ node: OpaquePointer, within outer: SourceRange, depth: Int) -> Table {
    let columns = Int(cmark_gfm_extensions_get_table_columns(node))
    var alignments: [Table.Alignment] = []
    if let letters = cmark_gfm_extensions_get_table_alignments(node) {
      alignments = UnsafeBufferPointer(start: letters, count: columns).map {
        switch $0 {
        case UInt8(ascii: "l"): .left
        case UInt8(ascii: "c"): .center
        case UInt8(ascii: "r"): .right
        default: .natural
        }
      }
    }
    var table = Table(alignments: alignments, header: [], rows: [], caption: nil)
    for row in children(of: node) {
      let rowRange = range(of: row, within: outer)
      let cells = children(of: row).map { cell in
        inlines(of: cell, within: range(of: cell, within: rowRange), depth: depth + 2)
      }
      if cmark_gfm_extensions_get_table_row_is_header(row) != 0 { table.header = cells } else { table.rows.append(cells) }
    }
    return table
  }

  private mutating func container(_ node: OpaquePointer, range: SourceRange, depth: Int) -> Block.Content {
    let line = range.start.line
    let start = source.byteOffset(of: range.start)
    let words = ContainerFence.words(in: source, from: start, to: source.byteRange(ofLine: line).upperBound)
    let end = words.last?.range.end ?? range.start
    let fence = SourceRange(start: range.start, end: end)
    if !ContainerState(of: node).isClosed { diagnostics.append(.unclosedContainer(source.file, fence)) }
    let arguments = words.dropFirst().map { word in
      let parts = word.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      return ContainerHeader.Argument(
        key: parts.count == 2 ? parts[0] : nil, value: parts.last ?? "", range: word.range)
    }
    return .container(
      Container(
        header: ContainerHeader(name: words.first?.text ?? "", arguments: Array(arguments), range: fence),
        blocks: blocks(of: node, within: range, depth: depth)
      ))
  }

  // MARK: Inlines

  private mutating func inlines(of parent: OpaquePointer, within outer: SourceRange, depth: Int) -> [Inline] {
    guard isShallow(depth, at: outer) else { return [] }
    var inlines: [Inline] = []
    for node in children(of: parent) {
      let range = range(of: node, within: outer)
      guard let content = inlineContent(of: node, range: range, block: outer, depth: depth) else { continue }
      if case .text(let text) = content, let last = inlines.last, case .text(let before) = last.content {
        inlines[inlines.count - 1] = Inline(
          .text(before + text), range: SourceRange(start: last.range.start, end: range.end))
      } else {
        inlines.append(Inline(content, range: range))
      }
    }
    return inlines
  }

  private mutating func inlineContent(
    of node: OpaquePointer, range: SourceRange, block: SourceRange, depth: Int
  ) -> Inline.Content? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: return .text(string(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .code(string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE: return .html(string(cmark_node_get_literal(node)))
    case CMARK_NODE_EMPH: return .emphasis(inlines(of: node, within: range, depth: depth + 1))
    case CMARK_NODE_STRONG: return .strong(inlines(of: node, within: range, depth: depth + 1))
    case CMARK_NODE_LINK:
      let target = string(cmark_node_get_url(node))
      return .link(
        Link(
          target: target,
          title: string(cmark_node_get_title(node)),
          inlines: inlines(of: node, within: range, depth: depth + 1),
          targetRange: targets.range(of: target, link: range, block: block)
        ))
    case CMARK_NODE_IMAGE:
      let target = string(cmark_node_get_url(node))
      return .image(
        Image(
          target: target,
          title: string(cmark_node_get_title(node)),
          alternative: inlines(of: node, within: range, depth: depth + 1).plainText,
          isDecorative: false,
          targetRange: targets.range(of: target, link: range, block: block)
        ))
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      return Int(string(cmark_node_get_literal(node))).map { .footnoteReference(number: $0) }
    default:
      guard typeName(of: node) == "strikethrough" else { return nil }
      return .strikethrough(inlines(of: node, within: range, depth: depth + 1))
    }
  }

  // MARK: What every node has

  /// cmark gives bytes, lines from the start of what it was fed, and 0 where it lost count: then the parent's place holds.
  private func range(of node: OpaquePointer, within outer: SourceRange) -> SourceRange {
    let line = Int(cmark_node_get_start_line(node))
    guard line > 0 else { return outer }
    let start = source.position(
      line: line + firstLine - 1, byteColumn: Int(cmark_node_get_start_column(node)))
    let endLine = Int(cmark_node_get_end_line(node))
    guard endLine >= line else { return SourceRange(start: start) }
    let end = source.position(
      line: endLine + firstLine - 1, byteColumn: Int(cmark_node_get_end_column(node)) + 1)
    return SourceRange(start: start, end: end)
  }

  private mutating func isShallow(_ depth: Int, at range: SourceRange) -> Bool {
    guard depth > Self.depthLimit else { return true }
    if !reportedDepth {
      reportedDepth = true
      diagnostics.append(.nestingTooDeep(source.file, range, limit: Self.depthLimit))
    }
    return false
  }

  private func children(of node: OpaquePointer) -> [OpaquePointer] {
    Array(sequence(state: cmark_node_first_child(node)) { next in
      defer { next = next.flatMap { cmark_node_next($0) } }
      return next
    })
  }

  private func typeName(of node: OpaquePointer) -> String { string(cmark_node_get_type_string(node)) }

  private func string(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
}

/// A C pointer that may leave the lock: the document that it names belongs to the caller alone.
private struct CmarkPointer: @unchecked Sendable {
  let pointer: OpaquePointer?
  init(_ pointer: OpaquePointer?) { self.pointer = pointer }
}

/// The extensions, registered once for the process.
private struct CmarkExtensions: @unchecked Sendable {
  static let lock = NSLock()
  static let shared = lock.withLock { CmarkExtensions() }
  static let containerType = shared.container
  static let containerEndType = shared.containerEnd

  /// In the order in which they are asked: containers before tables, or a `:::` line would become a row.
  let attached: [OpaquePointer]
  let container: cmark_node_type
  let containerEnd: cmark_node_type

  private init() {
    cmark_gfm_core_extensions_ensure_registered()
    container = cmark_syntax_extension_add_node(0)
    containerEnd = cmark_syntax_extension_add_node(0)
    var extensions: [OpaquePointer] = []
    if let containers = cmark_syntax_extension_new("container") {
      cmark_syntax_extension_set_open_block_func(containers, openContainerBlock)
      cmark_syntax_extension_set_match_block_func(containers, matchContainerBlock)
      cmark_syntax_extension_set_can_contain_func(containers, containerCanContain)
      extensions.append(containers)
    }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      if let one = cmark_find_syntax_extension(name) { extensions.append(one) }
    }
    attached = extensions
  }
}

/// What is known of an open container while cmark reads, kept in the node's user data: no memory to free.
private struct ContainerState {
  var fenceLength: Int
  var isClosed: Bool

  init(fenceLength: Int) {
    self.fenceLength = fenceLength
    isClosed = false
  }

  init(of node: OpaquePointer) {
    let bits = UInt(bitPattern: cmark_node_get_user_data(node))
    fenceLength = Int(bits >> 1)
    isClosed = bits & 1 == 1
  }

  func store(in node: OpaquePointer) {
    let bits = UInt(fenceLength) << 1 | (isClosed ? 1 : 0)
    _ = cmark_node_set_user_data(node, UnsafeMutableRawPointer(bitPattern: bits))
  }
}

/// cmark asks here, on every line that could begin a block, whether it opens a container; a closing fence is handled here
/// too, since only a new block ends the paragraph, list or table that stands before it.
private func openContainerBlock(
  _ ext: OpaquePointer?, _ indented: CInt, _ parser: OpaquePointer?, _ parent: OpaquePointer?,
  _ input: UnsafeMutablePointer<UInt8>?, _ length: CInt
) -> OpaquePointer? {
  guard indented == 0, let ext, let parser, let parent, let input else { return nil }
  let offset = cmark_parser_get_first_nonspace(parser)
  guard offset < length, input[Int(offset)] == UInt8(ascii: ":") else { return nil }
  let line = UnsafeBufferPointer(start: input + Int(offset), count: Int(length - offset))
  guard let fence = ContainerFence(line) else { return nil }
  let type: cmark_node_type
  if fence.isClosing {
    guard let open = containerToClose(from: parent, fenceLength: fence.length) else { return nil }
    var state = ContainerState(of: open)
    state.isClosed = true
    state.store(in: open)
    type = CmarkExtensions.containerEndType
  } else {
    guard openContainers(from: parent).count < CmarkReader.depthLimit else { return nil }
    type = CmarkExtensions.containerType
  }
  let column = cmark_parser_get_first_nonspace_column(parser)
  guard let node = cmark_parser_add_child(parser, parent, type, column + 1) else { return nil }
  cmark_node_set_syntax_extension(node, ext)
  if !fence.isClosing { ContainerState(fenceLength: fence.length).store(in: node) }
  cmark_parser_advance_offset(parser, UnsafePointer(OpaquePointer(input)), length - cmark_parser_get_offset(parser), 0)
  return node
}

/// cmark asks here whether a container goes on with the next line.
private func matchContainerBlock(
  _ ext: OpaquePointer?, _ parser: OpaquePointer?, _ input: UnsafeMutablePointer<UInt8>?, _ length: CInt,
  _ container: OpaquePointer?
) -> CInt {
  guard let container, cmark_node_get_type(container) == CmarkExtensions.containerType else { return 0 }
  return ContainerState(of: container).isClosed ? 0 : 1
}

/// A container holds any block that may stand by itself; its end holds nothing.
private func containerCanContain(_ ext: OpaquePointer?, _ node: OpaquePointer?, _ child: cmark_node_type) -> CInt {
  guard let node, cmark_node_get_type(node) == CmarkExtensions.containerType else { return 0 }
  let isBlock = child.rawValue & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_BLOCK)
  return isBlock && child != CMARK_NODE_ITEM && child != CMARK_NODE_DOCUMENT ? 1 : 0
}

private func openContainers(from node: OpaquePointer) -> [OpaquePointer] {
  sequence(first: node) { cmark_node_parent($0) }.filter {
    cmark_node_get_type($0) == CmarkExtensions.containerType && !ContainerState(of: $0).isClosed
  }
}

/// A fence closes the innermost container of its own length, or else the innermost of a shorter one.
private func containerToClose(from node: OpaquePointer, fenceLength: Int) -> OpaquePointer? {
  let open = openContainers(from: node)
  return open.first { ContainerState(of: $0).fenceLength == fenceLength }
    ?? open.first { ContainerState(of: $0).fenceLength < fenceLength }
}
