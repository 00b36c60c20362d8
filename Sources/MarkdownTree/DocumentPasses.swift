import Diagnostics

/// What is done to a tree just after it was read: what the grammar of forges and of Trousse adds to Markdown's, and what
/// is checked on a document alone. One walk, in reading order; headings follow once the rest is known.
struct DocumentPasses {
  private let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []

  init(source: SourceText) { self.source = source }

  mutating func run(on blocks: inout [Block]) {
    visit(&blocks)
    var headings = HeadingPass(source: source)
    headings.run(on: &blocks)
    diagnostics += headings.diagnostics
  }

  // MARK: Blocks

  private mutating func visit(_ blocks: inout [Block]) {
    blocks.attachCaptions()
    var filter = RawHTMLFilter()
    var opening: SourceRange?
    for index in blocks.indices {
      switch blocks[index].content {
      case .quotation(var inner):
        let callout = inner.removeCalloutMarker()
        visit(&inner)
        blocks[index].content = callout.map { .callout($0, inner) } ?? .quotation(inner)
      case .html(let html):
        let wasOpen = !filter.open.isEmpty
        let filtered = filter.filter(html)
        report(filtered.findings, in: html, at: blocks[index].range)
        blocks[index].content = .html(filtered.html)
        if !wasOpen { opening = filter.open.isEmpty ? nil : blocks[index].range }
      default:
        blocks[index].withTexts { visit(&$0) }
        blocks[index].withNestedBlocks { visit(&$0) }
      }
    }
    if let name = filter.open.first, let opening {
      diagnostics.append(.unclosedRawHTML(source.file, opening, tag: "<\(name)>"))
      blocks.append(Block(.html(filter.closeAll()), range: opening))
    }
    blocks.removeAll { $0.isBlankHTML }
  }

  private mutating func report(_ findings: [RawHTMLFilter.Finding], in html: String, at range: SourceRange) {
    guard !findings.isEmpty else { return }
    var places = RawHTMLPlaces(of: html, at: range, in: source)
    for finding in findings {
      let place = places.place(finding)
      switch finding.problem {
      case .notAllowed: diagnostics.append(.rawHTML(source.file, place, tag: finding.tag))
      case .neverClosed: diagnostics.append(.unclosedRawHTML(source.file, place, tag: finding.tag))
      }
    }
  }

  // MARK: Text

  private mutating func visit(_ inlines: inout [Inline]) {
    inlines.attachDecorativeMarks()
    inlines.attachLanguageMarks()
    var filter = RawHTMLFilter()
    var opening: SourceRange?
    var hasHTML = false
    for index in inlines.indices {
      let range = inlines[index].range
      switch inlines[index].content {
      case .toComplete: diagnostics.append(.toComplete(source.file, range))
      case .html(let html):
        let wasOpen = !filter.open.isEmpty
        let filtered = filter.filter(html)
        for finding in filtered.findings { diagnostics.append(.rawHTML(source.file, range, tag: finding.tag)) }
        inlines[index].content = .html(filtered.html)
        hasHTML = true
        if !wasOpen { opening = filter.open.isEmpty ? nil : range }
      case .image(let image):
        if image.alternative.allSatisfy(\.isWhitespace), !image.isDecorative {
          diagnostics.append(.missingAlternative(source.file, image.targetRange))
        }
      default: inlines[index].withNestedText { visit(&$0) }
      }
    }
    if let name = filter.open.first, let opening {
      diagnostics.append(.unclosedRawHTML(source.file, opening, tag: "<\(name)>"))
      inlines.append(Inline(.html(filter.closeAll()), range: opening))
    }
    if hasHTML { inlines.removeAll { if case .html("") = $0.content { true } else { false } } }
  }
}

/// Where the tags of a block of raw HTML stand, asked in order.
private struct RawHTMLPlaces {
  private let source: SourceText
  private let html: [UInt8]
  private var counter: PositionCounter
  private var line: Int
  private var lineEnd = 0

  init(of html: String, at block: SourceRange, in source: SourceText) {
    self.source = source
    self.html = Array(html.utf8)
    line = block.start.line
    counter = PositionCounter(source, offset: source.byteRange(ofLine: line).lowerBound, line: line)
    lineEnd = endOfLine(from: 0)
  }

  /// The lines of the block are those of the source without what marks a quotation or a list before them: they end alike.
  mutating func place(_ finding: RawHTMLFilter.Finding) -> SourceRange {
    while lineEnd < finding.offset {
      line += 1
      let isPair =
        lineEnd + 1 < html.count && html[lineEnd] == UInt8(ascii: "\r") && html[lineEnd + 1] == UInt8(ascii: "\n")
      lineEnd = endOfLine(from: lineEnd + (isPair ? 2 : 1))
    }
    let written = source.byteRange(ofLine: line)
    let start = max(written.upperBound - (lineEnd - finding.offset), written.lowerBound)
    return counter.range(start..<min(start + finding.tag.utf8.count, written.upperBound))
  }

  private func endOfLine(from start: Int) -> Int {
    var index = start
    while index < html.count, !html[index].isLineEnd { index += 1 }
    return index
  }
}

extension Block {
  /// Whether nothing is left of a block of raw HTML: it was a comment.
  fileprivate var isBlankHTML: Bool {
    if case .html(let html) = content { html.allSatisfy(\.isWhitespace) } else { false }
  }
}
