import Testing

@testable import SiteAudit
@testable import SiteVerification

@Suite struct AuditReportTests {
  private func page(_ path: String, bytes: Int, elements: Int) -> PageMeasure {
    let parts = [PageMeasure.Part(path: path, bytes: bytes, isOwnPicture: false)]
    return PageMeasure(path: path, isPrintEdition: false, parts: parts, elements: elements, commonestElement: "p")
  }

  @Test func `medians`() {
    #expect(AuditReport.Medians.median([]) == nil)
    #expect(AuditReport.Medians.median([3]) == 3)
    #expect(AuditReport.Medians.median([9, 1, 4]) == 4)
    #expect(AuditReport.Medians.median([9, 1, 4, 5]) == 4.5)
  }

  @Test func `a table, then the medians`() {
    let report = AuditReport([
      page("index.html", bytes: 7000, elements: 50),
      page("a.html", bytes: 12_400, elements: 81).missing(["6.2", "8.9"]),
    ])
    let lines = report.text(in: .english).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(
      Array(lines.prefix(5)) == [
        "Page        Weight (kB)  Requests  Elements  EcoIndex  Grade  RGAA",
        "index.html          7.0         1        50        96      A     0",
        "a.html             12.4         1        81        93      A     2",
        "",
        "Median              9.7         1      65.5      94.5",
      ])
    #expect(report.text(in: .french).contains("65,5"))
  }

  @Test func `criteria of the RGAA, by name for programs, and how many are checked`() throws {
    let report = AuditReport([page("a.html", bytes: 1, elements: 1).missing(["6.2"])])
    #expect(report.json().replacing(/\s/, with: "").contains(#""rgaa":["6.2"]"#))
    #expect(report.json().replacing(/\s/, with: "").contains(#""rgaaChecked":["1.1","1.2""#))
    let criteria = AccessibilityRules.criteria
    #expect(
      report.text(in: .english).contains("\(criteria.count) criteria of the RGAA out of 106 are checked in part (1.1, ")
    )
  }

  @Test func `no page, no table`() throws {
    #expect(AuditReport([]).text(in: .french) == "")
    #expect(AuditReport([]).json().contains("\"pages\""))
  }
}
