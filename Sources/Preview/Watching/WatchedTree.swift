import Files

/// A file or a folder from which the site is built. The preview watches this item for changes. If the item is a folder,
/// everything below it is also watched.
package struct WatchedSource: Sendable, Hashable {
  /// The absolute path. It is possible that nothing exists at this path yet.
  package var path: String

  /// Creates a source.
  package init(_ path: String) { self.path = path }
}

/// The folders that must be watched, so that no change of the sources is missed.
///
/// Folders are watched, not files. Many editors save a text by writing a new file and renaming it. A watch on the old
/// file would not notice later changes.
struct WatchedTree: Sendable, Hashable {
  /// The items of a folder that are watched for changes.
  enum Interest: Sendable, Hashable {
    case everything
    /// Only the items with one of these names.
    case names(Set<String>)

    func includes(_ name: String) -> Bool {
      switch self {
      case .everything: true
      // An empty name means that the folder itself has changed, for example because it was removed.
      case .names(let names): name.isEmpty || names.contains(name)
      }
    }

    func merged(with other: Interest) -> Interest {
      switch (self, other) {
      case (.names(let left), .names(let right)): .names(left.union(right))
      default: .everything
      }
    }
  }

  /// The maximum number of watched folders.
  static let limit = 20_000

  /// The watched folders. The key is the path of a folder, without symbolic links. The value states which items of the
  /// folder are watched.
  private(set) var folders: [String: Interest] = [:]
  /// Whether there are more folders than the limit.
  private(set) var isCut = false

  private let fileSystem: FileSystem

  /// Finds the folders. If a source does not exist yet, the folder in which it would appear is watched.
  init(_ sources: [WatchedSource], fileSystem: FileSystem) {
    self.fileSystem = fileSystem
    for source in sources {
      add(source.path)
      guard let real = fileSystem.realPath(source.path), fileSystem.kind(real) == .folder else { continue }
      walk(real, within: real)
    }
  }

  static func == (left: WatchedTree, right: WatchedTree) -> Bool {
    left.folders == right.folders && left.isCut == right.isCut
  }

  func hash(into hasher: inout Hasher) { hasher.combine(folders) }

  /// Watches the parent folder of a path for changes of the item at this path. If the parent folder does not exist,
  /// watches the nearest existing folder above it, because the missing folder would appear there.
  private mutating func add(_ path: String) {
    var path = path
    while path != "/" {
      let parent = Path.parent(path)
      if let real = fileSystem.realPath(parent), fileSystem.kind(real) == .folder {
        return add(real, .names([Path.name(path)]))
      }
      path = parent
    }
  }

  private mutating func add(_ folder: String, _ interest: Interest) {
    folders[folder] = folders[folder]?.merged(with: interest) ?? interest
  }

  private mutating func walk(_ start: String, within limit: String) {
    var waiting = [start]
    while let folder = waiting.popLast() {
      guard folders[folder] != .everything else { continue }
      guard folders.count < Self.limit else {
        isCut = true
        return
      }
      add(folder, .everything)
      // Folders that cannot be listed are skipped, because the build reports them.
      for item in (try? fileSystem.list(folder, .within(limit))) ?? [] {
        let path = Path.join(folder, item.name)
        let isHidden = item.name.hasPrefix(".")
        if !item.isLink {
          if item.kind == .folder, !isHidden { waiting.append(path) }
        } else if let target = fileSystem.realPath(path), Path.parts(of: target, below: limit) != nil {
          switch item.kind {
          case .folder: if !isHidden { waiting.append(target) }
          case .file, .other: add(Path.parent(target), .names([Path.name(target)]))
          }
        }
      }
    }
  }
}
