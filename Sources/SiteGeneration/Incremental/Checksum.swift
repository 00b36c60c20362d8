import CZlib

/// Detects damaged bytes.
enum Checksum {
  /// The CRC-32 of some bytes (ISO 3309, as in RFC 1952, section 8).
  static func crc32(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBufferPointer { UInt64(crc32_z(0, $0.baseAddress, $0.count)) }
  }
}
