import Testing

@testable import SiteGeneration

@Suite struct AuditReportTests {
  private func page(_ path: String, bytes: Int, elements: Int) -> PageMeasure {
    let parts = [PageMeasure.Part(path: path, bytes: bytes, isOwnPicture: false)]
    return PageMeasure(path: path, isPrintEdition: false, parts: parts, elements: ["p": elements])
  }

  @Test func `medians`() {
    #expect(AuditReport.Medians.median([]) == nil)
    #expect(AuditReport.Medians.median([3]) == 3)
    #expect(AuditReport.Medians.median([9, 1, 4]) == 4)
    #expect(AuditReport.Medians.median([9, 1, 4, 5]) == 4.5)
  }

  @Test func `a table, then the medians`() {
    let report = AuditReport([
      page("index.html", bytes: 7000, elements: 50), page("a.html", bytes: 12_400, elements: 81),
    ])
    let lines = report.text(in: .english).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(
      Array(lines.prefix(5)) == [
        "Page        Weight (kB)  Requests  Elements  EcoIndex  Grade",
        "index.html          7.0         1        50        96      A",
        "a.html             12.4         1        81        93      A",
        "",
        "Median              9.7         1      65.5      94.5",
      ])
    #expect(report.text(in: .french).contains("65,5"))
  }

  @Test func `no page, no table`() throws {
    #expect(AuditReport([]).text(in: .french) == "")
    #expect(AuditReport([]).json().contains("\"pages\""))
  }
}
