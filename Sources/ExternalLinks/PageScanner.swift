/// One start tag: its name and its attributes, in small letters; values are decoded.
struct PageTag: Sendable, Hashable {
  var name: String
  var attributes: [String: String]
}

/// Reads the tags and texts of a page in one pass, as forgiving as a browser and bounded by the size of the page.
struct PageScanner: Sendable {
  /// What the scanner meets.
  enum Token: Sendable, Hashable {
    case text(Range<Int>)
    /// A start tag; for an element whose content is no markup, with that content.
    case start(PageTag, content: Range<Int>?)
    case end(String)
  }

  private let bytes: [UInt8]
  private var index = 0

  private static let rawElements: Set<String> = ["script", "style", "title", "textarea", "xmp", "iframe", "noframes"]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The text of a stretch of the page.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The next token, or nil at the end.
  mutating func next() -> Token? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else { return .text(upTo("<")) }
      let second = index + 1 < bytes.count ? bytes[index + 1] : 0
      if second == UInt8(ascii: "!") || second == UInt8(ascii: "?") {
        skipDeclaration()
      } else if second == UInt8(ascii: "/") {
        index += 2
        let name = name()
        skip(past: UInt8(ascii: ">"))
        if !name.isEmpty { return .end(name) }
      } else if Self.isLetter(second) {
        index += 1
        return startTag()
      } else {
        let start = index
        index += 1
        return .text(start..<index)
      }
    }
    return nil
  }

  private mutating func upTo(_ sign: Unicode.Scalar) -> Range<Int> {
    let start = index
    index = bytes[index...].firstIndex(of: UInt8(ascii: sign)) ?? bytes.count
    return start..<index
  }

  private mutating func skip(past byte: UInt8) {
    index = bytes[index...].firstIndex(of: byte).map { $0 + 1 } ?? bytes.count
  }

  private mutating func skipDeclaration() {
    guard bytes[index...].starts(with: "<!--".utf8) else { return skip(past: UInt8(ascii: ">")) }
    index += 4
    // `<!-->` is a comment, too.
    if index < bytes.count, bytes[index] == UInt8(ascii: ">") { return index += 1 }
    while index < bytes.count {
      skip(past: UInt8(ascii: ">"))
      if index - 3 >= 0, bytes[index - 3] == UInt8(ascii: "-"), bytes[index - 2] == UInt8(ascii: "-") { return }
    }
  }

  private mutating func name() -> String {
    let start = index
    while index < bytes.count, !Self.isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">"),
      bytes[index] != UInt8(ascii: "/")
    {
      index += 1
    }
    return text(start..<index).lowercased()
  }

  private mutating func startTag() -> Token {
    var tag = PageTag(name: name(), attributes: [:])
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if Self.isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "/") {
        index += 1
        continue
      }
      let (name, value) = attribute()
      // The first of two counts, as in browsers.
      if tag.attributes[name] == nil { tag.attributes[name] = value }
    }
    if index < bytes.count { index += 1 }
    return .start(tag, content: Self.rawElements.contains(tag.name) ? rawContent(of: tag.name) : nil)
  }

  private mutating func attribute() -> (String, String) {
    let start = index
    // A stray equals sign begins a name.
    index += 1
    while index < bytes.count, !Self.isSpace(bytes[index]), !"=>/".utf8.contains(bytes[index]) { index += 1 }
    let name = text(start..<index).lowercased()
    skipSpaces()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return (name, "") }
    index += 1
    skipSpaces()
    guard index < bytes.count else { return (name, "") }
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      let valueStart = index
      skip(past: quote)
      // Without a closing quote, the value lasts to the end.
      let isClosed = index > valueStart && bytes[index - 1] == quote
      return (name, HTMLEntities.decode(text(valueStart..<(isClosed ? index - 1 : index))))
    }
    let valueStart = index
    while index < bytes.count, !Self.isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
    return (name, HTMLEntities.decode(text(valueStart..<index)))
  }

  /// The content of an element that holds no markup, up to its end tag, which is passed.
  private mutating func rawContent(of name: String) -> Range<Int> {
    let start = index
    while index < bytes.count {
      let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      index = min(end + 1, bytes.count)
      guard end + 2 + name.utf8.count <= bytes.count, bytes[end + 1] == UInt8(ascii: "/") else { continue }
      let found = bytes[(end + 2)..<(end + 2 + name.utf8.count)]
      if zip(found, name.utf8).allSatisfy({ $0 | 0x20 == $1 }) {
        skip(past: UInt8(ascii: ">"))
        return start..<end
      }
    }
    return start..<bytes.count
  }

  private mutating func skipSpaces() {
    while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }
}
