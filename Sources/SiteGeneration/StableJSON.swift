import Foundation

/// JSON that is the same, to the byte, for the same value: sorted, one member a line.
enum StableJSON {
  /// The value as a file, with a line end at its end.
  static func encode(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return [] }
    return Array(data) + [UInt8(ascii: "\n")]
  }
}
