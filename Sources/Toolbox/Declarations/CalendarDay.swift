/// A calendar day. Checks use calendar days to compare the dates that the content declares. No comparison reads a
/// clock.
struct CalendarDay: Comparable {
  private let year: Int
  private let month: Int
  private let day: Int

  /// Parses an ISO date. A year alone gives the first day of the year. A year with a month gives the first day of the
  /// month. Nil if the text does not begin with a year.
  init?(iso: String) {
    let numbers = iso.split(separator: "-").map { Int($0) }
    guard let first = numbers.first, let year = first else { return nil }
    self.year = year
    month = numbers.count > 1 ? numbers[1] ?? 1 : 1
    day = numbers.count > 2 ? numbers[2] ?? 1 : 1
  }

  private init(year: Int, month: Int, day: Int) { (self.year, self.month, self.day) = (year, month, day) }

  /// The same day of the month, some months later. The result may be a day that does not exist, such as 31 April.
  /// Comparisons with such a day are still correct.
  func adding(months: Int) -> CalendarDay {
    let total = year * 12 + month - 1 + months
    return CalendarDay(year: total / 12, month: total % 12 + 1, day: day)
  }

  static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
