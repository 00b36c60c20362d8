import Encodings
import Files

/// A publication in progress. The current process holds the lock.
struct Publication {
  private let comparison: OutputComparison
  private let ownership: Ownership
  private let output: String
  private let fileSystem: FileSystem

  /// Whether a file that readers see may have changed.
  private(set) var isBegun = false
  /// The manifest of the output after publication.
  let manifest: Manifest
  /// The SHA-256 of the manifest; nil until the manifest is written.
  private(set) var manifestDigest: String?
  private var waiting: Set<String> = []
  private var created: [String] = []

  /// Prepares a publication. The output folder and the folder of the records must exist.
  init(_ comparison: OutputComparison, ownership: Ownership, output: String, fileSystem: FileSystem) {
    self.comparison = comparison
    manifest = comparison.manifest
    self.ownership = ownership
    self.output = output
    self.fileSystem = fileSystem
  }

  /// Runs all steps of the publication.
  ///
  /// A power cut may lose a change that was not synced, and still keep a later change. So each step is synced before
  /// the next step begins. The steps are: the content of the journal, the name of the journal, the staged files, the
  /// renamed and removed files, the manifest.
  mutating func run() throws(FileSystemError) {
    for path in comparison.leftovers { try fileSystem.remove(place(path)) }
    guard !ownership.isRecorded(manifest) || !comparison.changed.isEmpty || !comparison.stale.isEmpty
    else { return }
    // The journal is written before any staged file. So if this run is killed, the next run finds its staged files.
    try announce()
    try createFolders()
    for file in comparison.changed { try stage(file.path, file.bytes) }
    let record = manifest.encoded()
    try stage(Manifest.path, record)
    try tryFoldersOfStale()
    try fileSystem.sync(waiting.sorted().map { place(OutputPath.staged($0)) })
    try syncFolders()
    for file in comparison.changed {
      try put(file.path)
      isBegun = true
    }
    for path in comparison.stale {
      try fileSystem.remove(place(path))
      isBegun = true
    }
    for path in comparison.stale + comparison.alreadyMissing { removeEmptyFolders(above: path) }
    try syncFolders()
    try put(Manifest.path)
    manifestDigest = Digest.sha256(record)
    try fileSystem.sync([place(OutputPath.folder)])
    try fileSystem.remove(place(Journal.path))
  }

  /// Removes the staged files, and the folders that were created for this publication. Keeps the files that were
  /// already renamed into place. If there are such files, or if an interrupted run had left a journal, keeps the
  /// journal too.
  mutating func giveUp() {
    for path in waiting.sorted() { try? fileSystem.remove(place(OutputPath.staged(path))) }
    waiting = []
    if !isBegun, ownership.journal == nil { try? fileSystem.remove(place(Journal.path)) }
    for folder in created.reversed() { _ = fileSystem.removeEmptyFolder(place(folder)) }
  }

  private mutating func createFolders() throws(FileSystemError) {
    for folder in comparison.missingFolders where folder != "" && folder != OutputPath.folder {
      try fileSystem.createFolder(place(folder))
      created.append(folder)
    }
  }

  private mutating func stage(_ path: String, _ bytes: [UInt8]) throws(FileSystemError) {
    // The path is recorded before the write, because a failed write may leave a part of the file.
    waiting.insert(path)
    try fileSystem.write(place(OutputPath.staged(path)), bytes)
  }

  private mutating func put(_ path: String) throws(FileSystemError) {
    try fileSystem.rename(place(OutputPath.staged(path)), place(path))
    waiting.remove(path)
  }

  /// Tests whether files can be removed from the folders in which this publication writes no file. If a folder refuses
  /// removals, the publication fails here, before any published file changes.
  private mutating func tryFoldersOfStale() throws(FileSystemError) {
    var tried = Set(comparison.changed.map { OutputPath.parent($0.path) })
    for path in comparison.stale where tried.insert(OutputPath.parent(path)).inserted {
      try stage(path, [])
      try fileSystem.remove(place(OutputPath.staged(path)))
      waiting.remove(path)
    }
  }

  /// Writes the journal, so that Trousse recognises the new files as its own after any interruption. The journal of an
  /// interrupted run may be the only record of some files. So the new journal also contains the former entries, and
  /// replaces the former journal by a rename.
  private mutating func announce() throws(FileSystemError) {
    var files = ownership.journal?.files ?? [:]
    for file in comparison.changed {
      if let digest = manifest.files[file.path] { files[file.path, default: []].insert(digest) }
    }
    try stage(Journal.path, Journal(files: files).encoded())
    try fileSystem.sync([place(OutputPath.staged(Journal.path))])
    try put(Journal.path)
    try fileSystem.sync([output, place(OutputPath.folder)])
  }

  /// Syncs each folder in which a file or a folder was created, renamed or removed.
  private func syncFolders() throws(FileSystemError) {
    let paths = comparison.changed.map(\.path) + comparison.stale + [Manifest.path]
    let folders = Set(paths.flatMap { OutputPath.folders(above: $0) } + [""])
    try fileSystem.sync(folders.sorted().map { place($0) }.filter { fileSystem.kind($0) == .folder })
    // If the output folder is new, its name is stored in the folder above, so that folder is synced too. A failure is
    // ignored. It means that the folder above cannot be opened, and such a folder usually existed before this
    // publication.
    if comparison.missingFolders.contains("") { try? fileSystem.sync([Path.parent(output)]) }
  }

  private func removeEmptyFolders(above path: String) {
    for folder in OutputPath.folders(above: path).reversed() {
      guard fileSystem.removeEmptyFolder(place(folder)) else { return }
    }
  }

  /// The path on the disk for a path in the output. The empty path means the output folder.
  private func place(_ path: String) -> String { path.isEmpty ? output : Path.join(output, path) }
}
