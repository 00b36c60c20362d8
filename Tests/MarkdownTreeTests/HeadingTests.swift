import Diagnostics
import MarkdownTree
import TextSupport
import Testing

@Suite("Anchors")
struct AnchorTests {
  @Test(
    "Are derived from the words",
    arguments: [
      ("Été à la mairie", "ete-a-la-mairie"), ("L'État d'œuvre", "l-etat-d-oeuvre"),
      ("L’État d’œuvre", "l-etat-d-oeuvre"),
      ("Ex æquo", "ex-aequo"), ("Le n° 1 : où ?", "le-n-1-ou"), ("*Fort* et `code`", "fort-et-code"),
      ("Miljø", "miljo"),
      ("E\u{301}te\u{301}", "ete"), ("Straße", "strasse"), ("日本", "日本"), ("한국", "한국"), ("!!!", "section"),
      ("[Lien](x.md)", "lien"), ("1\u{A0}000 €", "1-000"),
    ])
  func derived(heading: String, anchor: String) {
    #expect(Reading("## \(heading)").anchors.map { Array($0.unicodeScalars) } == [Array(anchor.unicodeScalars)])
  }

  @Test func repeatedOnesAreNumbered() {
    #expect(Reading("## Partie\n## Partie\n## Partie").anchors == ["partie", "partie-1", "partie-2"])
  }

  @Test func aLaterHeadingChangesNoEarlierAnchor() {
    let before = Reading("## Partie\n## Partie").anchors
    #expect(Reading("## Partie\n## Partie\n## Partie").anchors.prefix(2) == before[...])
  }

  @Test func aNumberedOneNeverMeetsADerivedOne() {
    let anchors = Reading("## Partie 1\n## Partie\n## Partie").anchors
    #expect(Set(anchors).count == 3)
  }

  @Test(
    "May be chosen",
    arguments: [
      ("## Titre {#mon-ancre}", "mon-ancre", "Titre"), ("## Titre {#mon_ancre}  ", "mon_ancre", "Titre"),
      ("## *Titre* {#été}", "été", "Titre"), ("## Titre {#a} ##", "a", "Titre"),
    ])
  func chosen(text: String, anchor: String, shown: String) {
    let heading = Reading(text).headings.first
    #expect(heading?.anchor == anchor)
    #expect(heading?.plainText == shown)
  }

  @Test(
    "Are not chosen by what only looks like it",
    arguments: ["## Titre {#}", "## Titre {#a b}", "## {#a} Titre", "## a {b}"])
  func notChosen(text: String) {
    #expect(Reading(text).anchors.first != "a")
    #expect(Reading(text).headings.first?.plainText.contains("{") == true)
  }

  @Test func aChosenOneWinsOverADerivedOneThatComesFirst() {
    #expect(Reading("## Partie\n## Autre {#partie}").anchors == ["partie-1", "partie"])
  }

  @Test func aChosenOneThatIsTakenIsReportedWithTheFirst() {
    let marked = MarkedText("⟦## A {#x}⟧\n\n⟦## B {#x}⟧")
    let finding = Reading(marked).document.diagnostics.first
    #expect(finding?.id == .duplicateAnchor)
    #expect(finding?.location?.range == marked.ranges[1])
    #expect(finding?.related.first?.location.range == marked.ranges[0])
  }

  @Test func thoseOfRawHTMLCount() {
    let reading = Reading("<a name=\"ici\"></a> et <span id=\"là\">x</span>\n\n## Ici")
    #expect(reading.body.fragments.anchors == ["ici", "là", "ici-1"])
  }

  @Test func oneOfRawHTMLThatIsTakenIsReported() {
    let marked = MarkedText("## A {#x}\n\ntexte ⟦<span id=\"x\">⟧b</span>")
    #expect(Reading(marked).places(of: .duplicateAnchor) == [marked.onlyRange()])
  }

  @Test func oneElementMaySayItTwice() {
    #expect(Reading("<a id=\"x\" name=\"x\"></a>").findings == [])
  }

  @Test func slugsAreSafeInAddresses() {
    #expect(Slug.make("  Ça — « va » ?  ") == "ca-va")
    #expect(Slug.make("--a--b--") == "a-b")
    #expect(Slug.make("") == "")
  }
}

@Suite("Heading levels")
struct HeadingLevelTests {
  @Test func theFirstLevelIsTheTitleOfTheFrontMatter() {
    let marked = MarkedText("⟦# Titre⟧\n")
    #expect(Reading(marked).places(of: .headingLevel) == [marked.onlyRange()])
  }

  @Test(
    "A level that is skipped is reported", arguments: ["⟦### A⟧", "## A\n⟦#### B⟧", "## A\n### B\n## C\n⟦#### D ##⟧"])
  func jump(text: String) {
    let marked = MarkedText(text)
    #expect(Reading(marked).places(of: .headingLevel) == [marked.onlyRange()])
  }

  @Test func goingBackUpIsNoJump() {
    #expect(Reading("## A\n### B\n#### C\n## D").findings == [])
  }

  @Test func aPassageFollowsOnFromWhatSurroundsIt() {
    #expect(Reading("## A\n::: pour binome\n### B\n:::\n::: pour referent\n### C\n:::\n### D").findings == [])
  }

  @Test func aPassageDoesNotFollowOnFromTheOneBeforeIt() {
    let marked = MarkedText("## A\n::: pour binome\n### B\n:::\n::: pour referent\n⟦#### C⟧\n:::")
    #expect(Reading(marked).places(of: .headingLevel) == [marked.onlyRange()])
  }

  @Test func whatFollowsAPassageIsRightWithoutIt() {
    let marked = MarkedText("## A\n::: pour binome\n### B\n:::\n⟦#### C⟧")
    #expect(Reading(marked).places(of: .headingLevel) == [marked.onlyRange()])
  }

  @Test func anUnderlinedHeadingIsReportedWithItsLine() {
    let marked = MarkedText("⟦Titre\nsur deux lignes\n===⟧\n\ntexte")
    #expect(Reading(marked).places(of: .headingLevel) == [marked.onlyRange()])
  }
}
