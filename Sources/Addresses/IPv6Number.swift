/// An IPv6 address as eight numbers of two bytes (URL standard, “IPv6 parser” and “IPv6 serializer”).
package struct IPv6Number: Sendable, Hashable {
  /// The eight 16-bit pieces.
  package let pieces: [UInt16]

  /// Parses an address without its brackets: `::1`, `::ffff:127.0.0.1`.
  init?(_ bytes: ArraySlice<UInt8>) {
    // An address may contain one `::`. It replaces all missing zeros.
    var halves: [[UInt16]] = []
    var text = bytes
    if let gap = Self.gap(in: bytes) {
      guard let before = Self.pieces(bytes[..<gap], endsInIPv4: false) else { return nil }
      halves.append(before)
      text = bytes[(gap + 2)...]
    }
    guard let last = Self.pieces(text, endsInIPv4: true) else { return nil }
    halves.append(last)
    let count = halves.reduce(0) { $0 + $1.count }
    if halves.count == 1 {
      guard count == 8 else { return nil }
      pieces = last
    } else {
      guard count < 8 else { return nil }
      pieces = halves[0] + Array(repeating: 0, count: 8 - count) + halves[1]
    }
  }

  private static func gap(in bytes: ArraySlice<UInt8>) -> Int? {
    zip(bytes.indices, bytes.indices.dropFirst()).first {
      bytes[$0] == UInt8(ascii: ":") && bytes[$1] == UInt8(ascii: ":")
    }?.0
  }

  /// Parses hexadecimal pieces separated by colons; an empty text gives no pieces.
  private static func pieces(_ bytes: ArraySlice<UInt8>, endsInIPv4: Bool) -> [UInt16]? {
    guard !bytes.isEmpty else { return [] }
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    var result: [UInt16] = []
    for (index, part) in parts.enumerated() {
      if endsInIPv4, index == parts.count - 1, part.contains(UInt8(ascii: ".")) {
        guard let number = ipv4(part) else { return nil }
        result += [UInt16(number >> 16), UInt16(truncatingIfNeeded: number)]
      } else {
        // `UInt16(_:radix:)` accepts a sign, which the standard forbids.
        guard (1...4).contains(part.count),
          part.first.map({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) == true,
          let piece = UInt16(String(decoding: part, as: UTF8.self), radix: 16)
        else { return nil }
        result.append(piece)
      }
    }
    return result.count <= 8 ? result : nil
  }

  /// Parses four decimal numbers below 256, without leading zeros.
  private static func ipv4(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var result: UInt32 = 0
    for part in parts {
      guard part.allSatisfy(\.isASCIIDigit), part.count == 1 || part.first != UInt8(ascii: "0"),
        let value = UInt8(String(decoding: part, as: UTF8.self))
      else { return nil }
      result = result << 8 | UInt32(value)
    }
    return result
  }

  /// The address in its canonical form: hexadecimal, with `::` for the longest run of zeros.
  package var text: String {
    let gap = longestZeros
    var result = ""
    var index = 0
    while index < pieces.count {
      if let gap, index == gap.lowerBound {
        result += index == 0 ? "::" : ":"
        index = gap.upperBound
        continue
      }
      result += String(pieces[index], radix: 16)
      index += 1
      if index < pieces.count { result += ":" }
    }
    return result
  }

  /// The longest run of at least two zeros; nil if there is no such run. If several runs are equally long, returns the
  /// first run.
  private var longestZeros: Range<Int>? {
    var longest: Range<Int>?
    var start = 0
    while start < pieces.count {
      let end = pieces[start...].firstIndex { $0 != 0 } ?? pieces.count
      if end - start >= 2, end - start > (longest?.count ?? 0) { longest = start..<end }
      start = max(end, start + 1)
    }
    return longest
  }
}
