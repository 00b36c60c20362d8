import CMessageDigest

/// Content hashes. The only file that calls libmd.
enum Digest {
  /// How many hexadecimal digits of a hash stand in the name of a file that changes its name with its content.
  static let fingerprintLength = 10

  /// The SHA-256 of some bytes (FIPS 180-4), in lower-case hexadecimal.
  static func sha256(_ bytes: [UInt8]) -> String {
    var context = SHA2_CTX()
    SHA256Init(&context)
    bytes.withUnsafeBufferPointer { SHA256Update(&context, $0.baseAddress, $0.count) }
    var digest = [UInt8](repeating: 0, count: 32)
    SHA256Final(&digest, &context)
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
