import Diagnostics
import ExternalLinks
import Foundation

/// One address of another site, what is known of it, and every place where the content links to it.
public struct CheckedLink: Sendable {
  /// What is known of the address.
  public var known: RecordedLink
  /// Where it stands, in reading order; never empty.
  public var links: [ExternalLink]
  /// What the network or the page said, word for word, where that helps.
  public var detail: String?

  /// Every address of which something is known, in the order of its first link.
  public static func all(_ links: [ExternalLink], in record: LinkRecord, details: [String: String] = [:])
    -> [CheckedLink]
  {
    let byAddress = Dictionary(grouping: links, by: \.address)
    let checked = byAddress.compactMap { address, links -> CheckedLink? in
      guard let known = record[address] else { return nil }
      return CheckedLink(known: known, links: links.sorted(by: ExternalLink.precedes), detail: details[address])
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
  /// The day, in UTC, as an ISO date: `2026-11-25`.
  public var isoDay: String {
    formatted(Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day())
  }
}
