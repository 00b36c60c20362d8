import Diagnostics
import MarkdownLimits

/// Computes the source ranges of inlines. Compares the tree with the source, in reading order.
///
/// cmark reports no columns for link targets. Its other columns are wrong in several places: in the header of a table,
/// after a line whose indentation differs from that of the first line, after an autolink, after a code span over two
/// lines, and after a `\` at the end of a line.
///
/// The tree gives the next element to find (a text, a `*`, a `[`…). The locator searches for this element after the
/// previous element. The search has a limited distance, and therefore takes linear time. If an element has an unusual
/// notation and is not found, it gets an empty range at the current position. The next line end then synchronizes tree
/// and source again.
struct InlineLocator {
  static let reach = 256
  /// The maximum length of the alternative text of an image, in bytes.
  static let bracketReach = 1024

  let source: SourceText
  let definitions: LinkDefinitions
  private var counter: PositionCounter
  var cursor = 0
  var end = 0
  /// The ranges of the texts that contain square brackets, in the block that was located last. cmark parsed these
  /// brackets as text, not as parts of links.
  private(set) var bracketTexts: [Range<Int>] = []

  /// Creates a locator.
  ///
  /// - Parameter lines: the numbers of the lines that are parsed.
  init(source: SourceText, lines: Range<Int>) {
    self.source = source
    definitions = LinkDefinitions(in: source, lines: lines)
    counter = PositionCounter(source)
  }

  /// Sets the ranges of the inlines of a block.
  ///
  /// - Parameter bytes: the range of the block, from its first character to the end of its last line.
  mutating func locate(_ inlines: inout [Inline], in bytes: Range<Int>) {
    cursor = bytes.lowerBound
    end = bytes.upperBound
    if !bracketTexts.isEmpty { bracketTexts.removeAll() }
    skipDefinitions()
    locate(&inlines)
  }

  /// Skips the link definitions at the start of a paragraph, because the text of the paragraph does not include them.
  private mutating func skipDefinitions() {
    while cursor < end {
      let line = cursor..<endOfLine(from: cursor)
      guard line.upperBound < end, LinkDefinitions.isDefinition(line, in: source.bytes) else { return }
      cursor = startOfNextLine(after: line.upperBound)
    }
  }

  private mutating func locate(_ inlines: inout [Inline]) {
    for index in inlines.indices { locate(&inlines[index]) }
  }

  private mutating func locate(_ inline: inout Inline) {
    switch inline.content {
    case .text(let text), .toComplete(let text):
      let found = find(text)
      if let found, text.utf8.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }) {
        bracketTexts.append(found)
      }
      inline.range = take(found)
    case .code: inline.range = take(findCode())
    case .html(let html): inline.range = take(findHTML(html))
    case .softBreak, .lineBreak:
      let lineEnd = endOfLine(from: cursor)
      inline.range = take(cursor..<lineEnd)
      cursor = startOfNextLine(after: lineEnd)
    case .emphasis(var inner):
      inline.range = locate(&inner, between: [UInt8(ascii: "*"), UInt8(ascii: "_")], width: 1)
      inline.content = .emphasis(inner)
    case .strong(var inner):
      inline.range = locate(&inner, between: [UInt8(ascii: "*"), UInt8(ascii: "_")], width: 2)
      inline.content = .strong(inner)
    case .strikethrough(var inner):
      inline.range = locate(&inner, between: [UInt8(ascii: "~")], width: nil)
      inline.content = .strikethrough(inner)
    case .link(var link):
      inline.range = locate(&link)
      inline.content = .link(link)
    case .image(var image):
      inline.range = locate(&image)
      inline.content = .image(image)
    // Later passes create these inlines from inlines that already have ranges.
    case .language, .abbreviation: break
    case .footnoteReference:
      let opener = next([UInt8(ascii: "[")])
      let label = opener.flatMap { LinkSyntax.label(in: source.bytes, at: $0, end: end) }
      inline.range = take(opener.flatMap { opener in label.map { opener..<$0.end } })
    }
  }

  /// Converts a byte range to a source range, and moves the cursor to the end of the range. If there is no byte range,
  /// returns an empty range at the cursor.
  private mutating func take(_ found: Range<Int>?) -> SourceRange {
    let bytes = found ?? cursor..<cursor
    cursor = max(cursor, bytes.upperBound)
    return counter.range(bytes)
  }

  // MARK: Inlines that enclose text

  private mutating func locate(_ inner: inout [Inline], between marks: [UInt8], width: Int?) -> SourceRange {
    let opener = next(marks)
    let start = counter.position(ofByte: opener ?? cursor)
    var length = width ?? 1
    if let opener {
      if width == nil, opener + 1 < end, source.bytes[opener + 1] == source.bytes[opener] { length = 2 }
      cursor = min(opener + length, end)
    }
    locate(&inner)
    if let opener, let closer = next([source.bytes[opener]]) { cursor = min(closer + length, end) }
    return SourceRange(start: start, end: counter.position(ofByte: cursor))
  }

  private mutating func locate(_ link: inout Link) -> SourceRange {
    if let bare = findBare(link) {
      link.targetRange = take(bare)
      for index in link.inlines.indices { link.inlines[index].range = link.targetRange }
      return link.targetRange
    }
    guard let opener = next([UInt8(ascii: "["), UInt8(ascii: "<")]) else {
      locate(&link.inlines)
      link.targetRange = take(nil)
      return link.targetRange
    }
    let start = counter.position(ofByte: opener)
    cursor = opener + 1
    if source.bytes[opener] == UInt8(ascii: "<") {
      let closer = (cursor..<end).first { source.bytes[$0] == UInt8(ascii: ">") } ?? cursor
      link.targetRange = take(cursor..<closer)
      for index in link.inlines.indices { link.inlines[index].range = link.targetRange }
      cursor = min(closer + 1, end)
    } else {
      locate(&link.inlines)
      let closer = next([UInt8(ascii: "]")]) ?? cursor
      link.targetRange = locateTarget(label: min(opener + 1, closer)..<closer, from: start)
    }
    return SourceRange(start: start, end: counter.position(ofByte: cursor))
  }

  private mutating func locate(_ image: inout Image) -> SourceRange {
    guard let opener = next([UInt8(ascii: "!")]), opener + 1 < end else {
      image.targetRange = take(nil)
      return image.targetRange
    }
    let start = counter.position(ofByte: opener)
    let closer = closingBracket(of: opener + 1) ?? opener + 1
    image.targetRange = locateTarget(label: min(opener + 2, closer)..<closer, from: start)
    return SourceRange(start: start, end: counter.position(ofByte: cursor))
  }

  /// The range of a link target. The target is in parentheses after the text of the link, or in a link definition.
  ///
  /// - Parameter label: the range of the text of the link.
  private mutating func locateTarget(label: Range<Int>, from start: SourcePosition) -> SourceRange {
    cursor = min(label.upperBound + 1, end)
    if let found = LinkSyntax.destination(in: source.bytes, at: cursor, end: end) {
      let range = counter.range(found.target)
      cursor = found.end
      return range
    }
    var name = label
    if let written = LinkSyntax.label(in: source.bytes, at: cursor, end: end) {
      if written.label.isEmpty {
        cursor = written.end
      } else if definitions.target(ofLabel: source.bytes[written.label]) != nil {
        name = written.label
        cursor = written.end
      }
    }
    return definitions.target(ofLabel: source.bytes[name])
      ?? SourceRange(start: start, end: counter.position(ofByte: cursor))
  }
}
