import Diagnostics
import Encodings
import HTML
import SearchIndexing
import SitePlanning

/// The changes that readers can notice: new, changed, removed and moved pages, and removed anchors.
package struct SiteChanges: Sendable, Equatable {
  /// A page whose address changed.
  package struct Move: Sendable, Equatable {
    /// The former address.
    package var from: String
    /// The new address.
    package var to: String
  }

  /// The paths of the new pages in the output. All lists of this type are sorted.
  package var added: [String] = []
  /// The paths of the pages whose content or look changed.
  package var changed: [String] = []
  /// The paths of the removed pages.
  package var removed: [String] = []
  /// The pages that have a new address and the same text.
  package var moved: [Move] = []
  /// The anchors that a changed page no longer has, in the form `page#anchor`.
  package var anchorsGone: [String] = []

  /// The causes of each change. The key is the path of the page. For a moved page, the key is the new path. Empty if no
  /// previous build is known.
  package var causes: [String: [ChangeCause]] = [:]

  /// Whether nothing changed.
  package var isEmpty: Bool { self == SiteChanges() }

  /// The paths of all new, changed, removed and moved pages. A moved page has its new path.
  package var pages: [String] { added + changed + removed + moved.map(\.to) }

  /// Creates a value without changes.
  package init() {}

  /// Compares two publications.
  /// - Parameters:
  ///   - former: the manifest of the last complete publication.
  ///   - previous: the former content of the changed and removed pages. The key is the path of the page.
  ///   - files: the files of the new publication. Only the new and the changed files are necessary.
  package init(from former: Manifest, previous: [String: [UInt8]], to wanted: Manifest, files: [StagedFile]) {
    let (before, now) = (Self.pages(of: former), Self.pages(of: wanted))
    added = now.keys.filter { before[$0] == nil }.sorted()
    removed = before.keys.filter { now[$0] == nil }.sorted()
    changed = now.filter { before[$0.key] != nil && before[$0.key] != $0.value }.keys.sorted()
    let pages = files.filter { OutputPath.isPage($0.path) }.map { ($0.path, $0.bytes) }
    let bytes = Dictionary(pages) { first, _ in first }
    findMoves(previous: previous, now: bytes)
    let gone = concurrentMap(changed) { (path: String) -> [String] in
      guard let old = previous[path], let new = bytes[path] else { return [] }
      return Self.anchors(of: old).subtracting(Self.anchors(of: new)).sorted().map { "\(path)#\($0)" }
    }
    anchorsGone = gone.flatMap { $0 }
  }

  /// Finds moved pages. A removed page and a new page count as a moved page if they have the same text, with the same
  /// headings and anchors. Menus and other parts are not compared, because they depend on the address of the page.
  private mutating func findMoves(previous: [String: [UInt8]], now: [String: [UInt8]]) {
    guard !added.isEmpty, !removed.isEmpty else { return }
    var candidates = added.compactMap { path in now[path].map { (path, PageSections($0)) } }
    for path in removed {
      guard let sections = previous[path].map({ PageSections($0) }), !sections.title.isEmpty,
        let index = candidates.firstIndex(where: { $0.1 == sections })
      else { continue }
      moved.append(Move(from: path, to: candidates.remove(at: index).0))
    }
    let (left, taken) = (Set(moved.map(\.from)), Set(moved.map(\.to)))
    removed.removeAll { left.contains($0) }
    added.removeAll { taken.contains($0) }
  }

  private static func pages(of manifest: Manifest) -> [String: String] {
    manifest.current.filter { OutputPath.isPage($0.key) }
  }

  /// The anchors of a page: the ids to which links can lead. Ids with an underscore are left out, because they belong
  /// to the theme.
  private static func anchors(of page: [UInt8]) -> Set<String> {
    Set(PageTree(page).identified.keys.filter { !$0.contains("_") })
  }
}

extension SiteChanges {
  /// The changes as JSON for scripts.
  package var json: JSONValue {
    [
      "added": .strings(added), "anchorsGone": .strings(anchorsGone),
      "causes": .object(sorted: causes.mapValues { .array($0.map(\.json)) }), "changed": .strings(changed),
      "moved": .array(moved.map { ["from": .string($0.from), "to": .string($0.to)] }), "removed": .strings(removed),
    ]
  }
}
