import CCmarkGFM

/// The children of a node, in order.
struct CmarkChildren: Sequence, IteratorProtocol {
  var upcoming: OpaquePointer?

  mutating func next() -> OpaquePointer? {
    defer { upcoming = upcoming.flatMap { cmark_node_next($0) } }
    return upcoming
  }
}

/// A C pointer that is used after the lock is released. This is safe, because only the caller of the parser uses the
/// document.
struct CmarkPointer: @unchecked Sendable {
  let pointer: OpaquePointer?
  init(_ pointer: OpaquePointer?) { self.pointer = pointer }
}
