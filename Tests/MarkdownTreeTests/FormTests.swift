import Diagnostics
import MarkdownTree
import TextSupport
import Testing

@Suite("Captions")
struct CaptionTests {
  @Test(
    "A paragraph above a table is its caption",
    arguments: [
      "Table : Les heures\n\n| a |\n|---|", "Table : Les heures\n| a |\n|---|",
      "Table\u{A0}: Les heures\n\n| a |\n|---|",
      "Table&nbsp;: Les heures\n\n| a |\n|---|", "Table: Les heures\n\n| a |\n|---|",
    ])
  func caption(text: String) {
    let page = Reading(text).page
    #expect(page.first("caption")?.text == "Les heures")
    #expect(page.all("p").isEmpty)
  }

  @Test func aCaptionMayHoldMarkup() {
    #expect(Reading("Table : *Les* [heures](h.md)\n\n| a |\n|---|").page.first("caption")?.first("em")?.text == "Les")
  }

  @Test(
    "Other paragraphs stay", arguments: ["Table ronde\n\n| a |\n|---|", "Table : x\n\ny\n\n| a |\n|---|", "Table : x"])
  func noCaption(text: String) {
    #expect(Reading(text).page.first("caption") == nil)
  }
}

@Suite("Callouts")
struct CalloutTests {
  @Test("Those of forges", arguments: Callout.allCases)
  func callout(kind: Callout) {
    let reading = Reading("> [!\(kind.rawValue)]\n> texte")
    #expect(reading.outline == "callout \(kind)\n  paragraph\n    text \"texte\"")
    #expect(reading.page.all(class: "callout-\(kind.rawValue.lowercased())").count == 1)
  }

  @Test("The marker may be written", arguments: ["> [!note]\n> x", "> [!NOTE]  \n> x", "> [!NOTE]\n>\n> x"])
  func writings(text: String) {
    #expect(Reading(text).page.all(class: "callout").first?.all("p").last?.text == "x")
  }

  @Test("Other quotations stay", arguments: ["> [!NOTE] x", "> [!AUTRE]\n> x", "> x\n> [!NOTE]", "[!NOTE]"])
  func noCallout(text: String) {
    #expect(Reading(text).page.all(class: "callout").isEmpty)
  }
}

@Suite("Images")
struct ImageTests {
  @Test func withoutATextAreReportedAtTheirFile() {
    let marked = MarkedText("été ![](⟦a.png⟧) fin")
    #expect(Reading(marked).places(of: .missingAlternative) == [marked.onlyRange()])
  }

  @Test(
    "A text is needed wherever they stand",
    arguments: ["[![](a.png)](b.md)", "| ![](a.png) |\n|---|", "## T ![ ](a.png)"])
  func everywhere(text: String) {
    #expect(Reading(text).findings == [.missingAlternative])
  }

  @Test func mayTellNothingOnPurpose() {
    let reading = Reading("![](a.png){decorative} suite")
    #expect(reading.findings == [])
    #expect(reading.images.first?.isDecorative == true)
    #expect(reading.page.text == "suite")
  }

  @Test func theMarkElsewhereIsText() {
    #expect(Reading("texte {decorative}").page.text == "texte {decorative}")
  }

  @Test func theirTextHasNoMarkup() {
    #expect(Reading("![un *mot* `x`](a.png)").images.first?.alternative == "un mot x")
  }

  @Test func aloneWithATitleTheyAreFigures() {
    guard case .figure(let image)? = Reading("![a](b.png \"Légende\")").body.fragments.first else {
      Issue.record("no figure")
      return
    }
    #expect(image.title == "Légende")
  }

  @Test func amongWordsATitleMakesNoFigure() {
    #expect(Reading("x ![a](b.png \"Légende\")").page.first("figure") == nil)
  }
}

@Suite("Task lists")
struct TaskListTests {
  @Test(
    "A box is ticked by its own cross",
    arguments: [
      ("- [ ] voir [x]", false), ("- [x] fait", true), ("- [X] fait", true), ("1. [ ] à faire [X]", false),
      ("> - [ ] [x]", false), ("> - [x] a", true), ("- - [ ] a [x]", false), ("  * [x] a", true),
    ])
  func box(text: String, isChecked: Bool) {
    let input = Reading(text).page.first("input")
    #expect(input != nil)
    #expect(input?.attributes.keys.contains("checked") == isChecked)
  }

  @Test func eachBoxHasItsLabel() {
    #expect(Reading("- [ ] un\n- [x] deux").page.all("label").map(\.text) == ["un", "deux"])
  }

  @Test func nestedBoxesAreTheirOwn() {
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

  @Test("Other items have none", arguments: ["- [x]", "- \\[x] y", "- [x](a.md)", "- x [x]", "[x] y"])
  func none(text: String) {
    #expect(Reading(text).page.first("input") == nil)
  }
}
