import Foundation

/// The entry for one address in a ``LinkRecord``.
public struct RecordedLink: Sendable, Hashable {
  /// The address as written.
  public var address: String
  /// The current verdict.
  public var verdict: LinkVerdict
  /// The date since which the verdict holds. If the last check found the link broken, this is the date of the first of
  /// the consecutive failures.
  public var since: Date
  /// When the address was last checked.
  public var lastChecked: Date
  /// When the address last worked, or nil if it never did.
  public var lastWorked: Date?
  /// The address where the redirects end, or nil if there are none.
  public var finalAddress: String?
  /// The title of the page when the address last worked.
  public var title: String?
  /// How many consecutive checks found the link broken. An uncertain result is not counted, and does not reset the
  /// number.
  public var failures: Int
  /// When the first of the consecutive failures was found; nil if there are none.
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
  /// How many seconds a failure must last before the link counts as broken. The value is a whole day, because
  /// maintenance of a site can take a night.
  public static let confirmationTime: TimeInterval = 24 * 60 * 60

  /// Creates the entry after a check, from the outcome of the check and from the previous entry, if there is one.
  ///
  /// An address counts as broken only after two failures that are at least 24 hours apart. Until then, its verdict is
  /// `toCheckByHand`, with the same reason. If the site reports that the page is gone (410), or if the address is
  /// malformed, the address counts as broken at once.
  public init(_ outcome: LinkOutcome, after previous: RecordedLink?, now: Date) {
    // The record stores whole seconds, so comparisons must use whole seconds too.
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
      // Keeps the previous title, because the new title may be that of an error page.
      title = previous?.title
      // The failure began at the first failed check, not at the check that confirmed the failure.
      since = first
      return
    }
    if let previous, previous.verdict == verdict { since = previous.since }
  }

  /// Whether the address need not be checked again, because it worked less than `maxAge` seconds ago. If the address
  /// failed or moved, or if the date of its last check is in the future, a new check is needed.
  public func isTrusted(now: Date, maxAge: TimeInterval) -> Bool {
    let age = now.timeIntervalSince(lastChecked)
    switch verdict {
    case .works: return age >= 0 && age < maxAge
    case .moved, .broken, .toCheckByHand: return false
    }
  }
}
