import Diagnostics
import Testing
import Toolbox

/// Findings on the text of one entry: headings, anchors, misspelt container fences.
@Suite struct BodyTests {
  private func expect(
    _ id: DiagnosticID, _ body: String, help: String? = nil, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    expectFinding(id, chapter("") + body + "\n", help: help, sourceLocation: sourceLocation)
  }

  // MARK: Headings

  @Test(arguments: ["⟦# Un⟧\n\n### Trois", "⟦# Un⟧\n\n## Deux\n\n### Trois"])
  func `a heading that is too high counts as the second level from then on`(body: String) {
    expect(.headingLevel, body, help: "écrivez « ## »")
  }

  @Test func `after it a level may still be skipped`() {
    #expect(
      Content(["guide/a.md": chapter("") + "# Un\n\n#### Quatre\n"]).load().diagnostics.map(\.id)
        == [.headingLevel, .headingLevel])
  }

  @Test(arguments: ["⟦##⟧", "⟦## {#ancre}⟧", "⟦## <!-- rien -->⟧", "⟦#⟧"]) func `a heading without text`(body: String) {
    expect(.headingLevel, body, help: "écrivez-le après les « # », ou supprimez la ligne")
  }

  @Test func `an anchor that is taken names no line in its message`() throws {
    let found = Content(["guide/a.md": chapter("") + "## A {#x}\n\n## B {#x}\n"]).load().diagnostics
    let finding = try #require(found.first)
    #expect(found.map(\.id) == [.duplicateAnchor])
    #expect(finding.message.french == "l’ancre « x » est déjà prise dans ce document")
    #expect(finding.message.english == "the anchor “x” is already taken in this document")
    #expect(finding.related.map { $0.location.range?.start.line } == [6])
  }

  @Test func `a chosen anchor has the form in which links name it`() throws {
    let toolbox = try #require(loadWithoutFinding("guide/a.md", chapter("") + "## A {#e\u{301}te\u{301}}\n"))
    let anchor = try #require(toolbox.chapters.first?.outline.fragments.headings.first?.anchor)
    #expect(Array(anchor.utf8) == Array("\u{E9}t\u{E9}".utf8))
  }

  // MARK: Blocks with a missing colon

  @Test(arguments: Directive.Name.allCases) func `two colons before the name of a block`(name: Directive.Name) {
    let body = "Avant.\n\n⟦:: \(name.rawValue) mot⟧\nTexte réservé.\n"
    expect(.unknownContainer, body, help: "écrivez « ::: \(name.rawValue) mot »")
  }

  @Test(arguments: ["Avant.\n⟦:: pour a⟧\nB", "> ⟦:: pour a⟧\n> B", "- ⟦:: pour a⟧"])
  func `wherever a line of text begins`(body: String) {
    expect(.unknownContainer, body, help: "écrivez « ::: pour a »")
  }

  @Test(arguments: [
    ":: autre chose", ": pour a", "\\:: pour a", "Avant :: pour a", "`:: pour a`", "    :: pour a", ":: pourquoi",
    "**:: pour a**",
  ])
  func `what is no such line`(body: String) {
    #expect(loadWithoutFinding("guide/a.md", chapter("") + "\n" + body + "\n") != nil)
  }
}
