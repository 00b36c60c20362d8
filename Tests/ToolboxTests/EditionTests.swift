import Diagnostics
import Testing
import Toolbox

/// Groups and editions in `site.yml`.
@Suite struct EditionTests {
  private func expect(
    _ id: DiagnosticID, _ lines: String, help: String? = nil, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    expectFinding(id, in: "site.yml", "titre: A\n" + lines + "\n", help: help, sourceLocation: sourceLocation)
  }

  @Test func `the types are the first group, others follow`() throws {
    let toolbox = try #require(Fixture.toolbox([:]))
    #expect(toolbox.groups.map(\.id) == ["accompagnement", "dsi"])
    #expect(toolbox.groups.first?.values.map(\.label) == ["En binôme", "Avec un référent"])
    #expect(toolbox.editions.map(\.choice) == [["accompagnement": "binome"], ["accompagnement": "referent"]])
    #expect(toolbox.editions.compactMap { toolbox.accompaniment(of: $0)?.title } == ["En binôme", "Avec un référent"])
  }

  @Test func `an edition may settle several groups`() throws {
    let site = "titre: A\ngroupes: {dsi: [avec, sans]}\neditions: {b: {titre: B, choix: [binome, avec]}}\n"
    let edition = try #require(Fixture.toolbox([:], site: site)?.editions.first)
    #expect(edition.choice == ["accompagnement": "binome", "dsi": "avec"])
    #expect(edition.title == "B")
  }

  @Test func `an edition of an unknown situation`() {
    expect(.unknownAudience, "editions: {b: {choix: [⟦binom⟧]}}", help: "écrivez « binome »")
  }

  @Test func `an edition without a choice`() {
    expect(.invalidEdition, "editions: {1️⃣binome: {titre: B}}", help: "ajoutez « choix: [binome] » sous son nom")
  }

  @Test func `two situations of one group`() {
    expect(
      .invalidEdition, "editions: {b: {choix: [binome, ⟦referent⟧]}}",
      help: "gardez l’une des deux (groupe « Accompagnement »)")
  }

  @Test(arguments: [("Binôme", "binome"), ("deux mots", "deux-mots"), ("a/b", "a-b"), ("..", "binome")])
  func `a name that is no address`(name: String, right: String) {
    expect(.invalidEdition, "editions: {1️⃣\(name): {choix: [binome]}}", help: "écrivez « \(right) »")
  }

  @Test func `an edition that is declared twice`() {
    expect(.invalidEdition, "editions: [binome, ⟦binome⟧]", help: "gardez-en une seule")
  }

  // MARK: One finding for one mistake in site.yml

  @Test(arguments: [
    "groupe: {dsi: [avec-dsi]}", "groupes: {dsi: {titre: DSI, valeur: {avec-dsi: Avec}}}", "groupes: dsi",
  ])
  func `without groups that can be made out nothing is said of a situation`(line: String) {
    let files = [
      "guide/a.md": Fixture.chapter("::: pour avec-dsi\nx\n:::", keys: "pour: [avec-dsi]\n"),
      "accompagnements/c.md": Fixture.type("C"),
    ]
    let site = "titre: A\n\(line)\neditions: {e: {choix: [avec-dsi, c]}}\n"
    #expect(findings(files, site: site) == [])
  }

  @Test(arguments: ["vocabulaire: {nature: [guide]}", "vocabulaires: {natur: [guide]}"])
  func `without a list that can be made out nothing is said of its words`(line: String) {
    #expect(
      findings(["guide/a.md": Fixture.chapter("::: ressources nature=guide\n:::")], site: "titre: A\n\(line)\n")
        == [])
  }

  @Test func `a list that site.yml does not have is empty`() {
    #expect(
      findings(["guide/a.md": Fixture.chapter("::: ressources nature=guide\n:::")], site: "titre: A\n")
        == [.unknownValue])
  }

  @Test func `an edition with a misspelt choice is not said to choose nothing`() {
    #expect(findings([:], site: "titre: A\neditions: {b: {choi: [binome]}}\n") == [])
  }

  @Test func `a word that two groups share`() {
    expect(.invalidEdition, "groupes: {dsi: [binome, autre]}", help: "renommez l’un des deux")
  }

  @Test func `a group that would be mixed with the types`() {
    expect(.invalidEdition, "groupes: {accompagnement: [a, b]}")
  }
}
