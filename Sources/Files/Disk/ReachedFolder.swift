import Foundation
import Synchronization

/// A folder that was opened name by name along its path, without following a symbolic link.
///
/// Thousands of files are read and written in a few folders. So the last opened folder is cached, and is reused while
/// its path still refers to the same folder. One `stat` call is then enough, instead of one `openat` call for each name
/// of the path.
final class ReachedFolder: Sendable {
  let folder: Descriptor
  private let path: String
  private let start: String
  private let status: Identity

  private struct Identity: Equatable {
    var device: UInt64
    var number: UInt64

    init(_ status: stat) {
      device = UInt64(truncatingIfNeeded: status.st_dev)
      number = UInt64(truncatingIfNeeded: status.st_ino)
    }
  }

  private static let last = Mutex<[String: ReachedFolder]>([:])

  /// Opens the parent folder of a path.
  ///
  /// - Parameters:
  ///   - path: the path of the item. Errors name this path.
  ///   - start: the folder below which no symbolic link is followed.
  /// - Throws: ``FileSystemError/throughLink(_:)`` if a symbolic link is on the way, or if the path is outside `start`.
  ///   In all other cases, the error of the system.
  static func parent(of path: String, below start: String) throws(FileSystemError) -> ReachedFolder {
    let folder = Path.folder(of: path)
    if let known = last.withLock({ $0[start] }), known.path == folder, known.isStill { return known }
    guard let parts = Path.parts(of: path, below: start) else { throw .throughLink(path) }
    let reached = try ReachedFolder(Descriptor(folder: start).parent(of: parts, path), folder, start)
    last.withLock { known in
      // The limit is rarely exceeded, because there are few values of `start`: one for all writes, and a few for reads.
      if known.count > 8 { known = [:] }
      known[start] = reached
    }
    return reached
  }

  private init(_ folder: consuming Descriptor, _ path: String, _ start: String) throws(FileSystemError) {
    status = Identity(try folder.status(path))
    self.folder = folder
    self.path = path
    self.start = start
  }

  /// Whether the path still refers to this folder.
  private var isStill: Bool {
    var found = stat()
    // `start` itself may be a symbolic link. A folder below `start` must not be a link.
    let answer = path == start ? stat(path, &found) : lstat(path, &found)
    return answer == 0 && Identity(found) == status
  }
}
