import Diagnostics
import TextSupport
import Testing
import Toolbox

@Suite struct SiteFileTests {
  private static func site(_ lines: String) -> Site? {
    let result = Content(site: "titre: A\n" + lines).load()
    #expect(result.diagnostics.map(\.shortDescription) == [])
    return result.toolbox?.site
  }

  @Test func `groups and editions`() {
    let site = Self.site(
      """
      groupes:
        dsi:
          titre: DSI
          valeurs: {avec-dsi: Avec une DSI, sans-dsi: Sans DSI}
        taille: [petite, grande]
      editions:
        petite: {titre: Petites, choix: [petite]}
        grande: grande
      """)
    #expect(site?.groups.map(\.id) == ["dsi", "taille"])
    #expect(site?.groups.first?.values.map(\.label) == ["Avec une DSI", "Sans DSI"])
    #expect(site?.editions.map(\.id.name) == ["petite", "grande"])
    #expect(site?.editions.map { $0.choice.map(\.name) } == [["petite"], ["grande"]])
  }

  @Test func `editions as a list choose the situation of their name`() {
    #expect(
      Self.site("editions: [binome, referent]")?.editions.map { $0.choice.map(\.name) } == [["binome"], ["referent"]])
  }

  @Test func `the glossary’s terms are set as texts are`() {
    let terms = Self.site("glossaire:\n  Vague 1: L'année 2023\n  Levier: Un mot\n")?.definitions
    #expect(terms == [.init(term: "Vague\u{A0}1", text: "L’année 2023"), .init(term: "Levier", text: "Un mot")])
  }

  @Test func `a term that nothing is said of is reported`() {
    expectFinding(
      .missingKey, in: "site.yml", "titre: A\nglossaire:\n  1️⃣Levier:\n",
      help: "ajoutez une ligne « Levier: Ce qu’en dit le guide »")
  }

  @Test func `a side may say how partners are announced`() {
    let sides = Self.site(
      "vocabulaires:\n  cote:\n    a: {libelle: Du côté A, avec: accompagnée par}\n    b: Du côté B\n")?
      .vocabularies["cote"]?.terms
    #expect(
      sides == [
        .init(id: "a", label: "Du côté A", partnership: "accompagnée par"), .init(id: "b", label: "Du côté B"),
      ])
  }

  @Test func `a side without its label, and what another list does not take`() {
    expectFinding(
      .missingKey, in: "site.yml", "titre: A\nvocabulaires:\n  cote:\n    a: 1️⃣{avec: accompagnée par}\n",
      help: "ajoutez une ligne « libelle: Du côté des collectivités »")
    expectFinding(.wrongType, in: "site.yml", "titre: A\nvocabulaires:\n  nature:\n    a: 1️⃣{libelle: Avant}\n")
  }

  @Test func `typography is on unless it says no`() {
    #expect(Self.site("")?.usesTypography == true)
    #expect(Self.site("typographie: non")?.usesTypography == false)
  }

  @Test func `a repository names where a file is changed`() {
    #expect(
      Self.site("depot: https://forge.fr/edit/main/{fichier}")?.repository == "https://forge.fr/edit/main/{fichier}")
  }

  @Test(arguments: ["https://forge.fr/edit", "forge.fr/{fichier}"]) func `a repository without its pattern`(
    value: String
  ) {
    expectFinding(.wrongType, in: "site.yml", "titre: A\ndepot: ⟦\(value)⟧\n")
  }

  @Test func `dead links are told by mail or on a page`() {
    #expect(Self.site("signalement: contact@exemple.fr")?.deadLinkDesk == .mail("contact@exemple.fr"))
    #expect(Self.site("signalement: https://a.fr/?p={page}")?.deadLinkDesk == .form("https://a.fr/?p={page}"))
    #expect(Self.site("signalement: https://a.fr/contact")?.deadLinkDesk == .form("https://a.fr/contact"))
    #expect(Self.site("")?.deadLinkDesk == nil)
  }

  @Test(arguments: [
    "contact", "a@b", "a@b@c.fr", "a b@c.fr", "mailto:a@c.fr", "a@c.fr?cc=d@e.fr", "/contact", "javascript:a()",
  ])
  func `dead links are told somewhere`(value: String) {
    expectFinding(.wrongType, in: "site.yml", "titre: A\nsignalement: ⟦\(value)⟧\n")
  }

  @Test func `budgets are those of the site, else the usual ones`() {
    let site = Self.site("budgets: {poids: 40, elements: 1 200}\n")
    #expect(site?.budgets[.weight]?.value == 40 && site?.budgets[.elements]?.value == 1200)
    #expect(site?.budgets[.weight]?.location?.file == "content/site.yml")
    #expect(site?.budgets[.requests]?.value == 3 && site?.budgets[.requests]?.location == nil)
    #expect(Self.site("")?.budgets[.elements] == nil)
  }

  @Test(arguments: ["poids: ⟦léger⟧", "ecoindex: ⟦101⟧", "requetes: ⟦0⟧", "elements: ⟦-1⟧"])
  func `a budget is a whole number`(line: String) {
    expectFinding(.wrongType, in: "site.yml", "titre: A\nbudgets:\n  \(line)\n")
  }

  @Test func `an unknown budget`() {
    expectFinding(.unknownKey, in: "site.yml", "titre: A\nbudgets:\n  ⟦poid⟧: 4\n", help: "écrivez « poids »")
  }

  @Test func `an unknown key of a nested mapping is named where it stands`() {
    expectFinding(
      .unknownKey, in: "site.yml", "titre: A\nediteur:\n  nom: B\n  ⟦couriel⟧: c\n", help: "écrivez « courriel »")
  }

  @Test func `a nested mapping of the wrong type`() {
    expectFinding(
      .wrongType, in: "site.yml", "titre: A\nediteur: 1️⃣Mon organisme\n",
      help: "écrivez par exemple « editeur: {cle: valeur} »")
  }

  @Test(arguments: ["?a=1", "#haut", "/boite?a#b"]) func `an address of a site has neither query nor anchor`(
    end: String
  ) {
    let right = "https://exemple.fr" + end.prefix { $0 == "/" || $0.isLetter && end.first == "/" }
    expectFinding(
      .wrongType, in: "site.yml", "titre: A\nurl: ⟦https://exemple.fr\(end)⟧\n", help: "écrivez « url: \(right) »")
  }

  @Test(arguments: ["vocabulaire", "Vocabulaires"]) func `a misspelt list of words is one finding`(key: String) {
    let files = [
      "ressources/a.md": "---\ntitre: A\na-venir: oui\nnature: guide\ntheme: reperes\n---\n",
      "rex/a.md": "---\nauteur: A\nfonction: B\norganisme: C\ncote: collectivite\n---\n",
    ]
    let result = Content(
      files, site: "titre: A\n\(key):\n  nature: [guide]\n  theme: [reperes]\n  cote: [collectivite]\n"
    ).load()
    #expect(result.diagnostics.map(\.shortDescription) == ["unknown-key content/site.yml:2:1"])
    #expect(result.toolbox?.check() == [])
  }

  @Test func `one misspelt list hides nothing of the others`() {
    let files = ["rex/a.md": "---\nauteur: A\nfonction: B\norganisme: C\ncote: elus\n---\n"]
    let content = Content(files, site: "titre: A\nvocabulaires: {cote: [villes], them: [reperes]}\n")
    #expect(content.findings == ["unknown-value content/rex/a.md:5:7", "unknown-key content/site.yml:2:32"])
  }

  @Test(arguments: [
    "⟦groupe⟧: {dsi: [avec-dsi]}", "groupes: {dsi: {titre: A, ⟦valeur⟧: [avec-dsi]}}",
    "editions: {b: {⟦choi⟧: [a]}}", "⟦Titre⟧: B",
  ])
  func `a misspelt key of the site is one finding`(line: String) {
    let title = line.contains("Titre") ? "" : "titre: A\n"
    expectFinding(.unknownKey, in: "site.yml", title + line + "\n")
    let result = Content(["guide/a.md": chapter("pour: [zz-dsi]")], site: title + MarkedText(line).text + "\n").load()
    #expect(result.toolbox?.check().allSatisfy { $0.id == .unknownAudience && !line.contains("dsi") } == true)
  }

  @Test func `a site without a title`() {
    expectFinding(.missingKey, in: "site.yml", "1️⃣langue: fr\n", help: "ajoutez une ligne « titre: Le titre du site »")
  }

  @Test func `a site that cannot be read says so once`() {
    let result = Content(["guide/a.md": chapter("pour: [avec-dsi]")], site: "titre: \"A\n").load()
    #expect(result.diagnostics.map(\.id) == [.yamlSyntax])
    #expect(result.toolbox?.site.isReadable == false)
    #expect(result.toolbox?.check() == [])
  }

  @Test func `what is still to be filled in is counted`() {
    expectFinding(.toComplete, in: "site.yml", "titre: A\nediteur:\n  nom: ⟦à compléter⟧\n")
  }
}
