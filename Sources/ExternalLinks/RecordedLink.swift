import Foundation

/// The entry of the record for one address.
public struct RecordedLink: Sendable, Hashable {
  /// The address as written.
  public var address: String
  /// The current verdict.
  public var verdict: LinkVerdict
  /// Since when the verdict holds; for a failure, the date of the first failure in a row.
  public var since: Date
  /// When the address was last checked.
  public var lastChecked: Date
  /// When the address last worked, or nil if it never did.
  public var lastWorked: Date?
  /// The address where the redirects end, or nil if there are none.
  public var finalAddress: String?
  /// The title of the page when it last worked.
  public var title: String?
  /// How many checks in a row found the link broken; an uncertain result neither counts nor ends the row.
  public var failures: Int
  /// When the first of these failures was seen.
  public var firstFailure: Date?

  /// Creates an entry.
  public init(
    address: String, verdict: LinkVerdict, since: Date, lastChecked: Date, lastWorked: Date? = nil,
    finalAddress: String? = nil, title: String? = nil, failures: Int = 0, firstFailure: Date? = nil
  ) {
    self.address = address
    self.verdict = verdict
    self.since = since
    self.lastChecked = lastChecked
    self.lastWorked = lastWorked
    self.finalAddress = finalAddress
    self.title = title
    self.failures = failures
    self.firstFailure = firstFailure
  }
}

extension RecordedLink {
  /// How long a failure must last before the link counts as broken: site maintenance can take a night.
  public static let confirmationTime: TimeInterval = 24 * 60 * 60

  /// The entry after one more check, from the previous entry, if any, and the outcome of the check.
  ///
  /// An address is broken only after two failures at least 24 hours apart; until then its verdict is `toCheckByHand`,
  /// with the same reason. An address that its site calls gone (410) or that is malformed is broken at once.
  public init(_ outcome: LinkOutcome, after previous: RecordedLink?, now: Date) {
    // The record stores whole seconds: comparisons must use them too.
    let now = Date(timeIntervalSince1970: now.timeIntervalSince1970.rounded(.down))
    self.init(
      address: outcome.address, verdict: outcome.verdict, since: now, lastChecked: now,
      lastWorked: previous?.lastWorked, finalAddress: outcome.finalAddress, title: outcome.title ?? previous?.title,
      failures: previous?.failures ?? 0, firstFailure: previous?.firstFailure)
    if case .moved(let target) = outcome.verdict { finalAddress = target }
    switch outcome.verdict {
    case .works, .moved:
      lastWorked = now
      title = outcome.title
      failures = 0
      firstFailure = nil
    case .toCheckByHand: break
    case .broken(let reason):
      failures += 1
      let first = firstFailure ?? now
      firstFailure = first
      let isConfirmed = failures >= 2 && now.timeIntervalSince(first) >= Self.confirmationTime
      if !isConfirmed, reason != .gone, reason != .malformedAddress { verdict = .toCheckByHand(reason) }
      // Keeps the former title: an error page has another one.
      title = previous?.title
      // The failure began with the first check that saw it, not with the one that confirmed it.
      since = first
      return
    }
    if let previous, previous.verdict == verdict { since = previous.since }
  }

  /// Whether the address need not be checked again: it worked less than `maxAge` seconds ago. Failures, recorded moves
  /// and dates in the future are never trusted.
  public func isTrusted(now: Date, maxAge: TimeInterval) -> Bool {
    let age = now.timeIntervalSince(lastChecked)
    switch verdict {
    case .works: return age >= 0 && age < maxAge
    case .moved, .broken, .toCheckByHand: return false
    }
  }
}
