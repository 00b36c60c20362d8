import Diagnostics
import Foundation
import MarkdownTree
import TestSupport
import Testing

@Suite("Limits of tables and paragraphs")
struct InputLimitTests {
  private static func row(_ count: Int, _ cell: String = "a") -> String { String(repeating: cell + "|", count: count) }

  @Test(
    "A table beyond the limits is left out, and named",
    arguments: [
      row(1_100) + "\n" + row(1_100, "-"), "a|b\n-|-\n" + row(1_100),
      row(300) + "\n" + row(300, "-") + String(repeating: "\na", count: 300),
      "> " + row(1_100) + "\n> " + row(1_100, "-"), "a|b\n-|-" + String(repeating: "\na|b", count: 12_000),
      String(repeating: "a\n|-|-|\n", count: 3_000),
    ])
  func tables(text: String) {
    let reading = Reading("avant\n\n" + text + "\n\naprès")
    #expect(reading.findings == [.tableTooLarge])
    #expect(reading.places(of: .tableTooLarge).map(\.start.line) == [3])
    #expect(reading.page.all("table").isEmpty)
    #expect(reading.page.all("p").map(\.text).contains("après"))
  }

  @Test func manyTablesTogetherAreAsBadAsOne() {
    let table = Self.row(500) + "\n" + Self.row(500, "-") + String(repeating: "\na", count: 30) + "\n\n"
    let reading = Reading(String(repeating: table, count: 20))
    #expect(Set(reading.findings) == [.tableTooLarge])
    #expect((1..<20).contains(reading.page.all("table").count))
  }

  @Test func theNumberIsInTheMessage() {
    let text = Self.row(1_100) + "\n" + Self.row(1_100, "-")
    #expect(Reading(text).document.diagnostics.map { $0.message.english.contains("1000") } == [true])
  }

  @Test(arguments: [row(900) + "\n" + row(900, "-"), "a|b\n-|-" + String(repeating: "\na|b", count: 9_000), row(5_000)])
  func tablesWithinTheLimitsAreRead(text: String) {
    #expect(Reading(text).findings == [])
  }

  @Test(
    "A paragraph on which cmark would never end is left out, and named",
    arguments: [
      String(repeating: "*a* [b](c) ", count: 20_000), String(repeating: "<?", count: 20_000),
      String(repeating: "    - *a* [b](c)\n", count: 20_000), String(repeating: "<!a ", count: 20_000),
    ])
  func paragraphs(text: String) {
    let reading = Reading("avant\n\nx " + text + "\n\naprès")
    #expect(reading.findings == [.textTooDense])
    #expect(reading.page.all("p").map(\.text) == ["avant", "après"])
  }

  @Test func aLongListIsNoDenseParagraph() {
    let reading = Reading(String(repeating: "- **a** *b* [c](d.md)\n", count: 5_000))
    #expect(reading.findings == [])
    #expect(reading.links.count == 5_000)
  }
}

/// What a text costs is measured as this thread's own time, and compared with that of a quarter of the text: the machine
/// may be as slow or as busy as it likes.
@Suite("Growth")
struct GrowthTests {
  @Test(
    "Twice the text takes about twice the time",
    arguments: [
      "[", "*a ", "`", "<", "!", "&", "]", "![", "[a](", "_", "~a ", "[^a]", "[a][b]", "a|", "\\", "<!--", "<?", "<!a ",
      "a@b.fr ", "é", "a\n", "> a\n", "- a\n", "# a\n", "> ", "- ", "*a* [b](c) ", "a\n|-|-|\n", "|a|\n|-|\n",
      "[a]: b\n",
      "[^a]: b\n", "::: a\n", ":::\n", "\r", "\0", "<br>", "<a>", "&amp;", "\"a\" ", "[a]{lang=fr} ",
    ])
  func growth(piece: String) {
    let texts = [20_000, 80_000].map { length in
      SourceText(file: "x.md", text: String(repeating: piece, count: length / piece.utf8.count))
    }
    Self.expectGrowth { _ = Body(Document(parsing: texts[$0], typography: FrenchTypography())) }
  }

  @Test("Twice the findings in one line take about twice the time", arguments: [": à compléter ", "[^a] ", "[a][b] "])
  func findings(piece: String) {
    let texts = [10_000, 40_000].map { length in
      SourceText(file: "x.md", text: String(repeating: piece, count: length / piece.utf8.count))
    }
    let findings = texts.map { Document(parsing: $0).diagnostics }
    Self.expectGrowth { size in
      let writer = DiagnosticWriter(format: .human, language: .french, toolVersion: "1") { _ in texts[size] }
      _ = writer.text(for: findings[size])
    }
  }

  @Test func aLineOfTenMegabytesIsRead() {
    let document = Document(parsing: SourceText(file: "x.md", text: String(repeating: "été ", count: 1_700_000)))
    #expect(document.blocks.count == 1)
    #expect(document.diagnostics == [])
  }

  /// Expects four times the input to take at most 2.5 × 2.5 times as long.
  ///
  /// Memory and caches have steps of their own, and neighbours push: of a few looks one must be good. What is quadratic
  /// takes sixteen times as long at each.
  private static func expectGrowth(
    sourceLocation: Testing.SourceLocation = #_sourceLocation, of work: (_ size: Int) -> Void
  ) {
    var seen: [Double] = []
    for _ in 0..<4 {
      let times = [0, 1].map { size in (0..<3).map { _ in time { work(size) } }.min() ?? 0 }
      // What takes next to no time has no measurable growth.
      seen.append(times[1] / max(times[0], 0.002))
      if seen.contains(where: { $0 < 2.5 * 2.5 }) { return }
    }
    Issue.record("four times the input takes so many times as long: \(seen)", sourceLocation: sourceLocation)
  }

  private static func time(_ body: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    body()
    return now() - start
  }
}
