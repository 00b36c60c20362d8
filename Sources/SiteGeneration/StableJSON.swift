import Foundation

/// JSON that is the same, to the byte, for the same value: sorted keys, one member per line.
enum StableJSON {
  /// The value as the content of a file, which ends with a line feed.
  static func encode(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return [] }
    return Array(data) + [UInt8(ascii: "\n")]
  }
}
