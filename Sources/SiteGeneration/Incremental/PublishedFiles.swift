import Diagnostics
import Encodings
import ToolboxLoading

/// What was published, to be known again.
extension SiteGenerator {
  /// What a record knows of an output.
  struct PublishedFiles: Sendable {
    var files: [StampedFile]
    var folders: [StampedFile]
    var manifest: StampedFile
  }

  /// The files of a manifest, to be known again; nil where one is not there, or where another build published since.
  ///
  /// - Parameters:
  ///   - files: those that were written, or may have been.
  ///   - known: others, which were there before.
  func publishedFiles(
    _ outcome: OutputWriter.Outcome, _ manifest: Manifest, on disk: FileSystem, files: [StagedFile],
    besides known: [StampedFile] = []
  ) -> PublishedFiles? {
    let output = options.output
    let moment = disk.now()
    let stamped = concurrentMap(files) { file -> StampedFile? in
      let full = Path.join(output, file.path)
      // What somebody wrote there meanwhile is hardly of the same size.
      guard let stamp = disk.stamp(full), let digest = manifest.files[file.path], stamp.size == file.bytes.count else {
        return nil
      }
      let isInDoubt = stamp.isInDoubt(at: moment)
      return StampedFile(
        path: full, use: .content, stamp: stamp, isInDoubt: isInDoubt, digest: isInDoubt ? digest : nil)
    }
    let new = Dictionary(stamped.compactMap { $0.map { ($0.path, $0) } }) { first, _ in first }
    guard !stamped.contains(nil) else { return nil }
    let listed = Set(manifest.files.keys.map { Path.join(output, $0) })
    let all = new.values + known.filter { new[$0.path] == nil && listed.contains($0.path) }
    guard all.count == listed.count, let file = manifestFile(outcome, on: disk, at: moment) else { return nil }
    return PublishedFiles(
      files: all.sorted { $0.path < $1.path }, folders: folders(of: manifest, on: disk, at: moment), manifest: file)
  }

  /// The files that stay for the pages of the publication before, which the site does not have.
  func formerAssets(of manifest: Manifest, on disk: FileSystem) -> [StampedFile] {
    let moment = disk.now()
    return manifest.former.compactMap { path in
      let full = Path.join(options.output, path)
      return disk.stamp(full).map { stamp in
        let isInDoubt = stamp.isInDoubt(at: moment)
        return StampedFile(
          path: full, use: .content, stamp: stamp, isInDoubt: isInDoubt,
          digest: isInDoubt ? manifest.files[path] : nil)
      }
    }
  }

  private func folders(of manifest: Manifest, on disk: FileSystem, at moment: UInt64) -> [StampedFile] {
    let names = Set(manifest.files.keys.map(OutputPath.parent)).flatMap { OutputPath.folders(above: $0 + "/") }
    return Set(names + ["", OutputPath.folder]).sorted().map { name in
      let path = name.isEmpty ? options.output : Path.join(options.output, name)
      let stamp = disk.stamp(path)
      return StampedFile(
        path: path, use: .presence, stamp: stamp, isInDoubt: stamp?.isInDoubt(at: moment) ?? false,
        digest: StampedFile.digest(ofItemAt: path, on: disk))
    }
  }

  /// The manifest that was published, where it still is the one that is there: whoever publishes changes it last.
  private func manifestFile(_ outcome: OutputWriter.Outcome, on disk: FileSystem, at moment: UInt64) -> StampedFile? {
    let place = Path.join(options.output, Manifest.path)
    guard let stamp = disk.stamp(place), let bytes = try? disk.read(place, .record, .none(below: options.output)),
      disk.kind(Path.join(options.output, Journal.path)) == nil
    else { return nil }
    let digest = Digest.sha256(bytes)
    // Where nothing had to be written, the manifest that was read is that of the site.
    guard outcome.manifestDigest.map({ $0 == digest }) ?? (Manifest(bytes) == outcome.manifest) else { return nil }
    let isInDoubt = stamp.isInDoubt(at: moment)
    return StampedFile(
      path: place, use: .content, stamp: stamp, isInDoubt: isInDoubt, digest: isInDoubt ? digest : nil)
  }
}
