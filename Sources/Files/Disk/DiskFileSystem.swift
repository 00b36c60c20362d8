import Foundation

extension FileSystem {
  /// The disk of the machine. Only the source files of this folder (`Files/Disk`) make system calls for files.
  package static let disk = FileSystem(
    read: { path, limit, links throws(FileSystemError) in try DiskReading.file(path, limit, links) },
    list: { path, links throws(FileSystemError) in try DiskReading.folder(path, links) },
    kind: { path in
      var status = stat()
      return stat(path, &status) == 0 ? status.st_mode.kind : nil
    },
    realPath: { DiskReading.realPath($0) },
    write: { path, bytes throws(FileSystemError) in try DiskWriting.write(path, bytes) },
    remove: { path throws(FileSystemError) in try DiskWriting.remove(path) },
    createFolder: { path throws(FileSystemError) in try DiskWriting.createFolder(path) },
    removeEmptyFolder: { DiskWriting.removeEmptyFolder($0) },
    rename: { path, newPath throws(FileSystemError) in try DiskWriting.rename(path, newPath) },
    isLink: { path in
      var status = stat()
      return lstat(path, &status) == 0 && status.st_mode.isLink
    },
    sync: { paths throws(FileSystemError) in try DiskWriting.sync(paths) },
    stamp: { fileStamp($0) },
    now: {
      var moment = timespec()
      return clock_gettime(CLOCK_REALTIME, &moment) == 0 ? nanoseconds(moment) : 0
    },
    lock: { path, holder throws(FileSystemError) in try DiskLock.take(path, holder) }
  )
}

private func fileStamp(_ path: String) -> FileStamp? {
  var status = stat()
  guard lstat(path, &status) == 0 else { return nil }
  var linkChanged: UInt64 = 0
  if status.st_mode.isLink {
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
