import Encodings
import MarkdownTree
import SiteVerification

/// The part of a page on which the checks of other pages and of the whole site depend. This part consists of the ids,
/// links, title, landmarks, menu and search of the page.
enum PageInterface {
  /// The SHA-256 of this part of a page.
  static func digest(_ facts: PageFacts, _ accessibility: PageAccessibility) -> [UInt8] {
    var writer = ByteWriter()
    writer.add(each: facts.ids.sorted()) { $0.add($1) }
    writer.add(each: facts.links) { writer, link in
      writer.add(link.value)
      writer.add(link.loading.code)
    }
    writer.add(optional: accessibility.title) { $0.add($1) }
    writer.add(each: accessibility.landmarks) { $0.add($1) }
    writer.add(each: accessibility.menu) { $0.add($1) }
    writer.add(accessibility.hasSearch)
    // An accessibility fault has a source location, and this location may change with the text. So a page with faults
    // requires a full build.
    writer.add(accessibility.faults.isEmpty)
    return Digest.sha256Bytes(writer.bytes)
  }
}

extension PageFacts.Link.Loading {
  fileprivate var code: UInt64 {
    switch self {
    case .withPage: 0
    case .instead: 1
    case .atFirstUse: 2
    case .followed: 3
    }
  }
}
