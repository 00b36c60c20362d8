import Foundation

/// A folder for one piece of work, which nobody else may look into. It goes with the work; where the program was killed, with
/// the next work of this kind.
///
/// The folder itself is locked as long as it is used, by the kernel: the lock dies with the program, so that what is left of
/// one that was killed is told from what is in use.
public enum ScratchFolder {
  private static let prefix = "trousse-pdf-"
  private static let mark = "XXXXXX"

  /// Does something with a folder where the system keeps such ones, then removes it with all that a program put there.
  ///
  /// - Parameter body: is given its path, without symbolic links.
  /// - Throws: what the machine refused.
  public static func with<Result>(
    _ body: (_ path: String) throws(FileSystemError) -> Result
  ) throws(FileSystemError) -> Result {
    let place = FileSystem.disk.resolved(NSTemporaryDirectory())
    sweep(place)
    let folder = try Held(in: place)
    defer { remove(folder.path) }
    return try body(folder.path)
  }

  /// Removes the folders that programs left which were killed.
  public static func sweep(_ place: String) {
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

  /// Removes a folder. A process that was ended may take a moment to be gone, and still put a file in it.
  private static func remove(_ path: String) {
    for _ in 0..<50 {
      try? FileManager.default.removeItem(atPath: path)
      guard FileSystem.disk.kind(path) != nil else { return }
      usleep(10_000)
    }
  }

  /// A new folder, and the lock on it.
  private final class Held: Sendable {
    let path: String
    private let folder: Descriptor

    init(in place: String) throws(FileSystemError) {
      while true {
        let path = try Self.make(in: place)
        do throws(FileSystemError) {
          let folder = try ScratchFolder.open(path)
          // Another program may take it for one that was left, until it is locked.
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
  /// Whether it belongs to whoever runs this program.
  fileprivate var isOwn: Bool { (try? status(""))?.st_uid == geteuid() }
}
