/// Searches for the next expected element. Each search starts at the cursor, and has a limited distance.
extension InlineLocator {
  /// The offset of the first byte on the current line that is one of `wanted`; nil if there is no such byte within the
  /// distance ``reach``.
  package func next(_ wanted: [UInt8]) -> Int? {
    var index = cursor
    let limit = min(end, cursor + Self.reach)
    while index < limit {
      if wanted.contains(source.bytes[index]) { return index }
      if source.bytes[index].isLineEnd { return nil }
      index += 1
    }
    return nil
  }

  package func find(_ text: String, _ writing: SourceMatch.Writing = .markdown) -> Range<Int>? {
    // Texts from cmark are native Swift strings. Their bytes can be compared without a copy.
    text.utf8.withContiguousStorageIfAvailable { find($0, writing) }
      ?? Array(text.utf8).withUnsafeBufferPointer {
        find($0, writing)
      }
  }

  private func find(_ needle: UnsafeBufferPointer<UInt8>, _ writing: SourceMatch.Writing) -> Range<Int>? {
    guard !needle.isEmpty else { return nil }
    var index = cursor
    let limit = min(end, cursor + Self.reach)
    while index < limit, !source.bytes[index].isLineEnd {
      if let after = SourceMatch.end(of: needle, at: index, in: source.bytes, limit: end, writing) {
        return index..<after
      }
      index += 1
    }
    return nil
  }

  func findCode() -> Range<Int>? {
    guard let opener = next([UInt8(ascii: "`")]) else { return nil }
    let length = run(at: opener)
    var index = opener + length
    while index < end {
      if source.bytes[index] == UInt8(ascii: "`") {
        let other = run(at: index)
        if other == length { return opener..<index + length }
        index += other
      } else {
        index += 1
      }
    }
    return nil
  }

  private func run(at start: Int) -> Int {
    var index = start
    while index < end, source.bytes[index] == UInt8(ascii: "`") { index += 1 }
    return index - start
  }

  /// The range of a tag. Searches for each line of the tag separately, because a line of the source may begin with
  /// markers of quotations and lists.
  mutating func findHTML(_ html: String) -> Range<Int>? {
    let origin = cursor
    defer { cursor = origin }
    var whole: Range<Int>?
    for line in html.split(separator: "\n", omittingEmptySubsequences: false) {
      if let before = whole { cursor = startOfNextLine(after: endOfLine(from: before.upperBound)) }
      guard let found = find(String(line), .verbatim) else { return whole }
      whole = (whole?.lowerBound ?? found.lowerBound)..<found.upperBound
    }
    return whole
  }

  /// The range of an autolink without brackets; nil if the link is anything else.
  func findBare(_ link: Link) -> Range<Int>? {
    guard link.title.isEmpty, link.inlines.count == 1, case .text(let text) = link.inlines[0].content,
      [text, "mailto:" + text, "http://" + text].contains(link.target), let found = find(text)
    else { return nil }
    let between = source.bytes[cursor..<found.lowerBound]
    return between.contains { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "<") } ? nil : found
  }

  func closingBracket(of opener: Int) -> Int? {
    var depth = 0
    var index = opener
    let limit = min(end, opener + Self.bracketReach)
    while index < limit {
      switch source.bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth <= 0 { return index }
      default: break
      }
      index += 1
    }
    return nil
  }

  func endOfLine(from start: Int) -> Int {
    var index = start
    while index < end, !source.bytes[index].isLineEnd { index += 1 }
    return index
  }

  func startOfNextLine(after lineEnd: Int) -> Int {
    guard lineEnd < end else { return end }
    let isPair = source.bytes[lineEnd] == UInt8(ascii: "\r") && lineEnd + 1 < end
    return isPair && source.bytes[lineEnd + 1] == UInt8(ascii: "\n") ? lineEnd + 2 : lineEnd + 1
  }
}
