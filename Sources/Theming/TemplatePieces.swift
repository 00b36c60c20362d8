/// A text cut into its tags of Mustache and the texts between them. ``TemplateScanner`` gives tags with their places.
struct TemplatePieces: Sendable {
  enum Piece: Sendable {
    case text(String)
    /// A tag with its braces, and the text in them without blanks.
    case tag(String, name: String)
  }

  let pieces: [Piece]

  init(_ text: String) { pieces = Self.pieces(of: Array(text.utf8)) }

  private static let open = UInt8(ascii: "{")
  private static let close = UInt8(ascii: "}")

  private static func pieces(of bytes: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    var textStart = 0
    var index = 0
    while let start = pair(open, in: bytes, from: index), let end = pair(close, in: bytes, from: start + 2) {
      if start > textStart { pieces.append(.text(String(decoding: bytes[textStart..<start], as: UTF8.self))) }
      let isTriple = end + 2 < bytes.count && bytes[end + 2] == close
      index = end + (isTriple ? 3 : 2)
      textStart = index
      let name = bytes[(start + 2)..<end].filter { $0 != open && $0 != UInt8(ascii: " ") }
      pieces.append(
        .tag(String(decoding: bytes[start..<index], as: UTF8.self), name: String(decoding: name, as: UTF8.self)))
    }
    if textStart < bytes.count { pieces.append(.text(String(decoding: bytes[textStart...], as: UTF8.self))) }
    return pieces
  }

  /// The index of the next two equal braces; nil if there are none.
  private static func pair(_ brace: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == brace, bytes[index + 1] == brace { return index }
      index += 1
    }
    return nil
  }
}
