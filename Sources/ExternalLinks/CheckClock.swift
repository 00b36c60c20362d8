import Foundation

/// The time as the checker sees it: what it is, and how to wait. Tests put a calendar of their own here and never wait.
public struct CheckClock: Sendable {
  /// The present moment.
  public var now: @Sendable () -> Date
  /// Waits for so many seconds; throws when the task is cancelled.
  public var sleep: @Sendable (TimeInterval) async throws -> Void

  /// Creates a clock.
  public init(now: @escaping @Sendable () -> Date, sleep: @escaping @Sendable (TimeInterval) async throws -> Void) {
    self.now = now
    self.sleep = sleep
  }

  /// The clock of the machine.
  public static let system = CheckClock(
    now: { Date() },
    sleep: { try await Task.sleep(for: .seconds($0)) }
  )
}
