import Diagnostics
import Testing
import TextSupport

/// Places of targets.
@Suite struct LinkPlaceTests {
  @Test(
    arguments: [
      "[a](⟦b.md⟧)", "été 😀 [a](⟦b.md⟧)", "[a](⟦Foo_(album)⟧)", "[a](<⟦b c.md⟧>)", "[a]( ⟦b.md⟧ \"b.md\")",
      "[a](⟦x\\_y.md⟧)",
      "[b.md](⟦b.md⟧)", "`[a](b.md)` [a](⟦b.md⟧)", "x <!-- [a](b.md) --> [a](⟦b.md⟧)", "\\[a](b.md) [a](⟦b.md⟧)",
      "## T [a](⟦b.md⟧)", "| é | [a](⟦b.md⟧) |\n|---|---|", "x\n| é | [a](⟦b.md⟧) |\n|---|---|",
      "| a |\n|---|\n| `\\|` [a](⟦b.md⟧) |", "> - x\n>   y [a](⟦b.md⟧)", "> x\ny [a](⟦b.md⟧)", "- [ ] [a](⟦b.md⟧)",
      "[a\nb](⟦c.md⟧)", "[a](\n⟦c.md⟧)", "> [a](\n> ⟦c.md⟧)", "x https://d.fr y *z* [a](⟦b.md⟧)", "a\\\n[b](⟦c.md⟧)",
      "`x\ny` [a](⟦b.md⟧)", "&eacute; [a](⟦b.md⟧)", "[*a* **b** `]`](⟦c.md⟧)", "~~x~~ *[a](⟦b.md⟧)*",
      "été[^1]\n\n[^1]: é [a](⟦b.md⟧)",
      "::: a\n[a](⟦b.md⟧)\n:::", "[a](⟦b&amp;c.md⟧)",
    ])
  func `each link tells where its target is written`(text: String) {
    let marked = MarkedText(text)
    #expect(Reading(marked).links.last?.targetRange == marked.onlyRange())
  }

  @Test(
    arguments: [
      "x <⟦https://a.fr/b⟧>", "x ⟦https://a.fr/b⟧.", "é ⟦www.a.fr⟧ y", "<⟦a@b.fr⟧>", "x\n  ⟦a@b.fr⟧",
      "(⟦https://a.fr/(b)⟧)",
      "| ⟦https://a.fr⟧ |\n|---|", "*⟦https://a.fr⟧*",
    ])
  func `an address that links by itself is its own target`(text: String) {
    let marked = MarkedText(text)
    #expect(Reading(marked).links.map(\.targetRange) == [marked.onlyRange()])
  }

  @Test(
    arguments: [
      "[x][r]\n\n[r]: ⟦b.md⟧", "[R][]\n\n[r]: ⟦b.md⟧ \"titre\"", "[r]\n\n[r]: <⟦b.md⟧>",
      "[x][été\nici]\n\n[Été  ici]: ⟦b.md⟧",
      "[r]: ⟦b.md⟧\n[s]: c.md\n[r] x", "> [r]: ⟦b.md⟧\n\n[r]", "[r]\n\n[r]:\n  ⟦b.md⟧",
      "[r]\n\n```\n[r]: b.md\n```\n\n[r]: ⟦b.md⟧",
      "[r]\n\n[r]: ⟦b.md⟧\n[r]: b.md", "[*x*\ny][r]\n\n[r]: ⟦b.md⟧", "[b.md][r] `(b.md)`\n\n[r]: ⟦b.md⟧",
    ])
  func `a reference points to its definition`(text: String) {
    let marked = MarkedText(text)
    #expect(Reading(marked).links.map(\.targetRange) == [marked.onlyRange()])
  }

  @Test func `repeated targets have their own places`() {
    let marked = MarkedText("[a](⟦b.md⟧) [c](⟦b.md⟧)\n[d](⟦b.md⟧)\n\n[e](⟦b.md⟧)")
    #expect(Reading(marked).links.map(\.targetRange) == marked.ranges)
  }

  @Test func `an image in a link has its own place`() {
    let marked = MarkedText("[![x](⟦a.png⟧)](⟦a.png⟧)")
    let reading = Reading(marked)
    #expect(reading.images.map(\.targetRange) == [marked.ranges[0]])
    #expect(reading.links.map(\.targetRange) == [marked.ranges[1]])
  }

  @Test(
    arguments: ["![é](⟦a.png⟧)", "![a [b]](⟦a.png⟧ \"t\")", "![a\nb](⟦a.png⟧)", "![r]\n\n[r]: ⟦a.png⟧"])
  func `images tell it too`(text: String) {
    let marked = MarkedText(text)
    #expect(Reading(marked).images.map(\.targetRange) == [marked.onlyRange()])
  }

  @Test func `lines before the markdown count`() {
    let marked = MarkedText("---\ntitre: été\n---\n\nx [a](⟦b.md⟧)\n\n[r]\n\n[r]: ⟦c.md⟧")
    #expect(Reading(marked, fromLine: 4).links.map(\.targetRange) == marked.ranges)
  }

  @Test func `what stands before the markdown is not read`() {
    let reading = Reading("---\n[r]: faux.md\n## Non\n---\n[r]", fromLine: 5)
    #expect(reading.links.isEmpty)
    #expect(reading.headings.isEmpty)
  }

  @Test func `an empty target stands between its brackets`() {
    #expect(Reading("é [a]()").links.first?.targetRange.short == "1:7-1:7")
  }

  @Test(
    arguments: [
      ("[a](Foo_(album))", ["Foo_(album)"]), ("`[a](b)`", []), ("    [a](b)", []), ("<!-- [a](b) -->", []),
      ("[x] [!NOTE]", []),
      ("Voir https://a.fr/b.", ["https://a.fr/b"]), ("[x]() [x](#)", ["", "#"]), ("[x](<a b.md>)", ["a b.md"]),
      ("[x](a%20b.md)", ["a%20b.md"]),
    ])
  func `what is a link and what is not`(text: String, targets: [String]) {
    #expect(Reading(text).links.map(\.target) == targets)
  }
}
