import Diagnostics

/// Makes edits on trial: the file is read again as it would be, and must say what it said but for the addresses.
///
/// The rules for writing an address should leave nothing to be found here. But how Markdown reads an address depends on
/// whatever stands around it, and a repair that nobody looks at must not harm a text.
struct RepairTrial {
  private let source: SourceText
  private let meaning: FileMeaning
  /// How many more times the file is read, so that the time stays in proportion to the text.
  private var remaining = 32

  init(of source: SourceText, meaning: FileMeaning) {
    self.source = source
    self.meaning = meaning
  }

  /// The edits that harm nothing, found by halving where some of them do.
  mutating func harmless(among edits: [AddressEdit]) -> [AddressEdit] {
    let kept = harmlessHalves(of: edits)
    return kept.count == edits.count || isHarmless(kept) ? kept : []
  }

  private mutating func harmlessHalves(of edits: [AddressEdit]) -> [AddressEdit] {
    guard !edits.isEmpty, remaining > 0 else { return [] }
    remaining -= 1
    if isHarmless(edits) { return edits }
    guard edits.count > 1 else { return [] }
    let middle = edits.count / 2
    let first = harmlessHalves(of: Array(edits[..<middle]))
    return first + harmlessHalves(of: Array(edits[middle...]))
  }

  private func isHarmless(_ edits: [AddressEdit]) -> Bool {
    let after = FileMeaning(of: SourceText(file: source.file, bytes: edits.applied(to: source.bytes)))
    let replaced = Dictionary(edits.map { ($0.place, $0.address) }) { first, _ in first }
    return meaning.isKept(in: after, butFor: replaced)
  }
}
