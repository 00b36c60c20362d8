import Foundation

/// The entry for one address in a ``LinkRecord``.
package struct RecordedLink: Sendable, Hashable {
  /// The address in the content, after the escapes of Markdown or YAML are decoded.
  package var address: String
  /// The current verdict.
  package var verdict: LinkVerdict
  /// The date when the current verdict began. If the last check found the link broken, this date is `firstFailure`.
  package var since: Date
  /// The date of the last check.
  package var lastChecked: Date
  /// The date of the last check in which the address worked. Nil if the address never worked.
  package var lastWorked: Date?
  /// The address where the redirects end; nil if there was no redirect.
  package var finalAddress: String?
  /// The title of the page when the address last worked.
  package var title: String?
  /// The number of consecutive checks that found the link broken. A check with an uncertain result does not change this
  /// number.
  package var failures: Int
  /// The date of the first failure in the current series of failures; nil if `failures` is 0.
  package var firstFailure: Date?

  /// Creates an entry.
  package init(
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
  /// The time, in seconds, that a failure must last before the link counts as broken. This time is a whole day, because
  /// a site can be under maintenance for a night.
  package static let confirmationTime: TimeInterval = 24 * 60 * 60

  /// Creates the entry after a check from the outcome of the check and from the previous entry. `previous` is nil if
  /// the address had no entry.
  ///
  /// An address counts as broken only after two failures that are at least 24 hours apart. Until then, its verdict is
  /// `toCheckByHand`, with the same reason. If the site reports that the page is gone (410), or if the address is
  /// malformed, the address counts as broken at once.
  package init(_ outcome: LinkOutcome, after previous: RecordedLink?, now: Date) {
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

  /// Whether a new check is unnecessary, because the address worked less than `maxAge` seconds ago. If the address
  /// failed or moved, or if the date of its last check is in the future, a new check is needed.
  package func isTrusted(now: Date, maxAge: TimeInterval) -> Bool {
    let age = now.timeIntervalSince(lastChecked)
    switch verdict {
    case .works: return age >= 0 && age < maxAge
    case .moved, .broken, .toCheckByHand: return false
    }
  }
}
