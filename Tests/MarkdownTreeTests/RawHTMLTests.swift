import Diagnostics
import Testing
import TextSupport

/// Raw HTML.
@Suite struct RawHTMLTests {
  @Test(
    arguments: [
      "été ⟦<script>⟧alert(1)</script>", "⟦<script>⟧alert(1)</script>", "x ⟦<iframe src=\"https://a.fr\">⟧</iframe>",
      "> ⟦<style>⟧\n> p { color: red }\n> </style>", "x ⟦<abbr onclick=\"x()\">⟧y</abbr>", "⟦<img src=x onerror=y>⟧",
      "x ⟦<a href=\"javascript:x()\">⟧y</a>", "x ⟦<span style=\"a\">⟧y</span>", "- x\n\n  ⟦<object data=\"x\">⟧",
      "<details>\n  été ⟦<embed>⟧\n</details>", "x\ny `z\nz` ⟦<b>⟧", "| a | ⟦<b>⟧ |\n|---|---|", "<!-- x\n--> ⟦<form>⟧",
      "> <details>\n> été ⟦<video>⟧\n> </details>", "x ⟦<?php y ?>⟧", "⟦<!DOCTYPE html>⟧", "x ⟦<SCRIPT>⟧",
      "<details>⟦<svg/onload=x>⟧</details>",
    ])
  func `what can run or load something is taken out and reported at its place`(text: String) {
    let marked = MarkedText(text)
    let reading = Reading(marked)
    #expect(reading.places(of: .rawHTML) == [marked.onlyRange()])
    let known = [
      "a", "abbr", "blockquote", "details", "div", "img", "li", "p", "span", "table", "td", "th", "thead", "tr", "ul",
      "code",
    ]
    #expect(reading.page.all { !known.contains($0.name) }.map(\.name) == [])
    #expect(
      reading.page.all { $0.attributes.keys.contains { $0.hasPrefix("on") || $0 == "src" || $0 == "style" } }.isEmpty)
  }

  @Test func `details stay where they begin a line`() {
    let reading = Reading("<details open><summary>a</summary></details>")
    #expect(reading.findings == [])
    #expect(reading.page.first("details") != nil)
  }

  @Test(
    arguments: ["x ⟦<details>⟧y</details> z", "*x ⟦<summary>⟧*y</summary>"])
  func `details in a paragraph would end it: they are taken out and reported`(text: String) {
    let marked = MarkedText(text)
    let reading = Reading(marked)
    #expect(reading.places(of: .rawHTML) == [marked.onlyRange()])
    #expect(reading.page.first("details") == nil && reading.page.first("summary") == nil)
    #expect(HTMLElement.parse(reading.html).faults == [])
  }

  @Test func `no script leaves its text behind in a block`() {
    #expect(Reading("<script>\nalert(1)\n\nalert(2)\n</script>").page.text == "")
  }

  @Test(
    arguments: [
      ("<abbr title=\"x\">a</abbr>", "abbr"), ("<kbd>a</kbd>", "kbd"), ("<sup>a</sup>", "sup"), ("<sub>a</sub>", "sub"),
      ("a<br>b", "br"), ("a<br />b", "br"), ("<q lang=en>a</q>", "q"), ("<cite>a</cite>", "cite"),
      ("<mark>a</mark>", "mark"),
      ("<span lang=\"en\">a</span>", "span"), ("<a id=\"x\"></a>", "a"), ("<ABBR TITLE='x'>a</ABBR>", "abbr"),
    ])
  func `what is harmless stays`(text: String, name: String) {
    let reading = Reading("x " + text)
    #expect(reading.findings == [])
    #expect(reading.page.first(name) != nil)
    #expect(HTMLElement.parse(reading.html).faults == [])
  }

  @Test func `attributes are written anew`() {
    #expect(
      Reading("x <abbr title='a\"<b>&amp;' title=z>y</abbr>").page.first("abbr")?.attributes == ["title": "a\"<b>&"])
  }

  @Test(arguments: ["x <!-- <script> --> y", "x\n\n<!-- a\n\nb -->\n\ny", "x <!----> y"])
  func `comments vanish in silence`(text: String) {
    let reading = Reading(text)
    #expect(reading.findings == [])
    #expect(reading.page.text.split(separator: " ").filter { $0 != "" } == ["x", "y"] || reading.page.text == "xy")
    #expect(!reading.html.contains("!--"))
  }

  @Test func `a text that is only a comment is empty`() {
    #expect(Reading("<!-- à faire -->\n").body.isEmpty)
  }

  @Test func `a comment that never ends is reported`() {
    let marked = MarkedText("x\n\n⟦<!-- oubli⟧\n\ntout le reste\n")
    #expect(Reading(marked).places(of: .rawHTML) == [marked.onlyRange()])
  }

  @Test(
    arguments: ["x ⟦<kbd>⟧y", "⟦<details>⟧\n\nx", "- x ⟦<q>⟧\n- y</q>", "*x ⟦<q>⟧* y</q>"])
  func `what is opened must be closed`(text: String) {
    let marked = MarkedText(text)
    let reading = Reading(marked)
    #expect(reading.places(of: .rawHTML) == [marked.onlyRange()])
    #expect(HTMLElement.parse(reading.html).faults == [])
  }

  @Test(
    arguments: [
      "x</kbd> y", "<kbd>x <q>y</kbd> z</q>", "</details>\n\nx", "<details title=\"x>\n\ny", "<details\n\ny",
      "<abbr title=\"x",
      "::: a\n<details>\n:::\n</details>", "<details><div><p></details>",
    ])
  func `the page around it stays whole`(text: String) {
    #expect(HTMLElement.parse(Reading(text).html).faults == [])
  }

  @Test func `a disclosure may hold markdown`() {
    let reading = Reading("<details>\n<summary>Voir</summary>\n\n- *un*\n\n</details>\n\nfin")
    #expect(reading.findings == [])
    #expect(reading.page.first("details")?.first("em")?.text == "un")
    #expect(reading.page.first("details")?.text.contains("fin") == false)
  }

  @Test(arguments: [("1 < 2", "1 < 2"), ("a <b", "a <b"), ("<3", "<3"), ("a<", "a<")])
  func `a stray sign is text`(text: String, shown: String) {
    let reading = Reading(text)
    #expect(reading.page.text == shown)
    #expect(reading.findings == [])
  }

  @Test func `a stray sign in a block begins no tag`() {
    let reading = Reading("<details>a <<b>script></details>")
    #expect(reading.page.first("script") == nil)
  }

  @Test func `in code it is text`() {
    #expect(Reading("`<script>`").findings == [])
    #expect(Reading("`<script>`").page.first("code")?.text == "<script>")
  }
}
