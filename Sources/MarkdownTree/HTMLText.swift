/// Text to HTML and back.
public enum HTMLText {
  /// Appends a text, safe both between tags and in a quoted attribute. Bytes, not characters: a combining mark after `<`
  /// must not hide it.
  public static func append(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
    // Nearly all text has nothing to escape: then it is copied as a whole.
    let copied: Void? = text.withContiguousStorageIfAvailable { bytes in
      var start = 0
      for index in bytes.indices {
        guard let reference = reference(for: bytes[index]) else { continue }
        output += bytes[start..<index]
        output += reference.utf8
        start = index + 1
      }
      output += bytes[start...]
    }
    guard copied == nil else { return }
    for byte in text {
      if let reference = reference(for: byte) { output += reference.utf8 } else { output.append(byte) }
    }
  }

  private static func reference(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    // No page may hold one; Markdown and HTML put the same in its place.
    case 0: "\u{FFFD}"
    default: nil
    }
  }

  /// A text as HTML.
  public static func escape(_ text: String) -> String {
    guard text.utf8.contains(where: { reference(for: $0) != nil }) else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count + 16)
    append(text.utf8, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Undoes the character references that our own output uses, and numeric ones.
  public static func unescape(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = Substring(text)
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      rest = rest[ampersand...]
      guard let semicolon = rest.prefix(12).firstIndex(of: ";"),
        let character = character(named: rest[rest.index(after: ampersand)..<semicolon])
      else {
        result += "&"
        rest = rest.dropFirst()
        continue
      }
      result += character
      rest = rest[rest.index(after: semicolon)...]
    }
    return result + rest
  }

  private static func character(named name: Substring) -> String? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return "\u{A0}"
    default:
      guard name.first == "#" else { return nil }
      let digits = name.dropFirst()
      let isHex = digits.first == "x" || digits.first == "X"
      let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
  }
}
