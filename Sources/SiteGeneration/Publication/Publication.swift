import Encodings
import ToolboxLoading

/// One publication on its way, by whoever holds the lock.
struct Publication {
  private let comparison: OutputComparison
  private let ownership: Ownership
  private let output: String
  private let fileSystem: FileSystem

  /// Whether a reader may have seen something change.
  private(set) var isBegun = false
  /// What the output holds at the end.
  let manifest: Manifest
  /// The SHA-256 of the manifest, once it was written.
  private(set) var manifestDigest: String?
  private var waiting: Set<String> = []
  private var created: [String] = []

  /// Prepares a publication. The output folder and that of the records are there.
  init(_ comparison: OutputComparison, ownership: Ownership, output: String, fileSystem: FileSystem) {
    self.comparison = comparison
    manifest = comparison.manifest
    self.ownership = ownership
    self.output = output
    self.fileSystem = fileSystem
  }

  /// Puts the site in place.
  ///
  /// After a power cut any change that was not synced may be lost, and a later one be there all the same. So each of these
  /// outlasts one before the next begins: the journal's content, then its name, then what waits, then what took its place
  /// or went, then the manifest.
  mutating func run() throws(FileSystemError) {
    for path in comparison.leftovers { try fileSystem.remove(place(path)) }
    guard !ownership.isRecorded(manifest) || !comparison.changed.isEmpty || !comparison.stale.isEmpty
    else { return }
    // Announced before anything waits: what is left of a run that is killed can be found again.
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
    for path in comparison.stale + comparison.abandoned { removeEmptyFolders(above: path) }
    try syncFolders()
    try put(Manifest.path)
    manifestDigest = Digest.sha256(record)
    try fileSystem.sync([place(OutputPath.folder)])
    try fileSystem.remove(place(Journal.path))
  }

  /// Removes what waits, and the folders that were made for it. What has taken its place stays, and so does the journal.
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
    // Noted first: a file that could be written only in part is there too.
    waiting.insert(path)
    try fileSystem.write(place(OutputPath.staged(path)), bytes)
  }

  private mutating func put(_ path: String) throws(FileSystemError) {
    try fileSystem.rename(place(OutputPath.staged(path)), place(path))
    waiting.remove(path)
  }

  /// A folder that nothing is written to may be one that nothing can be removed from; better now than half way.
  private mutating func tryFoldersOfStale() throws(FileSystemError) {
    var tried = Set(comparison.changed.map { OutputPath.parent($0.path) })
    for path in comparison.stale where tried.insert(OutputPath.parent(path)).inserted {
      try stage(path, [])
      try fileSystem.remove(place(OutputPath.staged(path)))
      waiting.remove(path)
    }
  }

  /// Says what is about to take its place, so that it is known as Trousse's whatever happens next. The journal of a run
  /// that was cut short is replaced only by one that is whole: it may be all that knows some files.
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

  /// Makes the names in each folder that something changes in outlast a power cut.
  private func syncFolders() throws(FileSystemError) {
    let paths = comparison.changed.map(\.path) + comparison.stale + [Manifest.path]
    let folders = Set(paths.flatMap { OutputPath.folders(above: $0) } + [""])
    try fileSystem.sync(folders.sorted().map { place($0) }.filter { fileSystem.kind($0) == .folder })
    // One above it that may not be opened was there before, as a rule.
    if comparison.missingFolders.contains("") { try? fileSystem.sync([Path.parent(output)]) }
  }

  private func removeEmptyFolders(above path: String) {
    for folder in OutputPath.folders(above: path).reversed() {
      guard fileSystem.removeEmptyFolder(place(folder)) else { return }
    }
  }

  /// Where a path of the output is on the disk; the empty one is the output itself.
  private func place(_ path: String) -> String { path.isEmpty ? output : Path.join(output, path) }
}
