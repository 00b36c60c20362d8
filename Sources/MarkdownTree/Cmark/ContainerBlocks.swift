import CCmarkGFM

/// The state of a container during parsing. The bits of the node's user data pointer are the state itself, not an
/// address. Therefore the state needs no allocation.
struct ContainerState {
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

/// Whether a closing fence closed a container. The value is stored as the user data of the fence's node.
enum ContainerEnd: Int {
  case stray = 0
  case matched = 1

  init(of node: OpaquePointer) { self = cmark_node_get_user_data(node) == nil ? .stray : .matched }

  func store(in node: OpaquePointer) {
    _ = cmark_node_set_user_data(node, UnsafeMutableRawPointer(bitPattern: rawValue))
  }
}

/// cmark calls this function on every line that could begin a block. The function also adds a block for a closing
/// fence, because only a new block ends the paragraph, list or table before the fence.
func openContainerBlock(
  _ ext: OpaquePointer?, _ indented: CInt, _ parser: OpaquePointer?, _ parent: OpaquePointer?,
  _ input: UnsafeMutablePointer<UInt8>?, _ length: CInt
) -> OpaquePointer? {
  guard indented == 0, let ext, let parser, let parent, let input else { return nil }
  let offset = cmark_parser_get_first_nonspace(parser)
  guard offset < length, input[Int(offset)] == UInt8(ascii: ":") else { return nil }
  let line = UnsafeBufferPointer(start: input + Int(offset), count: Int(length - offset))
  guard let fence = ContainerFence(line) else { return nil }
  let type: cmark_node_type
  var toClose: OpaquePointer?
  if fence.isClosing {
    toClose = containerToClose(from: parent, fenceLength: fence.length)
    type = CmarkExtensions.containerEndType
  } else {
    guard openContainers(from: parent).reduce(0, { count, _ in count + 1 }) < CmarkReader.depthLimit else { return nil }
    type = CmarkExtensions.containerType
  }
  let column = cmark_parser_get_first_nonspace_column(parser)
  guard let node = cmark_parser_add_child(parser, parent, type, column + 1) else { return nil }
  cmark_node_set_syntax_extension(node, ext)
  if let toClose {
    var state = ContainerState(of: toClose)
    state.isClosed = true
    state.store(in: toClose)
    ContainerEnd.matched.store(in: node)
  } else if !fence.isClosing {
    ContainerState(fenceLength: fence.length).store(in: node)
  }
  // Stops before the line end, because otherwise cmark begins a paragraph that includes the next line.
  var lineEnd = length
  while lineEnd > offset, input[Int(lineEnd) - 1].isLineEnd { lineEnd -= 1 }
  cmark_parser_advance_offset(parser, UnsafePointer(OpaquePointer(input)), lineEnd - cmark_parser_get_offset(parser), 0)
  return node
}

/// cmark calls this function to determine whether a container continues on the next line.
func matchContainerBlock(
  _ ext: OpaquePointer?, _ parser: OpaquePointer?, _ input: UnsafeMutablePointer<UInt8>?, _ length: CInt,
  _ container: OpaquePointer?
) -> CInt {
  guard let container, cmark_node_get_type(container) == CmarkExtensions.containerType else { return 0 }
  return ContainerState(of: container).isClosed ? 0 : 1
}

/// A container may contain any block except list items and documents. A closing fence contains nothing.
func containerCanContain(_ ext: OpaquePointer?, _ node: OpaquePointer?, _ child: cmark_node_type) -> CInt {
  guard let node, cmark_node_get_type(node) == CmarkExtensions.containerType else { return 0 }
  let isBlock = child.rawValue & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_BLOCK)
  return isBlock && child != CMARK_NODE_ITEM && child != CMARK_NODE_DOCUMENT ? 1 : 0
}

/// The open containers that contain a node, innermost first.
private func openContainers(from node: OpaquePointer) -> some Sequence<OpaquePointer> {
  sequence(first: node) { cmark_node_parent($0) }.lazy.filter {
    cmark_node_get_type($0) == CmarkExtensions.containerType && !ContainerState(of: $0).isClosed
  }
}

/// The container that a closing fence closes; nil if there is no such container. It is the innermost open container
/// whose fence has the same length. If no fence has the same length, it is the innermost open container with a shorter
/// fence. A closing fence in a quotation, a list item or a footnote closes only containers inside this block.
private func containerToClose(from node: OpaquePointer, fenceLength: Int) -> OpaquePointer? {
  var shorter: OpaquePointer?
  for one in sequence(first: node, next: { cmark_node_parent($0) }) {
    let type = cmark_node_get_type(one)
    if type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_ITEM || type == CMARK_NODE_FOOTNOTE_DEFINITION { break }
    guard type == CmarkExtensions.containerType, !ContainerState(of: one).isClosed else { continue }
    let length = ContainerState(of: one).fenceLength
    if length == fenceLength { return one }
    if length < fenceLength, shorter == nil { shorter = one }
  }
  return shorter
}
