import Foundation

/// What the record keeps of one address.
public struct RecordedLink: Sendable, Hashable {
  /// The address as written.
  public var address: String
  /// The verdict, as it was last made known.
  public var verdict: LinkVerdict
  /// Since when this has been the verdict; for a failure, since the first of its row.
  public var since: Date
  /// When the address was last checked.
  public var lastChecked: Date
  /// When it last worked, or nil where it never did.
  public var lastWorked: Date?
  /// Where its redirects end, or nil where there are none.
  public var finalAddress: String?
  /// The title of the page when it last worked.
  public var title: String?
  /// How many times running it was found broken; what is uncertain neither counts nor ends the row.
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
  /// How long a failure must last before it counts: a night of maintenance is not the end of a page.
  public static let confirmationTime: TimeInterval = 24 * 60 * 60

  /// The entry after one more check: the one before, if any, and what was found.
  ///
  /// An address is called broken only after two failures at least 24 hours apart; until then it is to be checked by
  /// hand, for the same reason. What the site itself calls gone for good (410), and what cannot be an address at all,
  /// is broken at once.
  public init(_ outcome: LinkOutcome, after previous: RecordedLink?, now: Date) {
    // The record keeps whole seconds; what is compared with it must, too.
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
      // The title of an error page is not that of the page.
      title = previous?.title
      // It did not begin on the day on which it was confirmed.
      since = first
      return
    }
    if let previous, previous.verdict == verdict { since = previous.since }
  }

  /// Whether the entry is fresh enough that the address need not be checked again: it worked, and not long ago.
  /// Failures are never trusted, nor dates that lie ahead, nor the word of a record on where a page has moved to.
  public func isTrusted(now: Date, maxAge: TimeInterval) -> Bool {
    let age = now.timeIntervalSince(lastChecked)
    switch verdict {
    case .works: return age >= 0 && age < maxAge
    case .moved, .broken, .toCheckByHand: return false
    }
  }
}
