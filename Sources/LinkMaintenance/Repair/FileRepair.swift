import Addresses
import Diagnostics
import Files
import LinkValidation

/// Replaces some addresses in a file. All other bytes stay the same.
///
/// Each repair is checked twice. Before the edit, the old address must be at its place. After the edit, the file is
/// parsed again and must have the same content except for the addresses. A repair that fails a check is skipped.
package struct FileRepair: Sendable {
  /// The new content of the file; equal to the old content if no repair was made.
  package let bytes: [UInt8]
  /// The repairs that were made, in the given order.
  package let done: [AddressRepair]
  /// The repairs that were skipped, in the given order.
  package let skipped: [SkippedRepair]

  /// Repairs a file.
  ///
  /// - Parameters:
  ///   - bytes: the content of the file on the disk, including any byte-order mark.
  ///   - file: the path of the file. If the path ends in `.yml`, the file is read as YAML. Any other file is read as
  ///     Markdown with front matter.
  ///   - repairs: the repairs. A Markdown definition that several links share is changed once.
  package init(of bytes: [UInt8], named file: String, repairs: [AddressRepair]) {
    let (source, problem) = SourceReading.check(bytes, named: file)
    guard let source, problem == nil, !repairs.isEmpty else {
      self.bytes = bytes
      done = []
      skipped = repairs.map { SkippedRepair($0, .unreadableFile) }
      return
    }
    var work = Work(source, repairs)
    var trial = RepairTrial(of: source, meaning: work.meaning)
    let edits = trial.harmless(among: work.edits)
    let made = Set(edits.flatMap(\.repairs))
    for repair in repairs where !made.contains(repair) && work.reasons[repair] == nil {
      work.reasons[repair] = .sideEffect
    }
    self.bytes = bytes.prefix(bytes.count - source.bytes.count) + edits.applied(to: source.bytes)
    done = repairs.filter { made.contains($0) }
    skipped = repairs.compactMap { repair in work.reasons[repair].map { SkippedRepair(repair, $0) } }
  }
}

/// The edits for the given repairs, in the order of their places in the file. If a repair has no edit, `reasons` gives
/// the reason.
private struct Work {
  let source: SourceText
  let meaning: FileMeaning
  private(set) var edits: [AddressEdit] = []
  var reasons: [AddressRepair: SkippedRepair.Reason] = [:]

  init(_ source: SourceText, _ repairs: [AddressRepair]) {
    self.source = source
    meaning = FileMeaning(of: source)
    for (place, repairs) in Dictionary(grouping: repairs, by: { meaning.place(of: $0.range) }) {
      do throws(Refusal) {
        edits.append(try edit(at: place, repairs))
      } catch {
        for repair in repairs { reasons[repair] = error.reason }
      }
    }
    edits.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }

  private struct Refusal: Error {
    let reason: SkippedRepair.Reason
  }

  private func edit(at place: FileMeaning.Place?, _ repairs: [AddressRepair]) throws(Refusal) -> AddressEdit {
    guard let place, let address = meaning.addresses[place], let first = repairs.first,
      repairs.allSatisfy({ $0.old == address.text }), !address.swallowsText
    else { throw Refusal(reason: .otherText) }
    let result = first.result
    guard repairs.allSatisfy({ $0.result == result }) else { throw Refusal(reason: .contradiction) }
    guard WebAddress(result)?.isWeb == true else { throw Refusal(reason: .notAnAddress) }
    guard result != address.text else { throw Refusal(reason: .nothingToChange) }
    guard let (bytes, replacement) = writing(result, at: place, insteadOf: address) else {
      throw Refusal(reason: .otherText)
    }
    return AddressEdit(bytes: bytes, replacement: replacement, place: place, address: result, repairs: repairs)
  }

  private func writing(
    _ result: String, at place: FileMeaning.Place, insteadOf address: FileMeaning.Address
  ) -> (bytes: Range<Int>, replacement: String)? {
    switch place {
    case .scalar(let position):
      let written = YAMLAddress(address.text, at: source.byteOffset(of: position), in: source)
      return written.map { ($0.bytes, $0.writing(result)) }
    case .target(let range):
      let start = source.byteOffset(of: range.start)
      let bytes = start..<max(start, source.byteOffset(of: range.end))
      let written = MarkdownAddress(at: bytes, isAutomatic: address.isAutomatic, in: source)
      return written.meaning == address.text ? (bytes, written.writing(result)) : nil
    }
  }
}

extension FileMeaning.Address {
  /// Whether the parser reads text after the address as part of the address. This happens in Markdown, because a
  /// no-break space does not end a bare address.
  fileprivate var swallowsText: Bool { isAutomatic && text.contains(where: \.isWhitespace) }
}

extension FileMeaning {
  fileprivate func place(of range: SourceRange) -> Place? {
    [.target(range), .scalar(range.start)].first { addresses[$0] != nil }
  }
}
