import Diagnostics
import DiskSupport
import Files
import SiteSupport
import Testing

@testable import SiteVerification

/// The list of what is checked.
@Suite struct CriterionTests {
  /// How many criteria each chapter of the RGAA 4.1.2 has.
  private static let counts = [1: 9, 2: 2, 4: 13, 5: 8, 6: 2, 7: 5, 8: 10, 9: 4, 10: 14, 11: 13, 12: 11, 13: 12]

  @Test func `criteria exist, and are in order`() {
    let criteria = AccessibilityRules.criteria
    #expect(criteria == criteria.sorted() && Set(criteria).count == criteria.count)
    for criterion in criteria {
      #expect(1...(Self.counts[criterion.topic.rawValue] ?? 0) ~= criterion.number, "\(criterion)")
    }
    // HTML alone cannot show whether the 3 criteria of chapter 3, colours, are met.
    #expect(Self.counts.values.reduce(3, +) == Criterion.total)
  }

  @Test func `French is well set in what is said of rules`() {
    let texts =
      AccessibilityRules.all.flatMap { [$0.demand.french, $0.help.french] }
      + SiteAccessibility.demands.flatMap { [$0.demand.french, $0.help.french] }
    for text in texts {
      let prose = text.replacing(/«[^»]*»|<[^>]*>/, with: "x").replacing(/[\w-]+="[^"]*"/, with: "x")
      #expect(prose.firstMatch(of: #/[ \w»)][;!?]| :|« | »|'|\.\.\.|  /#) == nil, "\(text)")
    }
  }

  /// The rules give the table: if this test fails, its message is the new table.
  @Test func `the editors’ page lists what is checked, and nothing else`() throws {
    let path = FixtureSite.project + "/docs/accessibilite.md"
    let page = String(decoding: try FileSystem.disk.bytes(at: path), as: UTF8.self)
    let rows = page.split(separator: "\n").filter { $0.wholeMatch(of: /\| \d+\.\d+ \|.*/) != nil }.map(String.init)
    #expect(rows == Self.rows, "\(Self.rows.joined(separator: "\n"))")
    #expect(page.contains("\(AccessibilityRules.criteria.count) critères du RGAA sur \(Criterion.total)"))
  }

  private static var rows: [String] {
    let rules = AccessibilityRules.all.map { ($0.criterion, $0.severity, $0.demand.french) }
    let demands = SiteAccessibility.demands.map { ($0.criterion, $0.severity, $0.demand.french) }
    let sorted = (rules + demands).enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
    return sorted.map { _, row in
      let text = row.2.replacing("<", with: "\\<")
      return "| \(row.0) | \(text) | \(row.1 == .error ? "erreur" : "avertissement") |"
    }
  }
}
