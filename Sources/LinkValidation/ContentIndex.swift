import Diagnostics
import MarkdownTree
import Toolbox

/// Where a link leads, in terms of the toolbox; addresses are the plan's affair.
public enum Destination: Sendable, Hashable {
  /// The home page.
  case home(anchor: String?)
  /// The page of a section.
  case section(EntryKind, anchor: String?)
  /// An entry.
  case entry(EntryID, anchor: String?)
  /// An image or a download: its path below the content folder, and what follows `#`.
  case asset(path: String, fragment: String?)
  /// Outside the site.
  case external(String)
}

/// Why a link leads nowhere.
public enum LinkFailure: Error, Sendable, Hashable {
  /// Nothing was written.
  case placeholder
  /// No such file; the nearest one, as it should be written.
  case notFound(path: String, nearest: String?)
  /// Above the content folder.
  case outsideContent
  /// A scheme that a published page must not use.
  case unsupported(scheme: String)
  /// `//host/…`
  case protocolRelative(String)
}

/// Every file that a link may lead to.
public struct ContentIndex: Sendable {
  private static let contentFolder = "content"

  private enum Item: Sendable {
    case home
    case section(EntryKind)
    case entry(EntryID)
    case asset
  }

  private let items: [String: Item]

  /// Indexes a toolbox.
  public init(_ toolbox: Toolbox) {
    var items: [String: Item] = [:]
    if let home = toolbox.home { items[home.file] = .home }
    for (kind, page) in toolbox.introductions { items[page.core.file] = .section(kind) }
    for entry in toolbox.entries { items[entry.core.file] = .entry(entry.id) }
    for asset in toolbox.assets { items[Self.contentFolder + "/" + asset] = .asset }
    self.items = items
  }

  /// Where a target leads, seen from a file; and whether it leads to the general edition on purpose.
  public func resolve(
    _ target: LinkTarget, from file: String
  ) throws(LinkFailure) -> (destination: Destination, isGeneral: Bool) {
    switch target {
    case .placeholder: throw .placeholder
    case .unsupported(let scheme): throw .unsupported(scheme: scheme)
    case .protocolRelative(let address): throw .protocolRelative(address)
    case .web(let address), .contact(let address): return (.external(address), false)
    case .sameDocument(let anchor):
      guard let item = items[file] else { throw .notFound(path: file, nearest: nil) }
      return (destination(of: item, path: file, anchor: anchor), false)
    case .file(let path, let anchor):
      let folder = file.split(separator: "/").dropLast().map(String.init)
      return (try find(path, from: folder, anchor: anchor), false)
    case .generalEdition(let path, let anchor):
      return (try find(path, from: [Self.contentFolder, EntryKind.chapter.folder], anchor: anchor), true)
    }
  }

  private func find(_ path: String, from folder: [String], anchor: String?) throws(LinkFailure) -> Destination {
    guard !path.hasPrefix("/"), let parts = Self.normalise(folder + path.split(separator: "/").map(String.init)),
      parts.first == Self.contentFolder
    else { throw .outsideContent }
    let full = parts.joined(separator: "/")
    if let item = items[full] { return destination(of: item, path: full, anchor: anchor) }
    if parts.count == 2, let kind = EntryKind(rawValue: parts[1]), kind != .page {
      return .section(kind, anchor: anchor)
    }
    if parts.count == 3, parts[2] == "index.md", let kind = EntryKind(rawValue: parts[1]), kind != .page {
      return .section(kind, anchor: anchor)
    }
    throw .notFound(path: path, nearest: nearest(to: full, from: folder))
  }

  private func destination(of item: Item, path: String, anchor: String?) -> Destination {
    switch item {
    case .home: .home(anchor: anchor)
    case .section(let kind): .section(kind, anchor: anchor)
    case .entry(let id): .entry(id, anchor: anchor)
    case .asset: .asset(path: String(path.dropFirst(Self.contentFolder.count + 1)), fragment: anchor)
    }
  }

  /// The file that was probably meant: the same name in another folder, or the nearest path; as a link from the folder.
  private func nearest(to path: String, from folder: [String]) -> String? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let names = Dictionary(grouping: items.keys) { $0.split(separator: "/").last.map(String.init) ?? $0 }
    let sameFolder = items.keys.filter { $0.hasPrefix(path.dropLast(name.count)) }
    let found =
      NearestMatch.find(path, among: sameFolder)
      ?? NearestMatch.find(name, among: names.keys).flatMap { names[$0]?.sorted().first }
      ?? NearestMatch.find(name + ".md", among: names.keys).flatMap { names[$0]?.sorted().first }
    return found.map { Self.relative($0.split(separator: "/").map(String.init), from: folder) }
  }

  private static func relative(_ path: [String], from folder: [String]) -> String {
    var common = 0
    while common < folder.count, common < path.count - 1, folder[common] == path[common] { common += 1 }
    let up = Array(repeating: "..", count: folder.count - common)
    return (up + path[common...]).joined(separator: "/")
  }

  private static func normalise(_ parts: [String]) -> [String]? {
    var result: [String] = []
    for part in parts where part != "." {
      if part == ".." {
        guard result.popLast() != nil else { return nil }
      } else {
        result.append(part)
      }
    }
    return result
  }
}
