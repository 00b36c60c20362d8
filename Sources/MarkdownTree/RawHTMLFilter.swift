import HTML

/// Raw HTML in the content: a few harmless tags stay, comments vanish, all else is taken out and named.
///
/// One filter serves one list of blocks, or one stretch of text: what is opened in it must be closed in it, or the page
/// around it would end up inside. What stays is written anew from what was read, so that no quote or bracket is left open.
struct RawHTMLFilter {
  /// What is wrong with a tag.
  enum Problem: Hashable {
    case notAllowed
    /// Allowed, but not within a paragraph, which a browser would close.
    case notInText
    case neverClosed
  }

  /// A tag to report: as written, and where, in bytes of the HTML that was given.
  struct Finding {
    var problem: Problem
    var tag: String
    var offset: Int
  }

  private static let allowed: [String: Set<String>] = [
    "abbr": ["title"], "details": ["open"], "summary": [], "kbd": [], "sup": [], "sub": [], "br": [], "q": [],
    "cite": [], "mark": [], "span": [], "a": ["name"],
  ]
  private static let allowedEverywhere: Set<String> = ["id", "lang", "dir"]
  private static let blocks: Set<String> = ["details", "summary"]
  private static let commentStart = Array("<!--".utf8)

  /// Whether it serves a stretch of text.
  private let isInText: Bool
  /// The elements that are open, outermost first.
  private(set) var open: [String] = []

  init(inText isInText: Bool = false) { self.isInText = isInText }

  /// The HTML that stays, and what is to be reported.
  mutating func filter(_ html: String) -> (html: String, findings: [Finding]) {
    let bytes = Array(html.utf8)
    var kept: [UInt8] = []
    var findings: [Finding] = []
    var skippedElement: String?
    func report(_ problem: Problem, _ range: Range<Int>) {
      findings.append(Finding(problem: problem, tag: Self.summary(of: bytes[range]), offset: range.lowerBound))
    }
    for token in HTMLTokenizer(bytes) {
      if let name = skippedElement {
        if case .end(name, _) = token { skippedElement = nil }
        continue
      }
      switch token {
      case .text(let range, _): Self.append(bytes[range], to: &kept)
      case .unfinishedTag(let range), .comment(let range, isClosed: false): report(.neverClosed, range)
      case .comment(let range, _):
        if !bytes[range].starts(with: Self.commentStart) { report(.notAllowed, range) }
      case .doctype(let range): report(.notAllowed, range)
      // The end of what was never opened, or was taken out, goes without a finding: its beginning was reported.
      case .end(let name, _): kept += end(name).utf8
      case .start(let tag) where isInText && Self.blocks.contains(tag.name): report(.notInText, tag.range)
      case .start(let tag) where Self.isAllowed(tag) && open.count < CmarkReader.depthLimit:
        kept += Self.write(tag).utf8
        if !HTMLForms.void.contains(tag.name) { open.append(tag.name) }
      case .start(let tag):
        report(.notAllowed, tag.range)
        if tag.name == "script" || tag.name == "style" { skippedElement = tag.name }
      }
    }
    return (String(decoding: kept, as: UTF8.self), findings)
  }

  /// Closes what is still open; empty where nothing is.
  mutating func closeAll() -> String {
    defer { open = [] }
    return open.reversed().map { "</\($0)>" }.joined()
  }

  /// The end tags up to an element that is open; nothing where it is not.
  private mutating func end(_ name: String) -> String {
    guard let index = open.lastIndex(of: name) else { return "" }
    defer { open.removeSubrange(index...) }
    return open[index...].reversed().map { "</\($0)>" }.joined()
  }

  private static func isAllowed(_ tag: HTMLTag) -> Bool {
    guard let attributes = allowed[tag.name] else { return false }
    return tag.attributes.allSatisfy { attributes.contains($0.name) || allowedEverywhere.contains($0.name) }
  }

  private static func write(_ tag: HTMLTag) -> String {
    var written: Set<String> = []
    let attributes = tag.attributes.filter { written.insert($0.name).inserted }.map { attribute in
      attribute.value.isEmpty ? " \(attribute.name)" : " \(attribute.name)=\"\(HTMLText.escape(attribute.value))\""
    }
    return "<\(tag.name)\(attributes.joined())>"
  }

  /// Text between tags: a `<` that begins no tag must not begin one once its neighbours are gone.
  private static func append(_ bytes: ArraySlice<UInt8>, to kept: inout [UInt8]) {
    for byte in bytes {
      if byte == UInt8(ascii: "<") { kept += "&lt;".utf8 } else { kept.append(byte) }
    }
  }

  /// A tag as a message shows it: its first line, and not all of a long one.
  private static func summary(of tag: ArraySlice<UInt8>) -> String {
    let line = String(decoding: tag.prefix { !$0.isLineEnd }, as: UTF8.self)
    return line.count > 60 ? line.prefix(60) + "…" : line
  }
}
