/// The result of taking a lock.
package enum FileLock: Sendable {
  /// The caller holds the lock until `release` is called or the process ends.
  case taken(release: @Sendable () -> Void)
  /// Another process holds the lock. The value is the content of the lock file. The content is empty if the other
  /// process has not yet written to the file.
  case held(by: [UInt8])
}
