import Diagnostics

/// Tests edits before they are made: parses the edited file, and checks that only addresses have changed.
///
/// The rules for writing an address should already prevent other changes. But the text around an address affects how
/// Markdown is parsed. Nobody reviews a repair, so this test makes sure that a repair never damages a text.
struct RepairTrial {
  private let source: SourceText
  private let meaning: FileMeaning
  /// The number of times that the file may still be parsed. This limit keeps the time proportional to the length of the
  /// text.
  private var remaining = 32

  init(of source: SourceText, meaning: FileMeaning) {
    self.source = source
    self.meaning = meaning
  }

  /// Returns the edits that change only addresses. This function finds the edits by bisection.
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
