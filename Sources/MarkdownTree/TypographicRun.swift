/// The texts of a paragraph as one sequence of scalars. Each scalar has the index of its text. Therefore a rule can
/// apply to scalars of several texts, across markup.
struct TypographicRun {
  /// Stands for an inline without typography, such as code or an image. It is neither a letter nor a space.
  private static let opaque: Unicode.Scalar = "\u{FFFC}"
  private static let noBreak: Unicode.Scalar = "\u{A0}"
  private static let narrowNoBreak: Unicode.Scalar = "\u{202F}"

  struct Unit {
    var scalar: Unicode.Scalar
    /// The index of the text that contains the scalar, or ``between``. The index has only 32 bits to save memory,
    /// because there is one index for each scalar.
    var piece: Int32
  }

  /// The index for line ends and for ``opaque`` scalars. These scalars belong to no text.
  private static let between: Int32 = -1

  private var units: [Unit] = []
  private var pieceCount: Int32 = 0
  private(set) var result: [Unit] = []

  /// The resulting texts, in the order in which they were appended.
  private(set) var texts: [String] = []

  mutating func append(_ text: String) {
    for scalar in text.unicodeScalars { units.append(Unit(scalar: scalar, piece: pieceCount)) }
    pieceCount += 1
  }

  mutating func appendOpaque() { units.append(Unit(scalar: Self.opaque, piece: Self.between)) }

  mutating func appendBreak() { units.append(Unit(scalar: "\n", piece: Self.between)) }

  /// Applies the rules, and sets ``texts``.
  mutating func typeset(_ extent: FrenchTypography.Extent) {
    result.reserveCapacity(units.count + 8)
    let hasQuotes = extent == .full && units.contains { $0.scalar == "\"" }
    let quotes = QuotePairs(hasQuotes ? units.map(\.scalar) : [])
    var index = 0
    while index < units.count {
      let unit = units[index]
      // The fast path: no rule changes a letter.
      if unit.scalar.isASCIILetter {
        result.append(unit)
        index += 1
        continue
      }
      switch unit.scalar {
      case " ", Self.noBreak, Self.narrowNoBreak: index = typesetSpaces(from: index)
      case "'": index = typesetApostrophe(at: index)
      case "\"" where quotes.role(at: index) != nil:
        index = typesetQuote(at: index, opens: quotes.role(at: index) == .opening)
      case "«": index = typesetOpening(at: index)
      case "»": index = typesetClosing(at: index)
      case "." where extent == .full && isEllipsis(at: index):
        result.append(Unit(scalar: "…", piece: unit.piece))
        index += 3
      default:
        result.append(unit)
        index += 1
      }
    }
    writeTexts()
  }

  /// Collects all bytes of a text, and then creates the text. This is possible because the units of a text are
  /// contiguous.
  private mutating func writeTexts() {
    texts = Array(repeating: "", count: Int(pieceCount))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(result.count + result.count / 4)
    var current = Self.between
    for unit in result where unit.piece != Self.between {
      if unit.piece != current {
        if current != Self.between { texts[Int(current)] = String(decoding: bytes, as: UTF8.self) }
        bytes.removeAll(keepingCapacity: true)
        current = unit.piece
      }
      unit.scalar.appendUTF8(to: &bytes)
    }
    if current != Self.between { texts[Int(current)] = String(decoding: bytes, as: UTF8.self) }
  }

  // MARK: Spaces

  /// Replaces the spaces before a punctuation mark by one no-break space. Also uses a no-break space between a number
  /// and its unit, a title and a name, or a word and its number. Returns the index after the spaces.
  private mutating func typesetSpaces(from start: Int) -> Int {
    var end = start
    while end < units.count, Self.isSpace(units[end].scalar) { end += 1 }
    let next = scalar(at: end)
    if next == "»" { return end }
    if let mark = next, let space = Self.space(before: mark), start > 0, endsWord(after: end) {
      result.append(Unit(scalar: space, piece: units[start].piece))
      return end
    }
    if end == start + 1, units[start].scalar == " ",
      bindsNumber(at: start) || bindsTitle(at: start) || bindsCount(at: start)
    {
      result.append(Unit(scalar: Self.noBreak, piece: units[start].piece))
      return end
    }
    result += units[start..<end]
    return end
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == noBreak || scalar == narrowNoBreak
  }

  private static func space(before mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch mark {
    case ";", "!", "?": narrowNoBreak
    case ":": noBreak
    default: nil
    }
  }

  /// Whether the character after a mark shows that the mark is punctuation, and not part of a code such as `:-)` or
  /// `!important`.
  private func endsWord(after index: Int) -> Bool {
    guard let next = scalar(at: index + 1) else { return true }
    return next.properties.isWhitespace || next == Self.opaque || "»\")].,…!?:;".unicodeScalars.contains(next)
  }

  // MARK: Marks

  private mutating func typesetApostrophe(at index: Int) -> Int {
    let before = scalar(at: index - 1)
    let after = scalar(at: index + 1)
    let isInWord =
      (before?.isLetter ?? false)
      && (after.map {
        $0.isLetter || $0.isDigit || "«\"“".unicodeScalars.contains($0) || $0 == Self.opaque
      } ?? false)
    result.append(Unit(scalar: isInWord ? "’" : "'", piece: units[index].piece))
    return index + 1
  }

  private mutating func typesetQuote(at index: Int, opens: Bool) -> Int {
    opens ? typesetOpening(at: index) : typesetClosing(at: index)
  }

  private mutating func typesetOpening(at index: Int) -> Int {
    let piece = units[index].piece
    result.append(Unit(scalar: "«", piece: piece))
    result.append(Unit(scalar: Self.noBreak, piece: piece))
    var next = index + 1
    while let one = scalar(at: next), Self.isSpace(one) { next += 1 }
    return next
  }

  private mutating func typesetClosing(at index: Int) -> Int {
    let piece = units[index].piece
    while let last = result.last, last.piece != Self.between, Self.isSpace(last.scalar), result.count > 1,
      result[result.count - 2].scalar != "«"
    {
      result.removeLast()
    }
    if let last = result.last, !Self.isSpace(last.scalar) { result.append(Unit(scalar: Self.noBreak, piece: piece)) }
    result.append(Unit(scalar: "»", piece: piece))
    return index + 1
  }

  private func isEllipsis(at index: Int) -> Bool {
    scalar(at: index + 1) == "." && scalar(at: index + 2) == "." && scalar(at: index + 3) != "."
      && scalar(at: index - 1) != "."
  }

  func scalar(at index: Int) -> Unicode.Scalar? {
    index >= 0 && index < units.count ? units[index].scalar : nil
  }
}

extension Unicode.Scalar {
  package var isDigit: Bool { ("0"..."9").contains(self) }

  fileprivate var isASCIILetter: Bool { (0x61...0x7A).contains(value | 0x20) }

  // Tests ASCII first, for speed, because the properties of Unicode need table lookups.
  package var isLetter: Bool { isASCII ? isASCIILetter : properties.isAlphabetic }
  var isUppercase: Bool { isASCII ? (0x41...0x5A).contains(value) : properties.isUppercase }

  fileprivate func appendUTF8(to bytes: inout [UInt8]) {
    if isASCII { bytes.append(UInt8(truncatingIfNeeded: value)) } else { bytes += utf8 }
  }
}
