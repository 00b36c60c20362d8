import Diagnostics
import MarkdownTree
import TextSupport
import Testing

/// Captions.
@Suite struct CaptionTests {
  @Test(
    arguments: [
      "Table : Les heures\n\n| a |\n|---|", "Table : Les heures\n| a |\n|---|",
      "Table\u{A0}: Les heures\n\n| a |\n|---|",
      "Table&nbsp;: Les heures\n\n| a |\n|---|", "Table: Les heures\n\n| a |\n|---|",
    ])
  func `a paragraph above a table is its caption`(text: String) {
    let page = Reading(text).page
    #expect(page.first("caption")?.text == "Les heures")
    #expect(page.all("p").isEmpty)
  }

  @Test func `a caption may hold markup`() {
    #expect(Reading("Table : *Les* [heures](h.md)\n\n| a |\n|---|").page.first("caption")?.first("em")?.text == "Les")
  }

  @Test(
    arguments: ["Table ronde\n\n| a |\n|---|", "Table : x\n\ny\n\n| a |\n|---|", "Table : x"])
  func `other paragraphs stay`(text: String) {
    #expect(Reading(text).page.first("caption") == nil)
  }
}

/// Callouts.
@Suite struct CalloutTests {
  @Test(arguments: Callout.allCases)
  func `those of forges`(kind: Callout) {
    let reading = Reading("> [!\(kind.rawValue)]\n> texte")
    #expect(reading.outline == "callout \(kind)\n  paragraph\n    text \"texte\"")
    #expect(reading.page.all(class: "callout-\(kind.rawValue.lowercased())").count == 1)
  }

  @Test(arguments: ["> [!note]\n> x", "> [!NOTE]  \n> x", "> [!NOTE]\n>\n> x"])
  func `the marker may be written`(text: String) {
    #expect(Reading(text).page.all(class: "callout").first?.all("p").last?.text == "x")
  }

  @Test(arguments: ["> [!NOTE] x", "> [!AUTRE]\n> x", "> x\n> [!NOTE]", "[!NOTE]"])
  func `other quotations stay`(text: String) {
    #expect(Reading(text).page.all(class: "callout").isEmpty)
  }
}

/// Images.
@Suite struct ImageTests {
  @Test func `without a text are reported at their file`() {
    let marked = MarkedText("été ![](⟦a.png⟧) fin")
    #expect(Reading(marked).places(of: .missingAlternative) == [marked.onlyRange()])
  }

  @Test(
    arguments: ["[![](a.png)](b.md)", "| ![](a.png) |\n|---|", "## T ![ ](a.png)"])
  func `a text is needed wherever they stand`(text: String) {
    #expect(Reading(text).findings == [.missingAlternative])
  }

  @Test func `may tell nothing on purpose`() {
    let reading = Reading("![](a.png){decorative} suite")
    #expect(reading.findings == [])
    #expect(reading.images.first?.isDecorative == true)
    #expect(reading.page.text == "suite")
  }

  @Test func `the mark elsewhere is text`() {
    #expect(Reading("texte {decorative}").page.text == "texte {decorative}")
  }

  @Test func `their text has no markup`() {
    #expect(Reading("![un *mot* `x`](a.png)").images.first?.alternative == "un mot x")
  }

  @Test func `alone with a title they are figures`() {
    guard case .figure(let image)? = Reading("![a](b.png \"Légende\")").body.fragments.first else {
      Issue.record("no figure")
      return
    }
    #expect(image.title == "Légende")
  }

  @Test func `among words a title makes no figure`() {
    #expect(Reading("x ![a](b.png \"Légende\")").page.first("figure") == nil)
  }
}

/// Task lists.
@Suite struct TaskListTests {
  @Test(
    arguments: [
      ("- [ ] voir [x]", false), ("- [x] fait", true), ("- [X] fait", true), ("1. [ ] à faire [X]", false),
      ("> - [ ] [x]", false), ("> - [x] a", true), ("- - [ ] a [x]", false), ("  * [x] a", true),
    ])
  func `a box is ticked by its own cross`(text: String, isChecked: Bool) {
    let input = Reading(text).page.first("input")
    #expect(input != nil)
    #expect(input?.attributes.keys.contains("checked") == isChecked)
  }

  @Test func `each box has its label`() {
    #expect(Reading("- [ ] un\n- [x] deux").page.all("label").map(\.text) == ["un", "deux"])
  }

  @Test func `nested boxes are their own`() {
    #expect(
      Reading("- [ ] a\n  - [x] b").outline == """
        list bullet
          item [ ]
            paragraph
              text "a"
            list bullet
              item [x]
                paragraph
                  text "b"
        """)
  }

  @Test(arguments: ["- [x]", "- \\[x] y", "- [x](a.md)", "- x [x]", "[x] y"])
  func `other items have none`(text: String) {
    #expect(Reading(text).page.first("input") == nil)
  }
}
