import Diagnostics
import ExternalLinks
import Foundation

/// An address of another site, its entry in the link record, and every place where the content links to the address.
package struct CheckedLink: Sendable {
  /// The entry of the record for the address.
  package var known: RecordedLink
  /// The links to the address, in reading order; never empty.
  package var links: [ExternalLink]
  /// The outcome of the check in this run; nil if the address was not requested.
  package var answer: LinkOutcome?
  /// The verdict that the record contained for the address before this run; nil if the record had no entry.
  package var earlier: LinkVerdict?

  /// The new address of the page. Nil if the site did not confirm a permanent redirect in this run. A move that only
  /// the record reports is not enough to rewrite a link, because the record may be old or come from another person.
  package var confirmedMove: String? {
    if case .moved(let target) = answer?.verdict, known.verdict == answer?.verdict { target } else { nil }
  }

  /// Returns one element for each address that has an entry in the record. The elements are sorted by the place of the
  /// first link to each address.
  ///
  /// - Parameters:
  ///   - answers: the outcomes of the check in this run; empty if there was no check.
  ///   - earlier: the record before this check.
  package static func all(
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
  /// Whether the left link comes before the right link in reading order: by file, then by place in the file.
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
  package var isoDay: String {
    formatted(Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day())
  }
}
