import Foundation
import Synchronization

/// A folder that was reached part by part, without following a link.
///
/// Thousands of files are read, and written, in few folders: the one that was reached last is kept, and is taken again as long
/// as its path leads to it. One question takes the place of as many openings as there are parts.
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

  /// The folder that a path stands in.
  ///
  /// - Parameters:
  ///   - path: what is to be reached; errors name it.
  ///   - start: the folder below which no link is followed.
  /// - Throws: that a link is in the way, also where the path is not below the start; or what the machine refused.
  static func parent(of path: String, below start: String) throws(FileSystemError) -> ReachedFolder {
    let folder = Path.folder(of: path)
    if let known = last.withLock({ $0[start] }), known.path == folder, known.isStill { return known }
    guard let parts = Path.parts(of: path, below: start) else { throw .throughLink(path) }
    let reached = try ReachedFolder(Descriptor(folder: start).parent(of: parts, path), folder, start)
    last.withLock { known in
      // One for all that is written, and one for each folder that is read.
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

  /// Whether the path still leads to this folder.
  private var isStill: Bool {
    var found = stat()
    // How the start itself is reached does not matter; what is below it must not be a link now.
    let answer = path == start ? stat(path, &found) : lstat(path, &found)
    return answer == 0 && Identity(found) == status
  }
}
