import Foundation

/// A lock of the kernel's: it dies with its holder, so that a file left by a program that was killed locks nothing.
final class DiskLock: Sendable {
  private let folder: ReachedFolder
  private let file: Descriptor
  private let name: String

  private init(_ file: consuming Descriptor, named name: String, in folder: ReachedFolder) {
    self.folder = folder
    self.file = file
    self.name = name
  }

  /// Takes a file as a lock; writes in it who holds it.
  static func take(_ path: String, _ holder: [UInt8]) throws(FileSystemError) -> FileLock {
    let name = Path.name(path)
    while true {
      let folder = try DiskWriting.parent(of: path)
      let file = try folder.folder.open(name, O_RDWR | O_CREAT, path)
      // A disk that knows no locks, as some network shares, can be published to all the same.
      guard file.lock() != .held else { return .held(by: file.firstBytes()) }
      // Where its last holder removed it after it was opened, what is locked is no longer what others find.
      guard folder.folder.holds(file, as: name) else { continue }
      // Who holds it is a courtesy; a disk that is full is told of by what is published.
      file.fill(holder)
      let lock = DiskLock(file, named: name, in: folder)
      return .taken { lock.release() }
    }
  }

  private func release() {
    _ = folder.folder.remove(name)
    file.unlock()
  }
}

extension Descriptor {
  /// What came of locking an open file or folder.
  enum Lock {
    /// It is locked until it is closed.
    case taken
    /// Somebody else holds it.
    case held
    /// The disk knows no locks.
    case unknown
  }

  func lock() -> Lock {
    if flock(number, LOCK_EX | LOCK_NB) == 0 { return .taken }
    return errno == EWOULDBLOCK ? .held : .unknown
  }

  fileprivate func unlock() { flock(number, LOCK_UN) }

  fileprivate func fill(_ bytes: [UInt8]) { if ftruncate(number, 0) == 0 { _ = write(bytes) } }

  fileprivate func firstBytes() -> [UInt8] {
    let limit = 1 << 12
    return [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      count = max(pread(number, buffer.baseAddress, limit, 0), 0)
    }
  }

  /// Whether a name of this folder still leads to an open file.
  func holds(_ file: borrowing Descriptor, as name: String) -> Bool {
    guard let opened = try? file.status(name), let found = status(of: name) else { return false }
    return opened.st_dev == found.st_dev && opened.st_ino == found.st_ino
  }
}
