import Diagnostics
import LinkValidation

/// The replacement of an address in a file. If several Markdown links share a definition, one edit repairs all of the
/// links.
struct AddressEdit: Sendable {
  /// The range of bytes to replace.
  var bytes: Range<Int>
  /// The new text.
  var replacement: String
  /// The place of the address in the ``FileMeaning`` of the file.
  var place: FileMeaning.Place
  /// The address that a parser must read at this place after the edit, without escapes.
  var address: String
  /// The repairs that the edit carries out.
  var repairs: [AddressRepair]
}

extension [AddressEdit] {
  /// Returns the bytes of a file after the edits. All other bytes stay the same. The edits must be in the order of
  /// their ranges. An edit that overlaps an earlier edit is not applied.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var copied = 0
    for edit in self where edit.bytes.lowerBound >= copied && edit.bytes.upperBound <= bytes.count {
      result += bytes[copied..<edit.bytes.lowerBound]
      result += edit.replacement.utf8
      copied = edit.bytes.upperBound
    }
    return result + bytes[copied...]
  }
}
