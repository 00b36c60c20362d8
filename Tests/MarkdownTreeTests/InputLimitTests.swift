import Diagnostics
import Testing

/// Limits of tables and paragraphs.
@Suite struct InputLimitTests {
  private static func row(_ count: Int, _ cell: String = "a") -> String { String(repeating: cell + "|", count: count) }

  @Test(
    arguments: [
      row(1_100) + "\n" + row(1_100, "-"), "a|b\n-|-\n" + row(1_100),
      row(300) + "\n" + row(300, "-") + String(repeating: "\na", count: 300),
      "> " + row(1_100) + "\n> " + row(1_100, "-"), "a|b\n-|-" + String(repeating: "\na|b", count: 12_000),
      String(repeating: "a\n|-|-|\n", count: 3_000),
    ])
  func `a table beyond the limits is left out, and named`(text: String) {
    let reading = Reading("avant\n\n" + text + "\n\naprès")
    #expect(reading.findings == [.tableTooLarge])
    #expect(reading.places(of: .tableTooLarge).map(\.start.line) == [3])
    #expect(reading.page.all("table").isEmpty)
    #expect(reading.page.all("p").map(\.text).contains("après"))
  }

  @Test func `where cmark would look for a header in ten thousand lines, the line that asks for it is left out`() {
    let reading = Reading(String(repeating: "a\n", count: 10_000) + "|-|\n\naprès")
    #expect(reading.findings == [.tableTooLarge])
    #expect(reading.places(of: .tableTooLarge).map(\.start.line) == [10_000])
    #expect(reading.page.all("table").isEmpty && reading.page.all("p").last?.text == "après")
  }

  @Test func `many tables together are as bad as one`() {
    let table = Self.row(500) + "\n" + Self.row(500, "-") + String(repeating: "\na", count: 30) + "\n\n"
    let reading = Reading(String(repeating: table, count: 20))
    #expect(Set(reading.findings) == [.tableTooLarge])
    #expect((1..<20).contains(reading.page.all("table").count))
  }

  @Test func `the number is in the message`() {
    let text = Self.row(1_100) + "\n" + Self.row(1_100, "-")
    #expect(Reading(text).document.diagnostics.map { $0.message.english.contains("1000") } == [true])
  }

  @Test(arguments: [row(900) + "\n" + row(900, "-"), "a|b\n-|-" + String(repeating: "\na|b", count: 9_000), row(5_000)])
  func `tables within the limits are read`(text: String) {
    #expect(Reading(text).findings == [])
  }

  @Test(
    arguments: [
      String(repeating: "*a* [b](c) ", count: 20_000), String(repeating: "<?", count: 20_000),
      String(repeating: "    - *a* [b](c)\n", count: 20_000), String(repeating: "<!a ", count: 20_000),
      String(repeating: "![[]()", count: 10_000),
      "http://a.b" + String(repeating: ")", count: 10_000), "www.a.b" + String(repeating: ").", count: 10_000),
      String(repeating: "_www.a", count: 2_000), String(repeating: "a@b.fr ", count: 5_000),
      String(repeating: "@a", count: 5_000),
    ])
  func `a paragraph on which cmark would never end is left out, and named`(text: String) {
    let reading = Reading("avant\n\nx " + text + "\n\naprès")
    #expect(reading.findings == [.textTooDense])
    #expect(reading.page.all("p").map(\.text) == ["avant", "après"])
  }

  @Test func `lines that copy themselves are limited for the whole file, not for each paragraph`() {
    let line = String(repeating: "a@b.fr ", count: 500) + "\n\n"
    let findings = Reading(String(repeating: line, count: 30)).findings
    #expect(Set(findings) == [.textTooDense] && findings.count < 30)
  }

  @Test(
    arguments: [
      String(repeating: "a@b.fr\n", count: 5_000), String(repeating: "https://a.fr/b_(c)?d=(e) ", count: 5_000),
      String(repeating: "a\n", count: 1_000) + "\n|a|\n|-|\n|b|", String(repeating: "![a](b.png)\n", count: 2_000),
    ])
  func `what honest texts hold many of is read`(text: String) {
    #expect(Reading(text).findings.filter { $0 != .missingAlternative } == [])
  }

  @Test func `a long list is no dense paragraph`() {
    let reading = Reading(String(repeating: "- **a** *b* [c](d.md)\n", count: 5_000))
    #expect(reading.findings == [])
    #expect(reading.links.count == 5_000)
  }
}
