/// The elements that are open while a page is read, and which of them a tag closes.
struct OpenElements {
  struct Open {
    let place: Int
    let name: String
    let traits: ElementTraits
  }

  private var stack: [Open] = []
  /// How many elements of each name are open: an end tag that ends none needs no look at the stack.
  private var counts: [String: Int] = [:]

  /// The innermost.
  var last: Int? { stack.last?.place }

  mutating func push(_ place: Int, _ name: String, _ traits: ElementTraits) {
    stack.append(Open(place: place, name: name, traits: traits))
    counts[name, default: 0] += 1
  }

  /// What an end tag closes, innermost first; nil where it ends nothing.
  mutating func end(_ name: String) -> [Open]? {
    if stack.last?.name == name { return close(from: stack.count - 1) }
    guard counts[name, default: 0] > 0, let index = stack.lastIndex(where: { $0.name == name }) else { return nil }
    return close(from: index)
  }

  /// What a start tag closes on its own: a paragraph before a block, an item before the next.
  mutating func endedBy(_ name: String, _ traits: ElementTraits) -> [Open] {
    if let last = stack.last, last.name == "head", !traits.contains(.ofHead) { return close(from: stack.count - 1) }
    if traits.contains(.endsParagraph), let ended = closeParagraph() { return ended }
    guard traits.contains(.endsSiblings), let (siblings, scope) = HTMLForms.siblings[name] else { return [] }
    return close(siblings, within: scope) ?? []
  }

  mutating func removeAll() -> [Open] { close(from: 0) }

  private mutating func closeParagraph() -> [Open]? {
    guard counts["p", default: 0] > 0 else { return nil }
    var outermost: Int?
    for index in stack.indices.reversed().prefix(PageTree.reach) {
      if stack[index].traits.contains(.boundsParagraph) { break }
      if stack[index].name == "p" { outermost = index }
    }
    return outermost.map { close(from: $0) }
  }

  private mutating func close(_ names: Set<String>, within scope: Set<String>) -> [Open]? {
    guard names.contains(where: { counts[$0, default: 0] > 0 }) else { return nil }
    var outermost: Int?
    for index in stack.indices.reversed().prefix(PageTree.reach) {
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
