import Diagnostics
import Files
import Toolbox

/// Lists the files of the content folder, and finds the role of each file.
package struct ContentTree {
  package enum Role: Sendable, Hashable {
    case configuration
    case home
    case introduction(EntryKind)
    case entry(EntryKind)
    case asset
    case declaration(DeclarationKind)

    /// Whether the file is a text with front matter.
    var isEntry: Bool {
      switch self {
      case .home, .introduction, .entry: true
      case .configuration, .asset, .declaration: false
      }
    }
  }

  /// A file of the content folder, with its role. The path is relative to the root of the toolbox.
  package struct File: Sendable, Hashable {
    package let path: String
    package let role: Role

    fileprivate init(path: String, role: Role) {
      self.path = path
      self.role = role
    }

    /// The file at a path; nil if the content has no file there.
    package init?(_ path: String) {
      guard let role = ContentTree.role(of: path) else { return nil }
      self.init(path: path, role: role)
    }
  }

  /// The folder of images and downloads.
  static let assetFolder = "fichiers"
  /// The file of measurements that `trousse audit` writes.
  static let measures = "content/declarations/mesures.json"

  private let fileSystem: FileSystem
  private let root: String
  private(set) var files: [File] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// The paths that were found. The key is a path after ``PortableName/folded(_:)``. The value is the path as it is
  /// written. Two paths with the same key are equal on some systems.
  private var paths: [String: String] = [:]

  /// Whether the content folder has a file. Misplaced files also count.
  private(set) var hasContent = false

  init(root: String, fileSystem: FileSystem) {
    self.root = root
    self.fileSystem = fileSystem
    let content = Path.join(root, ToolboxFolder.content)
    guard fileSystem.kind(content) == .folder, let real = fileSystem.realPath(content) else {
      diagnostics.append(.missingContent(root: root))
      return
    }
    walk(ToolboxFolder.content, ancestors: [real], contentRoot: real)
    hasContent = !files.isEmpty || diagnostics.contains { $0.cause == .source }
    if files.isEmpty, diagnostics.isEmpty { diagnostics.append(.emptyContent()) }
  }

  private mutating func walk(_ folder: String, ancestors: [String], contentRoot: String) {
    let items: [FileSystem.Item]
    do {
      items = try fileSystem.list(Path.join(root, folder), .within(Path.join(root, ToolboxFolder.content)))
    } catch {
      diagnostics.append(.unreadableFile(folder, error))
      return
    }
    let names = items.map(\.name).filter { !Self.isIgnored($0) && !Self.isForMaintainers($0) }
    if let problem = GuideParts.problem(of: folder, items: names) { diagnostics.append(problem) }
    for item in items where !Self.isIgnored(item.name) {
      let path = Path.join(folder, item.name)
      guard check(name: item.name, path) else { continue }
      var below = ancestors
      if item.isLink {
        guard let target = linkTarget(path, ancestors: ancestors, contentRoot: contentRoot) else { continue }
        below.append(target)
      } else if item.kind == .folder, let last = ancestors.last {
        below.append(Path.join(last, item.name))
      }
      switch item.kind {
      case .folder:
        if check(folder: path) { walk(path, ancestors: below, contentRoot: contentRoot) }
      case .file: add(path)
      case .other: diagnostics.append(.misplacedFile(path, help: .notAFile))
      }
    }
  }

  /// Returns the target of a symbolic link. If the link must not be followed, reports it and returns nil.
  private mutating func linkTarget(_ path: String, ancestors: [String], contentRoot: String) -> String? {
    guard let target = fileSystem.realPath(Path.join(root, path)) else {
      diagnostics.append(.danglingLink(path))
      return nil
    }
    if ancestors.contains(target) {
      diagnostics.append(.symbolicLinkCycle(path))
      return nil
    }
    guard target == contentRoot || target.hasPrefix(contentRoot + "/") else {
      diagnostics.append(.symbolicLinkOutside(path))
      return nil
    }
    return target
  }

  /// Reports a name that is not portable. Also reports a name that some systems treat as equal to the name of an
  /// earlier item. Returns false if the item must be skipped.
  private mutating func check(name: String, _ path: String) -> Bool {
    let problem = PortableName.problem(of: name)
    if let problem { diagnostics.append(.unportableName(path, problem)) }
    if problem == .encoding { return false }
    let folded = PortableName.folded(path)
    guard let other = paths[folded] else {
      paths[folded] = path
      return true
    }
    // If two folders have equivalent names, the paths of their items are also equivalent. In this case, only the
    // folders are reported.
    guard Path.parent(path).utf8.elementsEqual(Path.parent(other).utf8) else { return true }
    diagnostics.append(.duplicateName(path, other: other))
    return other != path
  }

  private mutating func check(folder path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard parts.count == 2 else { return true }
    let known = EntryKind.allCases.map(\.folder) + [Self.assetFolder, DeclarationKind.folder]
    if known.contains(String(parts[1])) { return true }
    diagnostics.append(.unknownFolder(path, name: String(parts[1]), known: known))
    return false
  }

  private mutating func add(_ path: String) {
    if let role = Self.role(of: path) {
      files.append(File(path: path, role: role))
    } else if !Self.isForMaintainers(path) {
      report(path)
    }
  }

  /// The role of a file at a path below the root; nil if the content has no file there.
  static func role(of path: String) -> Role? {
    let parts = path.split(separator: "/")
    guard parts.count > 2 else {
      switch parts.last {
      case "site.yml": return .configuration
      case "accueil.md": return .home
      default: return nil
      }
    }
    if parts[1] == assetFolder { return .asset }
    if parts[1] == DeclarationKind.folder {
      return DeclarationKind.allCases.first { $0.file == path }.map { .declaration($0) }
    }
    guard let kind = EntryKind(rawValue: String(parts[1])), !isForMaintainers(path), GuideParts.isText(path) else {
      return nil
    }
    guard Path.stem(path).lowercased() == "index" else { return .entry(kind) }
    guard kind != .page, parts.count <= (kind.traits.hasParts ? 4 : 3), Path.name(path) == "index.md" else {
      return nil
    }
    return parts.count > 3 ? .entry(kind) : .introduction(kind)
  }

  /// Reports a file without a role.
  private mutating func report(_ path: String) {
    let parts = path.split(separator: "/").map(String.init)
    if parts.count == 2 {
      reportTopLevel(path, name: parts[1])
    } else if parts[1] == DeclarationKind.folder {
      guard path != Self.measures else { return }
      let names = DeclarationKind.allCases.map { Path.name($0.file) }
      let nearest = NearestMatch.find(Path.name(path), among: names) ?? names[0]
      diagnostics.append(.misplacedFile(path, help: .rename(nearest)))
    } else if let kind = EntryKind(rawValue: parts[1]) {
      reportEntry(path, parts: parts, kind: kind)
    }
  }

  private mutating func reportEntry(_ path: String, parts: [String], kind: EntryKind) {
    if !GuideParts.isText(path) {
      diagnostics.append(.misplacedFile(path, help: .notMarkdown))
    } else if kind == .page {
      // This file would be an introduction to a section of pages. There is no such section, so no page would show the
      // file.
      diagnostics.append(.misplacedFile(path, help: .name))
    } else if kind.traits.hasParts, parts.count > 4 {
      // The finding on the folder says what to do.
    } else if !kind.traits.hasParts, parts.count > 3 {
      // An entry gets its name from its file. An entry named `index` would have the same address as its section.
      diagnostics.append(.misplacedFile(path, help: .rename((parts.dropLast().last ?? "") + ".md")))
    } else {
      diagnostics.append(.misplacedFile(path, help: .rename("index.md")))
    }
  }

  private mutating func reportTopLevel(_ path: String, name: String) {
    guard name != "liens.json" else { return }
    let nearest = NearestMatch.find(name, among: ["site.yml", "accueil.md"])
    diagnostics.append(.misplacedFile(path, help: nearest.map { .rename($0) } ?? .move))
  }

  /// Whether a file is for the people who maintain the folder. An example is a README. Such files are never published.
  private static func isForMaintainers(_ path: String) -> Bool {
    ["README", "LISEZMOI", "LICENCE", "LICENSE"].contains(Path.stem(path).uppercased())
  }

  /// Whether a file is hidden, or was left behind by a system or an editor.
  private static func isIgnored(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || name.hasPrefix("~$") || name.hasPrefix("#") && name.hasSuffix("#")
      || ["bak", "orig", "swp", "tmp"].contains(Path.fileExtension(name))
      || ["thumbs.db", "desktop.ini"].contains(name.lowercased())
  }
}
