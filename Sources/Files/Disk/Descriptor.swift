import Foundation

/// An owned file descriptor, closed when the value is destroyed.
struct Descriptor: ~Copyable {
  let number: Int32

  deinit { close(number) }

  /// Takes ownership of the descriptor that a system call returned. Nil if the call failed.
  init?(_ number: Int32) {
    guard number >= 0 else { return nil }
    self.number = number
  }

  /// Opens a folder to reach its items. Search permission is enough; read permission is not needed.
  init(folder path: String) throws(FileSystemError) {
    let number = Foundation.open(path, Self.folderFlags)
    guard number >= 0 else { throw FileSystemError(path: path, code: errno, isFolder: true) }
    self.number = number
  }

  /// Opens the parent folder of an item at any depth below this folder. Follows no symbolic link on the way.
  ///
  /// - Parameters:
  ///   - parts: the names on the way from this folder to the item. The last name is the name of the item.
  ///   - path: the path that is given in errors.
  consuming func parent(of parts: [Substring], _ path: String) throws(FileSystemError) -> Descriptor {
    var folder = self
    for part in parts.dropLast() {
      guard let next = Descriptor(openat(folder.number, String(part), Self.folderFlags | O_NOFOLLOW)) else {
        throw folder.refusal(errno, of: String(part), path)
      }
      folder = next
    }
    return folder
  }

  /// Opens an item of this folder, or the folder itself if the name is empty. Throws if the item is a symbolic link.
  func open(_ name: String, _ flags: Int32, _ path: String) throws(FileSystemError) -> Descriptor {
    // Without O_NONBLOCK, opening a named pipe would block; without O_NOCTTY, a terminal could become the controlling
    // terminal of this process.
    let flags = flags | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    guard let opened = Descriptor(openat(number, name.isEmpty ? "." : name, flags, 0o666)) else {
      throw refusal(errno, of: name, path)
    }
    return opened
  }

  func status(_ path: String) throws(FileSystemError) -> stat {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw FileSystemError(path: path, code: errno) }
    return status
  }

  /// The metadata of an item of this folder; nil if the item does not exist.
  func status(of name: String, followsLink: Bool = false) -> stat? {
    var status = stat()
    return fstatat(number, name, &status, followsLink ? 0 : AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
  }

  /// Removes an item of this folder; returns 0 or `errno`.
  func remove(_ name: String, isFolder: Bool = false) -> Int32 {
    unlinkat(number, name, isFolder ? AT_REMOVEDIR : 0) == 0 ? 0 : errno
  }

  /// Moves an item from this folder to `folder`, and gives the item a new name. The two folders may be the same.
  /// Returns 0 or `errno`.
  func move(_ name: String, to folder: borrowing Descriptor, as newName: String) -> Int32 {
    renameat(number, name, folder.number, newName) == 0 ? 0 : errno
  }

  /// Creates a folder inside this folder; returns 0 or `errno`.
  func createFolder(_ name: String) -> Int32 { mkdirat(number, name, 0o777) == 0 ? 0 : errno }

  /// Waits until the content is on the disk. From then on, the content survives a power cut. Returns 0 or `errno`.
  func sync() -> Int32 { fsync(number) == 0 ? 0 : errno }

  /// The error for a refused `open`. If a symbolic link is found where a folder is expected, the error code depends on
  /// the system. In this case, the result has the code `ELOOP` on all systems.
  private func refusal(_ code: Int32, of name: String, _ path: String) -> FileSystemError {
    let isLink = [ENOTDIR, EMLINK].contains(code) && status(of: name)?.st_mode.isLink == true
    return FileSystemError(path: path, code: isLink ? ELOOP : code)
  }

  #if os(Linux)
    // `0o10_000_000` is O_PATH, which Swift does not import. With O_PATH, search permission is enough to open a folder;
    // read permission is not needed.
    private static let folderFlags = 0o10_000_000 | O_DIRECTORY | O_CLOEXEC
  #else
    private static let folderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
  #endif
}

extension mode_t {
  package var isFile: Bool { self & S_IFMT == S_IFREG }
  package var isFolder: Bool { self & S_IFMT == S_IFDIR }
  package var isLink: Bool { self & S_IFMT == S_IFLNK }
}
