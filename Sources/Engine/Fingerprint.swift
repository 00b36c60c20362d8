import Encodings

/// The start of the SHA-256 of some bytes. Two answers with equal fingerprints count as equal.
package struct Fingerprint: Sendable, Hashable {
  private let high: UInt64
  private let low: UInt64

  package init(of bytes: some Collection<UInt8>) {
    let digest = Digest.sha256Bytes(Array(bytes))
    high = digest[0..<8].reduce(0) { $0 << 8 | UInt64($1) }
    low = digest[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
  }

  private init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The fingerprint of no answer.
  package static let none = Fingerprint(high: 0, low: 0)

  /// The binary form.
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    write(to: &writer)
    return writer.bytes
  }

  /// The binary form in hexadecimal digits: the first half of the SHA-256, as other records write it.
  package var hexadecimal: String { bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

  package func write(to writer: inout ByteWriter) {
    writer.add(fixed: high)
    writer.add(fixed: low)
  }

  package init(_ reader: inout ByteReader) throws(DamagedBytes) {
    self.init(high: try reader.fixed(), low: try reader.fixed())
  }
}
