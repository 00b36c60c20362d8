import Foundation

/// The clock of the checker: the current time, and a way to wait. Tests use a simulated clock that never waits.
package struct CheckClock: Sendable {
  /// Returns the current time.
  package var now: @Sendable () -> Date
  /// Waits for a number of seconds; throws an error if the task is cancelled.
  package var sleep: @Sendable (TimeInterval) async throws -> Void

  /// Creates a clock.
  package init(now: @escaping @Sendable () -> Date, sleep: @escaping @Sendable (TimeInterval) async throws -> Void) {
    self.now = now
    self.sleep = sleep
  }

  /// The clock of the machine.
  package static let system = CheckClock(
    now: { Date() },
    sleep: { try await Task.sleep(for: .seconds($0)) }
  )
}
