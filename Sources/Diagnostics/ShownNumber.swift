/// A number in the form that people read. A negative number is shown as 0. French uses a decimal comma, and no-break
/// spaces between thousands. English uses a decimal point, and commas between thousands if the number has five digits
/// or more.
package struct ShownNumber: Sendable, Hashable {
  /// The number of decimals to show.
  package enum Decimals: Sendable, Hashable {
    /// At most this number of decimals, without zeros at the end.
    case upTo(Int)
    /// Always this number of decimals.
    case exactly(Int)
    /// This number of decimals. If all decimals are zero, no decimal is shown.
    case allOrNone(Int)

    fileprivate var count: Int {
      switch self {
      case .upTo(let count), .exactly(let count), .allOrNone(let count): min(max(count, 0), 4)
      }
    }
  }

  /// The number without its decimal mark, as an integer. Example: 314 for 3.14 with two decimals.
  private let units: Int
  private let decimals: Decimals

  /// The maximum for numbers with decimals. A larger number is shown as this maximum, because ``units`` could overflow
  /// if a larger number has four decimals.
  private static let limit = 1e12

  /// Creates a number with decimals.
  ///
  /// - Parameter rule: the rounding of the last decimal. Use `.down` if a number below a limit must not be shown as
  ///   equal to the limit.
  package init(
    _ value: Double, _ decimals: Decimals = .upTo(1), rounded rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero
  ) {
    self.decimals = decimals
    // NaN becomes 0, because every comparison with NaN is false.
    let shown = value > 0 ? min(value, Self.limit) : 0
    units = Int((shown * Double(Self.power(decimals.count))).rounded(rule))
  }

  /// Creates a whole number.
  package init(_ value: Int) {
    decimals = .exactly(0)
    units = max(value, 0)
  }

  /// The number as text in a language.
  package func text(in language: Language) -> String { text(as: language == .french ? .french : .english) }

  /// The number as text in a form.
  package func text(as format: NumberFormat) -> String {
    let whole = Self.grouped(units / Self.power(decimals.count), in: format)
    let fraction = fraction
    return fraction.isEmpty ? whole : whole + format.decimalMark + fraction
  }

  /// The decimals to show, without the decimal mark. The result may be empty.
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

  private static func grouped(_ number: Int, in format: NumberFormat) -> String {
    let digits = String(number)
    guard digits.count >= format.groupedDigits else { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result += format.groupMark }
      result.append(digit)
    }
    return result
  }

  private static func power(_ count: Int) -> Int { (0..<count).reduce(1) { power, _ in power * 10 } }
}

extension ShownNumber {
  /// Converts bytes to kilobytes (1,000 bytes), with one decimal.
  package static func kilobytes(_ bytes: Int) -> ShownNumber { kilobytes(Double(bytes)) }

  /// Converts a median in bytes to kilobytes (1,000 bytes), with one decimal. The parameter is not an integer, because
  /// a median may end in .5.
  package static func kilobytes(_ bytes: Double) -> ShownNumber { ShownNumber(bytes / 1000, .exactly(1)) }

  /// The number followed by a unit. In French, a no-break space separates the number from the unit.
  private func with(fr french: String, en english: String) -> Message {
    Message(fr: "\(text(in: .french))\u{A0}\(french)", en: "\(text(in: .english)) \(english)")
  }

  /// The number followed by the unit kB. The number must already be in kilobytes.
  package var kilobytes: Message { with(fr: "ko", en: "kB") }

  /// The number followed by the unit MB. The number must already be in megabytes.
  package var megabytes: Message { with(fr: "Mo", en: "MB") }
}
