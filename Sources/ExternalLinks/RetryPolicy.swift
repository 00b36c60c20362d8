import Foundation

/// How often, and after how long, one asks again.
public struct RetryPolicy: Sendable, Hashable {
  /// The seconds to wait before each further try; their number is that of the further tries.
  public var delays: [TimeInterval]
  /// The seconds to wait where a site asks for patience and does not say how long, or says it badly.
  public var throttleDelay: TimeInterval
  /// The longest wait that a site may ask for.
  public var longestDelay: TimeInterval
  /// The seconds before the second look at what seems broken.
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

  /// How many seconds a site that says `Retry-After` asks to wait: a number, or one of the three forms of date; the
  /// default where it says nothing or nothing that can be read; never less than nothing nor more than the longest wait.
  public func patience(retryAfter: String?, now: Date) -> TimeInterval {
    guard let text = retryAfter?.trimmingCharacters(in: .whitespaces), !text.isEmpty else {
      return min(throttleDelay, longestDelay)
    }
    // A number too large for any type is still a number, and is capped like the others.
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return min(Double(text) ?? longestDelay, longestDelay)
    }
    guard let date = HTTPDate.parse(text, now: now) else { return min(throttleDelay, longestDelay) }
    return min(max(date.timeIntervalSince(now), 0), longestDelay)
  }
}
