import HTML

/// The elements of a page and its text, without the places of either.
struct PageContent: Codable, Hashable {
  /// Each element in reading order: its name, then its attributes as `name=value`, sorted.
  var elements: [[String]]
  /// All text, references decoded.
  var text: String

  /// The content of a page as `HTMLReader` gives it.
  init(_ html: String) {
    let bytes = Array(html.utf8)
    (elements, text) = ([], "")
    for event in HTMLReader(bytes) {
      switch event {
      case .open(let opening):
        var names: Set<String> = []
        let attributes = opening.tag.attributes.filter { names.insert($0.name).inserted }
        elements.append([opening.tag.name] + attributes.map { "\($0.name)=\($0.value)" }.sorted(by: Self.inUnits))
      case .text(let range, let decodes):
        text += decodes ? HTMLText.decode(bytes[range]) : String(decoding: bytes[range], as: UTF8.self)
      case .close, .strayEnd, .comment, .doctype: break
      }
    }
  }

  /// The order of JavaScript: by UTF-16 units.
  private static func inUnits(_ left: String, _ right: String) -> Bool {
    left.utf16.lexicographicallyPrecedes(right.utf16)
  }

  /// The content without what the tree adds to every page: the elements that it implies, and the blanks that it drops.
  var written: PageContent {
    var content = self
    content.elements.removeAll { $0.count == 1 && Self.implied.contains($0[0]) }
    content.text.removeAll { $0.isWhitespace }
    return content
  }

  private static let implied: Set<String> = ["html", "head", "body", "tbody", "colgroup", "tr"]
}
