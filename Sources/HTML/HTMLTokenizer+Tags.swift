extension HTMLTokenizer {
  /// Parses a tag, beginning at its name; nil if the page ends inside the tag.
  package mutating func tag(nameAt start: Int) -> HTMLTag? {
    let open = index
    index = start
    let name = name(from: start, endsAtEquals: false)
    var attributes: [HTMLTag.Attribute] = []
    var endOfAttributes = index
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if bytes[index].isHTMLSpace || bytes[index] == UInt8(ascii: "/") {
        index += 1
      } else {
        attributes.append(attribute())
        endOfAttributes = index
      }
    }
    guard index < bytes.count else { return nil }
    index += 1
    // A slash at the end of an unquoted value belongs to the value.
    let isSelfClosing = index - 2 >= endOfAttributes && bytes[index - 2] == UInt8(ascii: "/")
    return HTMLTag(name: name, attributes: attributes, range: open..<index, isSelfClosing: isSelfClosing)
  }

  private mutating func attribute() -> HTMLTag.Attribute {
    let start = index
    // A leading equals sign belongs to the name.
    if bytes[index] == UInt8(ascii: "=") { index += 1 }
    let name = name(from: start, endsAtEquals: true)
    var ahead = index
    while ahead < bytes.count, bytes[ahead].isHTMLSpace { ahead += 1 }
    guard ahead < bytes.count, bytes[ahead] == UInt8(ascii: "=") else {
      return HTMLTag.Attribute(name: name, value: "")
    }
    index = ahead + 1
    while index < bytes.count, bytes[index].isHTMLSpace { index += 1 }
    return HTMLTag.Attribute(name: name, value: value())
  }

  private mutating func value() -> String {
    guard index < bytes.count, bytes[index] != UInt8(ascii: ">") else { return "" }
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = index + 1
      let end = offset(of: quote, from: start) ?? bytes.count
      index = Swift.min(end + 1, bytes.count)
      return HTMLText.decode(bytes[start..<end], in: .attribute)
    }
    let start = index
    while index < bytes.count, !bytes[index].isHTMLSpace, bytes[index] != UInt8(ascii: ">") { index += 1 }
    return HTMLText.decode(bytes[start..<index], in: .attribute)
  }

  /// The name of a tag or an attribute, in lower case.
  private mutating func name(from start: Int, endsAtEquals: Bool) -> String {
    var isPlain = true
    while index < bytes.count {
      let byte = bytes[index]
      if byte.isHTMLSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { break }
      if endsAtEquals, byte == UInt8(ascii: "=") { break }
      if byte == 0 || (0x41...0x5A).contains(byte) { isPlain = false }
      index += 1
    }
    guard !isPlain else { return String(decoding: bytes[start..<index], as: UTF8.self) }
    return HTMLText.withoutNull(String(decoding: bytes[start..<index].map(\.asLowercase), as: UTF8.self))
  }
}
