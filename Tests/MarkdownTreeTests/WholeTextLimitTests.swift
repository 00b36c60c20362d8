import Diagnostics
import Testing
import TextSupport

@testable import CompiledBody
@testable import MarkdownLimits
@testable import MarkdownTree

/// Limits of a whole text.
@Suite struct WholeTextLimitTests {
  private static func text(_ piece: String, of size: Int) -> String {
    String(repeating: piece, count: size / piece.utf8.count)
  }

  @Test func `four megabytes of ordinary prose are within the limits`() {
    let paragraph = """
      La collectivité mutualise ses moyens **avec** ses voisines, et [le guide](guide.md) dit comment ;
      chacun y trouve son compte, à son rythme.\n\n
      """
    let source = SourceText(file: "x.md", text: Self.text(paragraph, of: 4_000_000))
    #expect(InputLimits(checking: source, fromLine: 1).diagnostics.isEmpty)
  }

  @Test(
    arguments: [
      "*a_ \n", "## a\n", "- a\n", "[a](b)\n", "`a`\n", "&\n", "> > > a\n", "1. 1. a\n", "::: a\n:::\n", "a\n=\n",
      "www.a.b\n",
      "<b\n", "\\*\n", "a\n\n",
    ])
  func `a text that costs far more than its length is read up to a line, which is named`(piece: String) throws {
    let limits = InputLimits(checking: SourceText(file: "x.md", text: Self.text(piece, of: 2_000_000)), fromLine: 1)
    #expect(limits.diagnostics.map(\.id) == [.fileTooDense])
    let line = try #require(limits.diagnostics.first?.location?.range?.start.line)
    #expect(line == limits.lastLine + 1 && line > 10_000)
    #expect(line <= 2 * InputLimits.weight / LineMarks.lineWeight + 1)
  }

  /// Ensures that the weight of a text bounds the size of its tree, and so the memory of a build.
  @Test(arguments: CostFamily.known)
  func `no node of a tree comes without weight`(family: CostFamily) {
    let source = SourceText(file: "x.md", text: family.text(of: 10_000))
    let weight = (1...source.lineCount).reduce(0) { sum, line in
      let marks = LineMarks(source, line)
      return sum + marks.weight
    }
    // A document has a few nodes without source text. The cells that fill up short rows have a limit of their own.
    let room = family.piece == "a\n" ? 20_000 * 8 : 100
    #expect(Document(parsing: source).nodeCount <= weight + room)
  }

  @Test func `what stands before the line where reading ends is on the page, what stands after is not`() {
    let reading = Reading("avant\n\n" + Self.text("* ", of: 1_000_000) + "\n\n[b][c]\n\n[c]: d.md\n")
    #expect(reading.findings == [.fileTooDense])
    #expect(reading.page.all("p").first?.text == "avant")
    #expect(reading.links.isEmpty)
  }

  @Test(
    arguments: ["<b> ", "[^a] ", "# a\n\n", "[a][b] "])
  func `a million findings of one kind are a thousand and a number`(piece: String) {
    let findings = Reading(Self.text(piece, of: 100_000)).findings
    #expect(findings.count == FindingList.limit + 1)
  }
}

/// What references stand for.
@Suite struct ReferenceExpansionTests {
  private static let long = String(repeating: "a", count: 20_000)

  @Test(
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
  func `a long definition that is used too often is left out, and named where it stands`(text: String) {
    let reading = Reading(text)
    #expect(reading.findings.filter { $0 != .undefinedReference } == [.expandedText])
    #expect(reading.places(of: .expandedText).map(\.start.line) == [1])
    #expect(reading.html.utf8.count < 3 * text.utf8.count)
  }

  @Test(arguments: ["> ", "- ", "1. ", "> - "])
  func `behind a quotation mark or in a list it is the same`(mark: String) {
    let reading = Reading("\(mark)[x]: \(Self.long)\n\n" + String(repeating: "[x] ", count: 5_000))
    #expect(reading.findings == [.expandedText])
  }

  @Test func `of many definitions, only as many are left out as it takes`() {
    let definitions = (1...10).map { "[x\($0)]: \(Self.long.prefix($0 * 100))\n" }.joined()
    let uses = (1...10).map { String(repeating: "[x\($0)] ", count: 50) }.joined()
    let findings = Reading(definitions + "\n" + uses).findings
    #expect(Set(findings) == [.expandedText] && (1..<10).contains(findings.count))
  }

  @Test(
    arguments: [
      "[x]: \(long)\n\n[x] [x] [x]", String(repeating: "[x] ", count: 9_000) + "\n\n[x]: b.md",
      (1...2_000).map { "[x\($0)]: https://exemple.fr/\($0)\n" }.joined() + "\n"
        + (1...2_000).map { "[x\($0)] " }.joined(),
      String(repeating: "[a]: b \"\n", count: 3_000),
    ])
  func `references that make a text no longer than itself are read, however they are written`(text: String) {
    #expect(Reading(text).findings == [])
  }

  @Test func `long forms of abbreviations are not repeated without end`() {
    let abbreviations = Abbreviations([(short: "RGAA", long: Self.long)])
    let text = String(repeating: "::: pour binome\nRGAA\n:::\n", count: 100)
    let document = Document(parsing: SourceText(file: "x.md", text: text), abbreviations: abbreviations)
    #expect(document.diagnostics.map(\.id) == [.expandedText])
    let marked = Body(document).fragments.count
    #expect(marked == 100)
  }
}

extension Document {
  /// The number of nodes of its tree.
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
