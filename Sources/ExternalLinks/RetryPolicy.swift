import Foundation

/// The number of retries for a failed request, and the delays before the retries.
package struct RetryPolicy: Sendable, Hashable {
  /// The delay before each retry, in seconds. The number of elements is the maximum number of retries.
  package var delays: [TimeInterval]
  /// The delay, in seconds, before a retry if a site throttles requests but sends no readable `Retry-After` field.
  package var throttleDelay: TimeInterval
  /// The longest wait before a retry, in seconds. If a site asks for a longer wait, the request is not retried.
  package var longestDelay: TimeInterval
  /// The delay, in seconds, before a second try of a link that seems broken.
  package var recheckDelay: TimeInterval

  /// Creates a policy.
  package init(
    delays: [TimeInterval] = [1, 4], throttleDelay: TimeInterval = 5, longestDelay: TimeInterval = 30,
    recheckDelay: TimeInterval = 1
  ) {
    self.delays = delays
    self.throttleDelay = throttleDelay
    self.longestDelay = longestDelay
    self.recheckDelay = recheckDelay
  }

  /// The delay, in seconds, that a `Retry-After` field asks for. The field contains a number of seconds or an HTTP
  /// date. Nil if the field is missing or unreadable. The delay is never negative.
  package func retryDelay(retryAfter: String?, now: Date) -> TimeInterval? {
    guard let text = retryAfter?.trimmingCharacters(in: .whitespaces), !text.isEmpty else { return nil }
    // A number that is too large for `Double` counts as infinite.
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return Double(text) ?? .infinity }
    return HTTPDate.parse(text, now: now).map { max($0.timeIntervalSince(now), 0) }
  }
}
