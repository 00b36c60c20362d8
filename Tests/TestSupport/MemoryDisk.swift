import Foundation
import Synchronization
import ToolboxLoading

/// A disk in memory: files by absolute path, and paths that are refused.
public final class MemoryDisk: Sendable {
  private struct State {
    var files: [String: [UInt8]] = [:]
    var refused: [String: Int32] = [:]
    var links: [String: String] = [:]
    var writes: [String] = []
  }

  private let state = Mutex(State())
  private let readThrough: [String]

  /// - Parameter readThrough: folders of the real disk that are seen through this one, such as the themes.
  public init(_ files: [String: String] = [:], readThrough: [String] = []) {
    self.readThrough = readThrough
    for (path, text) in files { self[path] = text }
  }

  /// The text of a file, or nil where there is none.
  public subscript(path: String) -> String? {
    get { state.withLock { $0.files[path] }.map { String(decoding: $0, as: UTF8.self) } }
    set { state.withLock { $0.files[path] = newValue.map { Array($0.utf8) } } }
  }

  /// Puts bytes that need not be text.
  public func put(_ bytes: [UInt8], at path: String) { state.withLock { $0.files[path] = bytes } }

  /// Makes every use of a path fail with a system error, such as `EACCES`.
  public func refuse(_ path: String, _ code: Int32) { state.withLock { $0.refused[path] = code } }

  /// Puts a symbolic link to a folder or a file.
  public func link(_ path: String, to target: String) { state.withLock { $0.links[path] = target } }

  /// The paths that were written, in order.
  public var writes: [String] { state.withLock { $0.writes } }

  /// The files below a folder, by their paths relative to it.
  public func files(below folder: String) -> [String: String] {
    let prefix = folder + "/"
    let found = state.withLock { $0.files.filter { $0.key.hasPrefix(prefix) } }
    return Dictionary(
      found.map { (String($0.key.dropFirst(prefix.count)), String(decoding: $0.value, as: UTF8.self)) }
    ) { first, _ in first }
  }

  /// The disk as Trousse sees it.
  public var fileSystem: FileSystem {
    FileSystem(
      read: { path throws(FileSystemError) in
        if self.isReadThrough(path) { return try FileSystem.disk.read(path) }
        let path = self.resolve(path)
        try self.check(path)
        guard let bytes = self.state.withLock({ $0.files[path] }) else {
          throw FileSystemError(path: path, code: self.isFolder(path) ? EISDIR : ENOENT)
        }
        return bytes
      },
      list: { path throws(FileSystemError) in
        if self.isReadThrough(path) { return try FileSystem.disk.list(path) }
        try self.check(self.resolve(path))
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
        try self.check(path)
        self.state.withLock {
          $0.files[path] = bytes
          $0.writes.append(path)
        }
      },
      remove: { path throws(FileSystemError) in
        try self.check(path)
        self.state.withLock { $0.files[path] = nil }
      },
      createFolder: { path throws(FileSystemError) in try self.check(path) },
      removeEmptyFolder: { path in !self.isFolder(path) }
    )
  }

  private func isReadThrough(_ path: String) -> Bool { readThrough.contains { path == $0 || path.hasPrefix($0 + "/") } }

  private func check(_ path: String) throws(FileSystemError) {
    if let code = state.withLock({ $0.refused[path] }) { throw FileSystemError(path: path, code: code) }
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

  private func isFolder(_ path: String) -> Bool {
    state.withLock { state in
      state.files.keys.contains { $0.hasPrefix(path + "/") } || state.links.keys.contains { $0.hasPrefix(path + "/") }
    }
  }

  private func items(of folder: String) -> [FileSystem.Item] {
    let prefix = resolve(folder) + "/"
    let (paths, links) = state.withLock { (Array($0.files.keys) + Array($0.links.keys), $0.links) }
    let names = Set(
      paths.filter { $0.hasPrefix(prefix) }.compactMap { $0.dropFirst(prefix.count).split(separator: "/").first })
    return names.sorted().map { name in
      let full = prefix + name
      return FileSystem.Item(name: String(name), kind: kind(resolve(full)) ?? .other, isLink: links[full] != nil)
    }
  }
}
