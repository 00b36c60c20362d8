/// An index of a text. For every 256th byte, the index stores the number of scalars before this byte. With the index, a
/// column at the end of a line is found as fast as a column at the start. This matters for lines of many megabytes.
struct ScalarIndex: Sendable {
  private static let stride = 256

  private let before: [Int]

  init(_ bytes: [UInt8]) {
    var marks: [Int] = []
    marks.reserveCapacity(bytes.count / Self.stride + 1)
    var total = 0
    for start in Swift.stride(from: 0, through: bytes.count, by: Self.stride) {
      marks.append(total)
      total += Self.scan(start..<min(start + Self.stride, bytes.count), of: bytes)
    }
    before = marks
  }

  /// The number of scalars that begin in a byte range.
  func count(in range: Range<Int>, of bytes: [UInt8]) -> Int {
    guard range.count > Self.stride else { return Self.scan(range, of: bytes) }
    return total(before: range.upperBound, of: bytes) - total(before: range.lowerBound, of: bytes)
  }

  /// The offset of the byte that is `count` scalars after the start of a range; the end of the range if the range has
  /// fewer scalars.
  func offset(from range: Range<Int>, skipping count: Int, of bytes: [UInt8]) -> Int {
    guard count < range.count else { return range.upperBound }
    var offset = range.lowerBound
    var left = count
    if count > Self.stride {
      let wanted = total(before: offset, of: bytes) + count
      let mark = lastMark(upTo: wanted)
      let place = max(mark * Self.stride, offset)
      left = wanted - total(before: place, of: bytes)
      offset = place
      // The byte at `place` may be in the middle of a scalar. The index already counted this scalar, so the remaining
      // bytes of the scalar are skipped.
      while offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    while offset < range.upperBound, left > 0 {
      offset += 1
      while offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return min(offset, range.upperBound)
  }

  private func total(before offset: Int, of bytes: [UInt8]) -> Int {
    let mark = offset / Self.stride
    return before[mark] + Self.scan(mark * Self.stride..<offset, of: bytes)
  }

  /// The index of the last number in `before` that is at most `count`.
  private func lastMark(upTo count: Int) -> Int {
    var low = 0
    var high = before.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if before[middle] <= count { low = middle } else { high = middle }
    }
    return low
  }

  private static func scan(_ range: Range<Int>, of bytes: [UInt8]) -> Int {
    bytes[range].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }
}
