import Diagnostics

/// The abbreviations that a site declares. In each text, the first use of an abbreviation is marked up.
package struct Abbreviations: Sendable {
  /// The maximum number of bytes that long forms may add to one text. Each passage for an audience repeats the long
  /// forms. Without a limit, a text with many such passages would grow too much.
  package static let limit = 100_000

  private let longForms: [String: String]
  private let beginnings: Beginnings?

  /// Creates the list from short and long forms. A short form is one word of letters and digits.
  package init(_ pairs: some Sequence<(short: String, long: String)>) {
    longForms = Dictionary(pairs.map { ($0.short, $0.long) }) { first, _ in first }
    beginnings = Beginnings(of: longForms.keys)
  }

  /// Marks the first use of each abbreviation, except in headings. If this use is inside a container, the first use
  /// after the container is also marked, because some audiences do not see the container.
  ///
  /// - Returns: whether the long forms are within the limit.
  package func mark(_ blocks: inout [Block]) -> Bool {
    guard !longForms.isEmpty else { return true }
    var seen = Seen()
    mark(&blocks, seen: &seen)
    return seen.room >= 0
  }

  /// The abbreviations that are already marked.
  private struct Seen {
    var words: Set<String> = []
    /// The remaining bytes for long forms; negative if the limit is exceeded.
    var room = Abbreviations.limit

    /// Counts a use of a word. Returns true if this is the first use of the word, and if the limit has room for the
    /// long form.
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

/// Holds the first two bytes of each abbreviation, for a fast test that excludes most texts. Without this test, the
/// lookup of every word would take more time than all other passes.
private struct Beginnings: Sendable {
  /// The key is the first byte of an abbreviation. The value contains the second bytes of all abbreviations with this
  /// first byte.
  private var pairs: [UInt8: Set<UInt8>] = [:]
  /// Whether an abbreviation begins with a byte. The byte is the index in the array.
  private var begins = [Bool](repeating: false, count: 256)

  /// Fails if a word has fewer than two bytes, or is not ASCII: an accented letter has two encodings, composed and
  /// decomposed, and a test of bytes would find only one of them.
  init?(of words: some Sequence<String>) {
    for word in words {
      let start = Array(word.utf8.prefix(2))
      guard start.count == 2, word.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
      add(start[0], start[1])
    }
    // A text may contain the Kelvin sign (U+212A) in place of a K, because Swift considers the two characters equal.
    // Therefore the first two bytes of this sign are added too. No other non-ASCII letter is equal to an ASCII letter.
    add(0xE2, 0x84)
  }

  private mutating func add(_ first: UInt8, _ second: UInt8) {
    pairs[first, default: []].insert(second)
    begins[Int(first)] = true
  }

  /// Whether a text contains the first two bytes of an abbreviation, at any position.
  func occur(in text: String) -> Bool {
    zip(text.utf8, text.utf8.dropFirst()).contains { first, second in
      begins[Int(first)] && pairs[first]?.contains(second) ?? false
    }
  }
}

extension Diagnostic {
  static func tooManyAbbreviations(_ file: String) -> Diagnostic {
    Diagnostic(
      .expandedText, at: SourceLocation(file: file),
      Message(
        fr:
          "les formes développées des abréviations de ce fichier auraient ensemble plus de \(Abbreviations.limit) octets",
        en: "the long forms of this file’s abbreviations would have more than \(Abbreviations.limit) bytes together"),
      help: Message(
        fr: "raccourcissez celles de « abreviations », dans site.yml",
        en: "shorten those of “abreviations” in site.yml"))
  }
}
