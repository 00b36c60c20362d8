import Files
import Foundation
import Synchronization

/// A disk with power cuts: it records every change and every sync, and computes what the disk may hold after a power
/// cut.
///
/// It simulates the worst disk: each change that is not synced is lost or kept independently of earlier ones. A file
/// then has its old content, its new content, a part of the new content, or none.
package final class PowerCut: Sendable {
  private enum Event: Sendable {
    case write(String, [UInt8])
    case rename(String, String)
    case remove(String)
    case createFolder(String)
    case removeFolder(String)
    case sync([String])
  }

  private let disk: MemoryDisk
  private let folder: String
  private let before: [String: String]
  private let events = Mutex<[Event]>([])

  /// Creates a recording disk.
  ///
  /// - Parameters:
  ///   - disk: the disk; its current files survive every power cut.
  ///   - folder: the folder that the simulation covers.
  package init(_ disk: MemoryDisk, below folder: String) {
    self.disk = disk
    self.folder = folder
    before = disk.files(below: folder)
  }

  /// The number of changes and syncs: the power may fail after each of them.
  package var instants: Int { events.withLock { $0.count } }

  /// The disk as a ``FileSystem`` that records every change after it is made.
  package var fileSystem: FileSystem {
    let system = disk.fileSystem
    var noting = system
    noting.write = { path, bytes throws(FileSystemError) in
      try system.write(path, bytes)
      self.note(.write(path, bytes))
    }
    noting.rename = { path, newPath throws(FileSystemError) in
      try system.rename(path, newPath)
      self.note(.rename(path, newPath))
    }
    noting.remove = { path throws(FileSystemError) in
      try system.remove(path)
      self.note(.remove(path))
    }
    noting.createFolder = { path throws(FileSystemError) in
      let isNew = system.kind(path) == nil
      try system.createFolder(path)
      if isNew { self.note(.createFolder(path)) }
    }
    noting.removeEmptyFolder = { path in
      guard system.removeEmptyFolder(path) else { return false }
      self.note(.removeFolder(path))
      return true
    }
    noting.sync = { paths throws(FileSystemError) in
      try system.sync(paths)
      self.note(.sync(paths))
    }
    return noting
  }

  /// The content of the disk after a power cut.
  ///
  /// - Parameters:
  ///   - instant: the number of changes and syncs before the cut.
  ///   - random: decides which unsynced changes are lost.
  package func survivors(at instant: Int, _ random: inout some RandomNumberGenerator) -> MemoryDisk {
    var remains = Remains(before.map { (Path.join(folder, $0.key), Array($0.value.utf8)) })
    for event in events.withLock({ $0.prefix(instant) }) {
      switch event {
      case .write(let path, let bytes): remains.write(path, bytes)
      case .rename(let path, let newPath): remains.rename(path, newPath)
      case .remove(let path): remains.remove(path)
      case .createFolder(let path): remains.createFolder(path)
      case .removeFolder(let path): remains.removeFolder(path)
      case .sync(let paths): for path in paths { remains.sync(path) }
      }
    }
    let result = MemoryDisk()
    for (path, bytes) in remains.files(&random) { result.put(bytes, at: path) }
    return result
  }

  private func note(_ event: Event) { events.withLock { $0.append(event) } }
}

/// Names and contents, each in its current and in its synced state.
private struct Remains {
  private struct Content {
    var certain: [UInt8]
    var current: [UInt8]
  }

  /// A change of names that is not synced yet.
  private enum Pending {
    case link(String, Int)
    case rename(String, String, Int)
    case unlink(String)
    case folder(String)
    case noFolder(String)

    var path: String {
      switch self {
      case .link(let path, _), .rename(_, let path, _), .unlink(let path), .folder(let path), .noFolder(let path):
        path
      }
    }
  }

  private var contents: [Content] = []
  private var names: [String: Int] = [:]
  private var certainNames: [String: Int] = [:]
  /// The created folders that are not synced: such a folder may be lost with everything in it.
  private var lost: Set<String> = []
  private var pending: [Pending] = []

  init(_ files: [(String, [UInt8])]) {
    for (path, bytes) in files {
      names[path] = contents.count
      contents.append(Content(certain: bytes, current: bytes))
    }
    certainNames = names
  }

  mutating func write(_ path: String, _ bytes: [UInt8]) {
    if let file = names[path] {
      contents[file].current = bytes
      return
    }
    names[path] = contents.count
    pending.append(.link(path, contents.count))
    contents.append(Content(certain: [], current: bytes))
  }

  mutating func rename(_ path: String, _ newPath: String) {
    guard let file = names.removeValue(forKey: path) else { return }
    names[newPath] = file
    pending.append(.rename(path, newPath, file))
  }

  mutating func remove(_ path: String) {
    names[path] = nil
    pending.append(.unlink(path))
  }

  mutating func createFolder(_ path: String) {
    lost.insert(path)
    pending.append(.folder(path))
  }

  mutating func removeFolder(_ path: String) { pending.append(.noFolder(path)) }

  /// A sync of a file saves its content; a sync of a folder saves the names in it.
  mutating func sync(_ path: String) {
    if let file = names[path] {
      contents[file].certain = contents[file].current
      return
    }
    for change in pending where Path.parent(change.path) == path { apply(change) }
    pending.removeAll { Path.parent($0.path) == path }
  }

  func files(_ random: inout some RandomNumberGenerator) -> [String: [UInt8]] {
    var result = self
    for change in pending where Bool.random(using: &random) { result.apply(change) }
    let kept = result.certainNames.filter { path, _ in !result.lost.contains { path.hasPrefix($0 + "/") } }
    return kept.mapValues { file in
      let content = result.contents[file]
      guard content.certain != content.current else { return content.current }
      let torn = content.current.prefix(Int.random(in: 0...content.current.count, using: &random))
      return [content.certain, content.current, Array(torn)].randomElement(using: &random) ?? []
    }
  }

  private mutating func apply(_ change: Pending) {
    switch change {
    case .link(let path, let file): certainNames[path] = file
    case .rename(let path, let newPath, let file):
      if certainNames[path] == file { certainNames[path] = nil }
      certainNames[newPath] = file
    case .unlink(let path): certainNames[path] = nil
    case .folder(let path): lost.remove(path)
    // The names in a removed folder are removed with it, synced or not.
    case .noFolder(let path): certainNames = certainNames.filter { !$0.key.hasPrefix(path + "/") }
    }
  }
}

/// Pseudorandom numbers that are the same in each run (xorshift64*, Vigna 2016).
package struct RepeatableRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator.
  ///
  /// - Parameter seed: any number except 0.
  package init(_ seed: UInt64) { state = seed == 0 ? 1 : seed }

  /// The next number.
  package mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
