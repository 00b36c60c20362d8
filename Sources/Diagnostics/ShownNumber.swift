/// A number as people read it, which is never negative. French writes a comma and no-break spaces between thousands; English a
/// point, and commas between thousands where there are five digits or more.
package struct ShownNumber: Sendable, Hashable {
  /// How many decimals are shown.
  package enum Decimals: Sendable, Hashable {
    /// At most so many: zeros at the end are left out.
    case upTo(Int)
    /// Always so many.
    case exactly(Int)
    /// So many, or none where all of them are zero.
    case allOrNone(Int)

    fileprivate var count: Int {
      switch self {
      case .upTo(let count), .exactly(let count), .allOrNone(let count): min(max(count, 0), 4)
      }
    }
  }

  /// The number in units of its last decimal.
  private let units: Int
  private let decimals: Decimals

  /// The largest number that is shown; more, with four decimals, might not be an integer of 64 bits.
  private static let limit = 1e12

  /// - Parameter rule: how what lies beyond the last decimal is rounded: downwards where a number must not read as if it
  ///   reached a limit.
  package init(
    _ value: Double, _ decimals: Decimals = .upTo(1), rounded rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero
  ) {
    self.decimals = decimals
    // What is no number compares as false.
    let shown = value > 0 ? min(value, Self.limit) : 0
    units = Int((shown * Double(Self.power(decimals.count))).rounded(rule))
  }

  /// A whole number.
  package init(_ value: Int) {
    decimals = .exactly(0)
    units = max(value, 0)
  }

  /// The number in a language.
  package func text(in language: Language) -> String {
    let whole = Self.grouped(units / Self.power(decimals.count), in: language)
    let fraction = fraction
    return fraction.isEmpty ? whole : whole + (language == .french ? "," : ".") + fraction
  }

  /// The digits behind the comma, as far as they are shown.
  private var fraction: String {
    let rest = String(units % Self.power(decimals.count))
    guard decimals.count > 0 else { return "" }
    let digits = String(repeating: "0", count: decimals.count - rest.count) + rest
    switch decimals {
    case .exactly: return digits
    case .allOrNone: return rest == "0" ? "" : digits
    case .upTo: return String(digits.reversed().drop { $0 == "0" }.reversed())
    }
  }

  private static func grouped(_ number: Int, in language: Language) -> String {
    let digits = String(number)
    guard digits.count > (language == .french ? 3 : 4) else { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result += language == .french ? "\u{A0}" : "," }
      result.append(digit)
    }
    return result
  }

  private static func power(_ count: Int) -> Int { (0..<count).reduce(1) { power, _ in power * 10 } }
}

extension ShownNumber {
  /// A number of bytes in thousands, to the tenth.
  package static func kilobytes(_ bytes: Int) -> ShownNumber { kilobytes(Double(bytes)) }

  /// The same of a median, which may be half a byte.
  package static func kilobytes(_ bytes: Double) -> ShownNumber { ShownNumber(bytes / 1000, .exactly(1)) }

  /// A number with its unit: French has a no-break space between them.
  private func with(fr french: String, en english: String) -> Message {
    Message(fr: "\(text(in: .french))\u{A0}\(french)", en: "\(text(in: .english)) \(english)")
  }

  /// A number of kilobytes with the unit.
  package var kilobytes: Message { with(fr: "ko", en: "kB") }

  /// A number of megabytes with the unit.
  package var megabytes: Message { with(fr: "Mo", en: "MB") }
}
