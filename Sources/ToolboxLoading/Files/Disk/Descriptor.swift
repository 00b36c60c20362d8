import Foundation

/// A file or a folder that the system holds open, as long as somebody has it.
struct Descriptor: ~Copyable {
  let number: Int32

  deinit { close(number) }

  /// Takes over what a call of the system opened; nil where it refused.
  init?(_ number: Int32) {
    guard number >= 0 else { return nil }
    self.number = number
  }

  /// A folder, through which its items are reached. It need not be one that may be listed.
  init(folder path: String) throws(FileSystemError) {
    let number = Foundation.open(path, Self.folderFlags)
    guard number >= 0 else { throw FileSystemError(path: path, code: errno, isFolder: true) }
    self.number = number
  }

  /// The folder that a path below this one stands in; no link on the way is followed.
  ///
  /// - Parameters:
  ///   - parts: the names on the way to the item, the item's own at the end.
  ///   - path: what errors name.
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

  /// Opens an item of this folder, or the folder itself where the name is empty; a link is not followed.
  func open(_ name: String, _ flags: Int32, _ path: String) throws(FileSystemError) -> Descriptor {
    // Without O_NONBLOCK, a named pipe would be waited for; without O_NOCTTY, a terminal could become this program's.
    let flags = flags | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    guard let opened = Descriptor(openat(number, name.isEmpty ? "." : name, flags, 0o666)) else {
      throw refusal(errno, of: name, path)
    }
    return opened
  }

  /// What the system says of the open item itself.
  func status(_ path: String) throws(FileSystemError) -> stat {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw FileSystemError(path: path, code: errno) }
    return status
  }

  /// What the system says of an item of this folder; nil where there is none.
  func status(of name: String, followsLink: Bool = false) -> stat? {
    var status = stat()
    return fstatat(number, name, &status, followsLink ? 0 : AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
  }

  /// Removes an item of this folder; 0, or the system's number for why not.
  func remove(_ name: String, isFolder: Bool = false) -> Int32 {
    unlinkat(number, name, isFolder ? AT_REMOVEDIR : 0) == 0 ? 0 : errno
  }

  /// Moves an item of this folder into another one; 0, or the system's number for why not.
  func move(_ name: String, to folder: borrowing Descriptor, as newName: String) -> Int32 {
    renameat(number, name, folder.number, newName) == 0 ? 0 : errno
  }

  /// Creates a folder in this one; 0, or the system's number for why not.
  func createFolder(_ name: String) -> Int32 { mkdirat(number, name, 0o777) == 0 ? 0 : errno }

  /// Waits until what is open outlasts a power cut; 0, or the system's number for why not.
  func sync() -> Int32 { fsync(number) == 0 ? 0 : errno }

  /// Why an item could not be opened. Systems have several numbers for a link that is in the way of a folder.
  private func refusal(_ code: Int32, of name: String, _ path: String) -> FileSystemError {
    let isLink = [ENOTDIR, EMLINK].contains(code) && status(of: name)?.st_mode.isLink == true
    return FileSystemError(path: path, code: isLink ? ELOOP : code)
  }

  #if os(Linux)
    // O_PATH, which Swift does not import: a folder that may be passed through need not be one that may be listed.
    private static let folderFlags = 0o10_000_000 | O_DIRECTORY | O_CLOEXEC
  #else
    private static let folderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
  #endif
}

extension mode_t {
  var isFile: Bool { self & S_IFMT == S_IFREG }
  var isFolder: Bool { self & S_IFMT == S_IFDIR }
  var isLink: Bool { self & S_IFMT == S_IFLNK }
}
