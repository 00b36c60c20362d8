import Diagnostics
import Testing
import TextSupport

/// Containers.
@Suite struct ContainerTests {
  @Test func `enclose the blocks up to their fence`() {
    let reading = Reading(
      """
      avant
      ::: pour binome
      dedans

      encore
      :::
      après
      """)
    #expect(
      reading.outline == """
        paragraph
          text "avant"
        container pour
          paragraph
            text "dedans"
          paragraph
            text "encore"
        paragraph
          text "après"
        """)
    #expect(reading.findings == [])
  }

  @Test func `nest with a longer fence outside`() {
    let reading = Reading(":::: a\n::: b\nx\n:::\ny\n::::\nz")
    #expect(
      reading.outline == """
        container a
          container b
            paragraph
              text "x"
          paragraph
            text "y"
        paragraph
          text "z"
        """)
  }

  @Test func `nest with fences of one length`() {
    let reading = Reading("::: a\n::: b\nx\n:::\ny\n:::\nz")
    #expect(
      reading.outline == """
        container a
          container b
            paragraph
              text "x"
          paragraph
            text "y"
        paragraph
          text "z"
        """)
    #expect(reading.findings == [])
  }

  @Test(
    arguments: [
      ("texte", "paragraph"), ("- point", "list bullet"), ("> citation", "quotation"), ("| a |\n|---|\n| b |", "table"),
      ("## Titre", "heading 2 #titre"), ("```\nx\n```", "code \"\" \"x\\n\""), ("---", "break"),
    ])
  func `a fence closes right after`(content: String, kind: String) {
    let lines = Reading("::: a\n\(content)\n:::\nfin").outline.split(separator: "\n")
    #expect(lines.first == "container a")
    #expect(lines.dropFirst().first == "  \(kind)")
    #expect(lines.suffix(2) == ["paragraph", "  text \"fin\""])
  }

  @Test func `opens right after a paragraph or a table`() {
    #expect(Reading("texte\n::: a\nx\n:::").containers.map(\.name) == ["a"])
    #expect(Reading("| a |\n|---|\n::: a\nx\n:::").containers.map(\.name) == ["a"])
  }

  @Test func `stand in list items`() {
    let reading = Reading("- x\n  ::: a\n  y\n  :::\n  z\n- w")
    #expect(
      reading.outline == """
        list bullet
          item
            paragraph
              text "x"
            container a
              paragraph
                text "y"
            paragraph
              text "z"
          item
            paragraph
              text "w"
        """)
    #expect(reading.findings == [])
  }

  @Test func `stand in quotations with lazy lines`() {
    let reading = Reading("> ::: a\n> x\ny\n> :::\n> z")
    #expect(
      reading.outline == """
        quotation
          container a
            paragraph
              text "x"
              soft break
              text "y"
          paragraph
            text "z"
        """)
  }

  @Test func `close after a lazy line of a quotation in them`() {
    let reading = Reading("::: a\n> x\ny\n:::\nz")
    #expect(reading.findings == [])
    #expect(reading.outline.hasSuffix("\nparagraph\n  text \"z\""))
  }

  @Test func `are not closed from within a quotation in them`() {
    let marked = MarkedText("::: a\n> x\n> ⟦:::⟧\n:::\ny")
    let reading = Reading(marked)
    #expect(reading.places(of: .strayContainerEnd) == [marked.onlyRange()])
    #expect(reading.places(of: .unclosedContainer) == [])
  }

  @Test(arguments: ["```\n::: a\nx\n:::\n```", "    ::: a\n    x\n    :::", "`::: a\n:::`"])
  func `are never seen in code`(text: String) {
    let reading = Reading(text)
    #expect(reading.containers == [])
  }

  @Test func `code in them keeps its fences`() {
    let reading = Reading("::: a\n```\n:::\n```\n:::\nfin")
    #expect(reading.outline == "container a\n  code \"\" \":::\\n\"\nparagraph\n  text \"fin\"")
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `line ends of every kind`(end: String) {
    let reading = Reading(["::: a", "x", ":::", "y"].joined(separator: end))
    #expect(reading.outline == "container a\n  paragraph\n    text \"x\"\nparagraph\n  text \"y\"")
  }

  @Test func `the last fence needs no line end`() {
    #expect(Reading("::: a\nx\n:::").findings == [])
  }

  @Test func `an unclosed one is reported at its first line`() {
    let marked = MarkedText("texte\n\n⟦::: pour binome⟧\nx\n")
    let reading = Reading(marked)
    #expect(reading.findings == [.unclosedContainer])
    #expect(reading.places(of: .unclosedContainer) == [marked.onlyRange()])
  }

  @Test func `an inner one left open is reported alone`() {
    let marked = MarkedText(":::: a\n⟦::: b⟧\nx\n::::\ny")
    #expect(Reading(marked).places(of: .unclosedContainer) == [marked.onlyRange()])
  }

  @Test(
    arguments: ["⟦:::⟧", "texte\n⟦:::⟧\nsuite", "::: a\nx\n:::\n⟦::::⟧", "> x\n\n⟦:::⟧"])
  func `a stray end is reported`(text: String) {
    let marked = MarkedText(text)
    let reading = Reading(marked)
    #expect(reading.findings == [.strayContainerEnd])
    #expect(reading.places(of: .strayContainerEnd) == [marked.onlyRange()])
  }

  @Test func `a stray end is no text`() {
    #expect(Reading("texte\n:::\nsuite").outline == "paragraph\n  text \"texte\"\nparagraph\n  text \"suite\"")
  }

  @Test func `tell their name and arguments with their places`() throws {
    let marked = MarkedText("é\n\n⟦::: ⟦étape⟧ ⟦binome⟧   ⟦côté=à=b⟧⟧\n:::")
    let header = try #require(Reading(marked).containers.first)
    #expect(header.name == "étape")
    #expect(header.arguments.map(\.key) == [nil, "côté"])
    #expect(header.arguments.map(\.value) == ["binome", "à=b"])
    #expect([header.range] + header.arguments.map(\.range) == [marked.ranges[0], marked.ranges[2], marked.ranges[3]])
  }

  @Test(arguments: ["::", ":: a", "::: 1", "::: {.a}", "a ::: b", "\\::: a"])
  func `are not what only looks like them`(text: String) {
    #expect(Reading(text).containers == [])
    #expect(Reading(text).findings == [])
  }

  @Test func `hold headings tables and lists`() {
    let reading = Reading("## A\n::: a\n### B\n| x |\n|---|\n\n- l\n:::\n")
    #expect(reading.anchors == ["a", "b"])
    #expect(reading.page.first("section")?.first("table") != nil)
    #expect(reading.page.first("section")?.first("li")?.text == "l")
  }

  @Test func `their place runs to their end`() {
    #expect(
      Reading("::: a\nété\n:::\n\n::: b\nx\n:::").outlineWithPlaces == """
        container a 1:1-3:4
          paragraph 2:1-2:4
            text "été" 2:1-2:4
        container b 5:1-7:4
          paragraph 6:1-6:2
            text "x" 6:1-6:2
        """)
  }

  @Test func `a body keeps them as holes`() {
    guard case .container(let header, let inner)? = Reading("::: a\nx\n:::").body.fragments.first else {
      Issue.record("the body does not begin with a container")
      return
    }
    #expect(header.name == "a")
    #expect(inner.count == 1)
  }
}
