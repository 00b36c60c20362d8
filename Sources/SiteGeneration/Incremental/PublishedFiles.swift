import Diagnostics
import ToolboxLoading

/// What was published, to be known again.
extension SiteGenerator {
  /// The files of a manifest, to be known again; nil where one is not there, or where another build published since.
  ///
  /// - Parameters:
  ///   - known: those that were there before.
  ///   - written: those that took the place of some of them; nil where all may have.
  func published(
    _ outcome: Publisher.Outcome, _ manifest: Manifest, on disk: FileSystem, besides known: [StampedFile] = [],
    written: [StagedFile]? = nil
  ) -> (files: [StampedFile], manifest: StampedFile)? {
    let output = options.output
    let moment = disk.now()
    let paths = written.map { $0.map(\.path) } ?? Array(manifest.files.keys)
    let stamped = concurrentMap(paths) { path -> StampedFile? in
      let full = Path.join(output, path)
      guard let stamp = disk.stamp(full), let digest = manifest.files[path] else { return nil }
      let isInDoubt = stamp.isInDoubt(at: moment)
      return StampedFile(
        path: full, use: .content, stamp: stamp, isInDoubt: isInDoubt, digest: isInDoubt ? digest : nil)
    }
    let new = Dictionary(stamped.compactMap { $0.map { ($0.path, $0) } }) { first, _ in first }
    guard new.count == stamped.count else { return nil }
    var files = known.filter { new[$0.path] == nil } + new.values
    if files.count != manifest.files.count {
      let listed = Set(manifest.files.keys.map { Path.join(output, $0) })
      files.removeAll { !listed.contains($0.path) }
    }
    guard files.count == manifest.files.count, let file = manifestFile(outcome, on: disk, at: moment) else {
      return nil
    }
    return (files.sorted { $0.path < $1.path }, file)
  }

  /// The manifest that was published, where it still is the one that is there: whoever publishes changes it last.
  private func manifestFile(_ outcome: Publisher.Outcome, on disk: FileSystem, at moment: UInt64) -> StampedFile? {
    let place = Path.join(options.output, Manifest.path)
    guard let stamp = disk.stamp(place), let bytes = try? disk.read(place),
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
