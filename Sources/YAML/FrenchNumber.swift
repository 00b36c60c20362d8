/// Reads numbers in French notation: `1 250`, `12,5`. A decimal point is also accepted.
package enum FrenchNumber {
  /// The largest accepted number. Real content has much smaller numbers. Totals, percentages and hours that are
  /// computed from accepted numbers do not overflow.
  package static let limit = 1_000_000

  /// Reads a number from 0 to the limit; nil for other text.
  package static func decimal(_ text: String) -> Double? {
    unlimited(text).flatMap { $0 <= Double(limit) ? $0 : nil }
  }

  private static func unlimited(_ text: String) -> Double? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard parts.count <= 2, let whole = digits(parts[0]) else { return nil }
    guard parts.count == 2 else { return Double(whole) }
    guard !parts[1].isEmpty, parts[1].utf8.allSatisfy(isDigit) else { return nil }
    return Double(whole + "." + parts[1])
  }

  /// Reads a whole number from 0 to a limit; nil for other text.
  package static func whole(_ text: String, upTo limit: Int = Self.limit) -> Int? {
    digits(text[...]).flatMap { Int($0) }.flatMap { $0 <= limit ? $0 : nil }
  }

  /// Reads a percentage from 0 to 100, with or without the percent sign: `83,5` or `83,5 %`.
  package static func percentage(_ text: String) -> Double? {
    let number = text.hasSuffix("%") ? text.dropLast() : text[...]
    let end = number.lastIndex { !$0.isWhitespace }.map { number.index(after: $0) } ?? number.startIndex
    return decimal(String(number[..<end])).flatMap { $0 <= 100 ? $0 : nil }
  }

  /// Removes the spaces between groups of three digits. Nil if the text is not a whole number in this form. For
  /// example, `5 0` gives nil.
  private static func digits(_ text: Substring) -> String? {
    let groups = text.split(omittingEmptySubsequences: false) { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
    guard let first = groups.first, !first.isEmpty, groups.allSatisfy({ $0.utf8.allSatisfy(isDigit) }) else {
      return nil
    }
    guard groups.count == 1 || first.count <= 3 && groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    return groups.joined()
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
