import Foundation

/// Reads the three date forms of HTTP. In cookies, the first form may contain hyphens.
///
/// - `Sun, 06 Nov 1994 08:49:37 GMT`
/// - `Sunday, 06-Nov-94 08:49:37 GMT`
/// - `Sun Nov  6 08:49:37 1994`
enum HTTPDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Reads a date in any of the three forms; nil for other text. The century of a two-digit year is computed from
  /// `now`.
  static func parse(_ text: String, now: Date) -> Date? {
    let fields = text.split { " ,-".contains($0) }
    guard fields.count >= 5 else { return nil }
    // The weekday is redundant, and is not read.
    if let month = month(fields[1]) {
      guard fields.count == 5 else { return nil }
      return date(day: fields[2], month: month, year: fields[4], time: fields[3], now: now)
    }
    guard fields.count == 6, let month = month(fields[2]), ["gmt", "utc"].contains(fields[5].lowercased()) else {
      return nil
    }
    return date(day: fields[1], month: month, year: fields[3], time: fields[4], now: now)
  }

  private static func month(_ text: Substring) -> Int? {
    months.firstIndex(of: text.lowercased()).map { $0 + 1 }
  }

  private static func number(_ text: Substring, _ range: ClosedRange<Int>) -> Int? {
    guard text.utf8.count <= 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else {
      return nil
    }
    return range.contains(number) ? number : nil
  }

  private static func date(day: Substring, month: Int, year: Substring, time: Substring, now: Date) -> Date? {
    let clock = time.split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 3, let hour = number(clock[0], 0...23), let minute = number(clock[1], 0...59),
      // 60 is a leap second.
      let second = number(clock[2], 0...60), let day = number(day, 1...31), var year = number(year, 0...9999)
    else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    if year < 100 {
      let present = calendar.component(.year, from: now)
      year += present - present % 100
      // RFC 9110, section 5.6.7: a two-digit year that seems more than 50 years ahead lies in the past.
      if year > present + 50 { year -= 100 }
    }
    let components = DateComponents(
      year: year, month: month, day: day, hour: hour, minute: minute, second: min(second, 59))
    guard let date = calendar.date(from: components), calendar.component(.day, from: date) == day else { return nil }
    return date
  }
}
