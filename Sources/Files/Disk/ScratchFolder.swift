import Foundation

/// A temporary folder for one task. Other users cannot open the folder. It is removed after the task. If the process is
/// killed, the next run of the program removes the folder.
///
/// While a process uses the folder, the process holds a kernel lock on the folder. The kernel releases the lock when
/// the process ends. So the lock distinguishes a folder in use from the folder of a killed process.
package enum ScratchFolder {
  private static let prefix = "trousse-pdf-"
  private static let mark = "XXXXXX"

  /// Creates a folder in the system's temporary folder, and calls a function with its path. Then removes the new folder
  /// with everything in it.
  ///
  /// - Parameter body: receives the path of the new folder, without symbolic links.
  /// - Throws: the error of the function. If the folder cannot be created, the error of the system.
  package static func with<Result>(
    _ body: (_ path: String) throws(FileSystemError) -> Result
  ) throws(FileSystemError) -> Result {
    let place = FileSystem.disk.resolved(NSTemporaryDirectory())
    sweep(place)
    let folder = try Held(in: place)
    defer { remove(folder.path) }
    return try body(folder.path)
  }

  /// Removes the folders that killed processes left in the temporary folder `place`.
  package static func sweep(_ place: String) {
    for item in (try? FileSystem.disk.list(place, .all)) ?? [] where item.kind == .folder && !item.isLink {
      guard item.name.hasPrefix(prefix), item.name.utf8.count == prefix.utf8.count + mark.utf8.count else { continue }
      let path = Path.join(place, item.name)
      guard let folder = try? open(path), folder.isOwn, folder.lock() == .taken else { continue }
      remove(path)
    }
  }

  private static func open(_ path: String) throws(FileSystemError) -> Descriptor {
    try DiskWriting.parent(of: path).folder.open(Path.name(path), O_RDONLY | O_DIRECTORY, path)
  }

  /// Removes a folder. A process that is ending may still create files in the folder for a moment, so the removal is
  /// retried.
  private static func remove(_ path: String) {
    for _ in 0..<50 {
      try? FileManager.default.removeItem(atPath: path)
      guard FileSystem.disk.kind(path) != nil else { return }
      usleep(10_000)
    }
  }

  private final class Held: Sendable {
    let path: String
    private let folder: Descriptor

    init(in place: String) throws(FileSystemError) {
      while true {
        let path = try Self.make(in: place)
        do throws(FileSystemError) {
          let folder = try ScratchFolder.open(path)
          // Before this process holds the lock, another process may treat the folder as abandoned and remove it. In
          // that case, another folder is created.
          guard folder.lock() != .held, try DiskWriting.parent(of: path).folder.holds(folder, as: Path.name(path))
          else {
            continue
          }
          self.path = path
          self.folder = folder
          return
        } catch {
          guard error.code == ENOENT else { throw error }
        }
      }
    }

    private static func make(in place: String) throws(FileSystemError) -> String {
      let pattern = Path.join(place, prefix + mark)
      var name = Array(pattern.utf8CString)
      let refusal = name.withUnsafeMutableBufferPointer { buffer in
        buffer.baseAddress.flatMap { mkdtemp($0) } == nil ? errno : nil as Int32?
      }
      if let refusal { throw FileSystemError(path: pattern, code: refusal, isFolder: true) }
      return String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }
}

extension Descriptor {
  /// Whether the folder belongs to the user of this process.
  fileprivate var isOwn: Bool { (try? status(""))?.st_uid == geteuid() }
}
