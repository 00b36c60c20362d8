import Diagnostics
import ExternalLinks
import Foundation

/// One address of another site, its entry in the record, and every place where the content links to it.
public struct CheckedLink: Sendable {
  /// The entry of the record for the address.
  public var known: RecordedLink
  /// The links to the address, in reading order; never empty.
  public var links: [ExternalLink]
  /// The outcome of the check in this run; nil if the address was not requested.
  public var answer: LinkOutcome?
  /// The verdict before this run.
  public var earlier: LinkVerdict?

  /// The new address of the page, if its site redirects permanently in this run. A move that only the record reports is
  /// not enough to rewrite a link: the record may be old, or come from somebody else.
  public var confirmedMove: String? {
    if case .moved(let target) = answer?.verdict, known.verdict == answer?.verdict { target } else { nil }
  }

  /// Every address with an entry in the record, in the order of its first link.
  ///
  /// - Parameters:
  ///   - answers: the outcomes of a check, if there was one.
  ///   - earlier: the record before that check.
  public static func all(
    _ links: [ExternalLink], in record: LinkRecord, answers: [LinkOutcome] = [], earlier: LinkRecord = LinkRecord()
  ) -> [CheckedLink] {
    let answers = Dictionary(answers.map { ($0.address, $0) }) { first, _ in first }
    let byAddress = Dictionary(grouping: links, by: \.address)
    let checked = byAddress.compactMap { address, links -> CheckedLink? in
      guard let known = record[address] else { return nil }
      return CheckedLink(
        known: known, links: links.sorted(by: ExternalLink.precedes), answer: answers[address],
        earlier: earlier[address]?.verdict)
    }
    return checked.sorted { left, right in
      guard let first = left.links.first, let second = right.links.first else { return false }
      return ExternalLink.precedes(first, second)
    }
  }
}

extension ExternalLink {
  /// Whether a link is read before another: by file, then by place.
  static func precedes(_ left: ExternalLink, _ right: ExternalLink) -> Bool {
    let (first, second) = (left.location.range?.start, right.location.range?.start)
    return (left.location.file, first?.line ?? 0, first?.column ?? 0, left.address)
      < (right.location.file, second?.line ?? 0, second?.column ?? 0, right.address)
  }
}

extension Date {
  /// The hour and the minute, in UTC.
  var timeOfDay: (hour: Int, minute: Int) {
    let minutes = (Int(timeIntervalSince1970.rounded(.down)) % 86_400 + 86_400) % 86_400 / 60
    return (minutes / 60, minutes % 60)
  }

  /// The day, in UTC, as an ISO date: `2026-11-25`.
  public var isoDay: String {
    formatted(Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day())
  }
}
