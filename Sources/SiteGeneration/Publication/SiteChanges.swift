import Diagnostics
import Encodings
import MarkdownTree

/// What a publication changed for readers: addresses that came, went or moved, and anchors that are gone.
public struct SiteChanges: Sendable, Equatable {
  /// A page that has another address now.
  public struct Move: Sendable, Equatable {
    /// The former address.
    public var from: String
    /// The new one.
    public var to: String
  }

  /// The pages that are new, sorted as the other lists are. Each is a path in the output.
  public var added: [String] = []
  /// The pages that say something else, or look otherwise.
  public var changed: [String] = []
  /// The pages that are gone.
  public var removed: [String] = []
  /// The pages whose text stands under another address.
  public var moved: [Move] = []
  /// The anchors that pages no longer have, as `page#anchor`.
  public var anchorsGone: [String] = []

  /// What made each page other than it was, by its path: those that are new, changed, gone or moved, the latter by their new
  /// path. Empty where nothing is known of the build before.
  public internal(set) var causes: [String: [ChangeCause]] = [:]

  /// Whether nothing changed.
  public var isEmpty: Bool { self == SiteChanges() }

  /// The pages that are not what they were.
  var pages: [String] { added + changed + removed + moved.map(\.to) }

  /// No change.
  public init() {}

  /// Compares two publications.
  /// - Parameters:
  ///   - former: the manifest of the last that ended.
  ///   - previous: the pages that it wrote, as far as they were still there to be read.
  ///   - files: the site as it is now.
  init(from former: Manifest, previous: [String: [UInt8]], to wanted: Manifest, files: [StagedFile]) {
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

  /// A page moved where what it says, headings and their anchors included, is what a page said that is gone. What stands
  /// around it, menus above all, differs with the address.
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

  /// What links lead to; ids with an underscore are the theme's own.
  private static func anchors(of page: [UInt8]) -> Set<String> {
    var anchors: Set<String> = []
    for tag in HTMLTagScanner(page) where !tag.isEnd {
      for attribute in tag.attributes where attribute.name == "id" && !attribute.value.contains("_") {
        anchors.insert(attribute.value)
      }
    }
    return anchors
  }
}

extension SiteChanges {
  /// The changes as scripts are told.
  var json: JSONValue {
    [
      "added": .strings(added), "anchorsGone": .strings(anchorsGone),
      "causes": .object(sorted: causes.mapValues { .array($0.map(\.json)) }), "changed": .strings(changed),
      "moved": .array(moved.map { ["from": .string($0.from), "to": .string($0.to)] }), "removed": .strings(removed),
    ]
  }
}
