import Diagnostics
import Toolbox

/// Where each file of the content folder belongs.
struct ContentTree {
  /// What a file is for.
  enum Role: Sendable, Hashable {
    case configuration
    case home
    case introduction(EntryKind)
    case entry(EntryKind)
    case asset
  }

  /// A file and what it is for; its path is relative to the root of the toolbox.
  struct File: Sendable {
    var path: String
    var role: Role
  }

  /// The name of the content folder.
  static let folder = "content"
  /// The folder of images and downloads.
  static let assetFolder = "fichiers"

  private let fileSystem: FileSystem
  private let root: String
  private(set) var files: [File] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Lists the content of a toolbox.
  init(root: String, fileSystem: FileSystem) {
    self.root = root
    self.fileSystem = fileSystem
    let content = Path.join(root, Self.folder)
    guard fileSystem.kind(content) == .folder, let real = fileSystem.realPath(content) else {
      diagnostics.append(.missingContent(root: root))
      return
    }
    walk(Self.folder, ancestors: [real], contentRoot: real)
    if files.isEmpty, diagnostics.isEmpty { diagnostics.append(.emptyContent()) }
  }

  private mutating func walk(_ folder: String, ancestors: [String], contentRoot: String) {
    let items: [FileSystem.Item]
    do {
      items = try fileSystem.list(Path.join(root, folder))
    } catch {
      diagnostics.append(.unreadableFile(folder, error))
      return
    }
    for item in items where !item.name.hasPrefix(".") && !item.name.hasSuffix("~") {
      let path = Path.join(folder, item.name)
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

  /// Where a symbolic link leads, or nil, with a finding, where it must not be followed.
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

  private mutating func check(folder path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard parts.count == 2 else { return true }
    let known = EntryKind.allCases.map(\.folder) + [Self.assetFolder]
    if known.contains(String(parts[1])) { return true }
    diagnostics.append(.unknownFolder(path, name: String(parts[1]), known: known))
    return false
  }

  private mutating func add(_ path: String) {
    let parts = path.split(separator: "/").map(String.init)
    if parts.count == 2 {
      addTopLevel(path, name: parts[1])
    } else if parts[1] == Self.assetFolder {
      files.append(File(path: path, role: .asset))
    } else if let kind = EntryKind(rawValue: parts[1]) {
      switch (Path.fileExtension(path), Path.name(path).lowercased()) {
      case ("md", "index.md") where parts.count == 3: files.append(File(path: path, role: .introduction(kind)))
      case ("md", _), ("markdown", _): files.append(File(path: path, role: .entry(kind)))
      default: diagnostics.append(.misplacedFile(path, help: .notMarkdown))
      }
    }
  }

  private mutating func addTopLevel(_ path: String, name: String) {
    switch name {
    case "site.yml": files.append(File(path: path, role: .configuration))
    case "accueil.md": files.append(File(path: path, role: .home))
    case "liens.json": break
    default:
      let word = Path.stem(name).uppercased()
      if ["README", "LISEZMOI", "LICENCE", "LICENSE"].contains(word) { return }
      let nearest = NearestMatch.find(name, among: ["site.yml", "accueil.md"])
      diagnostics.append(.misplacedFile(path, help: nearest.map { .rename($0) } ?? .move))
    }
  }
}
