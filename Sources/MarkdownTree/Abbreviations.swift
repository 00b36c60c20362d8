/// The abbreviations that a site declares, marked up where a text first uses them.
public struct Abbreviations: Sendable {
  /// How many bytes of long forms one text may gain: each passage that is for some readers has its own.
  static let limit = 100_000

  private let longForms: [String: String]
  private let beginnings: Beginnings?

  /// Creates the list from short and long forms. A short form is one word: letters and digits.
  public init(_ pairs: some Sequence<(short: String, long: String)>) {
    longForms = Dictionary(pairs.map { ($0.short, $0.long) }) { first, _ in first }
    beginnings = Beginnings(of: longForms.keys)
  }

  /// Marks the first use of each in some blocks. Headings are left alone; a passage that is for some readers counts by
  /// itself, since others never see it.
  ///
  /// - Returns: whether there was room for all of them.
  func mark(_ blocks: inout [Block]) -> Bool {
    guard !longForms.isEmpty else { return true }
    var seen = Seen()
    mark(&blocks, seen: &seen)
    return seen.room >= 0
  }

  /// What was marked so far.
  private struct Seen {
    var words: Set<String> = []
    /// How many bytes of long forms there is still room for.
    var room = Abbreviations.limit

    /// Whether this use of a word is the one to mark.
    mutating func insert(_ word: String, _ long: String) -> Bool {
      guard !words.contains(word) else { return false }
      if room >= 0 { room -= long.utf8.count }
      guard room >= 0 else { return false }
      words.insert(word)
      return true
    }
  }

  private func mark(_ blocks: inout [Block], seen: inout Seen) {
    for index in blocks.indices {
      switch blocks[index].content {
      case .heading, .code, .html, .thematicBreak: break
      case .container(let container):
        guard container.header.name != "langue" else { break }
        let outside = seen.words
        blocks[index].withNestedBlocks { mark(&$0, seen: &seen) }
        seen.words = outside
      case .paragraph, .table: blocks[index].withTexts { $0 = mark($0, seen: &seen) }
      case .quotation, .callout, .list, .footnote: blocks[index].withNestedBlocks { mark(&$0, seen: &seen) }
      }
    }
  }

  private func mark(_ inlines: [Inline], seen: inout Seen) -> [Inline] {
    var result: [Inline] = []
    result.reserveCapacity(inlines.count)
    for var inline in inlines {
      switch inline.content {
      case .text(let text): result += split(inline, text, seen: &seen)
      case .emphasis, .strong, .strikethrough, .link:
        inline.withNestedText { $0 = mark($0, seen: &seen) }
        result.append(inline)
      case .toComplete, .softBreak, .lineBreak, .code, .html, .image, .footnoteReference, .language, .abbreviation:
        result.append(inline)
      }
    }
    return result
  }

  private func split(_ inline: Inline, _ text: String, seen: inout Seen) -> [Inline] {
    guard beginnings?.occur(in: text) ?? true else { return [inline] }
    var pieces: [Inline] = []
    var rest = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      guard Self.belongsToWord(text[index]) else {
        index = text.index(after: index)
        continue
      }
      let end = text[index...].firstIndex { !Self.belongsToWord($0) } ?? text.endIndex
      let word = String(text[index..<end])
      if let long = longForms[word], seen.insert(word, long) {
        if rest < index { pieces.append(Inline(.text(String(text[rest..<index])), range: inline.range)) }
        pieces.append(Inline(.abbreviation(short: word, long: long), range: inline.range))
        rest = end
      }
      index = end
    }
    guard !pieces.isEmpty else { return [inline] }
    if rest < text.endIndex { pieces.append(Inline(.text(String(text[rest...])), range: inline.range)) }
    return pieces
  }

  private static func belongsToWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}

/// What words begin with, to tell at once that none of them is in a text: nearly no text has one, and looking at every word of
/// every text would cost more than all the other passes.
private struct Beginnings: Sendable {
  /// The first two bytes of each word, by the first.
  private var pairs: [UInt8: Set<UInt8>] = [:]
  /// Whether a word begins with a byte.
  private var begins = [Bool](repeating: false, count: 256)

  /// None where a word is too short for it, or may be written with other bytes than its own: an accent is one character or
  /// two.
  init?(of words: some Sequence<String>) {
    for word in words {
      let start = Array(word.utf8.prefix(2))
      guard start.count == 2, word.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
      add(start[0], start[1])
    }
    // The one letter beyond ASCII that is the same text as one of it: the kelvin, U+212A.
    add(0xE2, 0x84)
  }

  private mutating func add(_ first: UInt8, _ second: UInt8) {
    pairs[first, default: []].insert(second)
    begins[Int(first)] = true
  }

  /// Whether one of them stands in a text, in the middle of a word or not.
  func occur(in text: String) -> Bool {
    zip(text.utf8, text.utf8.dropFirst()).contains { first, second in
      begins[Int(first)] && pairs[first]?.contains(second) ?? false
    }
  }
}
