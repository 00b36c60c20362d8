/// Parses IPv4 addresses in all forms that browsers accept (URL standard, “IPv4 parser”).
enum IPv4Form {
  /// Whether the last part of a name is a number. A host with such a name is either an IPv4 address or invalid.
  static func isNumeric(_ name: String) -> Bool {
    var parts = Array(name.utf8).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if parts.last?.isEmpty == true, parts.count > 1 { parts.removeLast() }
    guard let last = parts.last else { return false }
    return !last.isEmpty && last.allSatisfy(\.isASCIIDigit) || last.starts(with: "0x".utf8) && part(last) != nil
  }

  /// The 32-bit number of an IPv4 address; nil if the name is not a valid address.
  static func number(_ name: String) -> UInt32? {
    var parts = Array(name.utf8).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if parts.last?.isEmpty == true, parts.count > 1 { parts.removeLast() }
    guard (1...4).contains(parts.count) else { return nil }
    var result: UInt64 = 0
    for (index, bytes) in parts.enumerated() {
      guard let value = part(bytes) else { return nil }
      let isLast = index == parts.count - 1
      // The last part fills all remaining bytes (`127.1` is `127.0.0.1`).
      let room = isLast ? 8 * (5 - UInt64(parts.count)) : 8
      guard value < 1 << room else { return nil }
      result |= value << (isLast ? 0 : 8 * (3 - UInt64(index)))
    }
    return UInt32(exactly: result)
  }

  /// The address in dotted decimal form.
  static func text(_ number: UInt32) -> String {
    [24, 16, 8, 0].map { String(number >> $0 & 0xFF) }.joined(separator: ".")
  }

  /// Parses a decimal, octal (`0…`) or hexadecimal (`0x…`) number; an overflow gives the largest value.
  private static func part(_ bytes: ArraySlice<UInt8>) -> UInt64? {
    guard !bytes.isEmpty else { return nil }
    var digits = bytes
    var radix: UInt64 = 10
    if bytes.count >= 2, bytes.first == UInt8(ascii: "0") {
      let isHex = bytes.dropFirst().first == UInt8(ascii: "x")
      radix = isHex ? 16 : 8
      digits = bytes.dropFirst(isHex ? 2 : 1)
    }
    var value: UInt64 = 0
    for byte in digits {
      let digit: UInt64
      switch byte {
      case 0x30...0x39: digit = UInt64(byte - 0x30)
      case 0x61...0x66: digit = UInt64(byte - 0x61 + 10)
      default: return nil
      }
      guard digit < radix else { return nil }
      let (high, hasOverflow) = value.multipliedReportingOverflow(by: radix)
      value = hasOverflow || high > UInt64.max - digit ? UInt64.max : high + digit
    }
    return value
  }
}
