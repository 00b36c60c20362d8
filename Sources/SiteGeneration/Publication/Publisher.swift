import Diagnostics
import ToolboxLoading

/// Writes a site to the output folder: only what changed, and never over a file that Trousse did not write.
///
/// Nothing that a reader sees changes before all that changed waits beside its place: a disk that is full and a folder
/// that cannot be written are found until then. What is left to do are renamings. Whenever it is stopped, each file is
/// the former one or the new one, and the journal or the manifest know it.
struct Publisher {
  /// What was done.
  struct Outcome: Sendable {
    /// How many files were written.
    var written = 0
    /// How many were removed.
    var removed = 0
    /// What was refused.
    var diagnostics: [Diagnostic] = []
  }

  private let output: String
  private let shown: String
  private let fileSystem: FileSystem

  /// - Parameters:
  ///   - output: the output folder.
  ///   - shown: its name in messages.
  init(output: String, shown: String, fileSystem: FileSystem) {
    self.output = output
    self.shown = shown
    self.fileSystem = fileSystem
  }

  /// Publishes files: first everything is compared, and only if nothing stands in the way is anything written.
  func publish(_ files: [StagedFile]) -> Outcome {
    // As in the manifest, the first of two with one path stands.
    var paths: Set<String> = []
    let files = files.filter { paths.insert($0.path).inserted }
    let ownership = Ownership(output: output, shown: shown, fileSystem: fileSystem)
    let wanted = Manifest(files: Dictionary(files.map { ($0.path, Digest.sha256($0.bytes)) }) { first, _ in first })
    let comparison = OutputComparison(
      files, wanted: wanted, ownership: ownership, output: output, shown: shown, fileSystem: fileSystem)
    guard comparison.diagnostics.isEmpty else { return Outcome(diagnostics: comparison.diagnostics) }
    var publication = Publication(
      comparison, wanted: wanted, ownership: ownership, output: output, fileSystem: fileSystem)
    var outcome = Outcome()
    do throws(FileSystemError) {
      try publication.run()
      outcome.written = comparison.changed.count
      outcome.removed = comparison.stale.count
    } catch {
      publication.giveUp()
      outcome.diagnostics.append(
        .unwritableOutput(error, output: output, shown: shown, isBegun: publication.isBegun))
    }
    return outcome
  }
}

/// One publication on its way.
private struct Publication {
  let comparison: OutputComparison
  let wanted: Manifest
  let ownership: Ownership
  let output: String
  let fileSystem: FileSystem

  /// Whether a reader may have seen something change.
  private(set) var isBegun = false
  private var waiting: Set<String> = []
  private var created: [String] = []

  init(
    _ comparison: OutputComparison, wanted: Manifest, ownership: Ownership, output: String, fileSystem: FileSystem
  ) {
    self.comparison = comparison
    self.wanted = wanted
    self.ownership = ownership
    self.output = output
    self.fileSystem = fileSystem
  }

  mutating func run() throws(FileSystemError) {
    try removeLeftovers()
    let isRecorded = ownership.manifest == wanted && ownership.damaged.isEmpty && ownership.journal == nil
    guard !isRecorded || !comparison.changed.isEmpty || !comparison.stale.isEmpty else { return }
    // Announced before anything waits: what is left of a run that is killed can be found again.
    try createFolders { $0 == "" || $0 == OutputPath.folder }
    try announce()
    try createFolders { $0 != "" && $0 != OutputPath.folder }
    for file in comparison.changed { try stage(file.path, file.bytes) }
    try stage(Manifest.path, wanted.encoded())
    try tryFoldersOfStale()
    // What waits and the journal must both outlast a power cut before the first file is replaced.
    try fileSystem.sync(waiting.sorted().map { place(OutputPath.staged($0)) } + [place(Journal.path)])
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
    try put(Manifest.path)
    // The journal goes only when what it tells of, removals included, would outlast a power cut.
    try syncFolders()
    try fileSystem.remove(place(Journal.path))
  }

  /// Removes what waits, and the folders that were made for it. What has taken its place stays, and so does the journal.
  mutating func giveUp() {
    for path in waiting.sorted() { try? fileSystem.remove(place(OutputPath.staged(path))) }
    waiting = []
    if !isBegun, ownership.journal == nil { try? fileSystem.remove(place(Journal.path)) }
    for folder in created.reversed() { _ = fileSystem.removeEmptyFolder(place(folder)) }
  }

  /// What waited when a former run was killed waits no more.
  private func removeLeftovers() throws(FileSystemError) {
    for folder in comparison.presentFolders {
      // A folder that may be written and not listed can be published to.
      guard let items = try? fileSystem.list(place(folder)) else { continue }
      for item in items where item.kind == .file && !item.isLink && OutputPath.isStaged(item.name) {
        try fileSystem.remove(Path.join(place(folder), item.name))
      }
    }
  }

  private mutating func createFolders(where isWanted: (String) -> Bool) throws(FileSystemError) {
    for folder in comparison.missingFolders where isWanted(folder) {
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

  /// Says what is about to take its place, so that it is known as Trousse's whatever happens next.
  private mutating func announce() throws(FileSystemError) {
    var files = ownership.journal?.files ?? [:]
    for file in comparison.changed {
      if let digest = wanted.files[file.path] { files[file.path, default: []].insert(digest) }
    }
    try stage(Journal.path, Journal(files: files).encoded())
    try put(Journal.path)
  }

  /// Makes the names in each folder that something changes in outlast a power cut.
  private func syncFolders() throws(FileSystemError) {
    let paths = comparison.changed.map(\.path) + comparison.stale + [Manifest.path]
    let folders = Set(paths.flatMap { OutputPath.folders(above: $0) } + [""])
    try fileSystem.sync(
      folders.sorted().map { place($0) }.filter { fileSystem.kind($0) == .folder })
  }

  private func removeEmptyFolders(above path: String) {
    for folder in OutputPath.folders(above: path).reversed() {
      guard fileSystem.removeEmptyFolder(place(folder)) else { return }
    }
  }

  /// Where a path of the output is on the disk; the empty one is the output itself.
  private func place(_ path: String) -> String { path.isEmpty ? output : Path.join(output, path) }
}
