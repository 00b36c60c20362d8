import Diagnostics
import MarkdownTree
import TextSupport
import Testing

/// Anchors.
@Suite struct AnchorTests {
  @Test(
    arguments: [
      ("Été à la mairie", "ete-a-la-mairie"), ("L'État d'œuvre", "l-etat-d-oeuvre"),
      ("L’État d’œuvre", "l-etat-d-oeuvre"),
      ("Ex æquo", "ex-aequo"), ("Le n° 1 : où ?", "le-n-1-ou"), ("*Fort* et `code`", "fort-et-code"),
      ("Miljø", "miljo"),
      ("E\u{301}te\u{301}", "ete"), ("Straße", "strasse"), ("日本", "日本"), ("한국", "한국"), ("!!!", "section"),
      ("[Lien](x.md)", "lien"), ("1\u{A0}000 €", "1-000"),
    ])
  func `are derived from the words`(heading: String, anchor: String) {
    #expect(Reading("## \(heading)").anchors.map { Array($0.unicodeScalars) } == [Array(anchor.unicodeScalars)])
  }

  @Test func `repeated ones are numbered`() {
    #expect(Reading("## Partie\n## Partie\n## Partie").anchors == ["partie", "partie-1", "partie-2"])
  }

  @Test func `a later heading changes no earlier anchor`() {
    let before = Reading("## Partie\n## Partie").anchors
    #expect(Reading("## Partie\n## Partie\n## Partie").anchors.prefix(2) == before[...])
  }

  @Test func `a numbered one never meets a derived one`() {
    let anchors = Reading("## Partie 1\n## Partie\n## Partie").anchors
    #expect(Set(anchors).count == 3)
  }

  @Test(
    arguments: [
      ("## Titre {#mon-ancre}", "mon-ancre", "Titre"), ("## Titre {#mon_ancre}  ", "mon_ancre", "Titre"),
      ("## *Titre* {#été}", "été", "Titre"), ("## Titre {#a} ##", "a", "Titre"),
    ])
  func `may be chosen`(text: String, anchor: String, shown: String) {
    let heading = Reading(text).headings.first
    #expect(heading?.anchor == anchor)
    #expect(heading?.plainText == shown)
  }

  @Test(
    arguments: ["## Titre {#}", "## Titre {#a b}", "## {#a} Titre", "## a {b}"])
  func `are not chosen by what only looks like it`(text: String) {
    #expect(Reading(text).anchors.first != "a")
    #expect(Reading(text).headings.first?.plainText.contains("{") == true)
  }

  @Test func `a chosen one wins over a derived one that comes first`() {
    #expect(Reading("## Partie\n## Autre {#partie}").anchors == ["partie-1", "partie"])
  }

  @Test func `a chosen one that is taken is reported with the first`() {
    let marked = MarkedText("⟦## A {#x}⟧\n\n⟦## B {#x}⟧")
    let finding = Reading(marked).document.diagnostics.first
    #expect(finding?.id == .duplicateAnchor)
    #expect(finding?.location?.range == marked.ranges[1])
    #expect(finding?.related.first?.location.range == marked.ranges[0])
  }

  @Test func `those of raw HTML count`() {
    let reading = Reading("<a name=\"ici\"></a> et <span id=\"là\">x</span>\n\n## Ici")
    #expect(reading.body.fragments.anchors == ["ici", "là", "ici-1"])
  }

  @Test func `one of raw HTML that is taken is reported`() {
    let marked = MarkedText("## A {#x}\n\ntexte ⟦<span id=\"x\">⟧b</span>")
    #expect(Reading(marked).places(of: .duplicateAnchor) == [marked.onlyRange()])
  }

  @Test func `one element may say it twice`() {
    #expect(Reading("<a id=\"x\" name=\"x\"></a>").findings == [])
  }

  @Test func `slugs are safe in addresses`() {
    #expect(Slug.make("  Ça — « va » ?  ") == "ca-va")
    #expect(Slug.make("--a--b--") == "a-b")
    #expect(Slug.make("") == "")
  }
}

/// Heading levels.
@Suite struct HeadingLevelTests {
  @Test func `the first level is the title of the front matter`() {
    let marked = MarkedText("⟦# Titre⟧\n")
    #expect(Reading(marked).places(of: .headingLevel) == [marked.onlyRange()])
  }

  @Test(
    arguments: ["⟦### A⟧", "## A\n⟦#### B⟧", "## A\n### B\n## C\n⟦#### D ##⟧"])
  func `a level that is skipped is reported`(text: String) {
    let marked = MarkedText(text)
    #expect(Reading(marked).places(of: .headingLevel) == [marked.onlyRange()])
  }

  @Test func `going back up is no jump`() {
    #expect(Reading("## A\n### B\n#### C\n## D").findings == [])
  }

  @Test func `a passage follows on from what surrounds it`() {
    #expect(Reading("## A\n::: pour binome\n### B\n:::\n::: pour referent\n### C\n:::\n### D").findings == [])
  }

  @Test func `a passage does not follow on from the one before it`() {
    let marked = MarkedText("## A\n::: pour binome\n### B\n:::\n::: pour referent\n⟦#### C⟧\n:::")
    #expect(Reading(marked).places(of: .headingLevel) == [marked.onlyRange()])
  }

  @Test func `what follows a passage is right without it`() {
    let marked = MarkedText("## A\n::: pour binome\n### B\n:::\n⟦#### C⟧")
    #expect(Reading(marked).places(of: .headingLevel) == [marked.onlyRange()])
  }

  @Test func `an underlined heading is reported with its line`() {
    let marked = MarkedText("⟦Titre\nsur deux lignes\n===⟧\n\ntexte")
    #expect(Reading(marked).places(of: .headingLevel) == [marked.onlyRange()])
  }
}
