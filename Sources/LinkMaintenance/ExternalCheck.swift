import Addresses
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
    /// Whether nobody answered, not even a site that worked not long ago: then it is this machine that has no network, and
    /// nothing was learnt.
    public var isOffline: Bool
  }

  /// From how many sites on their silence says something of this machine, and how many are asked to make sure.
  private static let enoughSites = 3

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
    let report = await checker.check(due.sorted().map { PlacedAddress($0, place: 0) }, progress: progress)
    if await isOffline(report, trusted: addresses.subtracting(due)) {
      return Result(
        links: CheckedLink.all(links, in: record), unchecked: due.sorted(), record: record, asked: 0,
        trusted: addresses.count - due.count, isOffline: true)
    }
    let earlier = record
    var record = record
    record.take(report.outcomes, now: now())
    let checked = CheckedLink.all(links, in: record, answers: report.outcomes, earlier: earlier)
    // Addresses of mail and telephone are looked at each time: nothing about them is worth remembering.
    record.keep(only: addresses.filter { if case .contact = LinkTarget($0) { false } else { true } })
    return Result(
      links: checked,
      unchecked: report.unchecked, record: record, asked: due.count - report.unchecked.count,
      trusted: addresses.count - due.count, isOffline: false)
  }

  /// Whether this machine has no network: nobody answered, and some that worked not long ago do not either.
  private func isOffline(_ report: LinkCheckReport, trusted: Set<String>) async -> Bool {
    let asked = report.outcomes.filter { Self.host(of: $0.address) != nil }
    guard !Task.isCancelled, !asked.isEmpty, asked.allSatisfy(Self.isSilent) else { return false }
    let witnesses = trusted.sorted().filter { Self.host(of: $0) != nil }.prefix(Self.enoughSites)
    let second = await checker.check(witnesses.map { PlacedAddress($0, place: 0) })
    guard second.outcomes.allSatisfy(Self.isSilent) else { return false }
    let sites = Set((asked + second.outcomes).compactMap { Self.host(of: $0.address) })
    return sites.count >= Self.enoughSites || !second.outcomes.isEmpty
  }

  private static func isSilent(_ outcome: LinkOutcome) -> Bool { outcome.verdict.reason?.isSilence ?? false }

  private static func host(of address: String) -> String? {
    guard case .web = LinkTarget(address) else { return nil }
    return WebAddress(address)?.host?.text
  }
}
