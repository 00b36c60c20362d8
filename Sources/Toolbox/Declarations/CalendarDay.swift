/// A day of the calendar, to compare dates that the content declares. Nothing here knows what day it is.
struct CalendarDay: Comparable {
  private let year: Int
  private let month: Int
  private let day: Int

  /// Reads an ISO date; of a year or a month, its first day. Nil where it is none.
  init?(iso: String) {
    let numbers = iso.split(separator: "-").map { Int($0) }
    guard let first = numbers.first, let year = first else { return nil }
    self.year = year
    month = numbers.count > 1 ? numbers[1] ?? 1 : 1
    day = numbers.count > 2 ? numbers[2] ?? 1 : 1
  }

  private init(year: Int, month: Int, day: Int) { (self.year, self.month, self.day) = (year, month, day) }

  /// The same day some months later. A day that this month lacks stays as it is: it compares as it should.
  func adding(months: Int) -> CalendarDay {
    let total = year * 12 + month - 1 + months
    return CalendarDay(year: total / 12, month: total % 12 + 1, day: day)
  }

  static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
