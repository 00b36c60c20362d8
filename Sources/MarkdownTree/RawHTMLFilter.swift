import HTML

/// Filters raw HTML of the content. Keeps a few harmless tags, and removes comments. Removes all other markup, and
/// reports it.
///
/// Each filter is used for a single list of blocks or a single list of inlines. An element must be closed in the list
/// in which it was opened. An element that stays open would contain the rest of the page. Allowed tags are written
/// again from the parsed tokens. Therefore no quote or bracket stays open.
struct RawHTMLFilter {
  /// The problem of a tag.
  enum Problem: Hashable {
    case notAllowed
    /// The tag is allowed, but not in a paragraph, because a browser would close the paragraph before the tag.
    case notInText
    case neverClosed
  }

  /// A problem with a tag. `tag` is the text of the tag, shortened for a message. `offset` is the offset of the tag in
  /// the HTML, in bytes.
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

  /// Whether the filter is for inlines. Otherwise it is for blocks.
  private let isInText: Bool
  /// The elements that are open, outermost first.
  private(set) var open: [String] = []

  init(inText isInText: Bool = false) { self.isInText = isInText }

  /// Filters HTML: returns the HTML to keep, and the findings.
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
      // An end tag without an open element is removed without a finding. If the filter removed its start tag, a finding
      // already exists for the start tag.
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

  /// Closes all open elements, and returns their end tags.
  mutating func closeAll() -> String {
    defer { open = [] }
    return open.reversed().map { "</\($0)>" }.joined()
  }

  /// Closes the innermost open element that has this name, and all elements inside this element. Returns their end
  /// tags; an empty text if no open element has this name.
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

  /// Appends text between tags. Escapes each `<`, because a `<` could begin a new tag after another tag was removed.
  private static func append(_ bytes: ArraySlice<UInt8>, to kept: inout [UInt8]) {
    for byte in bytes {
      if byte == UInt8(ascii: "<") { kept += "&lt;".utf8 } else { kept.append(byte) }
    }
  }

  /// A tag for a message: its first line, with at most 60 characters.
  private static func summary(of tag: ArraySlice<UInt8>) -> String {
    let line = String(decoding: tag.prefix { !$0.isLineEnd }, as: UTF8.self)
    return line.count > 60 ? line.prefix(60) + "…" : line
  }
}
