/// The parts of an ISO date: `2026-11-25`, `2026-11`, `2026`.
package struct ISODate: Sendable, Hashable {
  /// The year, as it is written.
  package let year: String
  /// The month, from 1 to 12; nil if the date has none.
  package let month: Int?
  /// The day; nil if the date has none.
  package let day: Int?

  /// Reads a date; nil if its month is not a number from 1 to 12.
  package init?(_ iso: String) {
    let parts = iso.split(separator: "-").map(String.init)
    guard let first = parts.first else { return nil }
    year = first
    guard parts.count > 1 else {
      month = nil
      day = nil
      return
    }
    guard let number = Int(parts[1]), (1...12).contains(number) else { return nil }
    month = number
    day = parts.count > 2 ? Int(parts[2]) : nil
  }
}
