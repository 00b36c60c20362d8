import CompiledBody
import MarkdownTree
import Testing
import TextSupport

/// HTML of blocks and text.
@Suite struct WriterTests {
  @Test(
    arguments: [
      ("texte", "p"), ("> x", "blockquote"), ("- x", "ul"), ("3. x", "ol"), ("---", "hr"), ("`x`", "code"),
      ("*x*", "em"),
      ("**x**", "strong"), ("~~x~~", "del"), ("a  \nb", "br"), ("```\nx\n```", "pre"), ("| a |\n|---|", "table"),
      ("## x", "h2"),
      ("![a](b)", "img"), ("[a](b)", "a"), ("::: a\nx\n:::", "section"), ("> [!TIP]\n> x", "div"),
      ("à compléter", "mark"),
      ("x[^1]\n\n[^1]: y", "aside"), ("![a](b \"c\")", "figure"), ("- [ ] a", "input"),
    ])
  func `each form becomes its element`(text: String, name: String) {
    let parsed = HTMLElement.parse(Reading(text).html)
    #expect(parsed.root.first(name) != nil)
    #expect(parsed.faults == [])
  }

  @Test(
    arguments: [
      "&lt;b&gt; & \"x\"", "`<b> & \"x\"`", "    <b> & \"x\"", "```\n<b> & \"x\"\n```", "## &lt;b&gt; & \"x\"",
      "| &lt;b&gt; & \"x\" |\n|---|", "- &lt;b&gt; & \"x\"",
    ])
  func `whatever is written stays text`(text: String) {
    let page = Reading(text).page
    #expect(page.text == "<b> & \"x\"")
    #expect(page.first("b") == nil)
  }

  @Test func `a combining mark hides no bracket`() {
    #expect(Reading("\\<\u{301}b>").page.first("b") == nil)
  }

  @Test func `a line end is no line break`() {
    let page = Reading("a\nb").page
    #expect(page.first("br") == nil)
    #expect(page.text == "a b")
  }

  @Test(
    arguments: [
      ("```swift\nx\n```", "language-swift"), ("```swift title=a\nx\n```", "language-swift"),
      ("~~~ \"a<b\nx\n~~~", "language-\"a<b"),
    ])
  func `a code block says its language`(text: String, name: String) {
    #expect(Reading(text).page.first("code")?.attributes["class"] == name)
  }

  @Test func `code can be scrolled from the keyboard`() {
    #expect(Reading("    x").page.first("pre")?.attributes["tabindex"] == "0")
  }

  @Test func `tight items have no paragraphs`() {
    let page = Reading("- a\n- b\n  - c").page
    #expect(page.all("p").isEmpty)
    #expect(page.all("li").count == 3)
  }

  @Test func `loose items have paragraphs`() {
    #expect(Reading("- a\n\n- b").page.all("p").map(\.text) == ["a", "b"])
  }

  @Test func `a list keeps its first number`() {
    #expect(Reading("3. a").page.first("ol")?.attributes["start"] == "3")
    #expect(Reading("1. a").page.first("ol")?.attributes["start"] == nil)
  }

  @Test func `header cells say what they head`() {
    let page = Reading("| a | b |\n|---|---|\n| c | d |").page
    #expect(page.all("th").map { $0.attributes["scope"] } == ["col", "col"])
    #expect(page.all("td").allSatisfy { $0.attributes.isEmpty })
  }

  @Test func `columns are set by class and not by attribute`() {
    let page = Reading("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |").page
    #expect(page.all { $0.attributes["align"] != nil || $0.attributes["style"] != nil }.isEmpty)
    #expect(page.all("td").map { $0.attributes["class"] } == [nil, nil, "center", "number"])
    #expect(page.all("th").map { $0.attributes["class"] } == [nil, nil, "center", "number"])
  }

  @Test func `short rows are filled and long ones cut`() {
    let page = Reading("| a | b |\n|---|---|\n| c |\n| d | e | f |").page
    #expect(page.all("td").map(\.text) == ["c", "", "d", "e"])
  }

  @Test func `a table without rows has no body`() {
    #expect(Reading("| a |\n|---|").page.first("tbody") == nil)
  }

  @Test func `links and headings are holes`() {
    let fragments = Reading("## A [b](c)\n\nd").body.fragments
    guard case .heading(let heading, let inner)? = fragments.first else {
      Issue.record("no heading")
      return
    }
    #expect(heading.plainText == "A b")
    #expect(inner.contains { if case .link(let link, _) = $0 { link.target == "c" } else { false } })
  }

  @Test func `a link keeps its target and title unescaped`() {
    let link = Reading("[a](b\\_c.md \"x &amp; \\\"y\\\"\")").links.first
    #expect(link?.target == "b_c.md")
    #expect(link?.title == "x & \"y\"")
  }

  @Test func `an empty document is an empty body`() {
    #expect(Reading("").body.isEmpty)
    #expect(Reading("\n\n").body.isEmpty)
    #expect(Body(Document.empty).isEmpty)
  }

  @Test(
    arguments: [
      ("*a* **b** ~~c~~", "a b c"), ("[a](b) ![c](d)", "a c"), ("`a`\nb", "a b"), ("a[^1]\n\n[^1]: b", "a"),
      ("x<sup>2</sup>", "x2"),
      ("à compléter", "à compléter"),
    ])
  func `plain text has no markup`(text: String, plain: String) {
    guard case .paragraph(let inlines)? = Reading(text).document.blocks.first?.content else {
      Issue.record("no paragraph")
      return
    }
    #expect(inlines.plainText == plain)
  }

  @Test func `fragments are visited in reading order`() {
    let reading = Reading("## A\n::: b\n### C\n:::\n[d](e)[^1]\n\n[^1]: [f](g)")
    var order: [String] = []
    reading.body.fragments.forEachFragment { fragment in
      switch fragment {
      case .heading(let heading, _): order.append(heading.anchor)
      case .container(let header, _): order.append(header.name)
      case .link(let link, _): order.append(link.target)
      default: break
      }
    }
    #expect(order == ["a", "b", "c", "e", "g"])
  }
}
