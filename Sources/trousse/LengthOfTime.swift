import ArgumentParser
import Foundation

/// A duration that is typed on the command line: `30s`, `10min`, `36h`, `2j` (or `2d`), `0`.
struct LengthOfTime: ExpressibleByArgument {
  let seconds: TimeInterval
  private let typed: String

  init(seconds: TimeInterval, typed: String) {
    self.seconds = seconds
    self.typed = typed
  }

  init?(argument: String) {
    let digits = argument.prefix { $0.isASCII && $0.isNumber }
    // Nine digits are enough for any useful duration. Longer numbers are refused, because sums of durations must not
    // overflow.
    guard let number = Int(digits), digits.count <= 9 else { return nil }
    let unit: TimeInterval
    switch argument.dropFirst(digits.count) {
    case "s": unit = 1
    case "min": unit = 60
    case "h": unit = 3600
    case "j", "d": unit = 86_400
    case "" where number == 0: unit = 0
    default: return nil
    }
    self.init(seconds: TimeInterval(number) * unit, typed: argument)
  }

  var defaultValueDescription: String { typed }
}
