import Diagnostics

/// Finds where the target of a link stands in the source: cmark says only where the link is, and not always right.
struct TargetSearch {
  let source: SourceText
  private let definitions: [String: Int]

  init(source: SourceText) {
    self.source = source
    definitions = Self.definitions(in: source)
  }

  /// The place of a target: after the start of its link, else anywhere in its block, else in a definition
  /// (`[name]: target`), else the link itself.
  func range(of target: String, link: SourceRange, block: SourceRange) -> SourceRange {
    let needle = Array(target.utf8)
    guard !needle.isEmpty else { return link }
    let linkStart = source.byteOffset(of: link.start)
    let blockStart = source.byteOffset(of: block.start)
    let blockEnd = source.byteRange(ofLine: max(block.end.line, link.end.line)).upperBound
    let found =
      find(needle, in: linkStart..<max(linkStart, blockEnd), after: [UInt8(ascii: "("), UInt8(ascii: "<")])
      ?? find(needle, in: blockStart..<max(blockStart, blockEnd), after: [UInt8(ascii: "("), UInt8(ascii: "<")])
      ?? find(needle, in: linkStart..<max(linkStart, blockEnd), after: [])
      ?? definitions[target]
    guard let found else { return link }
    return SourceRange(start: source.position(ofByte: found), end: source.position(ofByte: found + needle.count))
  }

  private func find(_ needle: [UInt8], in range: Range<Int>, after openers: [UInt8]) -> Int? {
    guard let first = needle.first, range.count >= needle.count else { return nil }
    for start in range.lowerBound...(range.upperBound - needle.count) where source.bytes[start] == first {
      guard source.bytes[start..<start + needle.count].elementsEqual(needle) else { continue }
      if openers.isEmpty || start > 0 && openers.contains(source.bytes[start - 1]) { return start }
    }
    return nil
  }

  /// The byte offset of the target of each definition: lines such as `[name]: target "title"`.
  private static func definitions(in source: SourceText) -> [String: Int] {
    var definitions: [String: Int] = [:]
    for line in 1...max(source.lineCount, 1) {
      let range = source.byteRange(ofLine: line)
      let bytes = source.bytes[range]
      guard let opener = bytes.firstIndex(where: { $0 != UInt8(ascii: " ") }), bytes[opener] == UInt8(ascii: "["),
        let closer = bytes[opener...].firstIndex(of: UInt8(ascii: "]")),
        closer + 1 < range.upperBound, bytes[closer + 1] == UInt8(ascii: ":"),
        let start = bytes[(closer + 2)...].firstIndex(where: { $0 != UInt8(ascii: " ") })
      else { continue }
      let end = bytes[start...].firstIndex(of: UInt8(ascii: " ")) ?? range.upperBound
      let target = String(decoding: bytes[start..<end], as: UTF8.self)
      if definitions[target] == nil { definitions[target] = start }
    }
    return definitions
  }
}
