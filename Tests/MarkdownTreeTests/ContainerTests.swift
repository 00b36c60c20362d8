import Diagnostics
import MarkdownTree
import TextSupport
import Testing

@Suite("Containers")
struct ContainerTests {
  @Test func encloseTheBlocksUpToTheirFence() {
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

  @Test func nestWithALongerFenceOutside() {
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

  @Test func nestWithFencesOfOneLength() {
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
    "A fence closes right after",
    arguments: [
      ("texte", "paragraph"), ("- point", "list bullet"), ("> citation", "quotation"), ("| a |\n|---|\n| b |", "table"),
      ("## Titre", "heading 2 #titre"), ("```\nx\n```", "code \"\" \"x\\n\""), ("---", "break"),
    ])
  func closesRightAfter(content: String, kind: String) {
    let lines = Reading("::: a\n\(content)\n:::\nfin").outline.split(separator: "\n")
    #expect(lines.first == "container a")
    #expect(lines.dropFirst().first == "  \(kind)")
    #expect(lines.suffix(2) == ["paragraph", "  text \"fin\""])
  }

  @Test func opensRightAfterAParagraphOrATable() {
    #expect(Reading("texte\n::: a\nx\n:::").containers.map(\.name) == ["a"])
    #expect(Reading("| a |\n|---|\n::: a\nx\n:::").containers.map(\.name) == ["a"])
  }

  @Test func standInListItems() {
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

  @Test func standInQuotationsWithLazyLines() {
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

  @Test func closeAfterALazyLineOfAQuotationInThem() {
    let reading = Reading("::: a\n> x\ny\n:::\nz")
    #expect(reading.findings == [])
    #expect(reading.outline.hasSuffix("\nparagraph\n  text \"z\""))
  }

  @Test func areNotClosedFromWithinAQuotationInThem() {
    let marked = MarkedText("::: a\n> x\n> ⟦:::⟧\n:::\ny")
    let reading = Reading(marked)
    #expect(reading.places(of: .strayContainerEnd) == [marked.onlyRange()])
    #expect(reading.places(of: .unclosedContainer) == [])
  }

  @Test("Are never seen in code", arguments: ["```\n::: a\nx\n:::\n```", "    ::: a\n    x\n    :::", "`::: a\n:::`"])
  func neverInCode(text: String) {
    let reading = Reading(text)
    #expect(reading.containers == [])
  }

  @Test func codeInThemKeepsItsFences() {
    let reading = Reading("::: a\n```\n:::\n```\n:::\nfin")
    #expect(reading.outline == "container a\n  code \"\" \":::\\n\"\nparagraph\n  text \"fin\"")
  }

  @Test("Line ends of every kind", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) {
    let reading = Reading(["::: a", "x", ":::", "y"].joined(separator: end))
    #expect(reading.outline == "container a\n  paragraph\n    text \"x\"\nparagraph\n  text \"y\"")
  }

  @Test func theLastFenceNeedsNoLineEnd() {
    #expect(Reading("::: a\nx\n:::").findings == [])
  }

  @Test func anUnclosedOneIsReportedAtItsFirstLine() {
    let marked = MarkedText("texte\n\n⟦::: pour binome⟧\nx\n")
    let reading = Reading(marked)
    #expect(reading.findings == [.unclosedContainer])
    #expect(reading.places(of: .unclosedContainer) == [marked.onlyRange()])
  }

  @Test func anInnerOneLeftOpenIsReportedAlone() {
    let marked = MarkedText(":::: a\n⟦::: b⟧\nx\n::::\ny")
    #expect(Reading(marked).places(of: .unclosedContainer) == [marked.onlyRange()])
  }

  @Test(
    "A stray end is reported", arguments: ["⟦:::⟧", "texte\n⟦:::⟧\nsuite", "::: a\nx\n:::\n⟦::::⟧", "> x\n\n⟦:::⟧"])
  func strayEnd(text: String) {
    let marked = MarkedText(text)
    let reading = Reading(marked)
    #expect(reading.findings == [.strayContainerEnd])
    #expect(reading.places(of: .strayContainerEnd) == [marked.onlyRange()])
  }

  @Test func aStrayEndIsNoText() {
    #expect(Reading("texte\n:::\nsuite").outline == "paragraph\n  text \"texte\"\nparagraph\n  text \"suite\"")
  }

  @Test func tellTheirNameAndArgumentsWithTheirPlaces() throws {
    let marked = MarkedText("é\n\n⟦::: ⟦étape⟧ ⟦binome⟧   ⟦côté=à=b⟧⟧\n:::")
    let header = try #require(Reading(marked).containers.first)
    #expect(header.name == "étape")
    #expect(header.arguments.map(\.key) == [nil, "côté"])
    #expect(header.arguments.map(\.value) == ["binome", "à=b"])
    #expect([header.range] + header.arguments.map(\.range) == [marked.ranges[0], marked.ranges[2], marked.ranges[3]])
  }

  @Test("Are not what only looks like them", arguments: ["::", ":: a", "::: 1", "::: {.a}", "a ::: b", "\\::: a"])
  func lookalikes(text: String) {
    #expect(Reading(text).containers == [])
    #expect(Reading(text).findings == [])
  }

  @Test func holdHeadingsTablesAndLists() {
    let reading = Reading("## A\n::: a\n### B\n| x |\n|---|\n\n- l\n:::\n")
    #expect(reading.anchors == ["a", "b"])
    #expect(reading.page.first("section")?.first("table") != nil)
    #expect(reading.page.first("section")?.first("li")?.text == "l")
  }

  @Test func theirPlaceRunsToTheirEnd() {
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

  @Test func aBodyKeepsThemAsHoles() {
    guard case .container(let header, let inner)? = Reading("::: a\nx\n:::").body.fragments.first else {
      Issue.record("the body does not begin with a container")
      return
    }
    #expect(header.name == "a")
    #expect(inner.count == 1)
  }
}
