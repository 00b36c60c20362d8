/// The tree of a page, as two flat lists in reading order: elements and texts. Each element and each text has the index
/// of its parent, so a traversal needs no recursion.
package struct PageTree: Sendable {
  package struct Element: Sendable {
    package let tag: HTMLTag
    /// The properties that the HTML standard gives to elements of this name.
    package let traits: ElementTraits
    /// The index of the parent element; nil for an outermost element.
    package let parent: Int?
    /// Whether the element belongs to SVG or MathML.
    package let isForeign: Bool
    /// Whether the element or an ancestor is hidden from assistive technology.
    package let isHiddenFromAssistance: Bool
    /// Whether the element or an ancestor is not displayed.
    package let isNotShown: Bool
    /// The index of the next element after all descendants of this element.
    package fileprivate(set) var end: Int
    /// The indexes of the texts in the element, at any depth.
    package fileprivate(set) var texts: Range<Int>

    package var name: String { tag.name }

    package func value(_ attribute: String) -> String? { tag.value(of: attribute) }

    /// The value of an attribute; nil if the attribute is missing or its value is blank.
    package func text(_ attribute: String) -> String? {
      tag.value(of: attribute).flatMap { $0.hasVisibleText ? $0 : nil }
    }

    /// The first token of the attribute `role`, in lower case; nil if the element has no role.
    package var role: String? {
      guard let value = text("role") else { return nil }
      // Nearly all values are one token in lower case.
      if value.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) { return value }
      return value.split(separator: " ").first.map { $0.lowercased() }
    }
  }

  package struct Text: Sendable {
    package let range: Range<Int>
    /// Whether character references in the text must be decoded.
    package let decodes: Bool
    /// The index of the parent element; nil if the text is in no element.
    package let parent: Int?
  }

  package enum NestingFault: Sendable, Hashable {
    case strayEnd(String)
    case unclosed(Int)
  }

  /// The position of the doctype: absent, after other content, or first.
  package enum Doctype: Sendable, Hashable { case missing, late, first }

  package let bytes: [UInt8]
  package private(set) var elements: [Element] = []
  package private(set) var texts: [Text] = []
  package private(set) var nestingFaults: [NestingFault] = []
  package private(set) var doctype = Doctype.missing
  private var places: [String: [Int]] = [:]
  private var attributePlaces: [String: [Int]] = [:]
  /// The index of the first element with each id. The key is the id.
  package private(set) var identified: [String: Int] = [:]
  private var landmarks: [Landmark: [Int]] = [:]
  /// The indexes of the `label` elements with the attribute `for`. The key is the id of the field that the attribute
  /// names.
  package private(set) var labelled: [String: [Int]] = [:]

  /// The maximum number of ancestors or descendants that a search visits. Without a limit, a search in deep nesting
  /// would take quadratic time. No real page exceeds the limit.
  package static let reach = 256

  /// Parses a page.
  ///
  /// - Parameter other: another function that receives each event of the parser. With this parameter, one parse is
  ///   enough for the tree and for the other function.
  package init(_ bytes: [UInt8], with other: (HTMLReader.Event) -> Void = { _ in }) {
    self.bytes = bytes
    var open: [Int] = []
    for event in HTMLReader(bytes) {
      other(event)
      switch event {
      case .text(let range, let decodes): texts.append(Text(range: range, decodes: decodes, parent: open.last))
      case .open(let element):
        begin(element, in: open.last)
        if !element.isEmpty { open.append(elements.count - 1) }
      case .close(_, let closing): if let place = open.popLast() { end(place, closing) }
      case .strayEnd(let name, _): nestingFaults.append(.strayEnd(name))
      case .doctype(let range): noteDoctype(range)
      case .comment: break
      }
    }
    landmarks = Dictionary(Landmark.allCases.map { ($0, findLandmarks($0)) }) { first, _ in first }
  }

  /// The indexes of the elements with this name, in reading order.
  package func all(_ name: String) -> [Int] { places[name] ?? [] }

  /// The indexes of the elements with one of these names, in reading order.
  package func all(_ names: [String]) -> [Int] { names.flatMap { all($0) }.sorted() }

  /// The indexes of the landmarks of this kind, in reading order.
  package func landmarks(_ landmark: Landmark) -> [Int] { landmarks[landmark] ?? [] }

  /// The indexes of the elements with this attribute, in reading order.
  package func all(with attribute: String) -> [Int] { attributePlaces[attribute] ?? [] }

  /// The indexes of the descendants of an element.
  package func inside(_ place: Int) -> Range<Int> { (place + 1)..<max(place + 1, elements[place].end) }

  /// The indexes of the children of an element.
  package func children(of place: Int) -> [Int] {
    var children: [Int] = []
    var next = place + 1
    while next < elements[place].end {
      children.append(next)
      next = elements[next].end
    }
    return children
  }

  /// The index of the nearest ancestor that satisfies a condition; nil if no ancestor satisfies it.
  package func nearestAncestor(of place: Int, where isWanted: (Int) -> Bool) -> Int? {
    var here = place
    for _ in 0..<Self.reach {
      guard let parent = elements[here].parent else { return nil }
      if isWanted(parent) { return parent }
      here = parent
    }
    return nil
  }

  /// The indexes of the ancestors of an element, from its parent outwards.
  package func ancestors(of place: Int) -> [Int] {
    var ancestors: [Int] = []
    var here = place
    while ancestors.count < Self.reach, let parent = elements[here].parent {
      ancestors.append(parent)
      here = parent
    }
    return ancestors
  }

  // MARK: Building

  private mutating func noteDoctype(_ range: Range<Int>) {
    guard doctype == .missing, HTMLForms.isDoctype(bytes[range]) else { return }
    let isFirst = elements.isEmpty && texts.allSatisfy { isBlank($0.range) }
    doctype = isFirst ? .first : .late
  }

  private mutating func begin(_ element: HTMLReader.Opening, in parent: Int?) {
    let (tag, traits) = (element.tag, element.traits)
    let place = elements.count
    elements.append(
      Element(
        tag: tag, traits: traits, parent: parent, isForeign: element.isForeign,
        isHiddenFromAssistance: parent.map { elements[$0].isHiddenFromAssistance } ?? false
          || tag.value(of: "aria-hidden")?.lowercased() == "true",
        isNotShown: parent.map { elements[$0].isNotShown } ?? false || tag.value(of: "hidden") != nil
          || traits.contains(.neverShown),
        end: place + 1, texts: texts.count..<texts.count))
    places[tag.name, default: []].append(place)
    if tag.name == "label", let field = tag.value(of: "for") { labelled[field, default: []].append(place) }
    for attribute in tag.attributes {
      attributePlaces[attribute.name, default: []].append(place)
      if attribute.name == "id", identified[attribute.value] == nil { identified[attribute.value] = place }
    }
  }

  private mutating func end(_ place: Int, _ closing: HTMLReader.Closing) {
    elements[place].end = elements.count
    elements[place].texts = elements[place].texts.lowerBound..<texts.count
    if closing == .missing { nestingFaults.append(.unclosed(place)) }
  }
}

extension PageTree {
  /// Whether a text is only white space and invisible characters.
  package func isBlank(_ range: Range<Int>) -> Bool {
    let text = bytes[range]
    guard let first = text.first(where: { $0 > 0x20 }) else { return true }
    // The text may begin with non-ASCII white space, a byte order mark or a character reference, so it must be decoded.
    guard first == UInt8(ascii: "&") || first >= 0x80 else { return false }
    return string(range).allSatisfy { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" }
  }

  /// The text in a range of bytes, with character references decoded.
  package func string(_ range: Range<Int>) -> String { HTMLText.decode(bytes[range]) }

  /// The start tag of an element, for a message: only the first line of the tag, cut after 80 characters.
  package func excerpt(_ place: Int) -> String {
    let line = String(decoding: bytes[elements[place].tag.range].prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    return line.count > 80 ? line.prefix(80) + "…" : line
  }
}
