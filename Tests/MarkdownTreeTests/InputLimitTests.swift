import Diagnostics
import Foundation
@testable import MarkdownTree
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

  @Test("Where cmark would look for a header in ten thousand lines, the line that asks for it is left out")
  func headerBelowManyLines() {
    let reading = Reading(String(repeating: "a\n", count: 10_000) + "|-|\n\naprès")
    #expect(reading.findings == [.tableTooLarge])
    #expect(reading.places(of: .tableTooLarge).map(\.start.line) == [10_000])
    #expect(reading.page.all("table").isEmpty && reading.page.all("p").last?.text == "après")
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
      String(repeating: "![[]()", count: 10_000),
      "http://a.b" + String(repeating: ")", count: 10_000), "www.a.b" + String(repeating: ").", count: 10_000),
      String(repeating: "_www.a", count: 2_000), String(repeating: "a@b.fr ", count: 5_000),
      String(repeating: "@a", count: 5_000),
    ])
  func paragraphs(text: String) {
    let reading = Reading("avant\n\nx " + text + "\n\naprès")
    #expect(reading.findings == [.textTooDense])
    #expect(reading.page.all("p").map(\.text) == ["avant", "après"])
  }

  @Test("Lines that copy themselves are limited for the whole file, not for each paragraph")
  func mailsInFile() {
    let line = String(repeating: "a@b.fr ", count: 500) + "\n\n"
    let findings = Reading(String(repeating: line, count: 30)).findings
    #expect(Set(findings) == [.textTooDense] && findings.count < 30)
  }

  @Test(
    "What honest texts hold many of is read",
    arguments: [
      String(repeating: "a@b.fr\n", count: 5_000), String(repeating: "https://a.fr/b_(c)?d=(e) ", count: 5_000),
      String(repeating: "a\n", count: 1_000) + "\n|a|\n|-|\n|b|", String(repeating: "![a](b.png)\n", count: 2_000),
    ])
  func honest(text: String) {
    #expect(Reading(text).findings.filter { $0 != .missingAlternative } == [])
  }

  @Test func aLongListIsNoDenseParagraph() {
    let reading = Reading(String(repeating: "- **a** *b* [c](d.md)\n", count: 5_000))
    #expect(reading.findings == [])
    #expect(reading.links.count == 5_000)
  }
}

@Suite("Limits of a whole text")
struct WholeTextLimitTests {
  private static func text(_ piece: String, of size: Int) -> String {
    String(repeating: piece, count: size / piece.utf8.count)
  }

  @Test("A text beyond four megabytes is not read, and says so")
  func size() {
    let reading = Reading(Self.text("été ", of: InputLimits.size + 10))
    #expect(reading.findings == [.fileTooLarge])
    #expect(reading.body.isEmpty)
  }

  @Test("Four megabytes of ordinary prose are within the limits")
  func prose() {
    let paragraph = """
      La collectivité mutualise ses moyens **avec** ses voisines, et [le guide](guide.md) dit comment ;
      chacun y trouve son compte, à son rythme.\n\n
      """
    let source = SourceText(file: "x.md", text: Self.text(paragraph, of: InputLimits.size - 10))
    #expect(InputLimits(checking: source, fromLine: 1).diagnostics.isEmpty)
  }

  @Test(
    "A text that costs far more than its length is read up to a line, which is named",
    arguments: [
      "*a_ \n", "## a\n", "- a\n", "[a](b)\n", "`a`\n", "&\n", "> > > a\n", "1. 1. a\n", "::: a\n:::\n", "a\n=\n",
      "www.a.b\n",
      "<b\n", "\\*\n", "a\n\n",
    ])
  func weight(piece: String) throws {
    let limits = InputLimits(checking: SourceText(file: "x.md", text: Self.text(piece, of: 2_000_000)), fromLine: 1)
    #expect(limits.diagnostics.map(\.id) == [.fileTooDense])
    let line = try #require(limits.diagnostics.first?.location?.range?.start.line)
    #expect(line == limits.lastLine + 1 && line > 10_000)
    #expect(line <= 2 * InputLimits.weight / LineMarks.lineWeight + 1)
  }

  /// So that the weight of a text bounds its tree, and with it all that a build makes of it.
  @Test("No node of a tree comes without weight", arguments: CostFamily.known)
  func nodes(family: CostFamily) {
    let source = SourceText(file: "x.md", text: family.text(of: 10_000))
    let weight = (1...source.lineCount).reduce(0) { sum, line in
      let marks = LineMarks(source, line)
      return sum + marks.weight
    }
    // A document has a few nodes that nothing stands for, and cells that a short row is filled up with count apart.
    let room = family.piece == "a\n" ? 20_000 * 8 : 100
    #expect(Document(parsing: source).nodeCount <= weight + room)
  }

  @Test("What stands before the line where reading ends is on the page, what stands after is not")
  func cut() {
    let reading = Reading("avant\n\n" + Self.text("* ", of: 1_000_000) + "\n\n[b][c]\n\n[c]: d.md\n")
    #expect(reading.findings == [.fileTooDense])
    #expect(reading.page.all("p").first?.text == "avant")
    #expect(reading.links.isEmpty)
  }

  @Test(
    "A million findings of one kind are a thousand and a number", arguments: ["<b> ", "[^a] ", "# a\n\n", "[a][b] "])
  func findings(piece: String) {
    let findings = Reading(Self.text(piece, of: 100_000)).findings
    #expect(findings.count == FindingList.limit + 1)
  }
}

@Suite("What references stand for")
struct ReferenceExpansionTests {
  private static let long = String(repeating: "a", count: 20_000)

  @Test(
    "A long definition that is used too often is left out, and named where it stands",
    arguments: [
      "[x]: \(long)\n\n" + String(repeating: "[x] ", count: 5_000),
      "[x]: <\(long)>\n\n" + String(repeating: "[a][x] ", count: 5_000),
      "[x]: b \"\(long)\"\n\n" + String(repeating: "![X] ", count: 2_000),
      "[x]:\nb\n'\(long)'\n\n" + String(repeating: "[x][] ", count: 5_000),
      "[x]: b (\(long.prefix(9_000))\n\(long.prefix(9_000)))\n\n" + String(repeating: "[x] ", count: 5_000),
      "[ẞ]: \(long)\n\n" + String(repeating: "[SS] ", count: 5_000),
      "[x y]: \(long)\n\n" + String(repeating: "[x\ny]\n", count: 5_000),
      "[x]: \(long)\n[x]: b\n\n" + String(repeating: "[x] ", count: 5_000),
    ])
  func definitions(text: String) {
    let reading = Reading(text)
    #expect(reading.findings.filter { $0 != .undefinedReference } == [.expandedText])
    #expect(reading.places(of: .expandedText).map(\.start.line) == [1])
    #expect(reading.html.utf8.count < 3 * text.utf8.count)
  }

  @Test("Behind a quotation mark or in a list it is the same", arguments: ["> ", "- ", "1. ", "> - "])
  func nested(mark: String) {
    let reading = Reading("\(mark)[x]: \(Self.long)\n\n" + String(repeating: "[x] ", count: 5_000))
    #expect(reading.findings == [.expandedText])
  }

  @Test("Of many definitions, only as many are left out as it takes")
  func several() {
    let definitions = (1...10).map { "[x\($0)]: \(Self.long.prefix($0 * 100))\n" }.joined()
    let uses = (1...10).map { String(repeating: "[x\($0)] ", count: 50) }.joined()
    let findings = Reading(definitions + "\n" + uses).findings
    #expect(Set(findings) == [.expandedText] && (1..<10).contains(findings.count))
  }

  @Test(
    "References that make a text no longer than itself are read, however they are written",
    arguments: [
      "[x]: \(long)\n\n[x] [x] [x]", String(repeating: "[x] ", count: 9_000) + "\n\n[x]: b.md",
      (1...2_000).map { "[x\($0)]: https://exemple.fr/\($0)\n" }.joined() + "\n"
        + (1...2_000).map { "[x\($0)] " }.joined(),
      String(repeating: "[a]: b \"\n", count: 3_000),
    ])
  func honest(text: String) {
    #expect(Reading(text).findings == [])
  }

  @Test("Long forms of abbreviations are not repeated without end")
  func abbreviations() {
    let abbreviations = Abbreviations([(short: "RGAA", long: Self.long)])
    let text = String(repeating: "::: pour binome\nRGAA\n:::\n", count: 100)
    let document = Document(parsing: SourceText(file: "x.md", text: text), abbreviations: abbreviations)
    #expect(document.diagnostics.map(\.id) == [.expandedText])
    let marked = Body(document).fragments.count
    #expect(marked == 100)
  }
}

/// What a text costs is measured as this thread's own time, and compared with that of a quarter of the text: the machine
/// may be as slow or as busy as it likes.
@Suite("Growth")
struct GrowthTests {
  /// Large texts take minutes, and belong to `make acceptance`; small ones show what is quadratic in our own code.
  private static let sizes =
    ProcessInfo.processInfo.environment["COST_SIZES"] == "large" ? [20_000, 80_000] : [4_000, 16_000]

  @Test(
    "Twice the text takes about twice the time",
    arguments: CostFamily.known)
  func growth(family: CostFamily) {
    let texts = Self.sizes.map { SourceText(file: "x.md", text: family.text(of: $0)) }
    Self.expectGrowth { _ = Body(Document(parsing: texts[$0], typography: FrenchTypography())) }
  }

  /// Memory is what the HTML and the findings hold; the nodes are counted in ``WholeTextLimitTests``.
  @Test("What a text is written as is at most so many times as long", arguments: CostFamily.known)
  func output(family: CostFamily) {
    for size in [20_000, 80_000] {
      let reading = Reading(family.text(of: size))
      #expect(reading.html.utf8.count < 30 * size)
      #expect(reading.document.diagnostics.count <= 2 * (FindingList.limit + 1))
    }
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

  @Test func aLineOfMegabytesIsRead() {
    let document = Document(parsing: SourceText(file: "x.md", text: String(repeating: "été ", count: 660_000)))
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

extension Document {
  /// How many values its tree is made of.
  fileprivate var nodeCount: Int { blocks.reduce(0) { $0 + $1.nodeCount } }
}

extension Block {
  fileprivate var nodeCount: Int {
    switch content {
    case .paragraph(let inlines): 1 + inlines.nodeCount
    case .heading(let heading): 1 + heading.inlines.nodeCount
    case .quotation(let inner), .callout(_, let inner), .footnote(_, let inner):
      1 + inner.reduce(0) { $0 + $1.nodeCount }
    case .list(let list): 1 + list.items.reduce(0) { $0 + 1 + $1.blocks.reduce(0) { $0 + $1.nodeCount } }
    case .table(let table): 1 + (table.header + table.rows.flatMap { $0 }).reduce(0) { $0 + 1 + $1.nodeCount }
    case .container(let container): 1 + container.blocks.reduce(0) { $0 + $1.nodeCount }
    case .code, .html, .thematicBreak: 1
    }
  }
}

extension [Inline] {
  fileprivate var nodeCount: Int {
    reduce(0) { sum, inline in
      switch inline.content {
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .language(_, let inner):
        sum + 1 + inner.nodeCount
      case .link(let link): sum + 1 + link.inlines.nodeCount
      default: sum + 1
      }
    }
  }
}
