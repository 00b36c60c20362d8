import DiskInputs
import Encodings
import Files
import Synchronization

/// Logs the inputs of a build. An input is a file or a folder that the build reads, with its stamp just before the
/// first read.
final class InputLog: Sendable {
  private struct State {
    var inputs: [String: StampedFile] = [:]
    var isComplete = true
  }

  private let state = Mutex(State())
  private let disk: FileSystem
  private let ignored: String

  /// Creates a log.
  ///
  /// - Parameter ignored: the cache folder. It is not logged, because no result depends on it.
  init(_ disk: FileSystem, ignoring ignored: String) {
    self.disk = disk
    self.ignored = ignored + "/"
  }

  /// The inputs, ordered by path; nil if the log is incomplete.
  var inputs: [StampedFile]? {
    state.withLock { state in
      state.isComplete ? state.inputs.values.sorted { $0.path < $1.path } : nil
    }
  }

  /// A file system that records all its read operations in this log.
  var fileSystem: FileSystem {
    var noting = disk
    noting.read = { path, limit, links throws(FileSystemError) in
      let stamp = self.disk.stamp(path)
      let bytes = try self.noting(path, stamp) { () throws(FileSystemError) in
        try self.disk.read(path, limit, links)
      }
      self.note(path, stamp, .content) { Digest.sha256(bytes) }
      return bytes
    }
    noting.list = { path, links throws(FileSystemError) in
      let stamp = self.disk.stamp(path)
      let items = try self.noting(path, stamp) { () throws(FileSystemError) in try self.disk.list(path, links) }
      self.note(path, stamp, .listing) { StampedFile.digest(of: items) }
      return items
    }
    noting.kind = { path in
      self.notePresence(of: path)
      return self.disk.kind(path)
    }
    noting.isLink = { path in
      self.notePresence(of: path)
      return self.disk.isLink(path)
    }
    noting.realPath = { path in
      self.notePresence(of: path)
      return self.disk.realPath(path)
    }
    return noting
  }

  /// Runs a read operation and returns its result. If the operation fails, records only whether the item exists. If it
  /// fails for an existing item, the log becomes incomplete, because the item may become readable later without a new
  /// stamp.
  private func noting<Answer>(
    _ path: String, _ stamp: FileStamp?, _ ask: () throws(FileSystemError) -> Answer
  ) throws(FileSystemError) -> Answer {
    do throws(FileSystemError) {
      return try ask()
    } catch {
      if stamp != nil { state.withLock { $0.isComplete = false } }
      notePresence(of: path)
      throw error
    }
  }

  private func notePresence(of path: String) {
    note(path, disk.stamp(path), .presence) { StampedFile.digest(ofItemAt: path, on: disk) }
  }

  /// - Parameter digest: computes the digest of the data that was read. If the item has a new stamp and the same digest
  ///   in a later build, it counts as unchanged.
  private func note(_ path: String, _ stamp: FileStamp?, _ use: StampedFile.Use, digest: () -> String) {
    guard !path.hasPrefix(ignored), !isKnown(path, use) else { return }
    let isInDoubt = stamp?.isInDoubt(at: disk.now()) ?? false
    let file = StampedFile(
      path: path, use: use, stamp: stamp, isInDoubt: isInDoubt, digest: digest())
    state.withLock { state in
      if let known = state.inputs[path] {
        if known.stamp != stamp { state.isComplete = false }
        if known.use != .presence { return }
      }
      state.inputs[path] = file
    }
  }

  /// Whether an earlier operation already recorded the item. The log keeps the first record of an item. There is one
  /// exception: a record of the listing or the content replaces a record of the presence.
  private func isKnown(_ path: String, _ use: StampedFile.Use) -> Bool {
    state.withLock { state in
      state.inputs[path].map { use == .presence || $0.use != .presence && $0.use == use } ?? false
    }
  }
}
