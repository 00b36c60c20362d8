/// Reads HTML as browsers do, as far as its tags go: names, attributes, where each stands. Never fails, never backtracks.
public struct HTMLTagScanner: Sequence, IteratorProtocol {
  /// A tag.
  public struct Tag: Sendable {
    /// An attribute: its name in lower case, its value with character references undone.
    public struct Attribute: Sendable, Hashable {
      /// In lower case.
      public var name: String
      /// Empty where there is none.
      public var value: String
    }

    /// Its name, in lower case; empty for a comment, a doctype or a processing instruction.
    public var name: String
    /// Whether it ends an element.
    public var isEnd: Bool
    /// Its attributes, in order.
    public var attributes: [Attribute]
    /// Where it stands, in bytes.
    public var range: Range<Int>
    /// Whether its end was written; false where the text ends first.
    public var isComplete: Bool

    /// The value of an attribute, or nil where the tag has none of that name.
    public func value(of name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private let bytes: [UInt8]
  private var index = 0
  private var rawTextElement: [UInt8]?

  private static let rawTextElements: Set<String> = [
    "script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp",
  ]
  private static let commentStart = Array("<!--".utf8)

  /// Scans a text.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next tag, or nil at the end.
  public mutating func next() -> Tag? {
    while index < bytes.count {
      guard let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) else { break }
      index = open
      if let name = rawTextElement {
        guard isEndTag(of: name, at: open) else {
          index += 1
          continue
        }
        rawTextElement = nil
      }
      if let tag = readTag() { return tag }
      index = open + 1
    }
    index = bytes.count
    return nil
  }

  private mutating func readTag() -> Tag? {
    let start = index
    guard start + 1 < bytes.count else { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      let end = endOfDeclaration(from: start)
      index = end ?? bytes.count
      return Tag(name: "", isEnd: false, attributes: [], range: start..<index, isComplete: end != nil)
    case UInt8(ascii: "/"):
      guard start + 2 < bytes.count, bytes[start + 2].isASCIILetter else { return nil }
      index = start + 2
    default:
      guard bytes[start + 1].isASCIILetter else { return nil }
      index = start + 1
    }
    let isEnd = bytes[start + 1] == UInt8(ascii: "/")
    let name = readName(endsAtEquals: false)
    var attributes: [Tag.Attribute] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if bytes[index].isHTMLSpace || bytes[index] == UInt8(ascii: "/") {
        index += 1
      } else {
        attributes.append(readAttribute())
      }
    }
    let isComplete = index < bytes.count
    if isComplete { index += 1 }
    if !isEnd, name.utf8.count > 2, Self.rawTextElements.contains(name) { rawTextElement = Array(name.utf8) }
    return Tag(name: name, isEnd: isEnd, attributes: attributes, range: start..<index, isComplete: isComplete)
  }

  private mutating func readAttribute() -> Tag.Attribute {
    let start = index
    // An equals sign that begins a name belongs to it.
    if bytes[index] == UInt8(ascii: "=") { index += 1 }
    let name = readName(from: start, endsAtEquals: true)
    var ahead = index
    while ahead < bytes.count, bytes[ahead].isHTMLSpace { ahead += 1 }
    guard ahead < bytes.count, bytes[ahead] == UInt8(ascii: "=") else { return Tag.Attribute(name: name, value: "") }
    index = ahead + 1
    while index < bytes.count, bytes[index].isHTMLSpace { index += 1 }
    guard index < bytes.count else { return Tag.Attribute(name: name, value: "") }
    let quote = bytes[index]
    let value: ArraySlice<UInt8>
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let end = bytes[(index + 1)...].firstIndex(of: quote) ?? bytes.count
      value = bytes[(index + 1)..<end]
      index = Swift.min(end + 1, bytes.count)
    } else {
      let valueStart = index
      while index < bytes.count, !bytes[index].isHTMLSpace, bytes[index] != UInt8(ascii: ">") { index += 1 }
      value = bytes[valueStart..<index]
    }
    return Tag.Attribute(name: name, value: HTMLText.unescape(String(decoding: value, as: UTF8.self)))
  }

  private mutating func readName(from start: Int? = nil, endsAtEquals: Bool) -> String {
    let start = start ?? index
    var needsLowering = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte.isHTMLSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { break }
      if endsAtEquals, byte == UInt8(ascii: "=") { break }
      if (0x41...0x5A).contains(byte) { needsLowering = true }
      index += 1
    }
    let name = bytes[start..<index]
    return String(decoding: needsLowering ? name.map { $0.asLowercase }[...] : name, as: UTF8.self)
  }

  /// The offset after a comment, a doctype or the like, or nil where it never ends.
  private func endOfDeclaration(from start: Int) -> Int? {
    guard bytes[start...].starts(with: Self.commentStart) else {
      return bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }
    // `<!-->` and `<!--->` are whole comments; `--!>` ends one too.
    for at in (start + 4)..<Swift.max(start + 4, bytes.count) where bytes[at] == UInt8(ascii: ">") {
      let isAfterDash = bytes[at - 1] == UInt8(ascii: "-") && bytes[at - 2] == UInt8(ascii: "-")
      let isAfterBang =
        at >= start + 7 && bytes[at - 1] == UInt8(ascii: "!") && bytes[at - 2] == UInt8(ascii: "-")
        && bytes[at - 3] == UInt8(ascii: "-")
      if isAfterDash || isAfterBang { return at + 1 }
    }
    return nil
  }

  private func isEndTag(of name: [UInt8], at open: Int) -> Bool {
    let start = open + 2
    let end = start + name.count
    guard end <= bytes.count, bytes[open + 1] == UInt8(ascii: "/") else { return false }
    for offset in 0..<name.count where bytes[start + offset].asLowercase != name[offset] { return false }
    return end == bytes.count || bytes[end].isHTMLSpace || bytes[end] == UInt8(ascii: "/")
      || bytes[end] == UInt8(ascii: ">")
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  fileprivate var isHTMLSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  fileprivate var asLowercase: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
