import Files
import Foundation
import Synchronization

/// A ``DiskTree`` as a ``FileSystem``, with stamps and a clock, so that a second build can detect unchanged files.
package final class TimedDisk: Sendable {
  private let state: Mutex<DiskTree>

  /// Creates a disk with the content of a tree.
  package init(_ tree: DiskTree) { state = Mutex(tree) }

  /// The current tree.
  package var tree: DiskTree {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }

  /// The disk as a ``FileSystem``.
  package var fileSystem: FileSystem {
    FileSystem(
      read: { path, limit, links throws(FileSystemError) in
        let tree = self.tree
        try links.check(path, isLink: { tree.isLink($0) }, realPath: { tree.realPath($0) })
        let bytes = try tree.read(path)
        guard bytes.count <= limit.bytes else { throw FileSystemError(path: path, size: bytes.count, limit: limit) }
        return bytes
      },
      list: { path, links throws(FileSystemError) in
        let tree = self.tree
        try links.check(path, isLink: { tree.isLink($0) }, realPath: { tree.realPath($0) })
        return try tree.list(path)
      },
      kind: { self.tree.kind($0) },
      realPath: { self.tree.realPath($0) },
      write: { path, bytes throws(FileSystemError) in
        try self.change { tree throws(FileSystemError) in try tree.write(path, bytes) }
      },
      remove: { path throws(FileSystemError) in
        try self.change { tree throws(FileSystemError) in try tree.remove(path) }
      },
      createFolder: { path throws(FileSystemError) in
        try self.change { tree throws(FileSystemError) in try tree.createFolder(path) }
      },
      removeEmptyFolder: { path in self.state.withLock { $0.removeEmptyFolder(path) } },
      rename: { path, newPath throws(FileSystemError) in
        try self.change { tree throws(FileSystemError) in try tree.rename(path, newPath) }
      },
      isLink: { self.tree.isLink($0) },
      stamp: { self.tree.stamp($0) },
      now: { self.tree.now },
      lock: { path, holder throws(FileSystemError) in
        try self.change { tree throws(FileSystemError) in try tree.write(path, holder) }
        return .taken { self.state.withLock { try? $0.remove(path) } }
      }
    )
  }

  private func change(_ body: (inout DiskTree) throws(FileSystemError) -> Void) throws(FileSystemError) {
    let result: Result<Void, FileSystemError> = state.withLock { tree in
      do throws(FileSystemError) { return .success(try body(&tree)) } catch { return .failure(error) }
    }
    try result.get()
  }
}
