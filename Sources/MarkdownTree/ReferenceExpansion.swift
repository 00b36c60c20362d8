/// How much text the references of a file stand for: cmark copies target and title into each link that names a definition,
/// so that a few kilobytes could stand for gigabytes.
///
/// Counts at least what cmark would copy: it takes for a definition whatever looks like one, in code too.
struct ReferenceExpansion {
  /// A definition that would be copied too often.
  struct Reference: Hashable {
    var label: String
    /// Where the label of its longest definition stands.
    var definition: Range<Int>
    /// How many bytes of target and title it has.
    var size: Int
    var uses: Int

    var total: Int { size * uses }
  }

  /// The definitions to leave out, the longest sum first, so that the rest keeps within the limit.
  private(set) var tooLong: [Reference] = []

  /// The limit is that of the later versions of cmark: the length of the text, which is no growth, or 100 kB.
  static func limit(ofTextOf size: Int) -> Int { max(100_000, size) }

  init(of bytes: [UInt8], in text: Range<Int>) {
    let limit = Self.limit(ofTextOf: text.count)
    var references: [String: Reference] = [:]
    var ends = TitleEnds(bytes, end: text.upperBound)
    var labels = 0
    Self.forEachLabel(of: bytes, in: text) { label, end in
      labels += 1
      guard end < text.upperBound, bytes[end] == UInt8(ascii: ":") else { return }
      let size = Self.size(ofDefinitionAt: end + 1, in: bytes, end: text.upperBound, &ends)
      let name = Self.normalise(bytes[label])
      guard references[name].map({ $0.size < size }) ?? true else { return }
      references[name] = Reference(
        label: String(decoding: bytes[label].prefix(100), as: UTF8.self), definition: label, size: size, uses: 0)
    }
    // Nearly no text comes near the limit, however its labels are used.
    let longest = references.values.reduce(0) { max($0, $1.size) }
    guard labels * longest > limit else { return }
    Self.forEachLabel(of: bytes, in: text) { label, _ in references[Self.normalise(bytes[label])]?.uses += 1 }
    var sum = references.values.reduce(0) { $0 + $1.total }
    for reference in references.values.sorted(by: { ($1.total, $0.label) < ($0.total, $1.label) }) where sum > limit {
      tooLong.append(reference)
      sum -= reference.total
    }
    tooLong.sort { $0.definition.lowerBound < $1.definition.lowerBound }
  }

  /// Labels as cmark compares them are equal here, too; more of them may be. It folds case as Unicode has it, which lower
  /// case alone does not: `[ẞ]` is `[SS]`.
  private static func normalise(_ label: ArraySlice<UInt8>) -> String {
    let folded = String(decoding: label, as: UTF8.self).lowercased().uppercased()
    return LinkDefinitions.normalise(Array(folded.utf8)[...])
  }

  /// Calls a function with what stands in brackets that hold no others, and the offset after them.
  private static func forEachLabel(of bytes: [UInt8], in text: Range<Int>, _ body: (Range<Int>, Int) -> Void) {
    var opener: Int?
    var index = text.lowerBound
    while index < text.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): opener = index
      case UInt8(ascii: "]"):
        if let start = opener, index - start <= longestLabel { body(start + 1..<index, index + 1) }
        opener = nil
      default: break
      }
      index += 1
    }
  }

  /// CommonMark's limit.
  private static let longestLabel = 1_001

  /// The length of target and title, as far as they may go.
  private static func size(
    ofDefinitionAt start: Int, in bytes: [UInt8], end: Int, _ ends: inout TitleEnds
  ) -> Int {
    let target = skipBlanks(from: start, in: bytes, end: end)
    var index = target
    if index < end, bytes[index] == UInt8(ascii: "<") {
      while index < end, bytes[index] != UInt8(ascii: ">"), !bytes[index].isLineEnd { index += 1 }
      if index < end, bytes[index] == UInt8(ascii: ">") { index += 1 }
    } else {
      while index < end, !bytes[index].isBlank, !bytes[index].isLineEnd { index += 1 }
    }
    let title = skipBlanks(from: index, in: bytes, end: end)
    return index - target + (ends.end(ofTitleAt: title) ?? title) - title
  }

  /// Blanks, one line end, and the marks of quotations behind it.
  private static func skipBlanks(from start: Int, in bytes: [UInt8], end: Int) -> Int {
    var index = start
    var lineEnds = 0
    while index < end, bytes[index].isLinePrefix || bytes[index].isLineEnd {
      if bytes[index].isLineEnd { lineEnds += bytes[index] == UInt8(ascii: "\r") ? 0 : 1 }
      if lineEnds > 1 { break }
      index += 1
    }
    return index
  }
}

/// Finds where titles end. Asked in reading order it looks at each byte once for each kind of quote, even where none ends.
private struct TitleEnds {
  private let bytes: [UInt8]
  private let end: Int
  /// For each quote, where the next one stands from the place asked last.
  private var next: [UInt8: Int] = [:]

  init(_ bytes: [UInt8], end: Int) {
    self.bytes = bytes
    self.end = end
  }

  /// The offset after the title that begins at an offset; nil where none does, or none ends.
  mutating func end(ofTitleAt start: Int) -> Int? {
    guard start < end else { return nil }
    let quote: UInt8
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = bytes[start]
    case UInt8(ascii: "("): quote = UInt8(ascii: ")")
    default: return nil
    }
    var index = start + 1
    if let known = next[quote], known > start { index = known }
    while index < end, bytes[index] != quote { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
    next[quote] = index
    return index < end ? index + 1 : nil
  }
}
