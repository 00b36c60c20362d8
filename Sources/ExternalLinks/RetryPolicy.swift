import Foundation

/// How often, and after which delays, a request is retried.
public struct RetryPolicy: Sendable, Hashable {
  /// The seconds to wait before each retry; their number is the number of retries.
  public var delays: [TimeInterval]
  /// The seconds to wait if a site throttles requests without a readable `Retry-After`.
  public var throttleDelay: TimeInterval
  /// The longest wait, in seconds; a site that asks for more gets no retry.
  public var longestDelay: TimeInterval
  /// The seconds before a link that seems broken is tried again.
  public var secondLookDelay: TimeInterval

  /// Creates a policy.
  public init(
    delays: [TimeInterval] = [1, 4], throttleDelay: TimeInterval = 5, longestDelay: TimeInterval = 30,
    secondLookDelay: TimeInterval = 1
  ) {
    self.delays = delays
    self.throttleDelay = throttleDelay
    self.longestDelay = longestDelay
    self.secondLookDelay = secondLookDelay
  }

  /// How many seconds a `Retry-After` field asks to wait, as a number or in one of the three forms of date; nil if it
  /// is missing or unreadable; never negative.
  public func patience(retryAfter: String?, now: Date) -> TimeInterval? {
    guard let text = retryAfter?.trimmingCharacters(in: .whitespaces), !text.isEmpty else { return nil }
    // A number too large for any type counts as infinite.
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return Double(text) ?? .infinity }
    return HTTPDate.parse(text, now: now).map { max($0.timeIntervalSince(now), 0) }
  }
}
