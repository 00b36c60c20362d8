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
    noting.read = { path throws(FileSystemError) in
      let stamp = self.disk.stamp(path)
      let bytes = try self.noting(path, stamp) { () throws(FileSystemError) in try self.disk.read(path) }
      self.note(path, stamp, .content) { Digest.sha256(bytes) }
      return bytes
    }
    noting.list = { path throws(FileSystemError) in
      let stamp = self.disk.stamp(path)
      let items = try self.noting(path, stamp) { () throws(FileSystemError) in try self.disk.list(path) }
      self.note(path, stamp, .content) { StampedFile.digest(of: items) }
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

  /// - Parameter digest: that of what was learnt, asked for only where the stamp will not do.
  private func note(_ path: String, _ stamp: FileStamp?, _ use: StampedFile.Use, digest: () -> String) {
    guard !path.hasPrefix(ignored) else { return }
    let isInDoubt = stamp?.isInDoubt(at: disk.now()) ?? false
    let file = StampedFile(
      path: path, use: use, stamp: stamp, isInDoubt: isInDoubt, digest: isInDoubt ? digest() : nil)
    state.withLock { state in
      // What was learnt first counts; a content is more than a presence.
      if let known = state.inputs[path], known.use == .content || use == .presence { return }
      if let known = state.inputs[path], known.stamp != stamp { state.isComplete = false }
      state.inputs[path] = file
    }
  }
}

/// A file or a folder as it was at some moment.
struct StampedFile: Sendable, Hashable {
  /// What a build asked of it.
  enum Use: UInt64 {
    /// Whether it is there, and whether it is a file, a folder or a link.
    case presence
    /// What it holds.
    case content
  }

  /// Its absolute path.
  var path: String
  /// What was asked of it.
  var use: Use
  /// Its stamp; nil where there was nothing.
  var stamp: FileStamp?
  /// Whether its stamp might be the same after a change.
  var isInDoubt: Bool
  /// The SHA-256 of what was learnt, where it is needed to know it again.
  var digest: String?

  /// The digest of what a folder holds.
  static func digest(of items: [FileSystem.Item]) -> String {
    Digest.sha256(Array(items.map { "\($0.name)\u{0}\($0.kind)\u{0}\($0.isLink)\u{0}" }.joined().utf8))
  }

  /// The digest of what can be said of an item without opening it.
  static func digest(ofItemAt path: String, on disk: FileSystem) -> String {
    let kind = disk.kind(path).map { "\($0)" } ?? ""
    return Digest.sha256(Array("\(kind)\u{0}\(disk.isLink(path))\u{0}\(disk.realPath(path) ?? "")".utf8))
  }

  /// Whether it still is what it was.
  func isSame(on disk: FileSystem) -> Bool {
    let present = disk.stamp(path)
    guard present == stamp else { return false }
    guard isInDoubt, present != nil else { return true }
    guard let digest else { return false }
    if use == .presence { return Self.digest(ofItemAt: path, on: disk) == digest }
    if let bytes = try? disk.read(path) { return Digest.sha256(bytes) == digest }
    return (try? disk.list(path)).map { Self.digest(of: $0) == digest } ?? false
  }
}
