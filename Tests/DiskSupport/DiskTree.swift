import Files
import Foundation

/// A disk as a value: files, folders and symbolic links with inode numbers and times. Its clock stands still until a
/// test sets it, and ticks coarsely, so that two changes may have the same stamp. The numbers of removed items are
/// reused. A copy of the value is a second, independent disk.
package struct DiskTree: Sendable {
  private enum Content: Sendable {
    case file([UInt8])
    case folder([String: UInt64])
    case link(String)
  }

  private struct Item: Sendable {
    var content: Content
    var modified: UInt64
    var changed: UInt64
  }

  /// The result of resolving a path: the parent folder, the last name, and the number of the item, if it exists.
  private struct Place {
    var folder: UInt64
    var name: String
    var number: UInt64?
  }

  /// The current time, in nanoseconds since 1970.
  package var now: UInt64 = 1_700_000_000_123_456_789
  /// The resolution of the disk's clock, in nanoseconds.
  package var tick: UInt64 = 4_000_000

  private let device: UInt64
  private var items: [UInt64: Item] = [:]
  private var freeNumbers: [UInt64] = []
  private var lastNumber: UInt64 = 2
  private static let root: UInt64 = 2
  private static let linkLimit = 8

  /// Creates an empty disk.
  ///
  /// - Parameter device: the device number, which distinguishes the disk from others.
  package init(device: UInt64 = 1) {
    self.device = device
    items[Self.root] = Item(content: .folder([:]), modified: moment, changed: moment)
  }

  private var moment: UInt64 { now - now % tick }

  // MARK: Queries

  /// The bytes of a file, symbolic links followed.
  package func read(_ path: String) throws(FileSystemError) -> [UInt8] {
    switch try item(at: path)?.content {
    case .file(let bytes): return bytes
    case .folder: throw FileSystemError(path: path, code: EISDIR)
    case .link, nil: throw FileSystemError(path: path, code: ENOENT)
    }
  }

  /// The items of a folder, sorted by name.
  package func list(_ path: String) throws(FileSystemError) -> [FileSystem.Item] {
    let found: Item?
    do throws(FileSystemError) { found = try item(at: path) } catch {
      throw FileSystemError(path: path, code: error.code, isFolder: true)
    }
    guard let found else { throw FileSystemError(path: path, code: ENOENT, isFolder: true) }
    guard case .folder(let names) = found.content else {
      throw FileSystemError(path: path, code: ENOTDIR, isFolder: true)
    }
    return names.keys.sorted().map { name in
      let full = Path.join(path, name)
      return FileSystem.Item(name: name, kind: kind(full) ?? .other, isLink: isLink(full))
    }
  }

  /// The kind of the item at a path, symbolic links followed.
  package func kind(_ path: String) -> FileSystem.Item.Kind? {
    switch (try? item(at: path))?.content {
    case .file: .file
    case .folder: .folder
    case .link, nil: nil
    }
  }

  /// Whether a path itself is a symbolic link.
  package func isLink(_ path: String) -> Bool {
    guard let item = (try? place(of: path, followsLast: false))?.number.flatMap({ items[$0] }),
      case .link = item.content
    else { return false }
    return true
  }

  /// The path without any symbolic link; nil if nothing exists there.
  package func realPath(_ path: String) -> String? {
    var parts: [String] = []
    guard let place = try? place(of: path, followsLast: true, through: &parts), place.number != nil else { return nil }
    return "/" + parts.joined(separator: "/")
  }

  /// The stamp of an item, as a system would return it.
  package func stamp(_ path: String) -> FileStamp? {
    guard let own = (try? place(of: path, followsLast: false))?.number, let ownItem = items[own] else { return nil }
    guard case .link = ownItem.content else { return stamp(own, ownItem, linkChanged: 0) }
    guard let number = (try? place(of: path, followsLast: true))?.number, let item = items[number] else { return nil }
    return stamp(number, item, linkChanged: max(ownItem.changed, 1))
  }

  private func stamp(_ number: UInt64, _ item: Item, linkChanged: UInt64) -> FileStamp {
    let size =
      switch item.content {
      case .file(let bytes): bytes.count
      case .folder, .link: 4096
      }
    return FileStamp(
      device: device, number: number, size: UInt64(size), modified: item.modified, changed: item.changed,
      linkChanged: linkChanged)
  }

  /// The files below a folder, by their paths relative to it; symbolic links are left out.
  package func files(below folder: String) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    func walk(_ number: UInt64, _ path: String) {
      switch items[number]?.content {
      case .file(let bytes): files[path] = bytes
      case .folder(let names): for (name, number) in names { walk(number, Path.join(path, name)) }
      case .link, nil: break
      }
    }
    if let number = (try? place(of: folder, followsLast: true))?.number { walk(number, "") }
    return files
  }

  // MARK: Changes

  /// Creates a file or overwrites its content. A symbolic link is not followed, since Trousse follows none when it
  /// writes.
  package mutating func write(_ path: String, _ bytes: [UInt8]) throws(FileSystemError) {
    let place = try place(of: path, followsLast: false)
    guard let number = place.number else { return add(.file(bytes), at: place) }
    switch items[number]?.content {
    case .file: items[number] = Item(content: .file(bytes), modified: moment, changed: moment)
    case .folder: throw FileSystemError(path: path, code: EISDIR)
    case .link, nil: throw FileSystemError(path: path, code: ELOOP)
    }
  }

  /// Updates the times of a file without changing its content.
  package mutating func touch(_ path: String) throws(FileSystemError) { try write(path, read(path)) }

  /// Creates a symbolic link at a free path.
  package mutating func link(_ path: String, to target: String) throws(FileSystemError) {
    let place = try place(of: path, followsLast: false)
    guard place.number == nil else { throw FileSystemError(path: path, code: EEXIST) }
    add(.link(target), at: place)
  }

  /// Removes a file or a symbolic link, if it exists.
  package mutating func remove(_ path: String) throws(FileSystemError) {
    let place: Place
    do throws(FileSystemError) { place = try self.place(of: path, followsLast: false) } catch {
      if error.code == ENOENT { return }
      throw error
    }
    guard let number = place.number else { return }
    if case .folder = items[number]?.content { throw FileSystemError(path: path, code: EISDIR) }
    detach(place)
    free(number)
  }

  /// Removes a folder with everything in it, if it exists.
  package mutating func removeTree(_ path: String) {
    guard let place = try? place(of: path, followsLast: false), let number = place.number else { return }
    detach(place)
    free(number)
  }

  /// Removes a folder if it is empty.
  package mutating func removeEmptyFolder(_ path: String) -> Bool {
    guard let place = try? place(of: path, followsLast: false), let number = place.number,
      case .folder(let names) = items[number]?.content, names.isEmpty
    else { return false }
    detach(place)
    free(number)
    return true
  }

  /// Renames a file; an existing file with the new name is replaced.
  package mutating func rename(_ path: String, _ newPath: String) throws(FileSystemError) {
    let (old, new) = (try place(of: path, followsLast: false), try place(of: newPath, followsLast: false))
    guard let number = old.number else { throw FileSystemError(path: newPath, code: ENOENT) }
    if number == new.number { return }
    if let replaced = new.number {
      if case .folder = items[replaced]?.content { throw FileSystemError(path: newPath, code: EISDIR) }
      free(replaced)
    }
    detach(old)
    attach(number, at: new)
    let moment = moment
    items[number]?.changed = moment
  }

  /// Creates a folder and its missing parents.
  package mutating func createFolder(_ path: String) throws(FileSystemError) {
    var folder = ""
    for part in path.split(separator: "/") {
      folder += "/" + part
      switch kind(folder) {
      case .folder: continue
      case .file, .other: throw FileSystemError(path: folder, code: EEXIST, isFolder: true)
      case nil: add(.folder([:]), at: try place(of: folder, followsLast: false))
      }
    }
  }

  private mutating func add(_ content: Content, at place: Place) {
    let number = freeNumbers.popLast() ?? lastNumber + 1
    lastNumber = max(lastNumber, number)
    items[number] = Item(content: content, modified: moment, changed: moment)
    attach(number, at: place)
  }

  private mutating func attach(_ number: UInt64, at place: Place) { setName(place, number) }

  private mutating func detach(_ place: Place) { setName(place, nil) }

  private mutating func setName(_ place: Place, _ number: UInt64?) {
    guard case .folder(var names) = items[place.folder]?.content else { return }
    names[place.name] = number
    items[place.folder] = Item(content: .folder(names), modified: moment, changed: moment)
  }

  private mutating func free(_ number: UInt64) {
    if case .folder(let names) = items[number]?.content { for below in names.values { free(below) } }
    items[number] = nil
    freeNumbers.append(number)
  }

  // MARK: Paths

  private func item(at path: String) throws(FileSystemError) -> Item? {
    try place(of: path, followsLast: true).number.flatMap { items[$0] }
  }

  private func place(of path: String, followsLast: Bool) throws(FileSystemError) -> Place {
    var parts: [String] = []
    return try place(of: path, followsLast: followsLast, through: &parts)
  }

  /// Resolves a path.
  ///
  /// - Parameter real: receives the parts of the path without symbolic links.
  private func place(
    of path: String, followsLast: Bool, through real: inout [String]
  ) throws(FileSystemError) -> Place {
    var ahead = Array(path.split(separator: "/").reversed())
    var folders = [Self.root]
    var place = Place(folder: Self.root, name: "", number: Self.root)
    var links = 0
    while let part = ahead.popLast() {
      if part == "." { continue }
      if part == ".." {
        if folders.count > 1 {
          folders.removeLast()
          real.removeLast()
        }
        place = Place(folder: folders[folders.count - 1], name: "", number: folders[folders.count - 1])
        continue
      }
      guard case .folder(let names) = items[folders[folders.count - 1]]?.content else {
        throw FileSystemError(path: path, code: ENOTDIR)
      }
      let number = names[String(part)]
      place = Place(folder: folders[folders.count - 1], name: String(part), number: number)
      switch number.flatMap({ items[$0]?.content }) {
      case nil where !ahead.isEmpty: throw FileSystemError(path: path, code: ENOENT)
      case .link(let target) where followsLast || !ahead.isEmpty:
        links += 1
        guard links <= Self.linkLimit else { throw FileSystemError(path: path, code: ELOOP) }
        if target.hasPrefix("/") {
          folders = [Self.root]
          real = []
        }
        ahead += target.split(separator: "/").reversed()
      case .folder:
        folders.append(number ?? Self.root)
        real.append(String(part))
      case .file where !ahead.isEmpty: throw FileSystemError(path: path, code: ENOTDIR)
      case .file, .link, nil: real.append(String(part))
      }
    }
    return place
  }
}
