import Encodings

/// Writes the record of a build: the answers of the last record that are still valid, then those that were computed.
///
/// An answer that no changed input can have reached depends only on answers like it. So these rows come first, in the
/// order of the last record. All others are few after an edit; they follow in the order of a walk along dependencies.
struct RecordWriter {
  /// An answer to write.
  private enum Item {
    /// An answer of the last record.
    case recorded(Int)
    case computed(Node)
  }

  /// An answer whose dependencies are being walked.
  private struct Pending {
    let item: Item
    let dependencies: [Item]
    var next = 0
  }

  private let record: Record
  private let reached: [Bool]
  private let renewed: [Int: [UInt8]]
  private let nodes: [Int: Node]
  private var rows = ByteWriter()
  private var count = 0
  private var kinds: [String] = []
  private var kindIndexes: [String: Int] = [:]
  /// Whether the answer at a place of the last record is part of the new one.
  private var isUsed: [Bool]
  /// The places in the new record. The key is a place in the last record.
  private var places: [Int?]
  private var nodePlaces: [ObjectIdentifier: Int] = [:]

  /// - Parameters:
  ///   - record: the record of the last build.
  ///   - reached: whether the answer at each place depends on a changed input.
  ///   - renewed: the new states of unchanged inputs.
  ///   - nodes: the nodes of this build that have a place in the record.
  init(_ record: Record, reached: [Bool], renewed: [Int: [UInt8]], nodes: [Int: Node]) {
    self.record = record
    self.reached = reached
    self.renewed = renewed
    self.nodes = nodes
    places = Array(repeating: nil, count: record.rows.count)
    isUsed = Array(repeating: false, count: record.rows.count)
  }

  /// The record of all answers on which some questions depend; nil if one of them has no answer.
  mutating func encoded(from roots: [Node]) -> [UInt8]? {
    var order: [Item] = []
    var walked: Set<ObjectIdentifier> = []
    for root in roots {
      guard let item = item(root), walk(item, &order, &walked) else { return nil }
    }
    writeValidRows()
    for item in order { writeRow(item) }
    var head = ByteWriter()
    head.add(each: kinds) { $0.add($1) }
    head.add(each: Set(roots.compactMap { item($0).flatMap { place(of: $0) } }).sorted()) { $0.add(count: $1) }
    head.add(count: count)
    let content = head.bytes + rows.bytes
    var writer = ByteWriter(Record.signature)
    writer.add(block: Digest.sha256Bytes(content))
    writer.add(block: content)
    return writer.bytes
  }

  // MARK: Order

  /// Appends an answer to the order, after all answers on which it depends. The walk keeps its own stack, because a chain
  /// of dependencies may be longer than the stack of a thread allows.
  ///
  /// - Returns: false if one of the answers is missing.
  private mutating func walk(_ root: Item, _ order: inout [Item], _ walked: inout Set<ObjectIdentifier>) -> Bool {
    var stack: [Pending] = []
    guard enter(root, &stack, &walked) else { return false }
    while var top = stack.popLast() {
      guard top.next < top.dependencies.count else {
        order.append(top.item)
        continue
      }
      let item = top.dependencies[top.next]
      top.next += 1
      stack.append(top)
      guard enter(item, &stack, &walked) else { return false }
    }
    return true
  }

  private mutating func enter(_ item: Item, _ stack: inout [Pending], _ walked: inout Set<ObjectIdentifier>) -> Bool {
    switch item {
    case .recorded(let place):
      if isUsed[place] { return true }
      isUsed[place] = true
      // The dependencies of the other answers of the record are found by one pass.
      if reached[place] {
        stack.append(Pending(item: item, dependencies: record.dependencies(of: place).map { self.item(at: $0) }))
      }
      return true
    case .computed(let node):
      guard walked.insert(ObjectIdentifier(node)).inserted else { return true }
      let asked = (node.noted?.groups ?? []).joined()
      let items = asked.compactMap { self.item($0) }
      stack.append(Pending(item: item, dependencies: items))
      return items.count == asked.count
    }
  }

  private func item(_ node: Node) -> Item? {
    node.noted != nil ? .computed(node) : node.place.map { .recorded($0) }
  }

  private func item(at place: Int) -> Item {
    reached[place] ? nodes[place].flatMap(item) ?? .recorded(place) : .recorded(place)
  }

  // MARK: Rows

  /// Writes the used rows of the record that no changed input can have reached.
  private mutating func writeValidRows() {
    for place in isUsed.indices.reversed() where isUsed[place] && !reached[place] {
      for dependency in record.dependencies(of: place) { isUsed[dependency] = true }
    }
    for place in isUsed.indices where isUsed[place] && !reached[place] { writeRow(.recorded(place)) }
  }

  private mutating func writeRow(_ item: Item) {
    switch item {
    case .recorded(let place):
      let row = record.rows[place]
      writeHead(
        record.kindName(at: place), row.key, row.fingerprint, renewed[place]?[...] ?? row.state, row.kept)
      let groups = record.groups(of: place)
      rows.add(count: groups.count)
      for group in groups {
        rows.add(count: group.count)
        for dependency in group { writeDistance(to: self.item(at: dependency)) }
      }
      places[place] = count
    case .computed(let node):
      let (groups, state) = node.noted ?? ([], [])
      var key = ByteWriter()
      node.question.write(to: &key)
      writeHead(node.question.kind, key.bytes[...], node.fingerprint, state[...], node.question.recorded?[...])
      rows.add(count: groups.count)
      for group in groups {
        rows.add(count: group.count)
        for node in group { if let item = self.item(node) { writeDistance(to: item) } }
      }
      nodePlaces[ObjectIdentifier(node)] = count
    }
    count += 1
  }

  /// The place of an answer in the new record; nil if it is not written yet.
  private func place(of item: Item) -> Int? {
    switch item {
    case .recorded(let place): places[place]
    case .computed(let node): nodePlaces[ObjectIdentifier(node)]
    }
  }

  private mutating func writeDistance(to item: Item) {
    let place = place(of: item)
    // Without a place, the distance is zero, which the reader refuses.
    rows.add(count: count - (place ?? count))
  }

  private mutating func writeHead(
    _ kind: String, _ key: ArraySlice<UInt8>, _ fingerprint: Fingerprint?, _ state: ArraySlice<UInt8>,
    _ kept: ArraySlice<UInt8>?
  ) {
    let index = kindIndexes[kind] ?? kinds.count
    if index == kinds.count {
      kinds.append(kind)
      kindIndexes[kind] = index
    }
    rows.add(count: index)
    rows.add(block: key)
    (fingerprint ?? .none).write(to: &rows)
    rows.add(block: state)
    rows.add(optional: kept) { $0.add(block: $1) }
  }
}
