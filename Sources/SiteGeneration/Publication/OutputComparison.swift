import Diagnostics
import ToolboxLoading

/// What stands in the output folder, beside what should: which files to write, which to remove, and what is in the way.
/// Reads only. No symbolic link below the output folder is followed; the folder itself may be one.
struct OutputComparison {
  /// The files that are not what they should be, in the order in which they take their places.
  private(set) var changed: [StagedFile] = []
  /// The files of Trousse's that the site no longer has.
  private(set) var stale: [String] = []
  /// The paths of files of Trousse's that are gone already, or never came; their folders may be left.
  private(set) var abandoned: [String] = []
  /// The folders that are not there yet, outermost first; the output itself is the empty path.
  private(set) var missingFolders: [String] = []
  /// What is in the way.
  private(set) var diagnostics: [Diagnostic] = []

  private let output: String
  private let shown: String
  private let fileSystem: FileSystem
  private let ownership: Ownership
  private var folders: [String: Folder] = [:]
  private var reported: Set<String> = []

  private enum Folder { case there, missing, foreign }

  private enum State {
    case absent, same, ours, foreign
    case unreadable(FileSystemError)
  }

  /// Compares.
  /// - Parameter wanted: the manifest of the site as it should be.
  init(
    _ files: [StagedFile], wanted: Manifest, ownership: Ownership, output: String, shown: String,
    fileSystem: FileSystem
  ) {
    self.output = output
    self.shown = shown
    self.fileSystem = fileSystem
    self.ownership = ownership
    folders[""] = fileSystem.kind(output) == nil ? .missing : .there
    if folders[""] == .missing { missingFolders.append("") }
    diagnostics = ownership.diagnostics
    for path in [Manifest.path, Journal.path] { compareRecord(path) }
    for file in files { compare(file, wanted: wanted.files[file.path]) }
    for path in ownership.paths.sorted() where wanted.files[path] == nil { compareStale(path) }
    // Assets first: a page never appears before the style sheet that it names.
    changed = changed.filter { !Self.isPage($0.path) } + changed.filter { Self.isPage($0.path) }
  }

  /// The folders that are there and have files of the site, before or now.
  var presentFolders: [String] { folders.filter { $0.value == .there }.map(\.key).sorted() }

  private mutating func compare(_ file: StagedFile, wanted: String?) {
    guard isReachable(file.path, reporting: true) else { return }
    switch state(of: file.path, wanted: wanted) {
    case .same: break
    case .absent, .ours:
      changed.append(file)
      if isOccupied(OutputPath.staged(file.path)) { reportForeign(OutputPath.staged(file.path)) }
    case .foreign: reportForeign(file.path)
    case .unreadable(let error): diagnostics.append(.unreadableFile(Path.join(shown, file.path), error))
    }
  }

  private mutating func compareStale(_ path: String) {
    guard isReachable(path, reporting: false) else { return }
    switch state(of: path, wanted: nil) {
    case .ours: stale.append(path)
    case .unreadable(let error): diagnostics.append(.unreadableFile(Path.join(shown, path), error))
    case .absent: abandoned.append(path)
    case .foreign, .same: break
    }
  }

  /// Trousse's own records are known by their names; all the same they must be files.
  private mutating func compareRecord(_ path: String) {
    guard isReachable(path, reporting: true) else { return }
    for path in [path, OutputPath.staged(path)] where isOccupied(path) { reportForeign(path) }
  }

  /// What stands at a path whose folders are there.
  private func state(of path: String, wanted: String?) -> State {
    let full = Path.join(output, path)
    if fileSystem.isLink(full) { return .foreign }
    guard let kind = fileSystem.kind(full) else { return .absent }
    guard kind == .file else { return .foreign }
    do throws(FileSystemError) {
      let digest = Digest.sha256(try fileSystem.read(full))
      if digest == wanted { return .same }
      return ownership.owns(path, digest: digest) ? .ours : .foreign
    } catch {
      return .unreadable(error)
    }
  }

  /// Whether something stands at a path that is no file: it cannot be replaced.
  private func isOccupied(_ path: String) -> Bool {
    let full = Path.join(output, path)
    return fileSystem.isLink(full) || ![nil, .file].contains(fileSystem.kind(full))
  }

  /// Whether each folder above a path is a folder, or can become one.
  private mutating func isReachable(_ path: String, reporting: Bool) -> Bool {
    for folder in OutputPath.folders(above: path) {
      let known = folders[folder]
      let found = known ?? look(at: folder)
      folders[folder] = found
      switch found {
      case .there: break
      case .missing:
        guard reporting else { return false }
        if known == nil { missingFolders.append(folder) }
      case .foreign:
        if reporting { reportForeign(folder) }
        return false
      }
    }
    return true
  }

  private func look(at folder: String) -> Folder {
    let full = Path.join(output, folder)
    if fileSystem.isLink(full) { return .foreign }
    switch fileSystem.kind(full) {
    case .folder: return .there
    case nil: return .missing
    case .file, .other: return .foreign
    }
  }

  private mutating func reportForeign(_ path: String) {
    guard reported.insert(path).inserted else { return }
    diagnostics.append(
      .foreignFile(
        Path.join(shown, path), isLink: fileSystem.isLink(Path.join(output, path)),
        damaged: ownership.damaged.map { Path.join(shown, $0) }))
  }

  private static func isPage(_ path: String) -> Bool { path.hasSuffix(".html") }
}
