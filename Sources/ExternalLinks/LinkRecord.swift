import Foundation

/// The known state of the addresses that the content links to, stored in `content/liens.json`.
public struct LinkRecord: Sendable, Hashable {
  private var byAddress: [String: RecordedLink]

  /// Creates a record; of two entries for one address, the one with the later check counts.
  public init(_ links: some Sequence<RecordedLink> = EmptyCollection<RecordedLink>()) {
    byAddress = Dictionary(links.map { ($0.address, $0) }) { $0.lastChecked <= $1.lastChecked ? $1 : $0 }
  }

  /// The entries, sorted by address.
  public var links: [RecordedLink] { byAddress.values.sorted { $0.address < $1.address } }

  /// The entry of an address.
  public subscript(address: String) -> RecordedLink? { byAddress[address] }

  /// The addresses that must be checked: all except those that worked within `maxAge` seconds and have not moved.
  public func due(among addresses: some Sequence<String>, now: Date, maxAge: TimeInterval = 24 * 60 * 60) -> Set<String>
  {
    Set(addresses.filter { !(byAddress[$0]?.isTrusted(now: now, maxAge: maxAge) ?? false) })
  }

  /// Stores the outcomes of a check, and returns the new entries in the order of the outcomes.
  @discardableResult
  public mutating func take(_ outcomes: [LinkOutcome], now: Date) -> [RecordedLink] {
    outcomes.map { outcome in
      let entry = RecordedLink(outcome, after: byAddress[outcome.address], now: now)
      byAddress[outcome.address] = entry
      return entry
    }
  }

  /// Removes the addresses to which the content no longer links.
  public mutating func keep(only addresses: Set<String>) {
    byAddress = byAddress.filter { addresses.contains($0.key) }
  }
}
