import CompiledBody
import Diagnostics
import MarkdownTree
import Testing
import TextSupport

/// Limits.
@Suite struct LimitTests {
  @Test(
    arguments: [
      String(repeating: ">", count: 10_000) + " a", String(repeating: "- ", count: 10_000) + "a",
      String(repeating: "**", count: 1_000) + "a" + String(repeating: "**", count: 1_000),
      String(repeating: "![a ", count: 2_000) + String(repeating: "](b)", count: 2_000),
      String(repeating: "> - ", count: 5_000) + "a",
    ])
  func `deep nesting is cut and reported once`(text: String) {
    #expect(Reading(text).findings.filter { $0 == .nestingTooDeep }.count == 1)
  }

  @Test func `deep containers are cut and reported once`() {
    let reading = Reading(String(repeating: "::: a\n", count: 10_000) + "x")
    #expect(reading.findings.filter { $0 == .nestingTooDeep }.count == 1)
  }

  @Test(arguments: ["[", "![", "](", "[a](", "<", "*", "_", "&"])
  func `brackets that mean nothing are text`(piece: String) {
    let text = String(repeating: piece, count: 10_000)
    let reading = Reading("x " + text)
    #expect(reading.findings == [])
    #expect(reading.page.text.filter { $0 != " " }.count == 1 + text.count)
  }

  @Test func `nesting within reason is read`() {
    let reading = Reading(String(repeating: "> ", count: 50) + "a")
    #expect(reading.findings == [])
    #expect(reading.page.all("blockquote").count == 50)
  }

  @Test func `a deep place is that of its line`() {
    let places = Reading("été\n\n" + String(repeating: ">", count: 1_000) + " a").places(of: .nestingTooDeep)
    #expect(places.map(\.start.line) == [3])
  }

  @Test func `many raw tags are closed and cut`() {
    let reading = Reading("x " + String(repeating: "<kbd>", count: 1_000))
    #expect(HTMLElement.parse(reading.html).faults == [])
    #expect(reading.page.all("kbd").count <= 100)
  }

  @Test(
    arguments: [
      [0x00], [0x0D], [0x0C, 0x23, 0x23], [0xF0, 0x9F], [0xC3], [0xED, 0xA0, 0x80], [0x3A, 0x3A, 0x3A, 0x00],
      [0x5B, 0x61, 0x5D, 0x28, 0xFF, 0x29],
      [0x7C, 0x0D, 0x7C, 0x2D, 0x0D], [0x5C], [0x5B, 0x61, 0x5D, 0x3A, 0x5C],
    ] as [[UInt8]])
  func `strange bytes do no harm`(bytes: [UInt8]) {
    for around in ["", "a", "\n", "> ", "| "] {
      let document = Document(parsing: SourceText(file: "x.md", bytes: Array(around.utf8) + bytes + Array(around.utf8)))
      let lineCount = 8
      #expect(document.diagnostics.allSatisfy { ($0.location?.range?.end.line ?? 1) <= lineCount })
      #expect(HTMLElement.parse(String(decoding: Body(document).fragments.htmlBytes, as: UTF8.self)).faults == [])
    }
  }

  @Test(
    arguments: [
      "a\0b", "## a\0b", "`a\0b`", "```a\0b\na\0b\n```", "[a\0b](c\0d 'e\0f')", "![a\0b](c\0d)", "<kbd>a\0b</kbd>",
      "<details title=\"a\0b\">\n</details>", "::: a\0b c\0d=e\0f\ng\n:::", "| a\0b |\n|---|", "> [!NOTE]\n> a\0",
      "a[^b]\n\n[^b]: c\0",
      "[a\0][b\0]", "x[^b\0]", "## a {#b\0}", "<a id=b\0>c</a>",
    ])
  func `a NUL is the replacement character wherever it stands`(text: String) {
    let reading = Reading(text)
    #expect(!reading.html.utf8.contains(0))
    for finding in reading.document.diagnostics {
      let said = finding.message.french + (finding.help?.french ?? "")
      #expect(!said.utf8.contains(0), "\(finding)")
    }
  }

  @Test func `the words of a container are those without NUL`() {
    let document = Document(parsing: SourceText(file: "x.md", text: "::: a\0b c\0=d\0\ne\n:::"))
    guard case .container(let container)? = document.blocks.first?.content else {
      Issue.record("no container")
      return
    }
    #expect(container.header.name == "a\u{FFFD}b")
    #expect(
      container.header.arguments.map(\.key) == ["c\u{FFFD}"] && container.header.arguments.map(\.value) == ["d\u{FFFD}"]
    )
  }

  @Test func `a line beyond the end reads nothing`() {
    #expect(Reading("a", fromLine: 9).body.isEmpty)
  }

  /// Random sequences of syntax elements: the tree must be complete, and every range must be inside the file.
  @Test(arguments: 0..<400)
  func `any mixture`(seed: Int) {
    let pieces = [
      "::: a\n", ":::\n", "\n", "\n\n", "> ", "- ", "1. ", "| a |\n|---|\n", "*", "**", "~~", "`", "```\n", "[a]",
      "(b.md)", "![", "]",
      "[^1]", "[^1]: x\n", "<kbd>", "</kbd>", "<details>\n", "<!--", "-->", "&amp;", "\\", "é", "😀", "## ", " {#a}",
      "à compléter", "|",
      "https://a.fr", "[a]: b\n", "\r", "\r\n", "    ", "\t", "[!NOTE]\n", "Table : ", "{decorative}", "[ ] ", "---\n",
      "===\n", "\0",
    ]
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var text = ""
    for _ in 0..<40 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(state >> 33) % pieces.count]
    }
    let reading = Reading(text)
    #expect(HTMLElement.parse(reading.html).faults == [], "\(text.debugDescription)")
    let end = SourceText(file: "", text: text).lineCount
    for place in reading.links.map(\.targetRange) + reading.document.diagnostics.compactMap({ $0.location?.range }) {
      #expect(place.start.line >= 1 && place.end.line <= end, "\(text.debugDescription)")
    }
  }
}

extension [Fragment] {
  fileprivate var htmlBytes: [UInt8] {
    var bytes: [UInt8] = []
    forEachFragment { if case .html(let part) = $0 { bytes += part } }
    return bytes
  }
}

/// Threads.
@Suite struct ThreadSafetyTests {
  @Test func `documents read at once are those read one by one`() {
    let texts = (0..<4_000).map { number in
      switch number % 4 {
      case 0: "~~barré \(number)~~ et https://a.fr/\(number) puis *fin*"
      case 1: "texte ~ \(number) : sans rien | w www.a.fr"
      case 2: "::: a\n- [x] a@b.fr \(number)\n:::\n\n| ~~x~~ |\n|---|\n| y |"
      default: "note[^1] \(number)\n\n[^1]: https://b.fr ~~z~~"
      }
    }
    let serial = texts.map { Reading($0).html }
    let parallel = concurrentMap(texts) { Reading($0).html }
    #expect(zip(serial, parallel).filter { $0 != $1 }.count == 0)
  }
}
