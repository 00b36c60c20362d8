/// The stack of open elements, and the rules that decide which open elements a tag closes.
struct OpenElements {
  struct Open {
    let name: String
    let traits: ElementTraits
    /// Whether the element belongs to SVG or MathML.
    let isForeign: Bool
    /// Whether the children of the element also belong to SVG or MathML. The children of an integration point, such as
    /// `foreignObject`, are HTML.
    let holdsForeignContent: Bool
  }

  /// The maximum number of open elements in which the reader searches for elements to close. The search begins at the
  /// innermost open element. No real page has deeper nesting. Without a limit, deep nesting would take quadratic time.
  static let reach = 256

  private var stack: [Open] = []
  /// The key is a name. The value is the number of open elements with this name. If the value is zero, no search of the
  /// stack is necessary.
  private var counts: [String: Int] = [:]

  /// The innermost open element.
  var last: Open? { stack.last }

  mutating func push(_ open: Open) {
    stack.append(open)
    counts[open.name, default: 0] += 1
  }

  /// Closes the elements that an end tag closes. Returns these elements, innermost first; nil if the end tag closes no
  /// element.
  mutating func end(_ name: String) -> [Open]? {
    if stack.last?.name == name { return close(from: stack.count - 1) }
    guard counts[name, default: 0] > 0, let index = stack.lastIndex(where: { $0.name == name }) else { return nil }
    return close(from: index)
  }

  /// Closes the elements that a start tag closes implicitly, and returns these elements. For example, a block closes an
  /// open paragraph before it, and a list item closes the previous item.
  mutating func endedBy(_ name: String, _ traits: ElementTraits) -> [Open] {
    if let last = stack.last, last.name == "head", !traits.contains(.ofHead) { return close(from: stack.count - 1) }
    if traits.contains(.endsParagraph), let ended = closeParagraph() { return ended }
    guard traits.contains(.endsSiblings), let (siblings, scope) = HTMLForms.siblings[name] else { return [] }
    return close(siblings, within: scope) ?? []
  }

  /// Closes the innermost elements that belong to SVG or MathML, and returns these elements. Used before an HTML
  /// element that is not allowed in SVG or MathML.
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
