import Foundation

/// The file system operations that Trousse needs. They are stored as functions, so that tests can make them fail.
package struct FileSystem: Sendable {
  /// An item of a folder.
  package struct Item: Sendable, Hashable {
    /// The kind of an item. For a symbolic link, this is the kind of its target.
    package enum Kind: Sendable, Hashable {
      /// A regular file.
      case file
      /// A folder.
      case folder
      /// A dangling symbolic link, a socket or another special file.
      case other
    }

    /// The name of the item in its folder.
    package var name: String
    /// The kind.
    package var kind: Kind
    /// Whether the item is reached through a symbolic link.
    package var isLink: Bool

    /// Creates an item.
    package init(name: String, kind: Kind, isLink: Bool) {
      self.name = name
      self.kind = kind
      self.isLink = isLink
    }
  }

  /// Reads a file. Throws if the file is larger than the limit.
  package var read: @Sendable (_ path: String, _ limit: SizeLimit, _ links: LinkRule) throws(FileSystemError) -> [UInt8]
  /// Lists the items of a folder, sorted by name.
  package var list: @Sendable (_ path: String, _ links: LinkRule) throws(FileSystemError) -> [Item]
  /// The kind of the item at a path, or nil if nothing exists there.
  package var kind: @Sendable (_ path: String) -> Item.Kind?
  /// Whether the item at a path is a symbolic link. Dangling symbolic links also count.
  package var isLink: @Sendable (_ path: String) -> Bool
  /// The metadata of the item at a path. The item is not opened. Nil if no item exists at the path, or if the disk has
  /// no metadata.
  package var stamp: @Sendable (_ path: String) -> FileStamp?
  /// The current time in nanoseconds since 1970, to compare with stamps.
  package var now: @Sendable () -> UInt64
  /// The path without any symbolic link, or nil if the path does not exist.
  package var realPath: @Sendable (_ path: String) -> String?
  /// Creates a file or overwrites its content. During the write and after a failure, readers may see a partial file. So
  /// a file that other processes read must be written under another name and then renamed. Like all operations that
  /// change the disk, this operation follows no symbolic link on its path: see ``resolved(_:)``.
  package var write: @Sendable (_ path: String, _ bytes: [UInt8]) throws(FileSystemError) -> Void
  /// Removes a file.
  package var remove: @Sendable (_ path: String) throws(FileSystemError) -> Void
  /// Renames a file in one step; an existing file with the new name is replaced.
  package var rename: @Sendable (_ path: String, _ newPath: String) throws(FileSystemError) -> Void
  /// Creates a folder and its missing parents.
  package var createFolder: @Sendable (_ path: String) throws(FileSystemError) -> Void
  /// Removes a folder if it is empty; returns whether it was removed.
  package var removeEmptyFolder: @Sendable (_ path: String) -> Bool
  /// Waits until the contents of files and the lists of names in folders are on the disk. From then on, the contents
  /// and the lists survive a power cut.
  package var sync: @Sendable (_ paths: [String]) throws(FileSystemError) -> Void
  /// Locks a file. Creates the file, and writes `holder` into the file to identify the process that holds the lock.
  /// Removes the file when the lock is released.
  package var lock: @Sendable (_ path: String, _ holder: [UInt8]) throws(FileSystemError) -> FileLock

  /// Creates a file system. If the file system has no symbolic links and nothing is published to it, the parameters
  /// with a default value may be omitted.
  package init(
    read:
      @escaping @Sendable (_ path: String, _ limit: SizeLimit, _ links: LinkRule) throws(FileSystemError) -> [UInt8],
    list: @escaping @Sendable (_ path: String, _ links: LinkRule) throws(FileSystemError) -> [Item],
    kind: @escaping @Sendable (_ path: String) -> Item.Kind?,
    realPath: @escaping @Sendable (_ path: String) -> String?,
    write: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws(FileSystemError) -> Void,
    remove: @escaping @Sendable (_ path: String) throws(FileSystemError) -> Void,
    createFolder: @escaping @Sendable (_ path: String) throws(FileSystemError) -> Void,
    removeEmptyFolder: @escaping @Sendable (_ path: String) -> Bool,
    rename: @escaping @Sendable (_ path: String, _ newPath: String) throws(FileSystemError) -> Void = {
      path, _ throws(FileSystemError) in throw FileSystemError(path: path, code: ENOSYS)
    },
    isLink: @escaping @Sendable (_ path: String) -> Bool = { _ in false },
    sync: @escaping @Sendable (_ paths: [String]) throws(FileSystemError) -> Void = { _ in },
    stamp: @escaping @Sendable (_ path: String) -> FileStamp? = { _ in nil },
    now: @escaping @Sendable () -> UInt64 = { 0 },
    lock: @escaping @Sendable (_ path: String, _ holder: [UInt8]) throws(FileSystemError) -> FileLock = { _, _ in
      .taken(release: {})
    }
  ) {
    self.read = read
    self.list = list
    self.kind = kind
    self.realPath = realPath
    self.write = write
    self.remove = remove
    self.createFolder = createFolder
    self.removeEmptyFolder = removeEmptyFolder
    self.rename = rename
    self.isLink = isLink
    self.sync = sync
    self.stamp = stamp
    self.now = now
    self.lock = lock
  }
}

/// The error of an operation that the system refused.
package struct FileSystemError: Error, Sendable, Hashable {
  /// The path of the operation.
  package var path: String
  /// The system's error code (`errno`).
  package var code: Int32
  /// Whether the operation was on a folder.
  package var isFolder: Bool
  /// The size of the file and the limit. Nil if the file is not too large.
  package var excess: Excess?

  /// The size of a file above its limit.
  package struct Excess: Sendable, Hashable {
    /// The size in bytes, or the number of bytes that were read before the limit was exceeded.
    package var size: Int
    /// The limit.
    package var limit: SizeLimit
  }

  /// Creates an error.
  package init(path: String, code: Int32, isFolder: Bool = false) {
    self.path = path
    self.code = code
    self.isFolder = isFolder
  }

  /// Creates the error for a path with a symbolic link that must not be followed.
  package static func throughLink(_ path: String) -> FileSystemError { FileSystemError(path: path, code: ELOOP) }

  /// Whether the cause is a symbolic link that must not be followed.
  package var isThroughLink: Bool { code == ELOOP }

  /// Creates the error of a file that is too large to be read.
  package init(path: String, size: Int, limit: SizeLimit) {
    self.init(path: path, code: EFBIG)
    excess = Excess(size: size, limit: limit)
  }
}
