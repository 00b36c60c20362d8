/// Raw HTML in the content: a few harmless tags stay, comments vanish, all else is taken out and named.
enum RawHTMLFilter {
  /// What stays, and the attributes that it may carry.
  private static let allowed: [String: Set<String>] = [
    "abbr": ["title"], "details": ["open"], "summary": [], "kbd": [], "sup": [], "sub": [], "br": [], "q": [],
    "cite": [], "mark": [], "span": [], "a": [],
  ]
  private static let allowedEverywhere: Set<String> = ["id", "name", "lang", "dir"]

  /// The HTML that stays, and the tags that were taken out, as written.
  static func filter(_ html: String) -> (html: String, removed: [String]) {
    let bytes = Array(html.utf8)
    var kept: [UInt8] = []
    var removed: [String] = []
    var position = 0
    var skippedElement: String?
    for tag in HTMLTagScanner(bytes) {
      if skippedElement == nil { kept += escapingStrayTags(bytes[position..<tag.range.lowerBound]) }
      position = tag.range.upperBound
      if tag.name.isEmpty { continue }
      if tag.name == skippedElement, tag.isEnd {
        skippedElement = nil
        continue
      }
      if skippedElement != nil { continue }
      if isAllowed(tag) {
        kept += bytes[tag.range]
      } else {
        if !tag.isEnd { removed.append(String(decoding: bytes[tag.range], as: UTF8.self)) }
        if !tag.isEnd, tag.name == "script" || tag.name == "style" { skippedElement = tag.name }
      }
    }
    if skippedElement == nil { kept += escapingStrayTags(bytes[position...]) }
    return (String(decoding: kept, as: UTF8.self), removed)
  }

  private static func isAllowed(_ tag: HTMLTagScanner.Tag) -> Bool {
    guard let attributes = allowed[tag.name] else { return false }
    return tag.attributes.allSatisfy { attributes.contains($0.name) || allowedEverywhere.contains($0.name) }
  }

  /// A `<` that begins no tag must not begin one once its neighbours are gone.
  private static func escapingStrayTags(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.flatMap { $0 == UInt8(ascii: "<") ? Array("&lt;".utf8) : [$0] }
  }
}
