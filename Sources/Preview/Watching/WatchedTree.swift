import ToolboxLoading

/// Something whose changes matter, with all that is below it.
public struct WatchedSource: Sendable, Hashable {
  /// Its absolute path; nothing need be there yet.
  public var path: String

  /// Creates a source.
  public init(_ path: String) { self.path = path }
}

/// The folders to watch so that no change of some sources is missed.
///
/// A folder is watched, not its files: editors that save by renaming put another file in the place of the one they read.
struct WatchedTree: Sendable, Hashable {
  /// What matters of a folder.
  enum Interest: Sendable, Hashable {
    case everything
    /// Items of these names.
    case names(Set<String>)

    func includes(_ name: String) -> Bool {
      switch self {
      case .everything: true
      // Without a name it is the folder itself, which has gone or moved.
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

  /// How many folders are watched at most.
  static let limit = 20_000

  /// What matters of each folder, by its path without symbolic links.
  private(set) var folders: [String: Interest] = [:]
  /// Whether there are more folders than are watched.
  private(set) var isCut = false

  private let fileSystem: FileSystem

  /// Finds the folders. Nothing is an error: what is not there yet is waited for in the folder where it would be.
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

  /// Waits for an item of a name, in its folder or, as long as that is not there, for the folder itself.
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
      // What cannot be listed is the build's to report.
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
