import Foundation

extension FileSystem {
  /// The machine's own disk. The only file that calls the system for it.
  public static let disk = FileSystem(
    read: { path throws(FileSystemError) in try readFile(path) },
    list: { path throws(FileSystemError) in try listFolder(path) },
    kind: { itemKind($0) },
    realPath: { path in
      guard let resolved = realpath(path, nil) else { return nil }
      defer { free(resolved) }
      return String(cString: resolved)
    },
    write: { path, bytes throws(FileSystemError) in try writeFile(path, bytes) },
    remove: { path throws(FileSystemError) in
      guard unlink(path) == 0 || errno == ENOENT else { throw FileSystemError(path: path, code: errno) }
    },
    createFolder: { path throws(FileSystemError) in try makeFolder(path) },
    removeEmptyFolder: { rmdir($0) == 0 },
    rename: { path, newPath throws(FileSystemError) in
      guard Foundation.rename(path, newPath) == 0 else { throw FileSystemError(path: newPath, code: errno) }
    },
    isLink: { isSymbolicLink($0) },
    sync: { paths throws(FileSystemError) in try syncAll(paths) },
    stamp: { fileStamp($0) },
    now: {
      var moment = timespec()
      return clock_gettime(CLOCK_REALTIME, &moment) == 0 ? nanoseconds(moment) : 0
    },
    lock: { path, holder throws(FileSystemError) in try lockFile(path, holder) }
  )
}

private func readFile(_ path: String) throws(FileSystemError) -> [UInt8] {
  // Without O_NONBLOCK, a named pipe would be waited for.
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { throw FileSystemError(path: path, code: errno) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw FileSystemError(path: path, code: errno) }
  guard status.st_mode & S_IFMT == S_IFREG else {
    throw FileSystemError(path: path, code: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
  }
  var bytes: [UInt8] = []
  // A file may claim any size (a sparse one claims terabytes): no more is set aside than a text needs.
  bytes.reserveCapacity(Int(min(status.st_size, 1 << 25)))
  let chunk = 1 << 16
  while true {
    var failure: Int32 = 0
    let part = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
      var received: Int
      repeat { received = Foundation.read(descriptor, buffer.baseAddress, chunk) } while received < 0 && errno == EINTR
      if received < 0 { failure = errno }
      count = max(received, 0)
    }
    guard failure == 0 else { throw FileSystemError(path: path, code: failure) }
    if part.isEmpty { return bytes }
    bytes += part
  }
}

private func listFolder(_ path: String) throws(FileSystemError) -> [FileSystem.Item] {
  guard let folder = opendir(path) else { throw FileSystemError(path: path, code: errno, isFolder: true) }
  defer { closedir(folder) }
  var items: [FileSystem.Item] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    guard name != ".", name != ".." else { continue }
    let full = path + "/" + name
    items.append(FileSystem.Item(name: name, kind: itemKind(full) ?? .other, isLink: isSymbolicLink(full)))
  }
  return items.sorted { $0.name < $1.name }
}

private func isSymbolicLink(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
}

private func itemKind(_ path: String) -> FileSystem.Item.Kind? {
  var status = stat()
  guard stat(path, &status) == 0 else { return nil }
  switch status.st_mode & S_IFMT {
  case S_IFREG: return .file
  case S_IFDIR: return .folder
  default: return .other
  }
}

private func fileStamp(_ path: String) -> FileStamp? {
  var status = stat()
  guard lstat(path, &status) == 0 else { return nil }
  var linkChanged: UInt64 = 0
  if status.st_mode & S_IFMT == S_IFLNK {
    linkChanged = max(nanoseconds(changeTime(status)), 1)
    guard stat(path, &status) == 0 else { return nil }
  }
  return FileStamp(
    device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino),
    size: UInt64(truncatingIfNeeded: status.st_size), modified: nanoseconds(modificationTime(status)),
    changed: nanoseconds(changeTime(status)), linkChanged: linkChanged)
}

private func nanoseconds(_ time: timespec) -> UInt64 {
  UInt64(truncatingIfNeeded: time.tv_sec) &* 1_000_000_000 &+ UInt64(truncatingIfNeeded: time.tv_nsec)
}

private func modificationTime(_ status: stat) -> timespec {
  #if canImport(Darwin)
    status.st_mtimespec
  #else
    status.st_mtim
  #endif
}

private func changeTime(_ status: stat) -> timespec {
  #if canImport(Darwin)
    status.st_ctimespec
  #else
    status.st_ctim
  #endif
}

private func writeFile(_ path: String, _ bytes: [UInt8]) throws(FileSystemError) {
  // O_NOFOLLOW: what is written stays in this folder. Without O_NONBLOCK, a named pipe would be waited for.
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw FileSystemError(path: path, code: errno) }
  let failure = writeAll(bytes, to: descriptor)
  let closed = close(descriptor) == 0 ? 0 : errno
  guard failure == 0, closed == 0 else { throw FileSystemError(path: path, code: failure != 0 ? failure : closed) }
}

private func syncAll(_ paths: [String]) throws(FileSystemError) {
  // Thousands of files that are waited for one by one take seconds; after one wait for all, each is a question only.
  if paths.count > 100 { Foundation.sync() }
  for path in paths {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileSystemError(path: path, code: errno) }
    defer { close(descriptor) }
    // A disk that cannot be asked to wait, as some network shares, is not one that failed.
    guard fsync(descriptor) == 0 || [EINVAL, ENOSYS, ENOTSUP].contains(errno) else {
      throw FileSystemError(path: path, code: errno)
    }
  }
}

/// The lock is the kernel's: it dies with its holder, so that a file left by a program that was killed locks nothing.
private func lockFile(_ path: String, _ holder: [UInt8]) throws(FileSystemError) -> FileLock {
  while true {
    let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileSystemError(path: path, code: errno) }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      defer { close(descriptor) }
      return .held(by: firstBytes(of: descriptor))
    }
    // Any other refusal is that of a disk that knows no locks, as some network shares: it can be published to all the same.
    guard isStill(path, descriptor) else {
      // Its last holder removed it after it was opened: what is locked is no longer what others find.
      close(descriptor)
      continue
    }
    // Who holds it is a courtesy; a disk that is full is told of by what is published.
    if ftruncate(descriptor, 0) == 0 { _ = writeAll(holder, to: descriptor) }
    return .taken {
      unlink(path)
      close(descriptor)
    }
  }
}

private func firstBytes(of descriptor: Int32) -> [UInt8] {
  let limit = 1 << 12
  return [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
    count = max(pread(descriptor, buffer.baseAddress, limit, 0), 0)
  }
}

/// Whether a path still leads to an open file.
private func isStill(_ path: String, _ descriptor: Int32) -> Bool {
  var (opened, found) = (stat(), stat())
  guard fstat(descriptor, &opened) == 0, lstat(path, &found) == 0 else { return false }
  return opened.st_dev == found.st_dev && opened.st_ino == found.st_ino
}

/// Writes every byte; 0, or the system's number for the reason why not.
private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
  bytes.withUnsafeBytes { buffer in
    var offset = 0
    while offset < buffer.count {
      let rest = UnsafeRawBufferPointer(rebasing: buffer[offset...])
      let written = Foundation.write(descriptor, rest.baseAddress, rest.count)
      if written < 0 {
        if errno == EINTR { continue }
        return errno
      }
      offset += written
    }
    return 0
  }
}

private func makeFolder(_ path: String) throws(FileSystemError) {
  if mkdir(path, 0o777) == 0 { return }
  let code = errno
  if code == EEXIST, itemKind(path) == .folder { return }
  guard code == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
    throw FileSystemError(path: path, code: code, isFolder: true)
  }
  try makeFolder(String(path[..<slash]))
  guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
    throw FileSystemError(path: path, code: errno, isFolder: true)
  }
}
