import Foundation

/// Reads from the disk. All checks use the open descriptor. So the file that is checked is always the file that is
/// read.
enum DiskReading {
  /// Reads a file. Throws if the file is larger than the limit.
  static func file(_ path: String, _ limit: SizeLimit, _ links: LinkRule) throws(FileSystemError) -> [UInt8] {
    let file = try open(path, O_RDONLY, links)
    let status = try file.status(path)
    guard status.st_mode.isFile else {
      throw FileSystemError(path: path, code: status.st_mode.isFolder ? EISDIR : EINVAL)
    }
    return try file.bytes(expecting: Int(status.st_size), limit, path)
  }

  /// Lists the items of a folder, sorted by name.
  static func folder(_ path: String, _ links: LinkRule) throws(FileSystemError) -> [FileSystem.Item] {
    do throws(FileSystemError) {
      return try open(path, O_RDONLY | O_DIRECTORY, links).items(path).sorted { $0.name < $1.name }
    } catch {
      throw FileSystemError(path: error.path, code: error.code, isFolder: true)
    }
  }

  /// The path without symbolic links; nil if the path does not exist.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Opens a path, following only the symbolic links that the rule permits.
  private static func open(_ path: String, _ flags: Int32, _ links: LinkRule) throws(FileSystemError) -> Descriptor {
    switch links {
    case .all:
      guard let opened = Descriptor(Foundation.open(path, flags | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)) else {
        throw FileSystemError(path: path, code: errno)
      }
      return opened
    case .none(let folder): return try open(path, flags, below: folder)
    case .within(let folder):
      do throws(FileSystemError) {
        return try open(path, flags, below: folder)
      } catch {
        guard error.isThroughLink else { throw error }
      }
      // The path contains symbolic links, so it is resolved first. The resolved path is then opened without following
      // any symbolic link.
      guard let real = realPath(path) else { throw FileSystemError(path: path, code: errno) }
      guard let limit = realPath(folder) else { throw FileSystemError(path: folder, code: errno) }
      do throws(FileSystemError) {
        return try open(real, flags, below: limit)
      } catch {
        throw FileSystemError(path: path, code: error.code)
      }
    }
  }

  private static func open(
    _ path: String, _ flags: Int32, below folder: String
  ) throws(FileSystemError) -> Descriptor {
    if path.utf8.count <= folder.utf8.count, Path.parts(of: path, below: folder)?.isEmpty == true {
      return try Descriptor(folder: folder).open("", flags, path)
    }
    return try ReachedFolder.parent(of: path, below: folder).folder.open(Path.name(path), flags, path)
  }
}

extension Descriptor {
  /// Reads an open file to its end.
  ///
  /// - Parameter size: the expected number of bytes; the file may have more or fewer.
  package func bytes(expecting size: Int, _ limit: SizeLimit, _ path: String) throws(FileSystemError) -> [UInt8] {
    // A file can report a size of terabytes, for example a sparse file. So the size is checked before memory is
    // reserved.
    guard size <= limit.bytes else { throw FileSystemError(path: path, size: size, limit: limit) }
    // One byte more than expected is requested. So the same call of `part` also detects the end of the file.
    var bytes = try part(size + 1, path)
    var isWhole = bytes.count <= size
    while !isWhole {
      guard bytes.count <= limit.bytes else { throw FileSystemError(path: path, size: bytes.count, limit: limit) }
      let more = try part(1 << 16, path)
      bytes += more
      isWhole = more.isEmpty
    }
    return bytes
  }

  /// Reads the next bytes of an open file. Returns fewer bytes than requested only at the end of the file.
  private func part(_ count: Int, _ path: String) throws(FileSystemError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled..<count])
        let received = read(number, rest.baseAddress, rest.count)
        if received == 0 { return }
        if received > 0 {
          filled += received
        } else if errno == EAGAIN {
          wait(for: POLLIN)
        } else if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    guard failure == 0 else { throw FileSystemError(path: path, code: failure) }
    return bytes
  }

  /// Waits until a non-blocking descriptor is ready to read or write.
  package func wait(for events: Int32) {
    var request = pollfd(fd: number, events: Int16(events), revents: 0)
    _ = poll(&request, 1, -1)
  }

  /// Lists the items of an open folder, in the system's order.
  fileprivate func items(_ path: String) throws(FileSystemError) -> [FileSystem.Item] {
    let copy = fcntl(number, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0, let stream = fdopendir(copy) else {
      let code = errno
      close(copy)
      throw FileSystemError(path: path, code: code)
    }
    defer { closedir(stream) }
    var items: [FileSystem.Item] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      items.append(item(name, type: Int(entry.pointee.d_type)))
    }
    return items
  }

  private func item(_ name: String, type: Int) -> FileSystem.Item {
    if type == DT_REG { return FileSystem.Item(name: name, kind: .file, isLink: false) }
    if type == DT_DIR { return FileSystem.Item(name: name, kind: .folder, isLink: false) }
    // On some disks, the list of a folder contains no types. For a symbolic link, the list does not contain the type of
    // the target. In these cases, and for special files, a call of `stat` finds the kind.
    return FileSystem.Item(
      name: name, kind: status(of: name, followsLink: true)?.st_mode.kind ?? .other,
      isLink: status(of: name)?.st_mode.isLink == true)
  }
}

extension mode_t {
  package var kind: FileSystem.Item.Kind { isFile ? .file : isFolder ? .folder : .other }
}
