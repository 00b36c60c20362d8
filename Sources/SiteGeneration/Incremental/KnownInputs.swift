import Diagnostics
import ToolboxLoading

/// What a build read, each thing as it was.
struct KnownInputs: Sendable, Equatable {
  private(set) var files: [StampedFile]

  init(_ files: [StampedFile]) { self.files = files }

  /// Compares it with what is there now.
  ///
  /// - Returns: the same, stamped as the disk is now where that is all that is other; and what is not what it was.
  func compared(on disk: FileSystem) -> (inputs: KnownInputs, changed: [StampedFile]) {
    var files = files
    // Before anything is looked at: what changes while it is looked at leaves a later stamp.
    let changed = files.renew(on: disk, at: disk.now())
    return (KnownInputs(files), changed.map { files[$0] })
  }

  /// The files that have another content in the two, or that only one of them read.
  func difference(from other: KnownInputs) -> [StampedFile] {
    func contents(_ inputs: KnownInputs) -> [String: StampedFile] {
      Dictionary(inputs.files.filter { $0.use == .content }.map { ($0.path, $0) }) { first, _ in first }
    }
    let (before, now) = (contents(self), contents(other))
    return now.values.filter { before[$0.path]?.digest != $0.digest } + before.values.filter { now[$0.path] == nil }
  }

  /// What the build that follows reads: what this one did, and what it read anew.
  ///
  /// - Parameters:
  ///   - read: what it read; nil where that is not known.
  ///   - changed: what was known to be other than before.
  /// - Returns: nil where something else changed meanwhile.
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
