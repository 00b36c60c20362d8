import Addresses
import Diagnostics
import Toolbox

/// The destination of a link. `SitePlan` computes the address of each destination.
package enum Destination: Sendable, Hashable {
  /// The home page.
  case home(anchor: AddressFragment?)
  /// The page of a section.
  case section(EntryKind, anchor: AddressFragment?)
  /// An entry.
  case entry(EntryID, anchor: AddressFragment?)
  /// A declaration of the publisher.
  case declaration(DeclarationKind, anchor: AddressFragment?)
  /// An image or a download: its path below the content folder, and the fragment of the link.
  case asset(path: String, fragment: AddressFragment?)
  /// An address outside the site.
  case external(String)

  /// The anchor in the destination page. Nil if the link has no anchor, leads to a file, or leads out of the site.
  package var anchor: AddressFragment? {
    switch self {
    case .home(let anchor), .section(_, let anchor), .entry(_, let anchor), .declaration(_, let anchor): anchor
    case .asset, .external: nil
    }
  }
}

/// The reason why a link has no destination.
package enum LinkFailure: Error, Sendable, Hashable {
  /// The target is empty, or `#`.
  case placeholder
  /// The file does not exist. `nearest` is the target that the editor probably meant, in the form to write in the link.
  case notFound(path: String, nearest: String?)
  /// The path leads out of the content folder. `nearest` is the target that the editor probably meant, in the form to
  /// write in the link.
  case outsideContent(nearest: String?)
  /// A scheme that a published page must not use.
  case unsupported(scheme: String)
  /// `https:` without a host.
  case incomplete(String)
  /// A host or a port that cannot exist.
  case malformed(String)
  /// A malformed mail address or telephone number.
  case malformedContact(String)
  /// An address without a scheme, such as `//host/…`.
  case protocolRelative(String)
}

/// An index of every file to which a link may lead.
package struct ContentIndex: Sendable {
  /// The destination of a link, and the file at this destination.
  struct Resolution {
    var destination: Destination
    var isGeneral: Bool
    /// The path of the file; nil if the link leads out of the content.
    var path: String?
  }

  /// The files that may be proposed for a broken link. If no proposal is needed, `none` saves time, because a search
  /// compares all files.
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

  /// An item, and its path exactly as on the disk. The path in a link may have different bytes, because an accented
  /// letter can be one code point or two. The lookup still finds the item, because Swift treats the two forms of a
  /// letter as equal.
  private struct Found: Sendable {
    var item: Item
    var path: String
  }

  private let items: [String: Found]
  private let nearestFile: NearestFile
  private let nearestImage: NearestFile
  private let sections: Set<EntryKind>

  /// Indexes a toolbox.
  package init(_ toolbox: Toolbox) {
    var items: [String: Found] = [:]
    func add(_ item: Item, _ path: String) { items[path] = Found(item: item, path: path) }
    if let home = toolbox.home { add(.home, home.file) }
    for (kind, page) in toolbox.introductions { add(.section(kind), page.core.file) }
    for entry in toolbox.entries { add(.entry(entry.id), entry.core.file) }
    for kind in DeclarationKind.allCases where toolbox.declarations.has(kind) { add(.declaration(kind), kind.file) }
    let assets = toolbox.assets.map { Self.contentFolder + "/" + $0 }
    for asset in assets { add(.asset, asset) }
    self.items = items
    let sections = EntryKind.allCases.filter(toolbox.hasSection)
    // A link may lead to a section that has no introduction.
    let pages = sections.map { "\(Self.contentFolder)/\($0.folder)/index.md" }.filter { items[$0] == nil }
    nearestFile = NearestFile(Array(items.keys) + pages)
    nearestImage = NearestFile(assets)
    self.sections = Set(sections)
  }

  /// Resolves the target of a link in the given file. Returns the destination, and whether the target explicitly names
  /// the general edition.
  package func resolve(
    _ target: LinkTarget, from file: String
  ) throws(LinkFailure) -> (destination: Destination, isGeneral: Bool) {
    let resolution = try follow(target, from: file)
    return (resolution.destination, resolution.isGeneral)
  }

  /// Resolves the target of a link in the given file. Returns the destination, and the path of the file at this
  /// destination.
  ///
  /// - Parameter proposals: the files that may be proposed if the target does not exist.
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

  /// The target that a link needs to lead to a content file in the general edition. Example: `guide:charge.md`.
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
    if let found = items[full + "/index.md"] {
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

  // MARK: Proposals

  /// The relative target to propose for an absolute path such as `/guide/charge.md`. The path is looked up in the
  /// content folder, then in the root folder of the toolbox. Nil if no file matches.
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
