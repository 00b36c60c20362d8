import Encodings

/// Computes short digests that identify the content of a file.
package enum ContentTag {
  /// The first half of the SHA-256 of some bytes, in hexadecimal.
  package static func of(_ bytes: [UInt8]) -> String { String(Digest.sha256(bytes).prefix(32)) }
}
