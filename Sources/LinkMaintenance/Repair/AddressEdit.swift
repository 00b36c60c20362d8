import Diagnostics

/// Bytes to be replaced in a file, for one address or for several links that share its definition.
struct AddressEdit: Sendable {
  /// What is replaced.
  var bytes: Range<Int>
  /// What by.
  var replacement: String
  /// Where the address stands, as the file's meaning names it.
  var place: FileMeaning.Place
  /// What the place will mean.
  var address: String
  /// The repairs that it makes.
  var repairs: [AddressRepair]
}

extension [AddressEdit] {
  /// A text with each edit made; nothing else is touched. They stand in order; one that overlaps the one before is left.
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
