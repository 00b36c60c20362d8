/// Encodes numbers, texts and blocks as a sequence of bytes.
package struct ByteWriter {
  /// The bytes that were written.
  package private(set) var bytes: [UInt8]

  /// Creates a writer that appends its output to the given bytes.
  package init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  /// Writes a number. Each byte contains seven bits of the number, and the least significant bits come first. The
  /// eighth bit of a byte is set if more bytes follow (LEB128, as in DWARF 5, 7.6).
  package mutating func add(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes a count or another non-negative number.
  package mutating func add(count: Int) { add(UInt64(max(count, 0))) }

  /// Writes a number in eight bytes, the most significant byte first.
  package mutating func add(fixed number: UInt64) {
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  package mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  package mutating func add(block: some Collection<UInt8>) {
    add(count: block.count)
    bytes += block
  }

  package mutating func add(_ text: String) { add(block: text.utf8) }

  /// Writes an optional value.
  package mutating func add<Value>(optional value: Value?, _ write: (inout ByteWriter, Value) -> Void) {
    add(value != nil)
    if let value { write(&self, value) }
  }

  /// Writes the count of a list, then its values.
  package mutating func add<Value>(each values: some Collection<Value>, _ write: (inout ByteWriter, Value) -> Void) {
    add(count: values.count)
    for value in values { write(&self, value) }
  }
}

/// The error for bytes that end early or are malformed.
package struct DamagedBytes: Error {
  package init() {}
}

/// Decodes the bytes that a ``ByteWriter`` wrote.
package struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  package var isAtEnd: Bool { position == bytes.endIndex }

  /// Returns the next bytes as a slice. The bytes are not copied.
  package mutating func bytes(_ count: Int) throws(DamagedBytes) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.endIndex - position else { throw DamagedBytes() }
    defer { position += count }
    return bytes[position..<(position + count)]
  }

  package mutating func number() throws(DamagedBytes) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.endIndex, shift < 64 {
      let byte = bytes[position]
      position += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    throw DamagedBytes()
  }

  /// The largest accepted count or length. It is so small that a sum of millions of counts does not overflow.
  package static let limit = 1 << 40

  package mutating func count() throws(DamagedBytes) -> Int {
    guard let count = Int(exactly: try number()), count <= Self.limit else { throw DamagedBytes() }
    return count
  }

  /// Reads a number that ``ByteWriter/add(fixed:)`` wrote.
  package mutating func fixed() throws(DamagedBytes) -> UInt64 { try bytes(8).reduce(0) { $0 << 8 | UInt64($1) } }

  package mutating func flag() throws(DamagedBytes) -> Bool { try number() != 0 }

  package mutating func block() throws(DamagedBytes) -> ArraySlice<UInt8> { try bytes(try count()) }

  package mutating func text() throws(DamagedBytes) -> String { String(decoding: try block(), as: UTF8.self) }

  /// Reads an optional value.
  package mutating func optional<Value>(
    _ read: (inout ByteReader) throws(DamagedBytes) -> Value
  ) throws(DamagedBytes) -> Value? {
    try flag() ? try read(&self) : nil
  }

  /// Reads the count of a list, then its values.
  package mutating func each<Value>(
    _ read: (inout ByteReader) throws(DamagedBytes) -> Value
  ) throws(DamagedBytes) -> [Value] {
    let count = try count()
    // Each value takes at least one byte. So a count that exceeds the number of remaining bytes is wrong. Such a count
    // is refused before memory is reserved.
    guard count <= bytes.endIndex - position else { throw DamagedBytes() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }
}
