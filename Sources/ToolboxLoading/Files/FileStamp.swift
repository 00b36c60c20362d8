/// The metadata of a file or a folder, read without opening it. Every change of the item changes the stamp, except one
/// within the same tick of the disk's clock.
public struct FileStamp: Sendable, Hashable {
  /// The device number.
  public var device: UInt64
  /// The inode number: a file that replaces another has a new number.
  public var number: UInt64
  /// Its size in bytes.
  public var size: UInt64
  /// The last change of the content, in nanoseconds since 1970. Programs can set it.
  public var modified: UInt64
  /// The last change of the content or the metadata, in nanoseconds since 1970. Programs cannot set it.
  public var changed: UInt64
  /// ``changed`` of the symbolic link that leads to the item; 0 without a link.
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

  /// The latest time in the stamp.
  private var latest: UInt64 { max(modified, changed, linkChanged) }

  /// Whether a later change could leave the stamp unchanged, within the same tick of the disk's clock. Linux ticks at
  /// least every 10 ms; disks without fractions of a second tick every 2 s at worst (FAT).
  ///
  /// - Parameter moment: the time at which the stamp was read, in nanoseconds since 1970. A stamp in the future is in
  ///   doubt too.
  public func isInDoubt(at moment: UInt64) -> Bool {
    let tick: UInt64 = latest % 1_000_000_000 == 0 ? 2_500_000_000 : 50_000_000
    return moment < latest || moment - latest < tick
  }
}
