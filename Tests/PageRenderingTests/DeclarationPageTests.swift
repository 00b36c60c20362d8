import Diagnostics
import SiteSupport
import Testing
import TextSupport

@testable import Toolbox

/// The pages of the publisher's declarations, as they are published.
@Suite struct DeclarationPageTests {
  private static let chapter = ["guide/a.md": "---\ntitre: A\nordre: 1\n---\n\nTexte.\n"]

  private static func audited(_ rate: String, _ more: String = "") -> String {
    FixtureSite.declaration + "audit: {date: 2026-01-15, auditeur: Un cabinet, taux: \(rate)}\n" + more
  }

  private static let states: [(declaration: String?, mention: String)] = [
    (nil, "non conforme"), (FixtureSite.declaration, "non conforme"),
    (audited("80", "non-conformites: [Un défaut.]\n"), "partiellement conforme"),
    (audited("100"), "totalement conforme"),
  ]

  @Test(arguments: states)
  func `every page bears the mention, which leads to the declaration`(declaration: String?, mention: String) {
    let site = FixtureSite(Self.chapter, declaration: declaration)
    let report = site.build()
    #expect(report.written != nil)
    let pages = site.output.filter { $0.key.hasSuffix(".html") }
    #expect(pages.count == 7)
    for (path, html) in pages {
      let footer = HTMLElement.parse(html).root.first("footer")
      let link = footer?.all(part: "conformity").first?.first("a")
      #expect(link?.text == "Accessibilité\u{A0}: " + mention, "\(path)")
      #expect(link?.attributes["href"]?.hasSuffix("accessibilite.html") == true, "\(path)")
    }
    #expect(site.page("accessibilite.html")?.first("main")?.first("strong")?.text == mention)
  }

  @Test func `what is declared stands in its part`() {
    let declaration = """
      organisme: "Le [syndicat](../pages/qui.md)"
      adresse: https://www.exemple.fr
      perimetre: le guide et ses éditions
      schema-pluriannuel: "[Le schéma](https://www.exemple.fr/schema)"
      plan-d-action: Il est publié.
      date: 2026-01-31
      audit:
        date: 2026-01-15
        auditeur: Un cabinet
        criteres: {conformes: 60, non-conformes: 10, non-applicables: 36}
      non-conformites: [Un contraste.]
      derogations: [Une vidéo.]
      contenus-exemptes: [Un vieux document.]
      technologies: [HTML]
      environnement:
        - {navigateur: Firefox, technologie-d-assistance: NVDA}
      outils: [Un contrastomètre]
      pages: ["[L'accueil](../accueil.md)"]
      contact: Le standard répond à toute heure.

      """
    let files = Self.chapter.merging([
      "pages/qui.md": "---\ntitre: Qui\n---\n", "accueil.md": "---\ntitre: Bienvenue\n---\n",
    ]) { $1 }
    let site = FixtureSite(files, declaration: declaration)
    #expect(site.findings() == [])
    _ = site.build()
    let main = site.page("accessibilite.html")?.first("main")
    for (name, value) in [
      ("conformity", "partiellement conforme (partial)"), ("organisation", "Le syndicat"),
      ("scope", "le guide et ses éditions"), ("date", "31\u{A0}janvier 2026"), ("auditDate", "15\u{A0}janvier 2026"),
      ("auditor", "Un cabinet"), ("rate", "85,7"), ("met", "60"), ("unmet", "10"), ("notApplicable", "36"),
    ] { #expect(main?.facts[name] == value, "\(name)") }
    let items = main?.all("li").map(\.text) ?? []
    for item in [
      "Un contraste.", "Une vidéo.", "Un vieux document.", "HTML", "Firefox, NVDA", "Un contrastomètre", "L’accueil",
    ] { #expect(items.contains(item), "\(item)") }
    #expect(main?.text.contains("Le standard répond") == true)
    let links = main?.all("a").compactMap { $0.attributes["href"] } ?? []
    for link in ["qui.html", "index.html", "https://www.exemple.fr/schema"] { #expect(links.contains(link), "\(link)") }
  }

  @Test func `what is not 100 % is never rounded up to it`() {
    let site = FixtureSite(Self.chapter, declaration: Self.audited("\"99,97\"", "non-conformites: [Un défaut.]\n"))
    _ = site.build()
    #expect(site.page("accessibilite.html")?.first("main")?.facts["rate"] == "99,9")
  }

  @Test func `a declaration that is not written is asked for, and shown as to be filled in`() {
    let site = FixtureSite(Self.chapter, declaration: nil)
    #expect(site.findings() == ["missing-declaration content/declarations/accessibilite.yml"])
    _ = site.build()
    let marks = site.page("accessibilite.html")?.first("main")?.all("mark") ?? []
    #expect(marks.filter { $0.text == "à compléter" }.count == 4)
  }

  @Test func `the publisher stands in for what the declaration leaves out`() {
    let least = "date: à compléter\nschema-pluriannuel: O\nplan-d-action: O\n"
    let configuration = "titre: T\nurl: https://www.exemple.fr\nediteur: {nom: Le syndicat, courriel: a@exemple.fr}\n"
    let site = FixtureSite(Self.chapter, site: configuration, declaration: least)
    _ = site.build()
    let facts = site.page("accessibilite.html")?.first("main")?.facts
    #expect(facts?["organisation"] == "Le syndicat" && facts?["address"] == "https://www.exemple.fr")
    #expect(facts?["email"] == "a@exemple.fr")
  }

  @Test func `a page in the place of a declaration is an error that names both`() throws {
    let files = Self.chapter.merging(["pages/accessibilite.md": "---\ntitre: D\n---\n"]) { $1 }
    let found = FixtureSite(files).check().diagnostics
    #expect(found.map(\.shortDescription) == ["duplicate-address content/pages/accessibilite.md"])
    let message = try #require(found.first).message.french
    #expect(message.contains("content/declarations/accessibilite.yml"))
  }

  @Test func `a link in a declaration is checked as everywhere`() {
    let text = FixtureSite.declaration + "outils:\n  - \"Voir [ici](../guide/b.md)\"\n"
    let found = FixtureSite(Self.chapter, declaration: text).check().diagnostics
    #expect(found.map(\.shortDescription) == ["broken-link content/declarations/accessibilite.yml:7:17"])
  }

  @Test func `texts lead to a declaration by its file`() {
    let link = "[la déclaration](../declarations/accessibilite.yml#voies-de-recours)"
    let site = FixtureSite(["guide/a.md": "---\ntitre: A\nordre: 1\n---\n\n\(link)\n"])
    #expect(site.findings() == [])
    _ = site.build()
    let links = site.page("guide/a.html")?.first("main")?.all("a").compactMap { $0.attributes["href"] }
    #expect(links == ["../accessibilite.html#voies-de-recours"])
  }

  @Test func `eco-design has its pages once it is declared`() throws {
    let text = """
      objectif: Peser peu.
      date: 2026-01-31
      engagements: ["**Aucune police.** Aucune."]
      plan-d-action: [Mesurer encore.]
      criteres:
        respectes: {4.8: Aucune police n'est téléchargée.}
        non-respectes: {1.3: Personne n'est nommé.}
        sans-objet: {5.3: Aucune vidéo.}

      """
    let files = Self.chapter.merging(["declarations/ecoconception.yml": text]) { $1 }
    let site = FixtureSite(
      files, site: "titre: T\nbudgets: {poids: 40}\nediteur: {ecoconception-referent: Une personne}\n")
    #expect(site.findings() == [])
    _ = site.build()
    let page = try #require(site.page("ecoconception.html")?.first("main"))
    for (name, value) in [
      ("objective", "Peser peu."), ("date", "31\u{A0}janvier 2026"), ("contact", "Une personne"),
      ("score", "1\u{A0}%"), ("previousScore", "à compléter"), ("all", "78"), ("evaluated", "3"), ("met", "1"),
      ("unmet", "1"), ("notApplicable", "1"), ("weight", "40"), ("requests", "3"), ("ecoIndex", "81"),
    ] { #expect(page.facts[name] == value, "\(name)") }
    for item in ["Aucune police. Aucune.", "Mesurer encore."] {
      #expect(page.all("li").contains { $0.text == item }, "\(item)")
    }
    #expect(page.all("table").isEmpty)
    let criteria = try #require(site.page("ecoconception-criteres.html")?.first("main")).all("li")
    #expect(criteria.count == 78)
    #expect(criteria.filter { $0.attributes["data-verdict"] == "unevaluated" }.count == 75)
    let met = criteria.filter { $0.attributes["data-verdict"] == "met" }.map(\.text)
    #expect(met.count == 1 && met.first?.hasPrefix("4.8 ") == true)
    #expect(met.first?.hasSuffix(": Aucune police n’est téléchargée.") == true)
    let footer = site.page("guide/a.html")?.first("footer")?.all("a").compactMap { $0.attributes["href"] } ?? []
    #expect(footer.contains("../ecoconception.html"))
  }

  @Test func `without it there are none`() {
    let site = FixtureSite(Self.chapter)
    _ = site.build()
    #expect(!site.output.keys.contains { $0.contains("ecoconception") })
  }
}
