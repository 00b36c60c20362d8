import ExternalLinks
import Foundation
import LinkValidation

/// Checks the links of a toolbox to other sites, in the light of what is known of them already.
public struct ExternalCheck: Sendable {
  /// What a check came to.
  public struct Result: Sendable {
    /// Every address of which something is known, checked now or trusted.
    public var links: [CheckedLink]
    /// The addresses that there was no time to check.
    public var unchecked: [String]
    /// What is known now, to be kept.
    public var record: LinkRecord
    /// How many addresses were asked for.
    public var asked: Int
    /// How many worked not long ago, and were not asked for again.
    public var trusted: Int
  }

  private let checker: LinkChecker
  private let maxAge: TimeInterval
  private let now: @Sendable () -> Date

  /// - Parameters:
  ///   - maxAge: for how many seconds an address that worked is taken to work still.
  ///   - now: the clock.
  public init(_ checker: LinkChecker, maxAge: TimeInterval, now: @escaping @Sendable () -> Date = { Date() }) {
    self.checker = checker
    self.maxAge = maxAge
    self.now = now
  }

  /// Checks what must be checked. Cancelling the task ends the check early: the result holds what is known by then.
  public func run(
    _ links: [ExternalLink], record: LinkRecord,
    progress: @escaping @Sendable (CheckProgress) -> Void = { _ in }
  ) async -> Result {
    let addresses = Set(links.map(\.address))
    let due = record.due(among: addresses, now: now(), maxAge: maxAge)
    let report = await checker.check(due.sorted().map { Link($0, place: 0) }, progress: progress)
    let details = report.outcomes.compactMap { outcome in outcome.detail.map { (outcome.address, $0) } }
    var record = record
    record.take(report.outcomes, now: now())
    let checked = CheckedLink.all(links, in: record, details: Dictionary(details) { first, _ in first })
    // Addresses of mail and telephone are looked at each time: nothing about them is worth remembering.
    record.keep(only: addresses.filter { if case .contact = LinkTarget($0) { false } else { true } })
    return Result(
      links: checked,
      unchecked: report.unchecked, record: record, asked: due.count - report.unchecked.count,
      trusted: addresses.count - due.count)
  }
}
