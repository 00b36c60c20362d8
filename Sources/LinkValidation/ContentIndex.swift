import Addresses
import Diagnostics
import MarkdownTree
import Toolbox

/// Where a link leads, in terms of the toolbox; addresses are the plan's affair.
public enum Destination: Sendable, Hashable {
  /// The home page.
  case home(anchor: AddressFragment?)
  /// The page of a section.
  case section(EntryKind, anchor: AddressFragment?)
  /// An entry.
  case entry(EntryID, anchor: AddressFragment?)
  /// A declaration of the publisher.
  case declaration(DeclarationKind, anchor: AddressFragment?)
  /// An image or a download: its path below the content folder, and what follows `#`.
  case asset(path: String, fragment: AddressFragment?)
  /// Outside the site.
  case external(String)

  /// The anchor that it names, if it leads into the site.
  public var anchor: AddressFragment? {
    switch self {
    case .home(let anchor), .section(_, let anchor), .entry(_, let anchor), .declaration(_, let anchor): anchor
    case .asset, .external: nil
    }
  }
}

/// Why a link leads nowhere.
public enum LinkFailure: Error, Sendable, Hashable {
  /// Nothing was written.
  case placeholder
  /// No such file; what was probably meant, as it should be written.
  case notFound(path: String, nearest: String?)
  /// Above the content folder; what was probably meant, as it should be written.
  case outsideContent(nearest: String?)
  /// A scheme that a published page must not use.
  case unsupported(scheme: String)
  /// `https:` without a host.
  case incomplete(String)
  /// A host or a port that cannot exist.
  case malformed(String)
  /// What is no address of mail, no telephone number.
  case malformedContact(String)
  /// `//host/…`
  case protocolRelative(String)
}

/// Every file that a link may lead to.
public struct ContentIndex: Sendable {
  /// Where a link leads, and the file that stands for it.
  struct Resolution {
    var destination: Destination
    var isGeneral: Bool
    /// The path of the file, where the link leads into the content.
    var path: String?
  }

  /// What to look for where a link leads nowhere; a search looks at every file.
  enum Proposals { case none, files, images }

  private static let contentFolder = "content"
  private static let generalFolder = [contentFolder, EntryKind.chapter.folder]

  private enum Item: Sendable {
    case home
    case section(EntryKind)
    case entry(EntryID)
    case declaration(DeclarationKind)
    case asset
  }

  /// What a path stands for, and the path as it is on the disk. Equal texts may differ in their bytes: an accent is one
  /// character or two. Whoever asks for a file by one form gets the address of the other, if that is the file's.
  private struct Found: Sendable {
    var item: Item
    var path: String
  }

  private let items: [String: Found]
  private let nearestFile: NearestFile
  private let nearestImage: NearestFile
  private let sections: Set<EntryKind>

  /// Indexes a toolbox.
  public init(_ toolbox: Toolbox) {
    var items: [String: Found] = [:]
    func add(_ item: Item, _ path: String) { items[path] = Found(item: item, path: path) }
    if let home = toolbox.home { add(.home, home.file) }
    for (kind, page) in toolbox.introductions { add(.section(kind), page.core.file) }
    for entry in toolbox.entries { add(.entry(entry.id), entry.core.file) }
    for kind in DeclarationKind.allCases where toolbox.declarations.has(kind) { add(.declaration(kind), kind.file) }
    let assets = toolbox.assets.map { Self.contentFolder + "/" + $0 }
    for asset in assets { add(.asset, asset) }
    self.items = items
    nearestFile = NearestFile(Array(items.keys))
    nearestImage = NearestFile(assets)
    // A section has a page once there is something in it; the guide always has one, the other pages never.
    sections = Set([.chapter] + toolbox.introductions.keys + toolbox.entries.map(\.id.kind)).subtracting([.page])
  }

  /// Where a target leads, seen from a file; and whether it leads to the general edition on purpose.
  public func resolve(
    _ target: LinkTarget, from file: String
  ) throws(LinkFailure) -> (destination: Destination, isGeneral: Bool) {
    let resolution = try follow(target, from: file)
    return (resolution.destination, resolution.isGeneral)
  }

  /// Where a target leads, and the file that stands for it.
  ///
  /// - Parameter proposals: what the failure should propose.
  func follow(
    _ target: LinkTarget, from file: String, proposing proposals: Proposals = .none
  ) throws(LinkFailure) -> Resolution {
    switch target {
    case .placeholder: throw .placeholder
    case .unsupported(let scheme): throw .unsupported(scheme: scheme)
    case .protocolRelative(let address): throw .protocolRelative(address)
    case .incomplete(let address): throw .incomplete(address)
    case .malformed(let address): throw .malformed(address)
    case .malformedContact(let address): throw .malformedContact(address)
    case .web(let address), .contact(let address):
      return Resolution(destination: .external(address), isGeneral: false, path: nil)
    case .sameDocument(let anchor):
      guard let found = items[file] else { throw .notFound(path: file, nearest: nil) }
      return Resolution(destination: destination(of: found, anchor: anchor), isGeneral: false, path: found.path)
    case .file(let path, let anchor):
      let folder = file.split(separator: "/").dropLast().map(String.init)
      return try find(Place(path: path, anchor: anchor, folder: folder, prefix: ""), proposing: proposals)
    case .generalEdition(let path, let anchor):
      let place = Place(path: path, anchor: anchor, folder: Self.generalFolder, prefix: LinkTarget.generalPrefix)
      return try find(place, proposing: proposals)
    }
  }

  /// A path of the content as `guide:` names it.
  static func generalTarget(of path: String, anchor: AddressFragment?) -> String {
    Place(path: "", anchor: anchor, folder: generalFolder, prefix: LinkTarget.generalPrefix)
      .written(path)
  }

  private func find(_ place: Place, proposing proposals: Proposals) throws(LinkFailure) -> Resolution {
    let isGeneral = !place.prefix.isEmpty
    guard !place.isAbsolute, let parts = place.parts, parts.first == Self.contentFolder else {
      throw .outsideContent(nearest: inside(place))
    }
    let full = parts.joined(separator: "/")
    if let found = items[full] {
      let destination = destination(of: found, anchor: place.anchor)
      return Resolution(destination: destination, isGeneral: isGeneral, path: found.path)
    }
    if parts.count == 2 || parts.count == 3 && parts[2] == "index.md", let kind = EntryKind(rawValue: parts[1]),
      sections.contains(kind)
    {
      return Resolution(destination: .section(kind, anchor: place.anchor), isGeneral: isGeneral, path: full)
    }
    throw .notFound(path: place.path, nearest: place.address ?? nearest(to: full, place, proposals))
  }

  private func destination(of found: Found, anchor: AddressFragment?) -> Destination {
    switch found.item {
    case .home: .home(anchor: anchor)
    case .section(let kind): .section(kind, anchor: anchor)
    case .entry(let id): .entry(id, anchor: anchor)
    case .declaration(let kind): .declaration(kind, anchor: anchor)
    case .asset: .asset(path: String(found.path.dropFirst(Self.contentFolder.count + 1)), fragment: anchor)
    }
  }

  // MARK: What was meant

  /// The file that an absolute path names, if `/` stands for the content folder: `/guide/charge.md`.
  private func inside(_ place: Place) -> String? {
    guard place.path.hasPrefix("/") else { return nil }
    let path = place.path.drop { $0 == "/" }
    let full = [Self.contentFolder + "/" + path, String(path)].first { items[$0] != nil }
    return full.map(place.written)
  }

  private func nearest(to path: String, _ place: Place, _ proposals: Proposals) -> String? {
    let files: NearestFile
    switch proposals {
    case .none: return nil
    case .files: files = nearestFile
    case .images: files = nearestImage
    }
    if path == Self.contentFolder {
      return items.values.first { if case .home = $0.item { true } else { false } }.map { place.written($0.path) }
    }
    return files.find(path.replacing("\\", with: "/")).map(place.written)
  }
}
