/// The result of taking a lock.
public enum FileLock: Sendable {
  /// The caller holds the lock until it is released or the process ends.
  case taken(release: @Sendable () -> Void)
  /// Another process holds the lock; the value is the content of the lock file, empty if the holder has not written
  /// yet.
  case held(by: [UInt8])
}
