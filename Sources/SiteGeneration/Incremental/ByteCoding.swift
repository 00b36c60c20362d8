/// Writes numbers, texts and blocks one after the other.
struct ByteWriter {
  private(set) var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Eight bytes, the least significant first.
  mutating func add(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(block: some Collection<UInt8>) {
    add(UInt64(block.count))
    bytes += block
  }

  mutating func add(_ text: String) { add(block: text.utf8) }
}

/// Reads what ``ByteWriter`` wrote; nil where there is less than was announced.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  var isAtEnd: Bool { position == bytes.endIndex }

  mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= bytes.endIndex - position else { return nil }
    defer { position += count }
    return bytes[position..<(position + count)]
  }

  mutating func number() -> UInt64? {
    bytes(8).map { $0.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
  }

  mutating func block() -> ArraySlice<UInt8>? {
    number().flatMap { Int(exactly: $0) }.flatMap { bytes($0) }
  }

  mutating func text() -> String? { block().map { String(decoding: $0, as: UTF8.self) } }
}
