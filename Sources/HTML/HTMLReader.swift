/// Parses a page into properly nested elements, in one pass.
///
/// A tag closes open elements as the HTML standard defines. Only the rules for valid pages and for the most frequent
/// errors are implemented. The reader does not add implied elements such as `tbody`, and does not move misplaced
/// content.
package struct HTMLReader: Sequence, IteratorProtocol {
  /// A parsing event.
  package enum Event: Sendable {
    /// Text. `decodes` is true if the character references in the text must be decoded.
    case text(Range<Int>, decodes: Bool)
    /// An element begins. If ``Opening/isEmpty`` is false, a matching ``close(name:_:)`` follows later.
    case open(Opening)
    /// The innermost open element ends.
    case close(name: String, Closing)
    /// An end tag that closes no element.
    case strayEnd(name: String, range: Range<Int>)
    case doctype(Range<Int>)
    case comment(Range<Int>)
  }

  /// The beginning of an element.
  package struct Opening: Sendable {
    /// The start tag.
    package let tag: HTMLTag
    /// The traits of the element.
    package let traits: ElementTraits
    /// Whether the element belongs to SVG or MathML.
    package let isForeign: Bool
    /// Whether the element is void or self-closing. No close event follows such an element.
    package let isEmpty: Bool
  }

  /// Whether the end tag of an element is present, and whether the element requires an end tag.
  package enum Closing: Sendable, Hashable {
    /// The end tag is present.
    case written
    /// The end tag is absent, and the element does not require an end tag.
    case omitted
    /// The end tag is absent, but the element requires an end tag.
    case missing
  }

  private var tokenizer: HTMLTokenizer
  private var open = OpenElements()
  /// Events that ``next()`` must still return, in reverse order. They come from the last token.
  private var waiting: [Event] = []
  private var isAtEnd = false

  /// Reads a page.
  package init(_ bytes: [UInt8]) { tokenizer = HTMLTokenizer(bytes) }

  /// The next event; nil at the end.
  package mutating func next() -> Event? {
    while true {
      if let event = waiting.popLast() { return event }
      guard !isAtEnd else { return nil }
      switch tokenizer.next() {
      case .text(let range, let decodes): return .text(range, decodes: decodes)
      case .start(let tag): return begin(tag)
      case .end(let name, let range): return end(name, range)
      case .doctype(let range): return .doctype(range)
      case .comment(let range, _): return .comment(range)
      // Browsers discard an unfinished tag.
      case .unfinishedTag: break
      case nil:
        isAtEnd = true
        for element in open.removeAll().reversed() { waiting.append(Self.close(element)) }
      }
    }
  }

  private mutating func begin(_ tag: HTMLTag) -> Event? {
    let traits = ElementTraits.of(tag.name)
    var ended: [OpenElements.Open] = []
    if open.last?.holdsForeignContent == true {
      if HTMLForms.endsForeignContent(tag) { ended = open.endForeignContent() }
    }
    let isForeign = open.last?.holdsForeignContent == true
    if !isForeign { ended += open.endedBy(tag.name, traits) }
    let beginsForeign = !isForeign && traits.contains(.foreign)
    let isEmpty = isForeign || beginsForeign ? tag.isSelfClosing : traits.contains(.void)
    if !isEmpty {
      let holdsForeign = beginsForeign || isForeign && !HTMLForms.integrationPoints.contains(tag.name)
      open.push(
        OpenElements.Open(
          name: tag.name, traits: traits, isForeign: isForeign || beginsForeign, holdsForeignContent: holdsForeign))
    }
    tellTokenizer()
    let event = Event.open(
      Opening(tag: tag, traits: traits, isForeign: isForeign || beginsForeign, isEmpty: isEmpty))
    guard !ended.isEmpty else { return event }
    waiting.append(event)
    for element in ended.reversed() { waiting.append(Self.close(element)) }
    return waiting.popLast()
  }

  private mutating func end(_ name: String, _ range: Range<Int>) -> Event? {
    guard let ended = open.end(name) else { return .strayEnd(name: name, range: range) }
    tellTokenizer()
    waiting.append(.close(name: name, .written))
    for element in ended.dropLast().reversed() { waiting.append(Self.close(element)) }
    return waiting.popLast()
  }

  /// Sets the options of the tokenizer for the content of the innermost open element.
  private mutating func tellTokenizer() {
    tokenizer.isInForeignContent = open.last?.holdsForeignContent == true
    tokenizer.allowsCharacterData = open.last?.isForeign == true
  }

  /// The event that closes an element without an end tag.
  private static func close(_ element: OpenElements.Open) -> Event {
    .close(name: element.name, element.traits.contains(.endTagIsOptional) ? .omitted : .missing)
  }
}
