/// What a disk says of a file or a folder without opening it: whoever changes the item changes its stamp, but for changes
/// that follow each other faster than the disk's clock ticks.
public struct FileStamp: Sendable, Hashable {
  /// The disk that it is on.
  public var device: UInt64
  /// Its number there: a file that replaces another has a new one.
  public var number: UInt64
  /// Its size in bytes.
  public var size: UInt64
  /// When its content was last changed, in nanoseconds since 1970. Programs can set it.
  public var modified: UInt64
  /// When it or what is known of it was last changed, in nanoseconds since 1970. Programs cannot set it.
  public var changed: UInt64
  /// The same of the symbolic link that leads to it; 0 where there is none.
  public var linkChanged: UInt64

  /// Creates a stamp.
  public init(
    device: UInt64, number: UInt64, size: UInt64, modified: UInt64, changed: UInt64, linkChanged: UInt64
  ) {
    self.device = device
    self.number = number
    self.size = size
    self.modified = modified
    self.changed = changed
    self.linkChanged = linkChanged
  }

  /// The last moment that it tells of.
  private var latest: UInt64 { max(modified, changed, linkChanged) }

  /// Whether a later change could leave the stamp as it is: one that comes before the disk's clock ticks again. Linux ticks
  /// at least every 10 ms; disks that know no fraction of a second, every 2 s at worst (FAT).
  ///
  /// - Parameter moment: when it was read, in nanoseconds since 1970. A stamp of the future is in doubt too.
  public func isInDoubt(at moment: UInt64) -> Bool {
    let tick: UInt64 = latest % 1_000_000_000 == 0 ? 2_500_000_000 : 50_000_000
    return moment < latest || moment - latest < tick
  }
}
