import Diagnostics
import DiskInputs
import Files

/// The inputs of a build, with their states.
struct KnownInputs: Sendable, Equatable {
  private(set) var files: [StampedFile]

  init(_ files: [StampedFile]) { self.files = files }

  /// Compares the inputs with the disk.
  ///
  /// - Returns: the inputs with refreshed stamps, and the changed inputs.
  func compared(on disk: FileSystem) -> (inputs: KnownInputs, changed: [StampedFile]) {
    var files = files
    // The clock is read before the stamps. So if a file changes during the comparison, its new stamp is later than the
    // time that was read. Such a stamp counts as in doubt, and a later build then compares the digest too.
    let changed = files.renew(on: disk, at: disk.now())
    return (KnownInputs(files), changed.map { files[$0] })
  }

  /// Compares these inputs with other inputs. Returns the files whose content differs, and the files that only one of
  /// the two sets contains.
  func difference(from other: KnownInputs) -> [StampedFile] {
    func contents(_ inputs: KnownInputs) -> [String: StampedFile] {
      Dictionary(inputs.files.filter { $0.use == .content }.map { ($0.path, $0) }) { first, _ in first }
    }
    let (before, now) = (contents(self), contents(other))
    return now.values.filter { before[$0.path]?.digest != $0.digest } + before.values.filter { now[$0.path] == nil }
  }

  /// Updates these inputs with the inputs that a partial build read.
  ///
  /// - Parameters:
  ///   - read: the inputs of the partial build; nil if its log is incomplete.
  ///   - changed: the inputs that are known to have changed.
  /// - Returns: the updated inputs; nil if `read` is nil, or if an input that is not in `changed` changed during the
  ///   partial build.
  func followed(by read: [StampedFile]?, changed: [StampedFile]) -> KnownInputs? {
    guard let read else { return nil }
    let changed = Set(changed.map(\.path))
    var new = Dictionary(read.map { ($0.path, $0) }) { first, _ in first }
    var next = files
    for (index, known) in files.enumerated() {
      guard let file = new.removeValue(forKey: known.path) else { continue }
      if changed.contains(known.path) { next[index] = file } else if known.stamp != file.stamp { return nil }
    }
    return KnownInputs(new.isEmpty ? next : (next + new.values).sorted { $0.path < $1.path })
  }
}
