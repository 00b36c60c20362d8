import Diagnostics
import DiskInputs
import Encodings
import Files
import SitePlanning
import SitePublication

/// Collects the states of the published files for the build record.
extension SiteGenerator {
  struct PublishedFiles: Sendable {
    var files: [StampedFile]
    var folders: [StampedFile]
    var manifest: StampedFile
  }

  /// The states of the files of a manifest; nil if a file is missing, or if another build published after this build.
  ///
  /// - Parameters:
  ///   - files: the files of this build. They were written or were already in the output.
  ///   - known: the recorded states of other published files.
  func publishedFiles(
    _ outcome: OutputWriter.Outcome, _ manifest: Manifest, on disk: FileSystem, files: [StagedFile],
    besides known: [StampedFile] = []
  ) -> PublishedFiles? {
    let output = options.output
    let moment = disk.now()
    let stamped = concurrentMap(files) { file -> StampedFile? in
      let full = Path.join(output, file.path)
      // If the size differs, another program wrote the file after this build. A comparison of the sizes detects nearly
      // all such files, so the content is not read again.
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

  /// The states of the files that the site no longer contains, but that are kept for pages of the previous publication.
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

  /// The state of the published manifest; nil if another process published after this build. Each publication writes a
  /// journal at its beginning, and replaces the manifest at its end.
  private func manifestFile(_ outcome: OutputWriter.Outcome, on disk: FileSystem, at moment: UInt64) -> StampedFile? {
    let place = Path.join(options.output, Manifest.path)
    guard let stamp = disk.stamp(place), let bytes = try? disk.read(place, .record, .none(below: options.output)),
      disk.kind(Path.join(options.output, Journal.path)) == nil
    else { return nil }
    let digest = Digest.sha256(bytes)
    // If this build wrote no manifest, its digest is not known. The manifest on disk is then parsed and compared with the
    // one of the outcome.
    guard outcome.manifestDigest.map({ $0 == digest }) ?? (Manifest(bytes) == outcome.manifest) else { return nil }
    let isInDoubt = stamp.isInDoubt(at: moment)
    return StampedFile(
      path: place, use: .content, stamp: stamp, isInDoubt: isInDoubt, digest: isInDoubt ? digest : nil)
  }
}
