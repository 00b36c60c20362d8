import Diagnostics

/// Gives every heading its anchor, and checks the levels.
struct HeadingPass {
  private let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []
  private var anchors = AnchorRegister()
  private var lastLevel = 1

  init(source: SourceText) { self.source = source }

  /// Chosen anchors come first, so that a derived one never takes their place.
  mutating func run(on blocks: inout [Block]) {
    claim(in: &blocks)
    visit(&blocks)
  }

  // MARK: Chosen anchors

  private mutating func claim(in blocks: inout [Block]) {
    for index in blocks.indices {
      blocks[index].withTexts { claim(in: $0) }
      switch blocks[index].content {
      case .heading(var heading):
        if let chosen = Self.removeChosenAnchor(from: &heading.inlines) {
          heading.anchor = chosen
          claim(chosen, at: heading.range)
          blocks[index].content = .heading(heading)
        }
      case .html(let html): claim(in: html, at: blocks[index].range)
      default: blocks[index].withNestedBlocks { claim(in: &$0) }
      }
    }
  }

  private mutating func claim(in inlines: [Inline]) {
    for var inline in inlines {
      if case .html(let html) = inline.content { claim(in: html, at: inline.range) }
      inline.withNestedText { claim(in: $0) }
    }
  }

  private mutating func claim(in html: String, at range: SourceRange) {
    for tag in HTMLTagScanner(Array(html.utf8)) where !tag.isEnd {
      // One element may say both, and mean one anchor.
      let ids = [tag.value(of: "id"), tag.name == "a" ? tag.value(of: "name") : nil].compactMap { $0 }
      for id in Set(ids).sorted() where !id.isEmpty { claim(id, at: range) }
    }
  }

  private mutating func claim(_ id: String, at range: SourceRange) {
    guard let first = anchors.claim(id, at: range) else { return }
    diagnostics.append(.duplicateAnchor(source.file, range, id, first: first))
  }

  private static func removeChosenAnchor(from inlines: inout [Inline]) -> String? {
    guard let last = inlines.last, case .text(let text) = last.content, text.hasSuffix("}"),
      let open = text.ranges(of: "{#").last
    else { return nil }
    let id = text[open.upperBound...].dropLast()
    guard !id.isEmpty, id.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }) else { return nil }
    var rest = text[..<open.lowerBound]
    while rest.last == " " { rest.removeLast() }
    if rest.isEmpty {
      inlines.removeLast()
    } else {
      inlines[inlines.count - 1].content = .text(String(rest))
      inlines[inlines.count - 1].range.end.column -= text.unicodeScalars.count - rest.unicodeScalars.count
    }
    return String(id)
  }

  // MARK: Derived anchors and levels

  private mutating func visit(_ blocks: inout [Block]) {
    for index in blocks.indices {
      let outerLevel = lastLevel
      switch blocks[index].content {
      case .heading(var heading):
        check(&heading)
        blocks[index].content = .heading(heading)
      case .container, .footnote:
        // An edition may leave a passage out: what follows it must be right without it.
        blocks[index].withNestedBlocks { visit(&$0) }
        lastLevel = outerLevel
      default: blocks[index].withNestedBlocks { visit(&$0) }
      }
    }
  }

  private mutating func check(_ heading: inout Heading) {
    if heading.anchor.isEmpty { heading.anchor = anchors.makeUnique(Slug.make(heading.plainText), at: heading.range) }
    if heading.level == 1 {
      diagnostics.append(.headingTooHigh(source.file, heading.range))
    } else if heading.level > lastLevel + 1 {
      diagnostics.append(.headingJump(source.file, heading.range, from: lastLevel, to: heading.level))
    }
    lastLevel = heading.level
  }
}
