import Foundation

/// A kernel lock on a file, held by this process. The kernel releases the lock when the process ends. So a lock file
/// that a killed process left behind is not locked.
final class DiskLock: Sendable {
  private let folder: ReachedFolder
  private let file: Descriptor
  private let name: String

  private init(_ file: consuming Descriptor, named name: String, in folder: ReachedFolder) {
    self.folder = folder
    self.file = file
    self.name = name
  }

  /// Locks a file. If the file does not exist, creates the file first. Then writes `holder`, which identifies this
  /// process, into the file.
  static func take(_ path: String, _ holder: [UInt8]) throws(FileSystemError) -> FileLock {
    let name = Path.name(path)
    while true {
      let folder = try DiskWriting.parent(of: path)
      let file = try folder.folder.open(name, O_RDWR | O_CREAT, path)
      // Some disks, such as network shares, do not support locks. Publication must be possible on these disks. So the
      // lock counts as taken in this case.
      guard file.lock() != .held else { return .held(by: file.firstBytes()) }
      // The last holder may have removed the file after this process opened it. Other processes then lock a new file. A
      // lock on the removed file would not exclude these processes, so try again.
      guard folder.folder.holds(file, as: name) else { continue }
      // The content of the lock file is only information, so a failed write is ignored here. If the disk is full, the
      // publication reports it.
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
  /// The result of locking an open file or folder.
  enum Lock {
    /// This process holds the lock until the descriptor is closed.
    case taken
    /// Another process holds the lock.
    case held
    /// The disk does not support locks.
    case unknown
  }

  package func lock() -> Lock {
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

  /// Whether a name in this folder still refers to the open file.
  package func holds(_ file: borrowing Descriptor, as name: String) -> Bool {
    guard let opened = try? file.status(name), let found = status(of: name) else { return false }
    return opened.st_dev == found.st_dev && opened.st_ino == found.st_ino
  }
}
