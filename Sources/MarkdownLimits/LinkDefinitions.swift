import Diagnostics

/// Finds the source ranges of the targets of link definitions (`[name]: target "title"`), because cmark does not keep
/// the positions of definitions.
package struct LinkDefinitions {
  private var targets: [String: SourceRange] = [:]
  /// The labels of link definitions, as written, without duplicates.
  package private(set) var labels: [String] = []
  /// The footnote definitions. `label` is the range of the label, with its `^`. `line` is the number of the first line.
  package private(set) var footnotes: [(label: Range<Int>, line: Int)] = []

  /// Scans lines of a file. As in CommonMark, the first definition of a label counts, and fenced code is ignored.
  package init(in source: SourceText, lines: Range<Int>) {
    var fence: UInt8?
    for line in lines {
      let range = source.byteRange(ofLine: line)
      guard let start = Self.contentStart(of: range, in: source.bytes) else { continue }
      if let mark = Self.fenceMark(at: start, in: source.bytes, end: range.upperBound), fence == nil || fence == mark {
        fence = fence == nil ? mark : nil
      } else if fence == nil {
        add(at: start, end: range.upperBound, line, source)
      }
    }
  }

  private mutating func add(at start: Int, end: Int, _ line: Int, _ source: SourceText) {
    let start = Self.afterListMarkers(from: start, in: source.bytes, end: end)
    guard let (label, afterLabel) = LinkSyntax.label(in: source.bytes, at: start, end: end), afterLabel < end,
      source.bytes[afterLabel] == UInt8(ascii: ":")
    else { return }
    if source.bytes[label].first == UInt8(ascii: "^") {
      footnotes.append((label, line))
    } else if let (name, target) = Self.definition(at: start, end: end, line, source), targets[name] == nil {
      targets[name] = target
      labels.append(source.text(in: label))
    }
  }

  /// The range of the target that the definition of a label gives; nil if the label has no definition.
  package func target(ofLabel label: ArraySlice<UInt8>) -> SourceRange? {
    targets.isEmpty ? nil : targets[Self.normalise(label)]
  }

  /// Whether a line begins like a link definition.
  package static func isDefinition(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard let start = contentStart(of: line, in: bytes),
      let (label, end) = LinkSyntax.label(in: bytes, at: start, end: line.upperBound)
    else { return false }
    return end < line.upperBound && bytes[end] == UInt8(ascii: ":") && bytes[label].first != UInt8(ascii: "^")
  }

  private static func definition(
    at start: Int, end: Int, _ line: Int, _ source: SourceText
  ) -> (name: String, target: SourceRange)? {
    guard isDefinition(start..<end, in: source.bytes),
      let (label, afterLabel) = LinkSyntax.label(in: source.bytes, at: start, end: end)
    else { return nil }
    var first = (afterLabel + 1..<end).first { !source.bytes[$0].isBlank }
    var last = end
    if first == nil {
      // The target may be on the next line.
      let below = source.byteRange(ofLine: line + 1)
      first = contentStart(of: below, in: source.bytes)
      last = below.upperBound
    }
    guard let first, let (target, _) = LinkSyntax.target(in: source.bytes, at: first, end: last), !target.isEmpty
    else { return nil }
    let range = SourceRange(
      start: source.position(ofByte: target.lowerBound), end: source.position(ofByte: target.upperBound))
    return (normalise(source.bytes[label]), range)
  }

  private static func contentStart(of line: Range<Int>, in bytes: [UInt8]) -> Int? {
    line.first { !bytes[$0].isLinePrefix }
  }

  /// Skips list markers, because a definition may be the only content of a list item.
  private static func afterListMarkers(from start: Int, in bytes: [UInt8], end: Int) -> Int {
    var index = start
    while index + 1 < end, bytes[index] != UInt8(ascii: "[") {
      var after = index
      while after < end, after < index + 9, (0x30...0x39).contains(bytes[after]) { after += 1 }
      let marks = after > index ? ".)" : "-*+"
      guard after + 1 < end, marks.utf8.contains(bytes[after]), bytes[after + 1].isBlank else { return start }
      index = after + 1
      while index < end, bytes[index].isLinePrefix { index += 1 }
    }
    return index
  }

  private static func fenceMark(at start: Int, in bytes: [UInt8], end: Int) -> UInt8? {
    guard start + 2 < end, bytes[start] == UInt8(ascii: "`") || bytes[start] == UInt8(ascii: "~"),
      bytes[start + 1] == bytes[start], bytes[start + 2] == bytes[start]
    else { return nil }
    return bytes[start]
  }

  /// Converts a label for comparison. The result is in lower case. It has one space in place of each sequence of white
  /// space and quotation markers.
  package static func normalise(_ label: ArraySlice<UInt8>) -> String {
    String(decoding: label, as: UTF8.self).lowercased().split { $0.isWhitespace || $0 == ">" }.joined(separator: " ")
  }
}
