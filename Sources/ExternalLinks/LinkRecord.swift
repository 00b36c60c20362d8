import Foundation

/// The results of past checks, with one entry for each checked address. The record is stored in `content/liens.json`.
package struct LinkRecord: Sendable, Hashable {
  private var byAddress: [String: RecordedLink]

  /// Creates a record. If two entries have the same address, the entry with the later check is kept.
  package init(_ links: some Sequence<RecordedLink> = EmptyCollection<RecordedLink>()) {
    byAddress = Dictionary(links.map { ($0.address, $0) }) { $0.lastChecked <= $1.lastChecked ? $1 : $0 }
  }

  /// The entries, sorted by address.
  package var links: [RecordedLink] { byAddress.values.sorted { $0.address < $1.address } }

  /// The entry of an address, or nil if the address has no entry.
  package subscript(address: String) -> RecordedLink? { byAddress[address] }

  /// The addresses that must be checked. An address is left out only if its last check was less than `maxAge` seconds
  /// ago, and found that the address works and has not moved.
  package func due(among addresses: some Sequence<String>, now: Date, maxAge: TimeInterval = 24 * 60 * 60) -> Set<
    String
  > {
    Set(addresses.filter { !(byAddress[$0]?.isTrusted(now: now, maxAge: maxAge) ?? false) })
  }

  /// Stores the outcomes of a check, and returns the new entries in the order of the outcomes.
  @discardableResult
  package mutating func take(_ outcomes: [LinkOutcome], now: Date) -> [RecordedLink] {
    outcomes.map { outcome in
      let entry = RecordedLink(outcome, after: byAddress[outcome.address], now: now)
      byAddress[outcome.address] = entry
      return entry
    }
  }

  /// Keeps the entries of the given addresses, and removes all other entries.
  package mutating func keep(only addresses: Set<String>) {
    byAddress = byAddress.filter { addresses.contains($0.key) }
  }
}
