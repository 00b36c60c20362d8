import Diagnostics
import TextSupport
import Testing

@Suite struct FrontMatterTests {
  @Test func `a file without front matter is named at its start`() {
    let text = "1️⃣Du texte, et rien au-dessus.\n"
    let content = Content(["guide/a.md": MarkedText(text).text])
    #expect(content.findings == ["missing-front-matter content/guide/a.md:1:1"])
  }

  @Test func `an entry without readable front matter can still be referred to`() {
    let result = Content(["guide/a.md": "Du texte.\n"]).load()
    #expect(result.toolbox?.chapters.map(\.id.name) == ["a"])
    #expect(result.toolbox?.chapters.first?.core.isReadable == false)
  }

  @Test(arguments: ["---\ntitre: Un titre\nordre: 1\n", "---\ntitre: Un titre\n--- \n", "---\ntitre: Un titre\n----\n"])
  func `front matter that no exact fence closes is reported where it opens`(text: String) {
    #expect(Content(["guide/a.md": text]).findings == ["unclosed-front-matter content/guide/a.md:1:1"])
  }

  @Test(arguments: [
    " ---\ntitre: A\nordre: 1\n---\n", "\n---\ntitre: A\nordre: 1\n---\n", "--- \ntitre: A\nordre: 1\n---\n",
  ])
  func `front matter begins on the first line, with three hyphens alone`(text: String) {
    #expect(Content(["guide/a.md": text]).findings.first == "missing-front-matter content/guide/a.md:1:1")
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func `any line end will do`(lineEnd: String) {
    let text = "---\ntitre: Été\nordre: 1\n---\n\n## Un titre\n".replacing("\n", with: lineEnd)
    let toolbox = loadWithoutFinding("guide/a.md", text)
    #expect(toolbox?.chapters.first?.title == "Été")
    #expect(toolbox?.chapters.first?.outline.fragments.headings.map(\.plainText) == ["Un titre"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func `positions hold with any line end`(lineEnd: String) {
    expectFinding(.unknownKey, "---\ntitre: Été\nordre: 1\n⟦zzz⟧: 1\n---\n".replacing("\n", with: lineEnd))
  }

  @Test func `a byte-order mark is no part of the text`() {
    #expect(loadWithoutFinding("guide/a.md", "\u{FEFF}---\ntitre: A\nordre: 1\n---\n")?.chapters.count == 1)
  }

  @Test func `hyphens in a value or in the text close nothing`() {
    let toolbox = loadWithoutFinding(
      "guide/a.md",
      "---\ntitre: A --- B\nresume: |\n  ---\n  suite\nordre: 1\n---\nUn\n\n---\n\ntitre: deux\n")
    #expect(toolbox?.chapters.first?.title == "A --- B")
    #expect(toolbox?.chapters.first?.summary == "---\nsuite\n")
  }

  @Test func `the text begins after the front matter, and keeps its lines`() {
    expectFinding(.headingLevel, "---\ntitre: A\nordre: 1\n---\n\n⟦# Trop haut⟧\n")
  }

  @Test func `empty front matter lacks its keys`() {
    #expect(Content(["pages/a.md": "---\n---\n"]).load().diagnostics.map(\.id) == [.missingKey])
  }

  @Test func `front matter that is a list is reported once`() {
    expectFinding(.wrongType, "---\n1️⃣- titre\n- ordre\n---\n", help: "écrivez par exemple « titre: Le titre »")
  }
}
