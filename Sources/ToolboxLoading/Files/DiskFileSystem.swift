import Foundation

extension FileSystem {
  /// The machine's own disk. The only file that calls the system for it.
  public static let disk = FileSystem(
    read: { path throws(FileSystemError) in try readFile(path) },
    list: { path throws(FileSystemError) in try listFolder(path) },
    kind: { itemKind($0, followingLinks: true) },
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
    removeEmptyFolder: { rmdir($0) == 0 }
  )
}

extension FileSystemError {
  /// The system's own words for the reason, in the system's language.
  public var reason: String { String(cString: strerror(code)) }
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
  guard let folder = opendir(path) else { throw FileSystemError(path: path, code: errno) }
  defer { closedir(folder) }
  var items: [FileSystem.Item] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    guard name != ".", name != ".." else { continue }
    let full = path + "/" + name
    var status = stat()
    let isLink = lstat(full, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    items.append(FileSystem.Item(name: name, kind: itemKind(full, followingLinks: true) ?? .other, isLink: isLink))
  }
  return items.sorted { $0.name < $1.name }
}

private func itemKind(_ path: String, followingLinks: Bool) -> FileSystem.Item.Kind? {
  var status = stat()
  guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
  switch status.st_mode & S_IFMT {
  case S_IFREG: return .file
  case S_IFDIR: return .folder
  default: return .other
  }
}

private func writeFile(_ path: String, _ bytes: [UInt8]) throws(FileSystemError) {
  let temporary = path + ".trousse-\(getpid())"
  let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw FileSystemError(path: path, code: errno) }
  let failure = writeAll(bytes, to: descriptor)
  let closed = close(descriptor) == 0 ? 0 : errno
  guard failure == 0, closed == 0, rename(temporary, path) == 0 else {
    let code = failure != 0 ? failure : closed != 0 ? closed : errno
    unlink(temporary)
    throw FileSystemError(path: path, code: code)
  }
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
  if code == EEXIST, itemKind(path, followingLinks: true) == .folder { return }
  guard code == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
    throw FileSystemError(path: path, code: code)
  }
  try makeFolder(String(path[..<slash]))
  guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw FileSystemError(path: path, code: errno) }
}
