/// Computes the total size of the references in a file after cmark expands them. cmark copies the target and the title
/// of a definition into each link that uses the definition. Therefore a few kilobytes could become gigabytes.
///
/// The result is an upper bound, because everything that looks like a definition counts as a definition, even in code.
struct ReferenceExpansion {
  /// A definition that would be copied too often.
  struct Reference: Hashable {
    var label: String
    /// The byte range of the label, in the longest definition of this label.
    var definition: Range<Int>
    /// The length of the target and the title of this definition, in bytes.
    var size: Int
    var uses: Int

    var total: Int { size * uses }
  }

  /// The definitions to leave out, in source order. The definitions with the largest expansion are left out until the
  /// other definitions are within the limit.
  private(set) var tooLong: [Reference] = []

  /// The maximum number of bytes after expansion: the length of the text, but at least 100 kB. Later versions of cmark
  /// have the same limit.
  static func limit(ofTextOf size: Int) -> Int { max(100_000, size) }

  init(of bytes: [UInt8], in text: Range<Int>) {
    let limit = Self.limit(ofTextOf: text.count)
    var references: [String: Reference] = [:]
    var ends = DefinitionEnds(bytes, end: text.upperBound)
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
    // A fast test is enough for most texts. It assumes that all labels use the longest definition.
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

  /// Converts a label for comparison. Labels that are equal for cmark give equal results. Labels that differ for cmark
  /// may also give equal results. cmark uses the case folding of Unicode. Lower case alone is not enough, because `[ẞ]`
  /// equals `[SS]` in cmark.
  private static func normalise(_ label: ArraySlice<UInt8>) -> String {
    let folded = String(decoding: label, as: UTF8.self).lowercased().uppercased()
    return LinkDefinitions.normalise(Array(folded.utf8)[...])
  }

  /// Calls a function for each pair of innermost brackets. The function receives the range between the brackets, and
  /// the offset after the closing bracket.
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

  /// The maximum length of a label in cmark, plus one for a bracket.
  private static let longestLabel = 1_001

  /// An upper bound of the length of the target and the title of a definition, in bytes.
  private static func size(
    ofDefinitionAt start: Int, in bytes: [UInt8], end: Int, _ ends: inout DefinitionEnds
  ) -> Int {
    let target = skipBlanks(from: start, in: bytes, end: end)
    let afterTarget = ends.end(ofTargetAt: target)
    let title = skipBlanks(from: afterTarget, in: bytes, end: end)
    return afterTarget - target + (ends.end(ofTitleAt: title) ?? title) - title
  }

  /// Skips spaces, tabs, at most one line end, and quotation markers.
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

/// Finds the ends of targets and titles. If the offsets are in ascending order, each byte is read only once for each
/// kind of end. Without the cache, definitions inside the targets of other definitions would take quadratic time.
private struct DefinitionEnds {
  private enum Kind: Hashable {
    case word, pointed
    case title(UInt8)
  }

  private let bytes: [UInt8]
  private let end: Int
  /// The cache. The key is a kind of end. The value is the offset of the last end of this kind that was found.
  private var next: [Kind: Int] = [:]

  init(_ bytes: [UInt8], end: Int) {
    self.bytes = bytes
    self.end = end
  }

  /// The offset after a target. `start` is the offset at which the target begins.
  mutating func end(ofTargetAt start: Int) -> Int {
    guard start < end, bytes[start] == UInt8(ascii: "<") else {
      return first(.word, from: start) { $0.isBlank || $0.isLineEnd }
    }
    let close = first(.pointed, from: start) { $0 == UInt8(ascii: ">") || $0.isLineEnd }
    return close < end && !bytes[close].isLineEnd ? close + 1 : close
  }

  /// The offset after a title. `start` is the offset at which the title begins. Nil if no title begins there, or if the
  /// title is not closed.
  mutating func end(ofTitleAt start: Int) -> Int? {
    guard start < end else { return nil }
    let quote: UInt8
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = bytes[start]
    case UInt8(ascii: "("): quote = UInt8(ascii: ")")
    default: return nil
    }
    let close = first(.title(quote), from: start + 1) { $0 == quote }
    return close < end ? close + 1 : nil
  }

  private mutating func first(_ kind: Kind, from start: Int, _ isEnd: (UInt8) -> Bool) -> Int {
    if let known = next[kind], known >= start { return known }
    var index = start
    while index < end, !isEnd(bytes[index]) { index += bytes[index] == UInt8(ascii: "\\") && kind != .word ? 2 : 1 }
    next[kind] = min(index, end)
    return min(index, end)
  }
}
