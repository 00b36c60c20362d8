import Diagnostics
import Testing

@Suite struct AnchorTests {
  @Test(arguments: [
    "charge.md#les-chiffres", "charge.md#l-etat-d-oeuvre", "charge.md#miljø", "charge.md#milj%C3%B8", "charge.md#vieux",
    "suite/bilan.md#partie-1", "charge.md#top", "charge.md#TOP", "#top",
    "charge.md#:~:text=chiffres", "charge.md#les-chiffres:~:text=x", "#:~:text=x", "#ici", "../ressources/#grist",
    "../ressources/index.md#par-theme",
    "../accueil.md#bienvenue", "../facteurs/#elus", "../accompagnements/#binome", "guide:charge.md#les-chiffres",
    "?x=1#ici", "../facteurs/#etape_lancer", "../ressources/index.md#theme_reperes",
    "charge.md#e\u{301}te\u{301}",
  ])
  func `an anchor that is there`(target: String) {
    #expect(
      Fixture.findings(["guide/a.md": Fixture.chapter("## Ici\n\n[x](\(target))")]).map(\.message.english) == [],
      "\(target)")
  }

  @Test(arguments: [
    ("charge.md#les-chifres", "charge.md#les-chiffres"),
    ("charge.md#les-chiffres/", "charge.md#les-chiffres"),
    ("charge.md#l-%C3%A9tat-d-oeuvre", "charge.md#l-etat-d-oeuvre"),
    ("#icii", "#ici"), ("guide:charge.md#miljö", "guide:charge.md#miljø"),
    ("../ressources/#grits", "../ressources/#grist"),
  ])
  func `an anchor that is nearly there`(target: String, right: String) {
    expectFinding(.missingAnchor, Fixture.chapter("## Ici\n\n[x](⟦\(target)⟧)"), help: "écrivez « \(right) »")
  }

  @Test func `an anchor that differs by case alone says so`() {
    expectFinding(
      .missingAnchor, Fixture.chapter("## Ici\n\n[x](⟦charge.md#Les-Chiffres⟧)"),
      help: "écrivez « charge.md#les-chiffres » : les majuscules comptent")
  }

  @Test func `an anchor like no other is refused with those of the document`() {
    expectFinding(
      .missingAnchor, Fixture.chapter("[x](⟦charge.md#zzzzzz⟧)"),
      help: "ancres de ce document : l-etat-d-oeuvre, les-chiffres, miljø, vieux, été")
  }

  @Test func `an anchor of a document without headings`() {
    expectFinding(
      .missingAnchor, Fixture.chapter("[x](⟦../pages/a-propos.md#a⟧)"),
      help: "ce document n’a aucun titre : enlevez l’ancre")
  }

  @Test func `a chapter has a page of its own, not a place on that of the guide`() {
    expectFinding(.missingAnchor, Fixture.chapter("[x](⟦index.md#charge⟧)"))
  }

  @Test(arguments: ["../facteurs/#etape_finir", "../ressources/#theme_methode", "../rex/#cote_collectivite"])
  func `a group that no entry is of has no anchor`(target: String) {
    let rex = ["rex/index.md": "---\ntitre: T\n---\n", "guide/a.md": Fixture.chapter("[x](\(target))")]
    #expect(Fixture.findings(rex).map(\.id) == [.missingAnchor])
  }

  @Test func `testimonials are grouped by side`() {
    let text = "---\nauteur: A\nfonction: B\norganisme: C\ncote: collectivite\nchapitres: [a]\n---\n"
    let files = ["rex/t.md": text, "guide/a.md": Fixture.chapter("[x](../rex/#cote_collectivite)")]
    #expect(Fixture.findings(files).isEmpty)
  }

  @Test func `a missing anchor is shown decoded`() {
    let found = Fixture.findings(["guide/a.md": Fixture.chapter("[x](charge.md#%C3%BCber)")])
    #expect(found.first?.message.english == "there is no anchor “über” in that document")
  }
}
