import Diagnostics
import TextSupport
import Testing
import Toolbox

/// Keys: unknown, missing, of the wrong type.
@Suite struct KeyTests {
  @Test(arguments: [("resumee", "resume"), ("mots-clés", "mots-cles"), ("Sourse", "source"), ("pourr", "pour")])
  func `an unknown key is refused with the nearest one`(key: String, right: String) {
    expectFinding(.unknownKey, chapter("⟦\(key)⟧: x"), help: "écrivez « \(right) »")
  }

  @Test func `an unknown key like no other is refused with all of them`() {
    expectFinding(
      .unknownKey, in: "pages/a.md", "---\ntitre: A\n⟦zzzzzz⟧: 1\n---\n",
      help: "clés possibles : masque, ordre, licence, source, titre, resume, menu")
  }

  @Test func `a page is for everyone, so it takes no pour`() {
    expectFinding(.unknownKey, in: "pages/a.md", "---\ntitre: A\n⟦pour⟧: binome\n---\n")
  }

  @Test func `an accompaniment type is a situation itself, so it takes no pour`() {
    expectFinding(.unknownKey, in: "accompagnements/a.md", type(more: "⟦pour⟧: binome\n"))
  }

  @Test(arguments: [
    ("guide/a.md", "⟦Titre⟧: A\nordre: 1"), ("guide/a.md", "titre: A\n⟦order⟧: 1"),
    ("ressources/a.md", "titre: A\n⟦adress⟧: https://a.fr\nediteur: B\nnature: guide\ntheme: reperes"),
    ("rex/a.md", "auteur: A\nfonction: B\n⟦organism⟧: D\ncote: collectivite"),
  ])
  func `a misspelt key is not said to be missing too`(file: String, lines: String) {
    expectFinding(.unknownKey, in: file, "---\n\(lines)\n---\n")
    #expect(Content([file: MarkedText("---\n\(lines)\n---\n").text]).load().toolbox?.check() == [])
  }

  @Test func `a key that is there under its own name too is missing no less`() {
    #expect(
      Content(["guide/a.md": "---\nTitre: A\nordre: 1\ntitre:\n---\n"]).findings == [
        "unknown-key content/guide/a.md:2:1", "missing-key content/guide/a.md:4:1",
      ])
  }

  @Test(arguments: [
    ("guide", chapter("pour: ⟦binome, referent⟧"), "pour: [binome, referent]"),
    ("guide", chapter("mots-cles: ⟦charge,heures,⟧"), "mots-cles: [charge, heures]"),
    (
      "rex", "---\nauteur: A\nfonction: B\norganisme: C\ncote: collectivite\nchapitres: ⟦a, b⟧\n---\n",
      "chapitres: [a, b]"
    ),
    ("facteurs", "---\ntitre: A\nordre: 1\nressources: ⟦a, b⟧\n---\n", "ressources: [a, b]"),
  ])
  func `words with commas between them want brackets`(folder: String, text: String, right: String) {
    expectFinding(.wrongType, in: folder + "/a.md", text, help: "écrivez « \(right) »")
  }

  @Test func `a partner’s name may have a comma`() {
    let text = "---\ntitre: A\na-venir: oui\nediteur: B\nnature: guide\ntheme: reperes\navec: A, B\n---\n"
    #expect(loadWithoutFinding("ressources/a.md", text)?.resources.first?.partners == ["A, B"])
  }

  @Test(arguments: [
    ("guide/a.md", "titre: A", "ordre: 3"), ("guide/a.md", "ordre: 1", "titre: Le titre du chapitre"),
    ("facteurs/a.md", "titre: A", "ordre: 3"), ("pages/a.md", "ordre: 1", "titre: Le titre de la page"),
    ("rex/a.md", "auteur: A\nfonction: B\ncote: collectivite", "organisme: Communauté de communes"),
    ("rex/a.md", "auteur: A\nfonction: B\norganisme: C", "cote: collectivite"),
    ("ressources/a.md", "titre: A\na-venir: oui\nediteur: B\nnature: guide", "theme: reperes"),
    ("accompagnements/a.md", "titre: A\nheures: 1\nsemaines: 1", "par-semaine: 3 heures"),
    ("accueil.md", "resume: A", "titre: Le titre de l’accueil"),
  ])
  func `a missing key is named with an example`(file: String, lines: String, example: String) {
    expectFinding(.missingKey, in: file, "---\n1️⃣\(lines)\n---\n", help: "ajoutez une ligne « \(example) »")
  }

  @Test(arguments: ["", "\"\"", "\"  \"", "''"]) func `an empty value is a missing one`(value: String) {
    expectFinding(.missingKey, "---\n1️⃣titre: \(value)\nordre: 1\n---\n")
    expectFinding(.missingKey, "---\ntitre: A\n1️⃣ordre: \(value)\n---\n")
  }

  @Test func `an empty optional key says nothing`() {
    let toolbox = loadWithoutFinding("guide/a.md", chapter("resume:\npour:\nmots-cles: \"\""))
    #expect(toolbox?.chapters.first?.summary == nil)
  }

  @Test(arguments: [
    ("mis-a-jour: ⟦demain⟧", "« mis-a-jour » attend une date (année-mois-jour) ou une année"),
    ("resume: 1️⃣[a, b]", "« resume » attend un texte"), ("resume:\n  1️⃣- a\n  - b", "« resume » attend un texte"),
    ("mots-cles:\n  1️⃣a: 1\n  b: 2", "« mots-cles » attend une liste de mots"),
    ("masque: ⟦peut-être⟧", "« masque » attend « oui » ou « non »"),
  ])
  func `a wrong type is named in plain words`(line: String, words: String) {
    expectFinding(.wrongType, chapter(line))
    #expect(Content(["guide/a.md": MarkedText(chapter(line)).text]).load().diagnostics.first?.message.french == words)
  }

  @Test(arguments: ["un", "-1", "1,5", "1 2", "+1", "1 000 001", "99999999999999999999"])
  func `an order is a whole number`(value: String) {
    expectFinding(.wrongType, "---\ntitre: A\nordre: ⟦\(value)⟧\n---\n", help: "écrivez par exemple « ordre: 3 »")
  }

  @Test(arguments: ["2025", "2025-12", "2025-12-31", "2024-02-29", "\"2025\""]) func `a date`(value: String) {
    #expect(loadWithoutFinding("guide/a.md", chapter("mis-a-jour: \(value)"))?.chapters.first?.updated != nil)
  }

  @Test(arguments: [
    "2025-13-45", "2026-02-30", "2025-02-29", "25-01-01", "2025-1-1", "2025-+1", "0000", "2025-01-01-01",
  ])
  func `what is no date`(value: String) {
    expectFinding(.wrongType, chapter("mis-a-jour: ⟦\(value)⟧"), help: "écrivez par exemple « mis-a-jour: 2026-01-31 »")
  }

  @Test func `a date as the French write it is turned round`() {
    expectFinding(.wrongType, chapter("mis-a-jour: ⟦5/11/2026⟧"), help: "écrivez « mis-a-jour: 2026-11-05 »")
  }

  @Test(arguments: [("oui", true), ("non", false), ("Oui", true), ("true", true), ("\"non\"", false)])
  func `yes and no`(word: String, isHidden: Bool) {
    #expect(loadWithoutFinding("guide/a.md", chapter("masque: \(word)"))?.chapters.isEmpty == isHidden)
  }

  @Test(arguments: [
    ("guide", chapter("licence: L\nsource: S")), ("pages", "---\ntitre: A\nlicence: L\nsource: S\n---\n"),
    ("facteurs", "---\ntitre: A\nordre: 1\nlicence: L\nsource: S\n---\n"),
    ("accompagnements", type(more: "licence: L\nsource: S\n")),
  ])
  func `every type may have a licence and a source`(folder: String, text: String) {
    let core = loadWithoutFinding("\(folder)/a.md", text)?.entries.first { $0.id.name == "a" }?.core
    #expect(core?.licence == "L")
    #expect(core?.origin == "S")
  }

  @Test(arguments: ["guide/b.md", "pages/b.md"]) func `what is hidden is read, but not there`(file: String) {
    let content = Content([file: "---\ntitre: A\nordre: 1\nmasque: oui\nzzz: 1\n---\n"])
    #expect(content.load().toolbox?.entries.map(\.id.name) == ["zz-autre"])
    #expect(content.findings == ["unknown-key content/\(file):5:1"])
  }
}
