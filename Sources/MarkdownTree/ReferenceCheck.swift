import Diagnostics
import MarkdownLimits

/// Finds three errors that cmark does not report: a reference without a definition, a link target that contains spaces,
/// and a footnote without a reference. cmark keeps the reference and the link as text, and drops the footnote with its
/// content.
///
/// Reads only the texts of the tree that contain brackets. Therefore code and raw HTML are not checked.
struct ReferenceCheck {
  let source: SourceText
  let definitions: LinkDefinitions
  let hasFootnotes: Bool
  private(set) var diagnostics = FindingList()
  private var counter: PositionCounter
  private lazy var footnoteNames = definitions.footnotes.map { text($0.label) }
  private var usedFootnotes: Set<Int> = []
  private var literal: [ClosedRange<Int>] = []

  init(source: SourceText, definitions: LinkDefinitions, hasFootnotes: Bool) {
    self.source = source
    self.definitions = definitions
    self.hasFootnotes = hasFootnotes
    counter = PositionCounter(source)
  }

  // MARK: References

  /// Checks the texts of one block that contain brackets. The texts must be in reading order.
  mutating func check(_ texts: [Range<Int>], before end: Int) {
    var openers: [Int] = []
    var closed: (at: Int, opener: Int)?
    var index = 0
    for (number, text) in texts.enumerated() {
      index = max(index, text.lowerBound)
      while index < text.upperBound {
        switch source.bytes[index] {
        case UInt8(ascii: "\\"): index += 1
        case UInt8(ascii: "["):
          let label = label(at: index, end: end, in: texts[number...])
          if let label, hasFootnotes, label.count > 1, source.bytes[label.lowerBound] == UInt8(ascii: "^") {
            reportFootnote(label)
            index = label.upperBound
          } else if let label, let before = closed, before.at == index - 1 {
            let name = label.isEmpty ? before.opener + 1..<before.at : label
            report(name, at: (label.isEmpty ? before.opener : index)..<label.upperBound + 1)
            index = label.upperBound
          } else {
            openers.append(index)
          }
        case UInt8(ascii: "]"):
          closed = openers.popLast().map { (index, $0) }
          if closed != nil, let target = LinkSyntax.spacedTarget(in: source.bytes, at: index + 1, end: end) {
            let text = source.text(in: target)
            diagnostics.append(.spacedAddress(source.file, counter.range(target), address: text))
          }
        default: break
        }
        index += 1
      }
    }
  }

  /// The range of the label after an opening bracket; nil if the closing bracket is not in one of the texts.
  private func label(at opener: Int, end: Int, in texts: ArraySlice<Range<Int>>) -> Range<Int>? {
    guard let (label, after) = LinkSyntax.label(in: source.bytes, at: opener, end: end) else { return nil }
    return texts.prefix { $0.lowerBound < after }.contains { $0.contains(after - 1) } ? label : nil
  }

  private mutating func report(_ name: Range<Int>, at place: Range<Int>) {
    guard source.bytes[name].contains(where: { !$0.isBlank && !$0.isLineEnd }) else { return }
    let nearest = nearest(to: name, among: definitions.labels)
    diagnostics.append(.undefinedReference(source.file, counter.range(place), name: text(name), nearest: nearest))
  }

  // MARK: Footnotes

  private mutating func reportFootnote(_ label: Range<Int>) {
    let nearest = nearest(to: label, among: footnoteNames)
    let place = counter.range(label.lowerBound - 1..<label.upperBound + 1)
    diagnostics.append(.undefinedFootnote(source.file, place, name: text(label), nearest: nearest))
  }

  /// Makes ``checkFootnotes()`` ignore the definitions in a range, because the range is code or raw HTML.
  mutating func skip(_ range: SourceRange) { literal.append(range.start.line...range.end.line) }

  /// Marks a footnote as used. Must be called for each footnote in the tree. `line` is the first line of the footnote,
  /// and identifies the footnote.
  mutating func markUsed(footnoteAt line: Int) { usedFootnotes.insert(line) }

  /// Reports the footnotes that are not in the tree. Must be called after the whole tree is read.
  mutating func checkFootnotes() {
    guard hasFootnotes, definitions.footnotes.count > usedFootnotes.count else { return }
    var first: [String: Int] = [:]
    var places = PositionCounter(source)
    var code = literal[...]
    for (label, line) in definitions.footnotes {
      while let one = code.first, one.upperBound < line { code.removeFirst() }
      if let one = code.first, one.contains(line) { continue }
      let name = LinkDefinitions.normalise(source.bytes[label])
      defer { first[name] = first[name] ?? line }
      guard !usedFootnotes.contains(line) else { continue }
      let place = places.range(label.lowerBound - 1..<label.upperBound + 1)
      diagnostics.append(.unreferencedFootnote(source.file, place, name: text(label), first: first[name]))
    }
  }

  // MARK: Names

  private func text(_ bytes: Range<Int>) -> String {
    source.text(in: bytes).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func nearest(to name: Range<Int>, among names: [String]) -> String? {
    guard diagnostics.count < NearestMatch.proposalLimit else { return nil }
    return NearestMatch.find(text(name), among: names)
  }
}

/// Reports a quotation that begins with `[!…]` like a callout, but with an unknown word.
enum UnknownCallout {
  static func check(_ blocks: [Block], in source: SourceText) -> [Diagnostic] {
    guard let first = blocks.first, case .paragraph(let inlines) = first.content, let start = inlines.first,
      case .text(let text) = start.content, text.hasPrefix("[!"), text.hasSuffix("]")
    else { return [] }
    let word = text.dropFirst(2).dropLast()
    guard !word.isEmpty, word.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "_" }),
      Callout(rawValue: word.uppercased()) == nil, endsLine(inlines),
      source.bytes[source.byteOffset(of: start.range.start)...].first == UInt8(ascii: "[")
    else { return [] }
    return [.unknownCallout(source.file, start.range, word: String(word))]
  }

  private static func endsLine(_ inlines: [Inline]) -> Bool {
    guard inlines.count > 1 else { return true }
    switch inlines[1].content {
    case .softBreak, .lineBreak: return true
    default: return false
    }
  }
}
