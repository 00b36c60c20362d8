import HTML

/// A page as a tree, in flat lists: elements and texts in reading order, each with its parent, so that looking through a page
/// needs no recursion.
struct PageTree: Sendable {
  /// An element.
  struct Element: Sendable {
    /// Its start tag.
    let tag: HTMLTag
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
    /// Whether character references count in it.
    let decodes: Bool
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

  /// Reads a page.
  ///
  /// - Parameter other: reads along, so that a page that two want to know is read once.
  init(_ bytes: [UInt8], with other: (HTMLReader.Event) -> Void = { _ in }) {
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
  /// Whether nothing can be read in a stretch of text.
  func isBlank(_ range: Range<Int>) -> Bool {
    let text = bytes[range]
    guard let first = text.first(where: { $0 > 0x20 }) else { return true }
    // A blank beyond ASCII, a byte-order mark or a reference: looked at as characters.
    guard first == UInt8(ascii: "&") || first >= 0x80 else { return false }
    return string(range).allSatisfy { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" }
  }

  /// A stretch of text, character references decoded.
  func string(_ range: Range<Int>) -> String { HTMLText.decode(bytes[range]) }

  /// An element's start tag as a message shows it: its first line, and not all of a long one.
  func excerpt(_ place: Int) -> String {
    let line = String(decoding: bytes[elements[place].tag.range].prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    return line.count > 80 ? line.prefix(80) + "…" : line
  }
}
