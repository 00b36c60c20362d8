import Foundation

/// Changes files and folders on the disk. No operation follows a symbolic link anywhere on its path, even a link that
/// is created during the operation. A caller whose path may contain symbolic links resolves the path first
/// (``FileSystem/resolved(_:)``).
enum DiskWriting {
  static func write(_ path: String, _ bytes: [UInt8]) throws(FileSystemError) {
    let failure = try parent(of: path).folder.open(Path.name(path), O_WRONLY | O_CREAT | O_TRUNC, path).write(bytes)
    guard failure == 0 else { throw FileSystemError(path: path, code: failure) }
  }

  static func remove(_ path: String) throws(FileSystemError) {
    let code: Int32
    do throws(FileSystemError) { code = try parent(of: path).folder.remove(Path.name(path)) } catch {
      code = error.code
    }
    guard code == 0 || code == ENOENT else { throw FileSystemError(path: path, code: code) }
  }

  static func rename(_ path: String, _ newPath: String) throws(FileSystemError) {
    let (name, newName) = (Path.name(path), Path.name(newPath))
    let isBeside = path.utf8.dropLast(name.utf8.count).elementsEqual(newPath.utf8.dropLast(newName.utf8.count))
    let from = try parent(of: path)
    let to = isBeside ? from : try parent(of: newPath)
    let code = from.folder.move(name, to: to.folder, as: newName)
    guard code == 0 else { throw FileSystemError(path: newPath, code: code) }
  }

  /// Creates a folder and its missing parents.
  static func createFolder(_ path: String) throws(FileSystemError) {
    do throws(FileSystemError) {
      try createItem(path)
    } catch {
      guard error.code == ENOENT, Path.parent(path) != "/" else { throw error }
      try createFolder(Path.parent(path))
      try createItem(path)
    }
  }

  private static func createItem(_ path: String) throws(FileSystemError) {
    let code: Int32
    do throws(FileSystemError) {
      let folder = try parent(of: path)
      let name = Path.name(path)
      let refusal = folder.folder.createFolder(name)
      code = refusal == EEXIST && folder.folder.status(of: name)?.st_mode.isFolder == true ? 0 : refusal
    } catch {
      code = error.code
    }
    guard code == 0 else { throw FileSystemError(path: path, code: code, isFolder: true) }
  }

  static func removeEmptyFolder(_ path: String) -> Bool {
    (try? parent(of: path).folder.remove(Path.name(path), isFolder: true)) == 0
  }

  static func sync(_ paths: [String]) throws(FileSystemError) {
    // Syncing thousands of files one by one takes seconds. After one `sync` of the whole system, the call for each file
    // returns at once.
    if paths.count > 100 { Foundation.sync() }
    for path in paths {
      let code = try parent(of: path).folder.open(Path.name(path), O_RDONLY, path).sync()
      // Some disks, such as network shares, do not support sync. The error codes of these disks do not count as a
      // failure.
      guard [0, EINVAL, ENOSYS, ENOTSUP].contains(code) else { throw FileSystemError(path: path, code: code) }
    }
  }

  /// Opens the parent folder of a path, name by name from the root, without following a symbolic link.
  static func parent(of path: String) throws(FileSystemError) -> ReachedFolder {
    try ReachedFolder.parent(of: path, below: "/")
  }
}

extension Descriptor {
  /// Writes every byte; returns 0 or `errno`.
  package func write(_ bytes: [UInt8]) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[offset...])
        let written = Foundation.write(number, rest.baseAddress, rest.count)
        if written >= 0 {
          offset += written
        } else if errno == EAGAIN {
          wait(for: POLLOUT)
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }
}
