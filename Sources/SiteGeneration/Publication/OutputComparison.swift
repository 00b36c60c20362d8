import Diagnostics
import Encodings
import ToolboxLoading

/// Compares the output folder with the site: finds the files to write, the files to remove, and the foreign files that
/// prevent publication. Writes nothing. Follows no symbolic link below the output folder; the folder itself may be a
/// link.
struct OutputComparison {
  /// The files to write, in the order in which they are renamed into place.
  private(set) var changed: [StagedFile] = []
  /// The files to remove: the site no longer has them.
  private(set) var stale: [String] = []
  /// The paths of recorded files that do not exist. Their empty folders may remain.
  private(set) var abandoned: [String] = []
  /// The folders to create, outermost first; the empty path is the output folder.
  private(set) var missingFolders: [String] = []
  /// Maps paths to digests for files that the site no longer has and that stay for one more publication, so that a
  /// reader of a former page gets its style sheet.
  private(set) var former: [String: String] = [:]
  /// The paths of staged files that an interrupted run left.
  private(set) var leftovers: [String] = []
  /// Maps the path of each page that changes or is removed to its present content.
  private(set) var previous: [String: [UInt8]] = [:]
  /// The findings: foreign files that prevent publication, and files that cannot be read.
  private(set) var diagnostics: [Diagnostic] = []

  private let output: String
  private let shown: String
  private let fileSystem: FileSystem
  private let ownership: Ownership
  private let foreign: ForeignFiles
  private let wanted: [String: String]
  /// Whether the last complete publication had exactly the files of the site.
  private let isSameSite: Bool
  private let isWhole: Bool
  private var folders: [String: Folder] = [:]
  private var reported: Set<String> = []

  private enum Folder { case there, missing, foreign }

  private enum State {
    case absent, same, foreign
    case ours(digest: String, bytes: [UInt8])
    case unreadable(FileSystemError)
  }

  /// - Parameters:
  ///   - files: the files of the site.
  ///   - wanted: the digests of all files of the site, by path.
  ///   - isWhole: whether `files` is the whole site. If not, `files` contains only the changed files, and all files of
  ///     the manifest are known to be unchanged on the disk.
  init(
    _ files: [StagedFile], wanted: [String: String], isWhole: Bool, ownership: Ownership, foreign: ForeignFiles,
    output: String, shown: String, fileSystem: FileSystem
  ) {
    self.isWhole = isWhole
    self.foreign = foreign
    self.wanted = wanted
    isSameSite = ownership.manifest.current == wanted
    self.output = output
    self.shown = shown
    self.fileSystem = fileSystem
    self.ownership = ownership
    folders[""] = fileSystem.kind(output) == nil ? .missing : .there
    if folders[""] == .missing { missingFolders.append("") }
    diagnostics = ownership.diagnostics
    for path in [Manifest.path, Journal.path, OutputPath.lock] { compareRecord(path) }
    for file in files { compare(file) }
    for path in ownership.paths.sorted() where wanted[path] == nil { compareStale(path) }
    // Assets first: a page never appears before the style sheet that it names.
    changed = changed.filter { !OutputPath.isPage($0.path) } + changed.filter { OutputPath.isPage($0.path) }
    // A partial build follows a complete publication, which leaves no staged file.
    if isWhole { findLeftovers() }
    if isWhole, diagnostics.isEmpty, foreign == .refuse { refuseForeignFolder() }
  }

  /// The manifest of the output after publication.
  var manifest: Manifest {
    Manifest(files: wanted.merging(former) { site, _ in site }, former: Set(former.keys))
  }

  /// Whether the output and its records match the site: there is nothing to write, to remove or to report.
  var isSettled: Bool {
    diagnostics.isEmpty && changed.isEmpty && stale.isEmpty && leftovers.isEmpty && ownership.isRecorded(manifest)
  }

  /// Whether the folder of the records exists. Each publication creates it, so one may be in progress.
  var hasRecordFolder: Bool { folders[OutputPath.folder] == .there }

  private mutating func compare(_ file: StagedFile) {
    guard isReachable(file.path, reporting: true) else { return }
    switch state(of: file.path) {
    case .same: break
    case .ours(_, let bytes):
      if OutputPath.isPage(file.path) { previous[file.path] = bytes }
      change(file)
    case .absent: change(file)
    case .foreign where isTakenOver(file.path): change(file)
    case .foreign: reportForeign(file.path)
    case .unreadable(let error): diagnostics.append(.unreadableFile(Path.join(shown, file.path), error))
    }
  }

  private mutating func change(_ file: StagedFile) {
    changed.append(file)
    if isOccupied(OutputPath.staged(file.path)) { reportForeign(OutputPath.staged(file.path)) }
  }

  private mutating func compareStale(_ path: String) {
    guard isReachable(path, reporting: false) else { return }
    switch state(of: path) {
    case .ours(let digest, _) where outlastsItsSite(path): former[path] = digest
    case .ours(_, let bytes):
      if OutputPath.isPage(path) { previous[path] = bytes }
      stale.append(path)
    case .unreadable(let error): diagnostics.append(.unreadableFile(Path.join(shown, path), error))
    case .absent, .same: abandoned.append(path)
    case .foreign where isTakenOver(path): stale.append(path)
    case .foreign:
      // A folder in the place of the file leaves nothing to remove.
      if !isFolder(path) { reportForeign(path) }
    }
  }

  /// Whether a file that the site no longer has stays for one more publication. A fingerprinted file of the last
  /// publication stays, even if that publication was interrupted. A file that already stayed once is removed when the
  /// site changes again.
  private func outlastsItsSite(_ path: String) -> Bool {
    guard OutputPath.isFingerprinted(path) else { return false }
    return isSameSite || !ownership.manifest.former.contains(path)
  }

  /// Whether `--take-over` could replace or remove the item at a path: it is not a folder, and the site or the records
  /// have a file there.
  private func canBeTakenOver(_ path: String) -> Bool {
    !isFolder(path) && (wanted[path] != nil || ownership.paths.contains(path))
  }

  private func isTakenOver(_ path: String) -> Bool {
    switch foreign {
    case .refuse: false
    case .takeOver: !isFolder(path)
    }
  }

  private func isFolder(_ path: String) -> Bool {
    let full = Path.join(output, path)
    return !fileSystem.isLink(full) && fileSystem.kind(full) == .folder
  }

  private mutating func findLeftovers() {
    for folder in folders.filter({ $0.value == .there }).keys.sorted() {
      // A folder that can be written but not listed does not prevent publication.
      let place = folder.isEmpty ? output : Path.join(output, folder)
      guard let items = try? fileSystem.list(place, .none(below: output)) else { continue }
      leftovers += items.filter { $0.kind == .file && !$0.isLink && OutputPath.isStaged($0.name) }
        .map { Path.join(folder, $0.name) }
    }
  }

  /// A folder with visible files where Trousse never wrote is probably not the intended one: a site does not belong
  /// among documents or programs. Hidden files belong to tools and servers (`.gitkeep`, `.htaccess`), which expect a
  /// site beside them.
  private mutating func refuseForeignFolder() {
    guard folders[""] == .there, folders[OutputPath.folder] == .missing,
      let items = try? fileSystem.list(output, .none(below: output))
    else { return }
    let names = items.map(\.name).filter { !$0.hasPrefix(".") }
    if !names.isEmpty { diagnostics.append(.foreignFolder(shown, names: names)) }
  }

  /// Trousse's own records are recognised by their names, but each must be a regular file.
  private mutating func compareRecord(_ path: String) {
    guard isReachable(path, reporting: true) else { return }
    for path in [path, OutputPath.staged(path)] where isOccupied(path) { reportForeign(path) }
  }

  /// The state of a path whose folders exist.
  private func state(of path: String) -> State {
    let full = Path.join(output, path)
    if fileSystem.isLink(full) { return .foreign }
    guard let kind = fileSystem.kind(full) else { return .absent }
    guard kind == .file else { return .foreign }
    if !isWhole, !OutputPath.isPage(path), let digest = ownership.manifest.files[path] {
      return digest == wanted[path] ? .same : .ours(digest: digest, bytes: [])
    }
    do throws(FileSystemError) {
      let bytes = try fileSystem.read(full, .made, .none(below: output))
      let digest = Digest.sha256(bytes)
      if digest == wanted[path] { return .same }
      return ownership.owns(path, digest: digest) ? .ours(digest: digest, bytes: bytes) : .foreign
    } catch {
      // Trousse writes no file above the size limit, and none through a link.
      return error.excess != nil || error.isThroughLink ? .foreign : .unreadable(error)
    }
  }

  /// Whether a path holds an item that is not a regular file: it cannot be replaced.
  private func isOccupied(_ path: String) -> Bool {
    let full = Path.join(output, path)
    return fileSystem.isLink(full) || ![nil, .file].contains(fileSystem.kind(full))
  }

  /// Whether each folder above a path exists or can be created.
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
        canBeTakenOver: foreign == .refuse && canBeTakenOver(path),
        damaged: ownership.damaged.map { Path.join(shown, $0) }))
  }
}
