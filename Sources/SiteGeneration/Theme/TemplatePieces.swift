/// A text cut into its tags of Mustache and the texts between them. ``TemplateScanner`` gives tags with their places.
struct TemplatePieces: Sendable {
  enum Piece: Sendable {
    case text(Substring)
    /// A tag with its braces, and the text in them without blanks.
    case tag(Substring, name: String)
  }

  let pieces: [Piece]

  init(_ text: String) {
    var pieces: [Piece] = []
    var rest = text[...]
    while let start = rest.firstRange(of: "{{"), let end = rest[start.upperBound...].firstRange(of: "}}") {
      if start.lowerBound > rest.startIndex { pieces.append(.text(rest[..<start.lowerBound])) }
      var upper = end.upperBound
      if upper < rest.endIndex, rest[upper] == "}" { upper = rest.index(after: upper) }
      let name = rest[start.upperBound..<end.lowerBound].filter { !"{ ".contains($0) }
      pieces.append(.tag(rest[start.lowerBound..<upper], name: String(name)))
      rest = rest[upper...]
    }
    if !rest.isEmpty { pieces.append(.text(rest)) }
    self.pieces = pieces
  }
}
