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

    /// The value of an attribute, or nil where the tag has none of that name.
    public func value(of name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private let bytes: [UInt8]
  private var index = 0
  private var rawTextElement: String?

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
      index = endOfDeclaration(from: start)
      return Tag(name: "", isEnd: false, attributes: [], range: start..<index)
    case UInt8(ascii: "/"):
      guard start + 2 < bytes.count, bytes[start + 2].isASCIILetter else { return nil }
      index = start + 2
    default:
      guard bytes[start + 1].isASCIILetter else { return nil }
      index = start + 1
    }
    let isEnd = bytes[start + 1] == UInt8(ascii: "/")
    let name = readName { $0.isHTMLSpace || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") }
    var attributes: [Tag.Attribute] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if bytes[index].isHTMLSpace || bytes[index] == UInt8(ascii: "/") {
        index += 1
      } else {
        attributes.append(readAttribute())
      }
    }
    index = Swift.min(index + 1, bytes.count)
    if !isEnd, ["script", "style", "textarea", "title"].contains(name) { rawTextElement = name }
    return Tag(name: name, isEnd: isEnd, attributes: attributes, range: start..<index)
  }

  private mutating func readAttribute() -> Tag.Attribute {
    let start = index
    var name = readName { $0.isHTMLSpace || [UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "=")].contains($0) }
    if index == start {
      index += 1
      name = "="
    }
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

  private mutating func readName(until isEnd: (UInt8) -> Bool) -> String {
    let start = index
    while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
  }

  private func endOfDeclaration(from start: Int) -> Int {
    let opener = Array("<!--".utf8)
    guard bytes[start...].starts(with: opener) else {
      return bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
    }
    var at = start + opener.count
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: ">"), at >= start + 4, bytes[at - 1] == UInt8(ascii: "-"),
        bytes[at - 2] == UInt8(ascii: "-")
      {
        return at + 1
      }
      at += 1
    }
    return bytes.count
  }

  private func isEndTag(of name: String, at open: Int) -> Bool {
    let word = Array(name.utf8)
    guard open + 2 + word.count <= bytes.count, bytes[open + 1] == UInt8(ascii: "/") else { return false }
    return bytes[(open + 2)..<(open + 2 + word.count)].map { $0 | 0x20 } == word
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  fileprivate var isHTMLSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
