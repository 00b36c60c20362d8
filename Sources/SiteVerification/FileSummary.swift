import Addresses
import SitePlanning

/// What a page, a drawing or a style sheet says to the checks of other files. With the summaries of all files, a site is
/// checked without its pages. If something is wrong, the exact text of the page is read (``PageVerifier``).
package struct FileSummary: Sendable, Equatable {
  /// A link that leads to a path in the site.
  struct Link: Sendable, Hashable {
    /// The hash of the path to which the link leads.
    let target: UInt64
    /// The hashes of the ids that the link may name. Nil if the link names no id, or the top of the page.
    let ids: [UInt64]?
    /// Whether a browser loads the target with the page.
    let isLoaded: Bool
  }

  /// The hashes of the ids, in ascending order.
  let ids: [UInt64]
  /// The links that lead to a path in the site, without duplicates.
  let links: [Link]
  /// The number of all links.
  let linkCount: Int
  /// Whether the file has a link that is wrong whatever files the site has.
  let hasWrongAddress: Bool
  /// Whether the file has a `base` element.
  let hasBase: Bool
  /// What the checks of accessibility compare between pages; nil for a file that is not a page.
  package let shape: PageShape?

  /// Summarizes a page.
  package init(_ page: PageReading) {
    self.init(page.facts, of: page.path, shape: PageShape(page.accessibility))
  }

  /// Summarizes a drawing or a style sheet; nil for any other file.
  package init?(resource file: StagedFile) {
    guard let facts = PageFacts(file) else { return nil }
    self.init(facts, of: file.path, shape: nil)
  }

  init(
    ids: [UInt64], links: [Link], linkCount: Int, hasWrongAddress: Bool, hasBase: Bool, shape: PageShape?
  ) {
    self.ids = ids
    self.links = links
    self.linkCount = linkCount
    self.hasWrongAddress = hasWrongAddress
    self.hasBase = hasBase
    self.shape = shape
  }

  private init(_ facts: PageFacts, of path: String, shape: PageShape?) {
    let folder = AddressFolder(of: path)
    var links: Set<Link> = []
    var hasWrongAddress = false
    for link in Set(facts.links) {
      guard let target = folder.path(of: link.value) else {
        hasWrongAddress = hasWrongAddress || PublishedAddress(link.value).problem(isLoaded: link.isLoaded) != nil
        continue
      }
      links.insert(
        Link(
          target: Self.hash(target), ids: Self.ids(namedBy: link.value), isLoaded: link.loading == .withPage))
    }
    self.init(
      ids: facts.ids.map { Self.hash($0.utf8) }.sorted(), links: links.sorted(by: Self.isBefore),
      linkCount: facts.links.count, hasWrongAddress: hasWrongAddress, hasBase: facts.hasBase, shape: shape)
  }

  private static func ids(namedBy address: String) -> [UInt64]? {
    // The fast path: most fragments have no escapes and no directives.
    if let mark = address.utf8.firstIndex(of: UInt8(ascii: "#")) {
      let name = address.utf8[address.utf8.index(after: mark)...]
      if !name.isEmpty, name.allSatisfy(isPlain), !name.elementsEqual("top".utf8) { return [hash(name)] }
    }
    guard address.utf8.contains(UInt8(ascii: "#")), let fragment = AddressReference(address).fragment, !fragment.isTop
    else { return nil }
    var ids: [UInt64] = []
    _ = fragment.name {
      ids.append(hash($0.utf8))
      return false
    }
    return ids
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func isBefore(_ one: Link, _ other: Link) -> Bool {
    if one.target != other.target { return one.target < other.target }
    if one.isLoaded != other.isLoaded { return other.isLoaded }
    return (one.ids ?? []).lexicographicallyPrecedes(other.ids ?? [])
  }

  /// The hash FNV-1a of a path or of an id, in 64 bits. If two of the n paths of a site, or two of the ids that are
  /// compared, had one hash, a broken link could count as valid. The probability is about n²/2⁶⁵: one in 300,000,000 for
  /// 350,000 paths.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// Whether the file has an id with this hash.
  func has(id: UInt64) -> Bool {
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low] == id
  }
}

/// What the checks of accessibility compare between pages.
package struct PageShape: Sendable, Equatable {
  package let title: String?
  /// See ``PageAccessibility/landmarks``. The names are joined by a character that no name has.
  let landmarks: String
  /// See ``PageAccessibility/menu``. The names are joined likewise.
  let menu: String
  package let hasSearch: Bool
  /// Whether the page has a fault of its own.
  let hasFault: Bool

  init(_ page: PageAccessibility) {
    self.init(
      title: page.title, landmarks: page.landmarks.joined(separator: Self.separator),
      menu: page.menu.joined(separator: Self.separator), hasSearch: page.hasSearch, hasFault: !page.faults.isEmpty)
  }

  init(title: String?, landmarks: String, menu: String, hasSearch: Bool, hasFault: Bool) {
    (self.title, self.landmarks, self.menu) = (title, landmarks, menu)
    (self.hasSearch, self.hasFault) = (hasSearch, hasFault)
  }

  private static let separator = "\u{0}"

  /// The names in a text.
  static func names(in text: String) -> [String] {
    text.isEmpty ? [] : text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
