import MarkdownTree

/// A page as a tree, in flat lists: elements and texts in reading order, each with its parent, so that looking through a page
/// needs no recursion.
struct PageTree: Sendable {
  /// An element.
  struct Element: Sendable {
    /// Its start tag.
    let tag: HTMLTagScanner.Tag
    /// What its name makes it.
    let traits: ElementTraits
    /// Its parent's place in the list, or nil for what stands outermost.
    let parent: Int?
    /// Whether it is within a drawing or a formula, where other rules hold.
    let isForeign: Bool
    /// Whether it, or what it stands in, is kept from assistive technology.
    let isHiddenFromAssistance: Bool
    /// Whether it, or what it stands in, is not shown.
    let isNotShown: Bool
    /// Where the elements end that stand in it: those between its own place and this one.
    fileprivate(set) var end: Int
    /// The texts in it, at any depth.
    fileprivate(set) var texts: Range<Int>

    var name: String { tag.name }

    func value(_ attribute: String) -> String? { tag.value(of: attribute) }

    /// The value of an attribute, or nil where it is missing or blank.
    func text(_ attribute: String) -> String? {
      tag.value(of: attribute).flatMap { $0.hasVisibleText ? $0 : nil }
    }

    /// The first of its roles.
    var role: String? { text("role")?.split(separator: " ").first.map { $0.lowercased() } }
  }

  /// A stretch of text.
  struct Text: Sendable {
    let range: Range<Int>
    /// The element that it stands in, or nil.
    let parent: Int?
  }

  /// What is wrong with how elements are nested.
  enum NestingFault: Sendable, Hashable {
    case strayEnd(String)
    case unclosed(Int)
  }

  /// Where the page says that it is HTML.
  enum Doctype: Sendable, Hashable { case missing, late, first }

  let bytes: [UInt8]
  private(set) var elements: [Element] = []
  private(set) var texts: [Text] = []
  private(set) var nestingFaults: [NestingFault] = []
  private(set) var doctype = Doctype.missing
  private var places: [String: [Int]] = [:]
  private var attributePlaces: [String: [Int]] = [:]
  /// The first element of each id.
  private(set) var identified: [String: Int] = [:]
  private var landmarks: [Landmark: [Int]] = [:]
  /// The labels that name a field by its id.
  private(set) var labelled: [String: [Int]] = [:]

  /// How far from an element it is looked for what it stands in, and how much of what stands in it. No page that anybody reads
  /// goes further; without a limit, a page of absurd depth would take time in proportion to the square of its size.
  static let reach = 256

  init(_ bytes: [UInt8]) { self.init(bytes, tags: Array(HTMLTagScanner(bytes))) }

  /// - Parameter tags: those of the page, where they were read already.
  init(_ bytes: [UInt8], tags: [HTMLTagScanner.Tag]) {
    self.bytes = bytes
    elements.reserveCapacity(tags.count / 2 + 1)
    texts.reserveCapacity(tags.count)
    var stack = OpenElements()
    var position = 0
    for tag in tags {
      addText(position..<tag.range.lowerBound, in: stack.last)
      position = tag.range.upperBound
      if tag.name.isEmpty {
        noteDeclaration(tag)
      } else if tag.isEnd {
        end(tag, &stack)
      } else {
        begin(tag, &stack)
      }
    }
    addText(position..<bytes.count, in: stack.last)
    for open in stack.removeAll() { close(open, isExpected: false) }
    landmarks = Dictionary(Landmark.allCases.map { ($0, findLandmarks($0)) }) { first, _ in first }
  }

  /// The elements of a name, in reading order.
  func all(_ name: String) -> [Int] { places[name] ?? [] }

  /// The elements of some names, in reading order.
  func all(_ names: [String]) -> [Int] { names.flatMap { all($0) }.sorted() }

  /// The landmarks of a kind, in reading order.
  func landmarks(_ landmark: Landmark) -> [Int] { landmarks[landmark] ?? [] }

  /// The elements that have an attribute, in reading order.
  func all(with attribute: String) -> [Int] { attributePlaces[attribute] ?? [] }

  /// The places of the elements that stand in one, at any depth.
  func inside(_ place: Int) -> Range<Int> { (place + 1)..<max(place + 1, elements[place].end) }

  /// The places of the elements that stand in one and in nothing else of it.
  func children(of place: Int) -> [Int] {
    var children: [Int] = []
    var next = place + 1
    while next < elements[place].end {
      children.append(next)
      next = elements[next].end
    }
    return children
  }

  /// The nearest of what an element stands in that is wanted.
  func nearestAncestor(of place: Int, where isWanted: (Int) -> Bool) -> Int? {
    var here = place
    for _ in 0..<Self.reach {
      guard let parent = elements[here].parent else { return nil }
      if isWanted(parent) { return parent }
      here = parent
    }
    return nil
  }

  /// What an element stands in, from its parent outwards.
  func ancestors(of place: Int) -> [Int] {
    var ancestors: [Int] = []
    var here = place
    while ancestors.count < Self.reach, let parent = elements[here].parent {
      ancestors.append(parent)
      here = parent
    }
    return ancestors
  }

  // MARK: Building

  private mutating func addText(_ range: Range<Int>, in parent: Int?) {
    guard !range.isEmpty else { return }
    texts.append(Text(range: range, parent: parent))
  }

  private mutating func noteDeclaration(_ tag: HTMLTagScanner.Tag) {
    guard doctype == .missing, HTMLForms.isDoctype(bytes[tag.range]) else { return }
    let isFirst = elements.isEmpty && texts.allSatisfy { isBlank($0.range) }
    doctype = isFirst ? .first : .late
  }

  private mutating func begin(_ tag: HTMLTagScanner.Tag, _ stack: inout OpenElements) {
    let isWithinForeign = stack.last.map { elements[$0].isForeign && elements[$0].name != "foreignobject" } ?? false
    let traits = ElementTraits.of(tag.name)
    if !isWithinForeign {
      for open in stack.endedBy(tag.name, traits) { close(open, isExpected: false) }
    }
    let parent = stack.last
    let isForeign = isWithinForeign || traits.contains(.foreign)
    let place = elements.count
    elements.append(
      Element(
        tag: tag, traits: traits, parent: parent, isForeign: isForeign,
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
    let isClosedAtOnce = isForeign && bytes[tag.range].suffix(2).elementsEqual("/>".utf8)
    if !traits.contains(.void), !isClosedAtOnce { stack.push(place, tag.name, traits) }
  }

  private mutating func end(_ tag: HTMLTagScanner.Tag, _ stack: inout OpenElements) {
    guard let ended = stack.end(tag.name) else { return nestingFaults.append(.strayEnd(tag.name)) }
    for open in ended.dropLast() { close(open, isExpected: false) }
    if let asked = ended.last { close(asked, isExpected: true) }
  }

  /// Closes an element. What may leave out its end tag is never at fault.
  private mutating func close(_ open: OpenElements.Open, isExpected: Bool) {
    elements[open.place].end = elements.count
    elements[open.place].texts = elements[open.place].texts.lowerBound..<texts.count
    if !isExpected, !open.traits.contains(.endsByItself) { nestingFaults.append(.unclosed(open.place)) }
  }
}

extension PageTree {
  /// Whether nothing can be read in a stretch of text.
  func isBlank(_ range: Range<Int>) -> Bool {
    let text = bytes[range]
    guard let first = text.first(where: { $0 > 0x20 }) else { return true }
    // A blank beyond ASCII, a byte-order mark or a reference: looked at as characters.
    guard first == UInt8(ascii: "&") || first >= 0x80 else { return false }
    return string(range).allSatisfy { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" }
  }

  /// A stretch of text, character references undone.
  func string(_ range: Range<Int>) -> String { HTMLText.unescape(String(decoding: bytes[range], as: UTF8.self)) }

  /// An element's start tag as a message shows it: its first line, and not all of a long one.
  func excerpt(_ place: Int) -> String {
    let line = String(decoding: bytes[elements[place].tag.range].prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    return line.count > 80 ? line.prefix(80) + "…" : line
  }
}
