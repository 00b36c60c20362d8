/// The metadata of a file or a folder. The metadata can be read without opening the item. Every change of the item
/// changes the stamp, with one exception: two changes within the same tick of the disk's clock may give the same stamp.
package struct FileStamp: Sendable, Hashable {
  /// The device number.
  package var device: UInt64
  /// The inode number. If another file replaces the file, the number changes.
  package var number: UInt64
  /// The size in bytes.
  package var size: UInt64
  /// The time of the last change of the content, in nanoseconds since 1970. Programs can set this time.
  package var modified: UInt64
  /// The time of the last change of the content or the metadata, in nanoseconds since 1970. Programs cannot set this
  /// time.
  package var changed: UInt64
  /// The value of ``changed`` for the symbolic link through which the item is reached. Zero if the item is not reached
  /// through a symbolic link.
  package var linkChanged: UInt64

  /// Creates a stamp.
  package init(
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

  /// Whether a later change of the item may leave this stamp unchanged. This happens if the later change is within the
  /// same tick of the disk's clock as the last change. Linux ticks at least every 10 ms. A disk that stores whole
  /// seconds ticks at least every 2 s (FAT).
  ///
  /// - Parameter moment: the time at which the stamp was read, in nanoseconds since 1970. If a time in the stamp is
  ///   later than this time, the result is true.
  package func isInDoubt(at moment: UInt64) -> Bool {
    let tick: UInt64 = latest % 1_000_000_000 == 0 ? 2_500_000_000 : 50_000_000
    return moment < latest || moment - latest < tick
  }
}
