import CNettle

/// Computes the SHA-256 digests of files and texts. Only this file calls the library nettle.
package enum Digest {
  /// The number of digits in a fingerprint. The fingerprint of a published file is the start of its digest. The name of
  /// the file contains the fingerprint.
  package static let fingerprintLength = 10

  /// The SHA-256 digest of some bytes (FIPS 180-4), in lower-case hexadecimal.
  package static func sha256(_ bytes: [UInt8]) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in sha256Bytes(bytes) {
      digits.append(digit(byte >> 4))
      digits.append(digit(byte & 0xF))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// The SHA-256 digest of some bytes, as 32 bytes.
  package static func sha256Bytes(_ bytes: [UInt8]) -> [UInt8] { sha256Bytes(bytes[...]) }

  /// The SHA-256 digest of a slice of bytes, as 32 bytes.
  package static func sha256Bytes(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    bytes.withUnsafeBufferPointer { nettle_sha256_update(&context, $0.count, $0.baseAddress) }
    var digest = [UInt8](repeating: 0, count: 32)
    nettle_sha256_digest(&context, digest.count, &digest)
    return digest
  }

  /// The lower-case hexadecimal digit of a number below 16.
  package static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
