/// Escapes text as HTML, and decodes text of HTML.
package enum HTMLText {
  // MARK: To HTML

  /// Appends a text, escaped for element content and for quoted attributes. Compares bytes, not characters. In Swift, a
  /// `<` with a combining mark after it is one character. This character does not equal `<`.
  package static func append(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
    // Copies the bytes between two escaped bytes in one step, because most texts have no byte to escape.
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
    // HTML does not allow NUL. CommonMark and the HTML standard both replace NUL by U+FFFD.
    case 0: "\u{FFFD}"
    default: nil
    }
  }

  /// Escapes a text for element content and for quoted attributes.
  package static func escape(_ text: String) -> String {
    guard text.utf8.contains(where: { reference(for: $0) != nil }) else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count + 16)
    append(text.utf8, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  // MARK: From HTML

  /// Decodes text of a page. Replaces character references by their characters, and line ends by line feeds. Replaces
  /// NUL and invalid UTF-8 by U+FFFD.
  package static func decode(_ html: ArraySlice<UInt8>, in context: CharacterReferences.Context = .text) -> String {
    html.withUnsafeBufferPointer { bytes in
      var (hasReference, hasReturn, hasNull) = (false, false, false)
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "&"): hasReference = true
        case UInt8(ascii: "\r"): hasReturn = true
        case 0: hasNull = true
        default: break
        }
      }
      // Converts line ends before references are decoded, so that `&#13;` remains a carriage return.
      if hasReturn { return lineFeeds(bytes).withUnsafeBufferPointer { decode($0, hasReference, hasNull, context) } }
      return decode(bytes, hasReference, hasNull, context)
    }
  }

  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ hasReference: Bool, _ hasNull: Bool, _ context: CharacterReferences.Context
  ) -> String {
    let text =
      hasReference ? CharacterReferences.decode(bytes, in: context) : String(decoding: bytes, as: UTF8.self)
    return hasNull ? withoutNull(text) : text
  }

  /// Replaces each NUL by U+FFFD.
  static func withoutNull(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
  }

  private static func lineFeeds(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      guard byte == UInt8(ascii: "\r") else {
        output.append(byte)
        continue
      }
      if index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
    }
    return output
  }
}
