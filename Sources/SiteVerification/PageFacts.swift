import HTML
import SitePlanning

/// The ids, the links and the element counts of a page.
package struct PageFacts: Sendable {
  /// An address on a page.
  package struct Link: Sendable, Hashable {
    /// The moment at which a browser loads the target.
    package enum Loading: Sendable, Hashable {
      /// With the page.
      case withPage
      /// With the page, as a replacement for the `src` of the same element.
      case instead
      /// By a script, at the first use of a feature.
      case atFirstUse
      /// When the reader follows the link.
      case followed
    }

    package var value: String
    package var loading: Loading

    /// Whether the page loads the target without navigation.
    var isLoaded: Bool { loading != .followed }
  }

  package private(set) var ids: Set<String> = []
  package private(set) var links: [Link] = []
  /// The number of elements with each name, counted as EcoIndex does. The key is the name of the elements.
  package private(set) var elements: [String: Int] = [:]

  /// Whether the page has a `base` element. This element changes the base of the page's addresses.
  private(set) var hasBase = false

  private static let loadedRelations: Set<String> = ["stylesheet", "icon", "preload", "modulepreload", "manifest"]

  /// Reads a page, a drawing or a style sheet; nil for any other file.
  package init?(_ file: StagedFile) {
    switch file.path.split(separator: ".").last?.lowercased() {
    case "css":
      self.init([])
      addStyle(file.bytes[...])
    case "html", "htm", "svg", "xhtml": self.init(file.bytes)
    default: return nil
    }
  }

  package init(_ html: [UInt8]) { self.init(PageTree(html)) }

  package init(_ page: PageTree) {
    for element in page.elements {
      let tag = element.tag
      if tag.name == "base" { hasBase = true }
      for attribute in tag.attributes {
        switch attribute.name {
        case "id": ids.insert(attribute.value)
        case "name" where tag.name == "a": ids.insert(attribute.value)
        case "style": addStyle(Array(attribute.value.utf8)[...])
        case "href" where tag.name != "base", "xlink:href":
          links.append(Link(value: attribute.value, loading: Self.loadsTarget(tag) ? .withPage : .followed))
        case "action", "formaction", "cite": links.append(Link(value: attribute.value, loading: .followed))
        case "srcset", "imagesrcset":
          links += Self.candidates(attribute.value).map { Link(value: $0, loading: .instead) }
        case "src", "poster", "data": links.append(Link(value: attribute.value, loading: .withPage))
        case "data-index", "data-script": links.append(Link(value: attribute.value, loading: .atFirstUse))
        default: break
        }
      }
      if tag.name == "style" { for text in page.texts[element.texts] { addStyle(page.bytes[text.range]) } }
    }
    elements = Self.elements(of: page)
  }

  /// Counts elements as EcoIndex does. Elements inside drawings do not count. Elements inside `noscript` and `template`
  /// do not count either, because a browser with scripts does not add them to the document.
  private static func elements(of page: PageTree) -> [String: Int] {
    var counts: [String: Int] = [:]
    var place = 0
    while place < page.elements.count {
      let name = page.elements[place].name
      counts[name, default: 0] += 1
      place = opaque.contains(name) ? page.inside(place).upperBound : place + 1
    }
    return counts
  }

  private static let opaque: Set<String> = ["svg", "noscript", "template"]

  private mutating func addStyle(_ style: ArraySlice<UInt8>) {
    links += StyleAddresses.find(in: style).map { Link(value: $0, loading: .withPage) }
  }

  private static func loadsTarget(_ tag: HTMLTag) -> Bool {
    guard tag.name == "link" else { return tag.name == "use" || tag.name == "image" }
    let relations = (tag.value(of: "rel") ?? "").lowercased().split(separator: " ").map(String.init)
    return relations.contains { loadedRelations.contains($0) }
  }

  /// Parses the addresses of a `srcset` by the rules of the HTML standard. An address ends at white space. If the
  /// address ends with commas, the commas are removed, and no image size follows.
  package static func candidates(_ text: String) -> [String] {
    var candidates: [String] = []
    var rest = Substring(text)
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "," }
      guard !rest.isEmpty else { return candidates }
      let address = rest.prefix { !$0.isWhitespace }
      rest = rest[address.endIndex...]
      var trimmed = address
      while trimmed.last == "," { trimmed = trimmed.dropLast() }
      candidates.append(String(trimmed))
      if trimmed.endIndex == address.endIndex { rest = rest.drop { $0 != "," } }
    }
  }
}

/// Finds the addresses that a style sheet loads: `url(…)` and `@import "…"`.
enum StyleAddresses {
  /// Finds all addresses, in order. Comments are not excluded, because a comment has no reason to contain an address.
  static func find(in style: ArraySlice<UInt8>) -> [String] {
    var addresses: [String] = []
    var index = style.startIndex
    while index < style.endIndex {
      guard style[index] == UInt8(ascii: "@") || style[index] | 0x20 == UInt8(ascii: "u") else {
        index += 1
        continue
      }
      let rest = style[index...]
      if begins(rest, with: "url(") {
        addresses += address(in: rest.dropFirst(4), end: UInt8(ascii: ")"))
        index += 4
      } else if begins(rest, with: "@import") {
        let target = rest.dropFirst(7).drop { $0 <= 0x20 }
        if let quote = target.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
          addresses += address(in: target, end: quote)
        }
        index += 7
      } else {
        index += 1
      }
    }
    return addresses
  }

  private static func begins(_ bytes: ArraySlice<UInt8>, with word: String) -> Bool {
    zip(bytes, word.utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 } && bytes.count >= word.utf8.count
  }

  private static func address(in bytes: ArraySlice<UInt8>, end: UInt8) -> [String] {
    var bytes = bytes.drop { $0 <= 0x20 }
    var end = end
    if let quote = bytes.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      bytes = bytes.dropFirst()
      end = quote
    }
    guard let last = bytes.firstIndex(of: end) else { return [] }
    let text = String(decoding: bytes[bytes.startIndex..<last], as: UTF8.self)
    let trimmed = String(text.reversed().drop(while: \.isWhitespace).reversed())
    return trimmed.isEmpty ? [] : [trimmed]
  }
}
