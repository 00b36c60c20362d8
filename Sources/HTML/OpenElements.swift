/// The elements that are open while a page is read, and which of them a tag closes.
struct OpenElements {
  struct Open {
    let name: String
    let traits: ElementTraits
    /// Whether it belongs to a drawing or a formula.
    let isForeign: Bool
    /// Whether what stands in it is foreign, too: within `foreignObject` or the title of a drawing, HTML begins again.
    let holdsForeignContent: Bool
  }

  /// How far from the innermost element another is looked for that a start tag would close. No page that people read is
  /// nested deeper; without a limit, a page of absurd depth would take a time that grows with the square of its size.
  static let reach = 256

  private var stack: [Open] = []
  /// How many elements of each name are open: an end tag that closes none needs no look at the stack.
  private var counts: [String: Int] = [:]

  /// The innermost.
  var last: Open? { stack.last }

  mutating func push(_ open: Open) {
    stack.append(open)
    counts[open.name, default: 0] += 1
  }

  /// What an end tag closes, innermost first; nil where it closes nothing.
  mutating func end(_ name: String) -> [Open]? {
    if stack.last?.name == name { return close(from: stack.count - 1) }
    guard counts[name, default: 0] > 0, let index = stack.lastIndex(where: { $0.name == name }) else { return nil }
    return close(from: index)
  }

  /// What a start tag closes by itself: a paragraph before a block, an item before the next.
  mutating func endedBy(_ name: String, _ traits: ElementTraits) -> [Open] {
    if let last = stack.last, last.name == "head", !traits.contains(.ofHead) { return close(from: stack.count - 1) }
    if traits.contains(.endsParagraph), let ended = closeParagraph() { return ended }
    guard traits.contains(.endsSiblings), let (siblings, scope) = HTMLForms.siblings[name] else { return [] }
    return close(siblings, within: scope) ?? []
  }

  /// What an element of HTML closes that cannot stand in a drawing: everything up to the HTML around it.
  mutating func endForeignContent() -> [Open] {
    let outermost = stack.lastIndex { !$0.holdsForeignContent }.map { $0 + 1 } ?? 0
    return close(from: outermost)
  }

  mutating func removeAll() -> [Open] { close(from: 0) }

  private mutating func closeParagraph() -> [Open]? {
    guard counts["p", default: 0] > 0 else { return nil }
    var outermost: Int?
    for index in stack.indices.reversed().prefix(Self.reach) {
      if stack[index].traits.contains(.boundsParagraph) { break }
      if stack[index].name == "p" { outermost = index }
    }
    return outermost.map { close(from: $0) }
  }

  private mutating func close(_ names: Set<String>, within scope: Set<String>) -> [Open]? {
    guard names.contains(where: { counts[$0, default: 0] > 0 }) else { return nil }
    var outermost: Int?
    for index in stack.indices.reversed().prefix(Self.reach) {
      if scope.contains(stack[index].name) { break }
      if names.contains(stack[index].name) { outermost = index }
    }
    return outermost.map { close(from: $0) }
  }

  private mutating func close(from index: Int) -> [Open] {
    let ended = Array(stack[index...].reversed())
    stack.removeSubrange(index...)
    for open in ended { counts[open.name, default: 1] -= 1 }
    return ended
  }
}
