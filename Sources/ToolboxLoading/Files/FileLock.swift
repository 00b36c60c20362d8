/// What came of asking for a lock.
public enum FileLock: Sendable {
  /// It is the caller's until it is released, or until the program ends, however it does.
  case taken(release: @Sendable () -> Void)
  /// Another program holds it; what it wrote of itself, which is empty in the moment before it does.
  case held(by: [UInt8])
}
