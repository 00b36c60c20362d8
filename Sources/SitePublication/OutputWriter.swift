import Diagnostics
import Encodings
import Files
import SitePlanning

/// Writes a site to the output folder. Writes only the changed files. Without ``ForeignFiles/takeOver``, never replaces
/// a file that Trousse did not write.
///
/// All changed files are first written beside their final places, so that a full disk or a read-only folder is found
/// before readers see a change. After that, only renames and removals remain. If the program is interrupted at any
/// time, each file has either its former or its new content, and the digest of the file is in the manifest or in the
/// journal. A lock allows only one publication at a time.
package struct OutputWriter {
  /// The result of a publication.
  package struct Outcome: Sendable {
    /// The number of files that were written.
    package var written = 0
    /// The number of files that were removed.
    package var removed = 0
    /// The changes that readers can see.
    package var changes = SiteChanges()
    /// The manifest of the output; nil if the publication was not completed.
    package var manifest: Manifest?
    /// The SHA-256 of the written manifest; nil if no manifest was written.
    package var manifestDigest: String?
    /// The reasons why the site was not published; empty if the site was published.
    package var diagnostics: [Diagnostic] = []
    /// True if nothing was published, because the changes were computed from an older manifest than that of the output.
    package var isOutdated = false
  }

  private let output: String
  private let shown: String
  private let foreign: ForeignFiles
  private let fileSystem: FileSystem

  /// - Parameters:
  ///   - output: the output folder.
  ///   - shown: the name of the output folder in messages.
  ///   - foreign: the treatment of foreign files at paths of the site.
  package init(output: String, shown: String, foreign: ForeignFiles = .refuse, fileSystem: FileSystem) {
    // The output folder itself may be a symbolic link. It is resolved here, because later operations follow no symbolic
    // link.
    self.output = fileSystem.resolved(output)
    self.shown = shown
    self.foreign = foreign
    self.fileSystem = fileSystem
  }

  /// Publishes a whole site. First compares all files with the output, and writes only if no foreign file prevents
  /// publication.
  package func publish(_ files: [StagedFile]) -> Outcome {
    // If two files have the same path, only the first file is published.
    var paths: Set<String> = []
    return publish(Site(files.filter { paths.insert($0.path).inserted }), readOwnership())
  }

  /// Publishes the changed files of a site, and removes the files that the site no longer has.
  ///
  /// - Parameters:
  ///   - files: the new and the changed files.
  ///   - paths: the paths of all files of the site.
  ///   - manifest: the manifest of the last publication. The caller has checked that the files in this manifest are
  ///     unchanged on the disk.
  ///   - isCurrent: returns true if the output still has this manifest, and if the output has no unfinished
  ///     publication.
  package func publishChanges(
    _ files: [StagedFile], of paths: Set<String>, on manifest: Manifest, isCurrent: @escaping @Sendable () -> Bool
  ) -> Outcome {
    let kept = manifest.current.filter { paths.contains($0.key) }
    return publish(Site(files, keeping: kept, isCurrent: isCurrent), Ownership(manifest))
  }

  /// Removes a lock file that no process holds, such as the lock file of a killed process. Does not wait for the lock.
  ///
  /// - Returns: whether a file was removed.
  package func sweepLock() -> Bool {
    let lock = Path.join(output, OutputPath.lock)
    guard !fileSystem.isLink(Path.join(output, OutputPath.folder)), !fileSystem.isLink(lock),
      fileSystem.kind(lock) == .file, case .taken(let release) = try? fileSystem.lock(lock, [])
    else { return false }
    release()
    return true
  }

  private func publish(_ site: Site, _ ownership: Ownership) -> Outcome {
    let comparison = compare(site, ownership)
    if comparison.isSettled {
      _ = sweepLock()
      return Outcome(manifest: comparison.manifest)
    }
    // Foreign files may come from a publication that another process is running. Each publication creates Trousse's own
    // folder in the output. So if this folder is missing, no publication is running, and the findings are returned
    // without taking the lock.
    guard comparison.diagnostics.isEmpty || comparison.hasRecordFolder else {
      return Outcome(diagnostics: comparison.diagnostics)
    }
    var created: [String] = []
    defer { for folder in created.reversed() { _ = fileSystem.removeEmptyFolder(folder) } }
    do throws(FileSystemError) {
      for folder in [output, Path.join(output, OutputPath.folder)] where fileSystem.kind(folder) == nil {
        try fileSystem.createFolder(folder)
        created.append(folder)
      }
      switch try fileSystem.lock(Path.join(output, OutputPath.lock), LockHolder.current.encoded()) {
      case .held(let holder): return Outcome(diagnostics: [.outputLocked(shown, by: holder)])
      case .taken(let release):
        defer { release() }
        return publish(site, comparison, ownership)
      }
    } catch {
      guard comparison.diagnostics.isEmpty else { return Outcome(diagnostics: comparison.diagnostics) }
      return refusal(error, isBegun: false)
    }
  }

  private struct Site {
    /// The files to compare with the output, and to write if they differ.
    let files: [StagedFile]
    /// The digests of all files of the site. The key is the path of the file.
    let digests: [String: String]
    /// Checks whether the manifest of the output is still the one on which the changes in `files` are based. Nil if
    /// `files` is the whole site.
    let isCurrent: (@Sendable () -> Bool)?

    var isWhole: Bool { isCurrent == nil }

    /// - Parameter kept: the digests of the site's files that are not in `files`. The key is the path of the file.
    init(_ files: [StagedFile], keeping kept: [String: String] = [:], isCurrent: (@Sendable () -> Bool)? = nil) {
      self.files = files
      self.isCurrent = isCurrent
      let digests = concurrentMap(files) { ($0.path, Digest.sha256($0.bytes)) }
      self.digests = kept.merging(digests) { _, new in new }
    }
  }

  /// Publishes a site. The caller holds the lock.
  /// - Parameters:
  ///   - comparison: the result of a comparison before the lock was taken.
  ///   - former: the manifest and the journal that were read before the lock was taken.
  private func publish(_ site: Site, _ comparison: OutputComparison, _ former: Ownership) -> Outcome {
    if let isCurrent = site.isCurrent, !isCurrent() { return Outcome(isOutdated: true) }
    // The records of a whole site are read again, because another process may have published before the lock was taken.
    // For a list of changes, `isCurrent` has already checked the records.
    let ownership = site.isWhole ? readOwnership() : former
    let comparison = ownership == former ? comparison : compare(site, ownership)
    guard comparison.diagnostics.isEmpty else { return Outcome(diagnostics: comparison.diagnostics) }
    var publication = Publication(comparison, ownership: ownership, output: output, fileSystem: fileSystem)
    do throws(FileSystemError) {
      try publication.run()
    } catch {
      publication.giveUp()
      return refusal(error, isBegun: publication.isBegun)
    }
    var outcome = Outcome(
      written: comparison.changed.count, removed: comparison.stale.count, manifest: publication.manifest,
      manifestDigest: publication.manifestDigest)
    // If the manifest could not be read, no changes are reported, because each page would count as new.
    if ownership.damaged.isEmpty {
      outcome.changes = SiteChanges(
        from: ownership.manifest, previous: comparison.previous, to: comparison.manifest, files: site.files)
    }
    return outcome
  }

  private func readOwnership() -> Ownership { Ownership(output: output, shown: shown, fileSystem: fileSystem) }

  private func compare(_ site: Site, _ ownership: Ownership) -> OutputComparison {
    OutputComparison(
      site.files, wanted: site.digests, isWhole: site.isWhole, ownership: ownership, foreign: foreign, output: output,
      shown: shown,
      fileSystem: fileSystem)
  }

  private func refusal(_ error: FileSystemError, isBegun: Bool) -> Outcome {
    Outcome(diagnostics: [.unwritableOutput(error, output: output, shown: shown, isBegun: isBegun)])
  }
}
