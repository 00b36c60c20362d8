/// Numbers as they are written in French: `1 250`, `12,5`. A point serves as well as a comma.
enum FrenchNumber {
  /// A number that is not negative, or nil.
  static func decimal(_ text: String) -> Double? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard parts.count <= 2, let whole = digits(parts[0]) else { return nil }
    guard parts.count == 2 else { return Double(whole) }
    guard !parts[1].isEmpty, parts[1].utf8.allSatisfy(isDigit) else { return nil }
    return Double(whole + "." + parts[1])
  }

  /// A whole number that is not negative, or nil.
  static func whole(_ text: String) -> Int? { digits(text[...]).flatMap { Int($0) } }

  /// The digits without the spaces between groups of three; nil for anything else, such as `5 0`.
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
