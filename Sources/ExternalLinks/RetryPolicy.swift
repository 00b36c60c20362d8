import Foundation

/// How often, and after how long, one asks again.
public struct RetryPolicy: Sendable, Hashable {
  /// The seconds to wait before each further try; their number is that of the further tries.
  public var delays: [TimeInterval]
  /// The seconds to wait where a site asks for patience and does not say how long, or says it badly.
  public var throttleDelay: TimeInterval
  /// The longest wait that is granted; a site that asks for more is not asked again.
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

  /// How many seconds a site that says `Retry-After` asks to wait: a number, or one of the three forms of date; nil where
  /// it says nothing or nothing that can be read; never less than nothing.
  public func patience(retryAfter: String?, now: Date) -> TimeInterval? {
    guard let text = retryAfter?.trimmingCharacters(in: .whitespaces), !text.isEmpty else { return nil }
    // A number too large for any type is still a number.
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return Double(text) ?? .infinity }
    return HTTPDate.parse(text, now: now).map { max($0.timeIntervalSince(now), 0) }
  }
}
