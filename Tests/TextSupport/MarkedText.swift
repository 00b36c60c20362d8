import Diagnostics
import Testing

/// A text with markers at the places that diagnostics must point at.
///
/// `1️⃣` to `9️⃣` mark points; `⟦` and `⟧` mark ranges, which may be nested and may span lines. ``text`` has no
/// markers, and positions refer to it. This type computes them itself, without the code under test.
package struct MarkedText {
  /// The text without its markers.
  package let text: String
  /// The positions of the points, by their digits.
  package let points: [Int: SourcePosition]
  /// The ranges, in the order of their opening markers.
  package let ranges: [SourceRange]

  /// Removes the markers from a text. An unpaired marker is recorded as an issue of the test.
  package init(_ marked: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    var text = ""
    var points: [Int: SourcePosition] = [:]
    var ranges: [SourceRange] = []
    var open: [Int] = []
    for character in marked {
      if let digit = Self.digits.firstIndex(of: character) {
        points[digit + 1] = Self.end(of: text)
      } else if character == "⟦" {
        open.append(ranges.count)
        ranges.append(SourceRange(start: Self.end(of: text)))
      } else if character == "⟧", let index = open.popLast() {
        ranges[index] = SourceRange(start: ranges[index].start, end: Self.end(of: text))
      } else if character == "⟧" {
        Issue.record("⟧ without ⟦", sourceLocation: sourceLocation)
      } else {
        text.append(character)
      }
    }
    if !open.isEmpty { Issue.record("⟦ without ⟧", sourceLocation: sourceLocation) }
    self.text = text
    self.points = points
    self.ranges = ranges
  }

  /// The only range; if there is not exactly one, records an issue.
  package func onlyRange(sourceLocation: Testing.SourceLocation = #_sourceLocation) -> SourceRange {
    if ranges.count != 1 { Issue.record("\(ranges.count) ranges are marked, not one", sourceLocation: sourceLocation) }
    return ranges.first ?? SourceRange(start: SourcePosition(line: 1, column: 1))
  }

  private static let digits: [Character] = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣"]

  private static func end(of text: String) -> SourcePosition {
    var position = SourcePosition(line: 1, column: 1)
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where afterReturn: break
      case "\n", "\r": position = SourcePosition(line: position.line + 1, column: 1)
      default: position.column += 1
      }
      afterReturn = scalar == "\r"
    }
    return position
  }
}
