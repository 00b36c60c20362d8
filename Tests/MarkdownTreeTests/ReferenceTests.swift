import CompiledBody
import Diagnostics
import MarkdownTree
import Testing
import TextSupport

/// References.
@Suite struct ReferenceTests {
  @Test(
    arguments: [
      "[a]⟦[manque]⟧", "été 😀 [a]⟦[manque]⟧", "[*a* b]⟦[manque]⟧", "![a]⟦[manque]⟧{decorative}", "## T [a]⟦[manque]⟧",
      "> x\n> [a]⟦[man\n> que]⟧", "- [ ] x [a]⟦[manque]⟧", "| [a]⟦[manque]⟧ |\n|---|", "⟦[a][]⟧",
      "`[x][y]` [a]⟦[manque]⟧", "\\[x][y] [a]⟦[manque]⟧", "::: pour x\n[a]⟦[manque]⟧\n:::",
      "[a]⟦[manque]⟧\n\n```\n[manque]: b\n```",
      "[[x](y)]⟦[manque]⟧", "*[a]⟦[manque]⟧*",
    ])
  func `a reference that nothing defines is an error at its label`(text: String) {
    let marked = MarkedText(text)
    #expect(Reading(marked).places(of: .undefinedReference) == [marked.onlyRange()])
  }

  @Test(
    arguments: [
      "[a]", "- [ ] a\n- [x] b\n- [x][r]\n\n[r]: b.md", "> [!NOTE]\n> a", "[a] [b]", "`[a][b]`", "    [a][b]",
      "```\n[a][b] [^c]\n[^d]: e\n```", "<!-- [a][b] [^c] -->", "x <!-- [a][b] --> y", "\\[a\\][b]", "[a]\\[b]",
      "\\[^a]",
      "a][b]", "[a](b.md)[c]", "<!--\n[^a]: x\n-->", "    [^a]: x", "[]", "[^]",
    ])
  func `what refers to nothing is no finding`(text: String) {
    #expect(Reading(text).findings == [])
  }

  @Test(
    arguments: [
      "[x][Été\n  ICI]\n\n[été ici]: b.md", "[ÉTÉ][]\n\n[été]: b.md", "[x][r]\n\n> [r]: b.md", "[x][r]\n\n- [r]: b.md",
      "[x][r]\n\n::: pour x\n[r]: b.md\n:::", "[x][r]\n\n1. a\n\n   [r]: b.md", "[x]\n\n[x]:\n  b.md", "[r]: b.md",
    ])
  func `a reference is matched as CommonMark does`(text: String) {
    #expect(Reading(text).findings == [])
  }

  @Test func `the nearest name is proposed`() {
    let text = "[a][refrentiel] b[^dure]\n\n[référentiel]: b.md\n\n[^durée]: c[^durée]"
    let help = Reading(text).document.diagnostics.compactMap { $0.help?.french }
    #expect(help.contains("écrivez « [référentiel] »"))
    #expect(help.contains("écrivez « [^durée] »"))
  }

  @Test func `front matter holds no references`() {
    #expect(Reading("---\na: \"[x][y] [^z]\"\n---\ntexte", fromLine: 4).findings == [])
  }

  @Test func `the specifications markdown reports none`() {
    let source = SourceText(file: "x.md", text: "[a][b] [^c]\n\n[^d]: e\n\n> [!NOTTE]")
    #expect(SpecificationHTML.render(source, extensions: Set(MarkdownExtension.allCases)).diagnostics == [])
  }
}

/// Footnotes that are lost.
@Suite struct LostFootnoteTests {
  @Test(
    arguments: ["a⟦[^b]⟧ c", "a[^1]⟦[^2]⟧\n\n[^1]: x", "> a⟦[^b]⟧", "a[^1]\n\n[^1]: x⟦[^2]⟧", "[a ⟦[^b]⟧](c.md)"])
  func `a footnote that is not there is an error`(text: String) {
    let marked = MarkedText(text)
    #expect(Reading(marked).places(of: .undefinedFootnote) == [marked.onlyRange()])
  }

  @Test(
    arguments: [
      "a\n\n⟦[^b]⟧: [c](d.md)", "a[^1]\n\n[^1]: x\n\n⟦[^b]⟧: [c](d.md)", "> a\n>\n> ⟦[^b]⟧: x", "- a\n\n  ⟦[^b]⟧: x",
      "a[^1]\n\n[^1]: x\n\n⟦[^1]⟧: y", "::: pour x\n⟦[^b]⟧: x\n:::", "- ⟦[^b]⟧: x",
    ])
  func `a footnote that nothing refers to is a warning, and its links are not read`(text: String) {
    let marked = MarkedText(text)
    let reading = Reading(marked)
    #expect(reading.places(of: .unreferencedFootnote) == [marked.onlyRange()])
    #expect(reading.findings == [.unreferencedFootnote])
    #expect(reading.document.diagnostics.map(\.severity) == [.warning])
  }

  @Test(arguments: ["a[^B]\n\n[^b]: x", "a[^1] b[^1]\n\n[^1]: x", "> a[^1]\n\n- x\n\n  [^1]: y", "a\n[^1]: x[^1]"])
  func `used`(text: String) {
    #expect(Reading(text).findings == [])
  }
}

/// Callouts that are unknown.
@Suite struct UnknownCalloutTests {
  @Test(arguments: ["> ⟦[!NOTTE]⟧\n> a", "> ⟦[!ATTENTION]⟧\n> a", "- > ⟦[!Nto]⟧"])
  func `unknown`(text: String) {
    let marked = MarkedText(text)
    let reading = Reading(marked)
    #expect(reading.places(of: .unknownCallout) == [marked.onlyRange()])
    #expect(reading.findings == [.unknownCallout])
  }

  @Test func `the nearest is proposed`() {
    #expect(Reading("> [!NOTTE]\n> a").document.diagnostics.map { $0.help?.english } == ["write “[!NOTE]”"])
  }

  @Test(arguments: ["> [!note]\n> a", "> \\[!X]\n> a", "> [!X] a", "> [!]", "> [X]", "[!X]", "> a\n> [!X]"])
  func `none`(text: String) {
    #expect(Reading(text).findings == [])
  }
}
