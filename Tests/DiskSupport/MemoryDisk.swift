import Files
import Foundation
import Synchronization

/// A disk in memory: files by absolute path, and simulated failures.
package final class MemoryDisk: Sendable {
  private struct State {
    var files: [String: [UInt8]] = [:]
    var folders: Set<String> = []
    var refused: [String: Int32] = [:]
    var readOnly: [String: Int32] = [:]
    /// The number of changes before a simulated power failure; nil for none.
    var remaining: Int?
    /// The number of files that can be written before the disk is full; nil for no limit.
    var room: Int?
    var links: [String: String] = [:]
    /// The held locks, with the bytes that their holders wrote.
    var locks: [String: [UInt8]] = [:]
    var writes: [String] = []
  }

  private let state = Mutex(State())
  private let readThrough: [String]

  /// Creates a disk.
  ///
  /// - Parameter readThrough: folders of the real disk that are visible on this one, such as the themes.
  package init(_ files: [String: String] = [:], readThrough: [String] = []) {
    self.readThrough = readThrough
    for (path, text) in files { self[path] = text }
  }

  /// The text of a file, or nil if it does not exist.
  package subscript(path: String) -> String? {
    get { state.withLock { $0.files[path] }.map { String(decoding: $0, as: UTF8.self) } }
    set { state.withLock { $0.files[path] = newValue.map { Array($0.utf8) } } }
  }

  /// Writes a file whose bytes need not be text.
  package func put(_ bytes: [UInt8], at path: String) { state.withLock { $0.files[path] = bytes } }

  /// Makes every operation on a path and below it fail with a system error, such as `EACCES`.
  package func refuse(_ path: String, _ code: Int32) { state.withLock { $0.refused[path] = code } }

  /// Makes every change in a folder fail, as in a read-only folder.
  package func refuseChanges(in folder: String, _ code: Int32?) { state.withLock { $0.readOnly[folder] = code } }

  /// Lets `count` changes succeed and refuses all later ones, as if the program were killed. If the first refused
  /// change writes a file, the file is written partially. Nil ends the simulation.
  package func stop(afterChanges count: Int?) { state.withLock { $0.remaining = count } }

  /// The remaining number of changes that ``stop(afterChanges:)`` allows.
  package var remainingChanges: Int? { state.withLock { $0.remaining } }

  /// Lets `count` files be written and writes all later ones partially, as a full disk does. Nil ends the simulation.
  package func fill(afterFiles count: Int?) { state.withLock { $0.room = count } }

  /// Holds a lock as another process would, with the bytes of its holder; nil releases the lock.
  package func hold(_ path: String, _ holder: String?) {
    state.withLock { $0.locks[path] = holder.map { Array($0.utf8) } }
  }

  /// Whether a folder exists, even an empty one.
  package func hasFolder(_ path: String) -> Bool { isFolder(path) }

  /// Creates a symbolic link to a folder or a file.
  package func link(_ path: String, to target: String) { state.withLock { $0.links[path] = target } }

  /// The paths of written and renamed files, in order.
  package var writes: [String] { state.withLock { $0.writes } }

  /// The files below a folder, by their paths relative to it.
  package func files(below folder: String) -> [String: String] {
    let prefix = folder + "/"
    let found = state.withLock { $0.files.filter { $0.key.hasPrefix(prefix) } }
    return Dictionary(
      found.map { (String($0.key.dropFirst(prefix.count)), String(decoding: $0.value, as: UTF8.self)) }
    ) { first, _ in first }
  }

  /// The disk as a ``FileSystem``.
  package var fileSystem: FileSystem {
    FileSystem(
      read: { path, limit, links throws(FileSystemError) in
        if self.isReadThrough(path) { return try FileSystem.disk.read(path, limit, links) }
        try self.check(path, links)
        let path = self.resolve(path)
        try self.check(path)
        guard let bytes = self.state.withLock({ $0.files[path] }) else {
          throw FileSystemError(path: path, code: self.isFolder(path) ? EISDIR : ENOENT)
        }
        guard bytes.count <= limit.bytes else { throw FileSystemError(path: path, size: bytes.count, limit: limit) }
        return bytes
      },
      list: { path, links throws(FileSystemError) in
        if self.isReadThrough(path) { return try FileSystem.disk.list(path, links) }
        try self.check(path, links)
        let resolved = self.resolve(path)
        do throws(FileSystemError) {
          try self.check(resolved)
          guard self.isFolder(resolved) else {
            throw FileSystemError(path: path, code: self.kind(resolved) == nil ? ENOENT : ENOTDIR)
          }
        } catch {
          throw FileSystemError(path: path, code: error.code, isFolder: true)
        }
        return self.items(of: path)
      },
      kind: { path in
        if self.isReadThrough(path) { return FileSystem.disk.kind(path) }
        return self.kind(self.resolve(path))
      },
      realPath: { path in
        if self.isReadThrough(path) { return FileSystem.disk.realPath(path) }
        let resolved = self.resolve(path)
        return self.kind(resolved) == nil ? nil : resolved
      },
      write: { path, bytes throws(FileSystemError) in
        do throws(FileSystemError) {
          try self.change(path)
        } catch {
          if error.code == Self.powerFailure { self.put(Array(bytes.prefix(bytes.count / 2)), at: path) }
          throw error
        }
        if self.isFolder(path) { throw FileSystemError(path: path, code: EISDIR) }
        guard self.takeRoom() else {
          self.put(Array(bytes.prefix(bytes.count / 2)), at: path)
          throw FileSystemError(path: path, code: ENOSPC)
        }
        self.state.withLock {
          $0.files[path] = bytes
          $0.writes.append(path)
        }
      },
      remove: { path throws(FileSystemError) in
        try self.change(path)
        self.state.withLock {
          $0.files[path] = nil
          $0.links[path] = nil
        }
      },
      createFolder: { path throws(FileSystemError) in
        try self.change(path)
        if self.kind(path) == .file { throw FileSystemError(path: path, code: EEXIST, isFolder: true) }
        self.state.withLock { _ = $0.folders.insert(path) }
      },
      removeEmptyFolder: { path in
        guard (try? self.change(path)) != nil, self.isEmpty(path) else { return false }
        return self.state.withLock { $0.folders.remove(path) } != nil
      },
      rename: { path, newPath throws(FileSystemError) in
        try self.change(newPath)
        let isDone = self.state.withLock { state in
          guard let bytes = state.files.removeValue(forKey: path) else { return false }
          state.links[newPath] = nil
          state.files[newPath] = bytes
          state.writes.append(newPath)
          return true
        }
        if !isDone { throw FileSystemError(path: path, code: ENOENT) }
      },
      isLink: { path in
        self.isReadThrough(path) ? FileSystem.disk.isLink(path) : self.state.withLock { $0.links[path] != nil }
      },
      sync: { paths throws(FileSystemError) in for path in paths { try self.check(path) } },
      lock: { path, holder throws(FileSystemError) in try self.lock(path, holder) }
    )
  }

  /// The error code of every change after the simulated power failure; no real disk returns it.
  private static let powerFailure: Int32 = 9999

  private func isReadThrough(_ path: String) -> Bool { readThrough.contains { path == $0 || path.hasPrefix($0 + "/") } }

  private func takeRoom() -> Bool {
    state.withLock { state in
      guard let room = state.room else { return true }
      state.room = max(room - 1, 0)
      return room > 0
    }
  }

  private func lock(_ path: String, _ holder: [UInt8]) throws(FileSystemError) -> FileLock {
    try check(path)
    let other: [UInt8]? = state.withLock { state in
      if let other = state.locks[path] { return other }
      state.locks[path] = holder
      return nil
    }
    if let other { return .held(by: other) }
    return .taken { self.state.withLock { $0.locks[path] = nil } }
  }

  private func check(_ path: String) throws(FileSystemError) {
    let code = state.withLock { state in
      state.refused.first { path == $0.key || path.hasPrefix($0.key + "/") }?.value
    }
    if let code { throw FileSystemError(path: path, code: code) }
  }

  private func check(_ path: String, _ links: LinkRule) throws(FileSystemError) {
    let known = state.withLock { $0.links }
    try links.check(path, isLink: { known[$0] != nil }, realPath: { self.resolve($0) })
  }

  private func change(_ path: String) throws(FileSystemError) {
    try check(path)
    let code: Int32? = state.withLock { state in
      if let code = state.readOnly[path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""] { return code }
      guard let remaining = state.remaining else { return nil }
      state.remaining = max(remaining - 1, 0)
      return remaining > 0 ? nil : Self.powerFailure
    }
    if let code { throw FileSystemError(path: path, code: code) }
  }

  private func resolve(_ path: String) -> String {
    var path = path
    for _ in 0..<8 {
      let links = state.withLock { $0.links }
      guard let (link, target) = links.first(where: { path == $0.key || path.hasPrefix($0.key + "/") }) else {
        return path
      }
      path = target + path.dropFirst(link.count)
    }
    return path
  }

  private func kind(_ path: String) -> FileSystem.Item.Kind? {
    if state.withLock({ $0.files[path] != nil }) { return .file }
    return isFolder(path) ? .folder : nil
  }

  private func isFolder(_ path: String) -> Bool { state.withLock { $0.folders.contains(path) } || !isEmpty(path) }

  private func isEmpty(_ path: String) -> Bool {
    !state.withLock { state in
      state.folders.contains { $0.hasPrefix(path + "/") } || state.files.keys.contains { $0.hasPrefix(path + "/") }
        || state.links.keys.contains { $0.hasPrefix(path + "/") }
    }
  }

  private func items(of folder: String) -> [FileSystem.Item] {
    let prefix = resolve(folder) + "/"
    let (paths, links) = state.withLock { (Array($0.files.keys) + $0.links.keys + $0.folders, $0.links) }
    let names = Set(
      paths.filter { $0.hasPrefix(prefix) }.compactMap { $0.dropFirst(prefix.count).split(separator: "/").first })
    return names.sorted().map { name in
      let full = prefix + name
      return FileSystem.Item(name: String(name), kind: kind(resolve(full)) ?? .other, isLink: links[full] != nil)
    }
  }
}
