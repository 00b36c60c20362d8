import Diagnostics
import Encodings
import Files
import SitePlanning

/// Compares the output folder with the site: finds the files to write, the files to remove, and the foreign files that
/// prevent publication. Writes nothing. The output folder itself may be a symbolic link. Below the output folder, no
/// symbolic link is followed.
struct OutputComparison {
  /// The files to write, in the order in which they are renamed into place.
  private(set) var changed: [StagedFile] = []
  /// The paths of the files to remove, because the site no longer has these files.
  private(set) var stale: [String] = []
  /// The paths of files that the site no longer has, and that are already missing in the output. The folders of these
  /// files possibly still exist, and are possibly empty.
  private(set) var alreadyMissing: [String] = []
  /// The folders to create, outermost first; the empty path is the output folder.
  private(set) var missingFolders: [String] = []
  /// Files that the site no longer has, but that stay for one more publication. The key is the path of the file. The
  /// value is its digest. The files stay because a reader may still have a former page open, and this page needs its
  /// style sheet.
  private(set) var former: [String: String] = [:]
  /// The paths of staged files that an interrupted run left. Staged files are temporary: see ``OutputPath/staged(_:)``.
  private(set) var leftovers: [String] = []
  /// The content of pages before publication. The key is the path of the page. Contains only pages that will be changed
  /// or removed.
  private(set) var previous: [String: [UInt8]] = [:]
  /// The findings: foreign files that prevent publication, and files that cannot be read.
  private(set) var diagnostics: [Diagnostic] = []

  private let output: String
  private let shown: String
  private let fileSystem: FileSystem
  private let ownership: Ownership
  private let foreign: ForeignFiles
  private let wanted: [String: String]
  /// Whether the last complete publication had the same files as the site, with the same content.
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
  ///   - files: the files to compare with the output.
  ///   - wanted: the digests of all files of the site. The key is the path of the file.
  ///   - isWhole: whether `files` contains all files of the site. If false, `files` contains only the changed files,
  ///     and the caller has checked that all files of the manifest are unchanged on the disk.
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
    // The files that are not pages come first, so that no page is published before the style sheet that it loads.
    changed = changed.filter { $0.role != .page } + changed.filter { $0.role == .page }
    // A partial build starts only after a complete publication, and a complete publication leaves no staged file.
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

  /// Whether Trousse's own folder exists in the output. Each publication creates this folder. So if the folder exists,
  /// a publication may be in progress.
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
    case .ours(let digest, _) where staysOneMorePublication(path): former[path] = digest
    case .ours(_, let bytes):
      if OutputPath.isPage(path) { previous[path] = bytes }
      stale.append(path)
    case .unreadable(let error): diagnostics.append(.unreadableFile(Path.join(shown, path), error))
    case .absent, .same: alreadyMissing.append(path)
    case .foreign where isTakenOver(path): stale.append(path)
    case .foreign:
      // If a folder is now at the path of the file, there is no file to remove.
      if !isFolder(path) { reportForeign(path) }
    }
  }

  /// Whether a file that the site no longer has stays for one more publication. Only files with a fingerprint in their
  /// names can stay. A file of the last publication stays, even if the last publication was interrupted. A file that
  /// already stayed once is removed when the site changes again.
  private func staysOneMorePublication(_ path: String) -> Bool {
    guard OutputPath.isFingerprinted(path) else { return false }
    return isSameSite || !ownership.manifest.former.contains(path)
  }

  /// Whether `--take-over` could replace or remove the item at a path. The item must not be a folder, and the site or
  /// the records must contain the path.
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
      // A folder that cannot be listed is skipped. It does not prevent publication, because publication only needs to
      // write to the folder.
      let place = folder.isEmpty ? output : Path.join(output, folder)
      guard let items = try? fileSystem.list(place, .none(below: output)) else { continue }
      leftovers += items.filter { $0.kind == .file && !$0.isLink && OutputPath.isStaged($0.name) }
        .map { Path.join(folder, $0.name) }
    }
  }

  /// Refuses an output folder with visible files if Trousse never wrote to this folder. Such a folder is probably not
  /// the intended folder, because a site does not belong among documents or programs. Hidden files are accepted,
  /// because tools and servers need hidden files, such as `.gitkeep` and `.htaccess`, in the folder of a site.
  private mutating func refuseForeignFolder() {
    guard folders[""] == .there, folders[OutputPath.folder] == .missing,
      let items = try? fileSystem.list(output, .none(below: output))
    else { return }
    let names = items.map(\.name).filter { !$0.hasPrefix(".") }
    if !names.isEmpty { diagnostics.append(.foreignFolder(shown, names: names)) }
  }

  /// Reports an item at the path of one of Trousse's own records, if this item is not a regular file. A regular file at
  /// this path is always treated as Trousse's record.
  private mutating func compareRecord(_ path: String) {
    guard isReachable(path, reporting: true) else { return }
    for path in [path, OutputPath.staged(path)] where isOccupied(path) { reportForeign(path) }
  }

  /// The state of the item at a path. The folders above the path must exist.
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
      // A file above the size limit or behind a symbolic link is foreign, because Trousse never writes such a file.
      return error.excess != nil || error.isThroughLink ? .foreign : .unreadable(error)
    }
  }

  /// Whether the item at a path cannot be replaced, because it is not a regular file.
  private func isOccupied(_ path: String) -> Bool {
    let full = Path.join(output, path)
    return fileSystem.isLink(full) || ![nil, .file].contains(fileSystem.kind(full))
  }

  /// Whether each folder above a path exists. If `reporting` is true, a missing folder counts as existing and is added
  /// to ``missingFolders``, and a foreign item at the path of a folder is reported.
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
