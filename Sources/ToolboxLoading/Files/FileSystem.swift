import Foundation

/// All that Trousse asks of a disk, as a value: tests can refuse, fill up or tear.
public struct FileSystem: Sendable {
  /// An item of a folder.
  public struct Item: Sendable, Hashable {
    /// What an item is, symbolic links followed.
    public enum Kind: Sendable, Hashable {
      /// A regular file.
      case file
      /// A folder.
      case folder
      /// A symbolic link that leads nowhere, a socket or the like.
      case other
    }

    /// Its name.
    public var name: String
    /// What it is.
    public var kind: Kind
    /// Whether it is reached through a symbolic link.
    public var isLink: Bool

    /// Creates an item.
    public init(name: String, kind: Kind, isLink: Bool) {
      self.name = name
      self.kind = kind
      self.isLink = isLink
    }
  }

  /// The bytes of a file that is no larger than permitted.
  public var read: @Sendable (_ path: String, _ limit: SizeLimit, _ links: LinkRule) throws(FileSystemError) -> [UInt8]
  /// The items of a folder, sorted by name.
  public var list: @Sendable (_ path: String, _ links: LinkRule) throws(FileSystemError) -> [Item]
  /// What stands at a path, or nil where there is nothing.
  public var kind: @Sendable (_ path: String) -> Item.Kind?
  /// Whether a path itself is a symbolic link, wherever it leads.
  public var isLink: @Sendable (_ path: String) -> Bool
  /// What is known of the item at a path without opening it; nil where there is none, and on a disk that does not tell.
  public var stamp: @Sendable (_ path: String) -> FileStamp?
  /// The moment, in nanoseconds since 1970: what stamps are compared with.
  public var now: @Sendable () -> UInt64
  /// The path without any symbolic link, or nil where there is nothing.
  public var realPath: @Sendable (_ path: String) -> String?
  /// Creates a file, or fills it anew. Whoever reads meanwhile, and whoever finds it after a failure, may see a part of
  /// it: a file that others look at is written under another name, and renamed. Neither this nor any other change follows a
  /// symbolic link on the way: see ``resolved(_:)``.
  public var write: @Sendable (_ path: String, _ bytes: [UInt8]) throws(FileSystemError) -> Void
  /// Removes a file.
  public var remove: @Sendable (_ path: String) throws(FileSystemError) -> Void
  /// Gives a file another name in one step; a file that has this name already is replaced.
  public var rename: @Sendable (_ path: String, _ newPath: String) throws(FileSystemError) -> Void
  /// Creates a folder and those above it.
  public var createFolder: @Sendable (_ path: String) throws(FileSystemError) -> Void
  /// Removes a folder if it is empty; true where it was.
  public var removeEmptyFolder: @Sendable (_ path: String) -> Bool
  /// Waits until the content of files, and the names in folders, would outlast a power cut.
  public var sync: @Sendable (_ paths: [String]) throws(FileSystemError) -> Void
  /// Takes a file as a lock: creates it, writes in it who holds it, and removes it when it is let go.
  public var lock: @Sendable (_ path: String, _ holder: [UInt8]) throws(FileSystemError) -> FileLock

  /// Creates a disk from what it does. One without links, or that nobody publishes to, need not say more.
  public init(
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

/// What the machine refused.
public struct FileSystemError: Error, Sendable, Hashable {
  /// Where.
  public var path: String
  /// The system's number for the reason (`errno`).
  public var code: Int32
  /// Whether it was asked for as a folder.
  public var isFolder: Bool
  /// How large it is and may be, where that is the reason.
  public var excess: Excess?

  /// What is larger than what is read.
  public struct Excess: Sendable, Hashable {
    /// The size of it, in bytes, as far as it is known.
    public var size: Int
    /// What is permitted.
    public var limit: SizeLimit
  }

  /// Creates an error.
  public init(path: String, code: Int32, isFolder: Bool = false) {
    self.path = path
    self.code = code
    self.isFolder = isFolder
  }

  /// Creates the error of a path on which there is a symbolic link that must not be followed.
  public static func throughLink(_ path: String) -> FileSystemError { FileSystemError(path: path, code: ELOOP) }

  /// Whether it is a symbolic link that is in the way.
  public var isThroughLink: Bool { code == ELOOP }

  /// Creates the error of a file that is too large to be read.
  public init(path: String, size: Int, limit: SizeLimit) {
    self.init(path: path, code: EFBIG)
    excess = Excess(size: size, limit: limit)
  }
}
