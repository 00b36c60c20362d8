import Diagnostics

/// A range of bytes to replace in a file, for one address or for several links that share its definition.
struct AddressEdit: Sendable {
  /// The range to replace.
  var bytes: Range<Int>
  /// The new text.
  var replacement: String
  /// The place of the address in the ``FileMeaning`` of the file.
  var place: FileMeaning.Place
  /// The address at the place after the edit, decoded.
  var address: String
  /// The repairs that the edit carries out.
  var repairs: [AddressRepair]
}

extension [AddressEdit] {
  /// The text with the edits made; other bytes do not change. Edits must be in order; one that overlaps the edit before
  /// it is left out.
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
