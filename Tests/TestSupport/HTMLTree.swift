import HTML
import MarkdownTree

/// An element of a page, for tests that look at HTML as a browser would rather than as text.
public final class HTMLElement {
  /// Its name, in lower case.
  public let name: String
  /// Its attributes.
  public let attributes: [String: String]
  /// Its children: elements and texts, in order.
  public private(set) var children: [Child] = []

  /// An element or a text.
  public enum Child {
    /// An element.
    case element(HTMLElement)
    /// A text, character references undone.
    case text(String)
  }

  private init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// Reads a page or a fragment. Elements must be closed as they were opened: what is not is dropped, and seen in ``faults``.
  public static func parse(_ html: String) -> (root: HTMLElement, faults: [String]) {
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

  /// Its elements, at any depth, in reading order, that a function accepts.
  public func all(where accepts: (HTMLElement) -> Bool) -> [HTMLElement] {
    children.flatMap { child -> [HTMLElement] in
      guard case .element(let element) = child else { return [] }
      return (accepts(element) ? [element] : []) + element.all(where: accepts)
    }
  }

  /// Its elements of a name, at any depth.
  public func all(_ name: String) -> [HTMLElement] { all { $0.name == name } }

  /// Its first element of a name.
  public func first(_ name: String) -> HTMLElement? { all(name).first }

  /// Its elements of a class, at any depth.
  public func all(class name: String) -> [HTMLElement] {
    all { $0.attributes["class"]?.split(separator: " ").contains(Substring(name)) ?? false }
  }

  /// The element of an id.
  public func element(id: String) -> HTMLElement? { all { $0.attributes["id"] == id }.first }

  /// Its text, blanks folded.
  public var text: String {
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
