/// Reads a page as elements, each closed before the one that it stands in, in one pass.
///
/// Follows the HTML standard in which tags close which elements, as far as valid pages and the commonest faults go. It does
/// not add the elements that the standard implies (`tbody`), nor does it move what stands where it may not.
public struct HTMLReader: Sequence, IteratorProtocol {
  /// What is met.
  public enum Event: Sendable {
    /// Text, and whether character references count in it.
    case text(Range<Int>, decodes: Bool)
    /// An element begins. It ends with the next ``close(name:_:)`` that is not that of an element within, unless it is empty.
    case open(Opening)
    /// The innermost element ends.
    case close(name: String, Closing)
    /// An end tag that closes nothing.
    case strayEnd(name: String, range: Range<Int>)
    case doctype(Range<Int>)
    case comment(Range<Int>)
  }

  /// How an element begins.
  public struct Opening: Sendable {
    /// Its start tag.
    public let tag: HTMLTag
    /// What its name makes it.
    public let traits: ElementTraits
    /// Whether it belongs to a drawing or a formula.
    public let isForeign: Bool
    /// Whether nothing stands in it, so that nothing closes it.
    public let isEmpty: Bool
  }

  /// Why an element ends.
  public enum Closing: Sendable, Hashable {
    /// Its end tag was written.
    case written
    /// Its end tag may be left out, and was.
    case omitted
    /// Its end tag is missing.
    case missing
  }

  private var tokenizer: HTMLTokenizer
  private var open = OpenElements()
  /// What follows from the last token, the last first.
  private var waiting: [Event] = []
  private var isAtEnd = false

  /// Reads a page.
  public init(_ bytes: [UInt8]) { tokenizer = HTMLTokenizer(bytes) }

  /// What comes next; nil at the end.
  public mutating func next() -> Event? {
    while true {
      if let event = waiting.popLast() { return event }
      guard !isAtEnd else { return nil }
      switch tokenizer.next() {
      case .text(let range, let decodes): return .text(range, decodes: decodes)
      case .start(let tag): return begin(tag)
      case .end(let name, let range): return end(name, range)
      case .doctype(let range): return .doctype(range)
      case .comment(let range, _): return .comment(range)
      // Browsers drop it.
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

  /// Tells the tokenizer in which language the next tokens are.
  private mutating func tellTokenizer() {
    tokenizer.isInForeignContent = open.last?.holdsForeignContent == true
    tokenizer.allowsCharacterData = open.last?.isForeign == true
  }

  /// The end of an element that no end tag closes.
  private static func close(_ element: OpenElements.Open) -> Event {
    .close(name: element.name, element.traits.contains(.endsByItself) ? .omitted : .missing)
  }
}
