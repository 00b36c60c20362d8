import MarkdownTree

/// Counts the elements of a page as EcoIndex does: all but those within a drawing. What a browser that runs scripts keeps
/// out of the page (`noscript`, `template`) does not count either.
struct ElementCounter {
  /// How many there are, by their names.
  private(set) var counts: [String: Int] = [:]
  private let html: [UInt8]
  /// The element whose inside is being passed over, and how many of its name are open.
  private var passedOver: (name: String, depth: Int)?

  private static let opaque = ["svg", "noscript", "template"]

  init(_ html: [UInt8]) { self.html = html }

  /// Looks at the next tag.
  mutating func count(_ tag: HTMLTagScanner.Tag) {
    if let (name, depth) = passedOver {
      guard tag.name == name, !isClosedAtOnce(tag) else { return }
      let open = depth + (tag.isEnd ? -1 : 1)
      passedOver = open > 0 ? (name, open) : nil
    } else if !tag.isEnd {
      counts[tag.name, default: 0] += 1
      if Self.opaque.contains(tag.name), !isClosedAtOnce(tag) { passedOver = (tag.name, 1) }
    }
  }

  /// Whether a drawing is empty: `<svg/>`. HTML's own elements are never closed that way.
  private func isClosedAtOnce(_ tag: HTMLTagScanner.Tag) -> Bool {
    tag.name == "svg" && html[tag.range].suffix(2).elementsEqual("/>".utf8)
  }
}
