import Diagnostics

/// Where the target of each link definition (`[name]: target "title"`) of a file stands: cmark resolves definitions and
/// forgets their places.
struct LinkDefinitions {
  private var targets: [String: SourceRange] = [:]

  /// Scans a file; as in Markdown, the first definition of a name counts, and fenced code holds none.
  init(in source: SourceText, fromLine firstLine: Int) {
    guard firstLine <= source.lineCount else { return }
    var fence: UInt8?
    for line in firstLine...source.lineCount {
      let range = source.byteRange(ofLine: line)
      guard let start = Self.contentStart(of: range, in: source.bytes) else { continue }
      if let mark = Self.fenceMark(at: start, in: source.bytes, end: range.upperBound), fence == nil || fence == mark {
        fence = fence == nil ? mark : nil
      } else if fence == nil, let (name, target) = Self.definition(at: start, end: range.upperBound, line, source),
        targets[name] == nil
      {
        targets[name] = target
      }
    }
  }

  /// The place of the target that a label names.
  func target(ofLabel label: ArraySlice<UInt8>) -> SourceRange? {
    targets.isEmpty ? nil : targets[Self.normalise(label)]
  }

  /// Whether a line holds nothing but a definition, as far as its beginning says.
  static func isDefinition(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
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
      // The target may stand on the line below.
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

  private static func fenceMark(at start: Int, in bytes: [UInt8], end: Int) -> UInt8? {
    guard start + 2 < end, bytes[start] == UInt8(ascii: "`") || bytes[start] == UInt8(ascii: "~"),
      bytes[start + 1] == bytes[start], bytes[start + 2] == bytes[start]
    else { return nil }
    return bytes[start]
  }

  private static func normalise(_ label: ArraySlice<UInt8>) -> String {
    String(decoding: label, as: UTF8.self).lowercased().split { $0.isWhitespace || $0 == ">" }.joined(separator: " ")
  }
}
