/// The entries of one kind, in order, with an index by name.
protocol EntryTable: Sendable {
  /// The entries.
  var all: [any Entry] { get }
  /// The places of the entries. The key is the name of an entry. If two entries have the same name, the value is the
  /// place of the first of them.
  var places: [String: Int] { get }
  /// The common part of the entry at a place.
  func core(at place: Int) -> EntryCore
}

/// The entries of one type. A class, so that a lookup copies no table.
final class TypedTable<E: Entry>: EntryTable {
  let entries: [E]
  let places: [String: Int]

  init(_ entries: [E]) {
    self.entries = entries
    places = Dictionary(entries.enumerated().map { ($1.id.name, $0) }) { first, _ in first }
  }

  var all: [any Entry] { entries }

  func core(at place: Int) -> EntryCore { entries[place].core }
}

extension Entry {
  /// The table of the entries of this type among some entries.
  static func table(of entries: [any Entry]) -> any EntryTable {
    TypedTable(inOrder(entries.compactMap { $0 as? Self }))
  }
}
