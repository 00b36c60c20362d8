import HTML

/// An element of a page, for tests of HTML structure instead of text.
package final class HTMLElement {
  /// The tag name, in lower case.
  package let name: String
  /// Its attributes.
  package let attributes: [String: String]
  /// Its children: elements and texts, in order.
  public private(set) var children: [Child] = []

  /// An element or a text.
  package enum Child {
    /// An element.
    case element(HTMLElement)
    /// A text, with character references decoded.
    case text(String)
  }

  private init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// Parses a page or a fragment. End tags must match the start tags: an end tag that does not match is dropped and
  /// listed in ``faults``.
  package static func parse(_ html: String) -> (root: HTMLElement, faults: [String]) {
    let bytes = Array(html.utf8)
    let root = HTMLElement(name: "", attributes: [:])
    var stack = [root]
    var faults: [String] = []
    for event in HTMLReader(bytes) {
      switch event {
      case .text(let range, let decodes):
        let text = decodes ? HTMLText.decode(bytes[range]) : String(decoding: bytes[range], as: UTF8.self)
        stack[stack.count - 1].children.append(.text(text))
      case .open(let opening):
        let pairs = opening.tag.attributes.map { ($0.name, $0.value) }
        if Set(pairs.map(\.0)).count != pairs.count { faults.append("<\(opening.tag.name)> repeats an attribute") }
        let element = HTMLElement(name: opening.tag.name, attributes: Dictionary(pairs) { first, _ in first })
        stack[stack.count - 1].children.append(.element(element))
        if !opening.isEmpty { stack.append(element) }
      case .close(let name, let closing):
        if closing != .written { faults.append("<\(name)> is not closed") }
        stack.removeLast()
      case .strayEnd(let name, _): faults.append("</\(name)>")
      case .comment, .doctype: break
      }
    }
    return (root, faults)
  }

  /// The descendant elements that a function accepts, in document order.
  package func all(where accepts: (HTMLElement) -> Bool) -> [HTMLElement] {
    children.flatMap { child -> [HTMLElement] in
      guard case .element(let element) = child else { return [] }
      return (accepts(element) ? [element] : []) + element.all(where: accepts)
    }
  }

  /// The descendant elements with a tag name.
  package func all(_ name: String) -> [HTMLElement] { all { $0.name == name } }

  /// The first descendant element with a tag name.
  package func first(_ name: String) -> HTMLElement? { all(name).first }

  /// The descendant elements with a class.
  package func all(class name: String) -> [HTMLElement] {
    all { $0.attributes["class"]?.split(separator: " ").contains(Substring(name)) ?? false }
  }

  /// The descendant elements that a theme marks as a part of the page: those with a value of `data-part`.
  package func all(part name: String) -> [HTMLElement] { all { $0.attributes["data-part"] == name } }

  /// The definitions of the description lists in the element. The key is the text of the term.
  package var facts: [String: String] {
    let definitions = all("div").compactMap { row in
      row.child("dt").flatMap { term in row.child("dd").map { (term.text, $0.text) } }
    }
    return Dictionary(definitions) { first, _ in first }
  }

  private func child(_ name: String) -> HTMLElement? {
    children.lazy.compactMap { if case .element(let element) = $0, element.name == name { element } else { nil } }.first
  }

  /// The descendant element with an id.
  package func element(id: String) -> HTMLElement? { all { $0.attributes["id"] == id }.first }

  /// The text content, with runs of whitespace replaced by single spaces.
  package var text: String {
    rawText.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
  }

  private var rawText: String {
    children.map { child in
      switch child {
      case .text(let text): text
      case .element(let element): element.rawText
      }
    }.joined()
  }
}
