import Diagnostics
import Testing
import TextSupport

/// Places of blocks and text.
@Suite struct PlaceTests {
  @Test func `columns count characters and not bytes`() {
    #expect(
      Reading("été *é* 😀 **e\u{301}** ~~à~~ `ù` x").outlineWithPlaces == """
        paragraph 1:1-1:29
          text "été " 1:1-1:5
          emphasis 1:5-1:8
            text "é" 1:6-1:7
          text " 😀 " 1:8-1:11
          strong 1:11-1:17
            text "e\u{301}" 1:13-1:15
          text " " 1:17-1:18
          strikethrough 1:18-1:23
            text "à" 1:20-1:21
          text " " 1:23-1:24
          code "ù" 1:24-1:27
          text " x" 1:27-1:29
        """)
  }

  @Test func `lines count from the start of the file`() {
    #expect(
      Reading("---\ntitre: x\n---\n## É\n\n- a", fromLine: 4).outlineWithPlaces == """
        heading 2 #e 4:1-4:5
          text "É" 4:4-4:5
        list bullet 6:1-6:4
          item
            paragraph 6:3-6:4
              text "a" 6:3-6:4
        """)
  }

  @Test func `lines of a paragraph may be indented each in their way`() {
    #expect(
      Reading("> un\n>    *deux*\ntrois *quatre*").outlineWithPlaces == """
        quotation 1:1-3:15
          paragraph 1:3-3:15
            text "un" 1:3-1:5
            soft break 1:5-1:5
            emphasis 2:6-2:12
              text "deux" 2:7-2:11
            soft break 2:12-2:12
            text "trois " 3:1-3:7
            emphasis 3:7-3:15
              text "quatre" 3:8-3:14
        """)
  }

  @Test func `a paragraph above a table keeps its place`() {
    #expect(
      Reading("un\ndeux\n| é | *b* |\n|---|---|\n| c |").outlineWithPlaces == """
        paragraph 1:1-2:5
          text "un" 1:1-1:3
          soft break 1:3-1:3
          text "deux" 2:1-2:5
        table 3:1-5:6
          row
            text "é" 3:3-3:4
            emphasis 3:7-3:10
              text "b" 3:8-3:9
          row
            text "c" 5:3-5:4
        """)
  }

  @Test(
    arguments: ["⟦## É *x* ##⟧\n\ny", "x\n\n⟦É\n---⟧\n", "> ⟦## É⟧", "⟦É\n*b*\n---⟧\ny"])
  func `headings run to the end of their line`(text: String) {
    let marked = MarkedText(text)
    #expect(Reading(marked).headings.map(\.range) == [marked.onlyRange()])
  }

  @Test(
    arguments: [
      ("***a***", "emphasis 1:1-1:8", "strong 1:2-1:7"), ("**a *b***", "strong 1:1-1:10", "emphasis 1:5-1:8"),
      ("*a __b__*", "emphasis 1:1-1:10", "strong 1:4-1:9"),
      ("snake_case *a **b***", "emphasis 1:12-1:21", "strong 1:15-1:20"),
    ])
  func `emphasis within emphasis`(text: String, outer: String, inner: String) {
    let lines = Reading(text).outlineWithPlaces.split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(lines.contains(outer[...]))
    #expect(lines.contains(inner[...]))
  }

  @Test(
    arguments: [
      "a \\* b", "&eacute;&nbsp;&#233;", "&inconnu; & x", "`` ` ``", "a\\\\b", "<https://é.fr>", "https://a.fr/é?b&c",
      "[x][y]", "*a",
      "a_b_c", "![a]", "[^x]", "1 < 2 > 1", "~a", "a`b", "[a](b", "\\[a](b)", "[a](b \"c)\\\"\")",
      "![a](b){decorative}",
      "a  \nb", "a\\\nb", "`a\nb`", "<kbd\nlang='x'>a</kbd>", "tab\tulation",
    ])
  func `whatever a text was written with, the next one is found`(text: String) {
    let marked = MarkedText(text + " *⟦fin⟧*")
    let lines = Reading(marked).outlineWithPlaces.split(separator: "\n")
    #expect(lines.last == "    text \"fin\" \(marked.onlyRange().short)")
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `lines end with`(end: String) {
    let marked = MarkedText(["é", "b *⟦c⟧*", "", "d"].joined(separator: end))
    #expect(Reading(marked).outlineWithPlaces.contains("text \"c\" \(marked.onlyRange().short)"))
  }

  @Test func `a NUL is read as a replacement and shifts nothing`() {
    let marked = MarkedText("a\0b *⟦c⟧*")
    let reading = Reading(marked)
    #expect(reading.page.text == "a\u{FFFD}b c")
    #expect(reading.outlineWithPlaces.contains("text \"c\" \(marked.onlyRange().short)"))
  }

  @Test func `a comment over several lines hides no place`() {
    let marked = MarkedText("<!-- a\nb -->\n\n⟦### É⟧")
    #expect(Reading(marked).places(of: .headingLevel) == [marked.onlyRange()])
  }
}

/// Footnotes.
@Suite struct FootnoteTests {
  @Test func `are numbered in the order of their first use`() {
    let reading = Reading("a[^z] b[^y] c[^z]\n\n[^y]: deux\n[^z]: un")
    #expect(
      reading.outline == """
        paragraph
          text "a"
          reference 1
          text " b"
          reference 2
          text " c"
          reference 1
        footnote 1
          paragraph
            text "un"
        footnote 2
          paragraph
            text "deux"
        """)
  }

  @Test func `stand at the end of the body`() {
    let fragments = Reading("a[^1]\n\n::: b\n[^1]: note *x*\n:::\n\nfin").body.fragments
    guard case .footnotes(let notes)? = fragments.last else {
      Issue.record("no footnotes at the end")
      return
    }
    #expect(notes.map(\.number) == [1])
  }

  @Test func `their links are found`() {
    #expect(Reading("a[^1]\n\n[^1]: [x](y.md)").links.map(\.target) == ["y.md"])
  }

  @Test func `references and definitions have their places`() {
    #expect(
      Reading("été[^à] x\n\n[^à]: é *b*").outlineWithPlaces == """
        paragraph 1:1-1:10
          text "été" 1:1-1:4
          reference 1 1:4-1:8
          text " x" 1:8-1:10
        footnote 1 3:1-3:12
          paragraph 3:7-3:12
            text "é " 3:7-3:9
            emphasis 3:9-3:12
              text "b" 3:10-3:11
        """)
  }
}
