import Encodings
import Synchronization
import ToolboxLoading

/// Everything that a build asks a disk for, each with its stamp from just before it was asked for the first time: what the
/// build depends on, whatever it is.
final class InputLog: Sendable {
  private struct State {
    var inputs: [String: StampedFile] = [:]
    var isComplete = true
  }

  private let state = Mutex(State())
  private let disk: FileSystem
  private let ignored: String

  /// - Parameter ignored: a folder of caches, which no result depends on.
  init(_ disk: FileSystem, ignoring ignored: String) {
    self.disk = disk
    self.ignored = ignored + "/"
  }

  /// The inputs by path; nil where the disk does not tell enough to know one again.
  var inputs: [StampedFile]? {
    state.withLock { state in
      state.isComplete ? state.inputs.values.sorted { $0.path < $1.path } : nil
    }
  }

  /// The disk, with all that is asked of it noted here.
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

  /// What cannot be read is noted as it is: it may be readable next time without a new stamp, and is then asked for anew.
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

  /// - Parameter digest: that of what was learnt: what has another stamp next time may be the same all the same.
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

  /// What was learnt first counts; a content is more than a presence.
  private func isKnown(_ path: String, _ use: StampedFile.Use) -> Bool {
    state.withLock { state in
      state.inputs[path].map { use == .presence || $0.use != .presence && $0.use == use } ?? false
    }
  }
}
