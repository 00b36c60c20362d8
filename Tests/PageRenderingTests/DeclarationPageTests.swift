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
      let link = footer?.all(class: "conformity").first?.first("a")
      #expect(link?.text == "Accessibilité\u{A0}: " + mention, "\(path)")
      #expect(link?.attributes["href"]?.hasSuffix("accessibilite.html") == true, "\(path)")
    }
    #expect(site.page("accessibilite.html")?.first("main")?.first("strong")?.text == mention)
  }

  @Test(arguments: states)
  func `the parts of the declaration are there, in their order`(declaration: String?, mention: String) {
    let site = FixtureSite(Self.chapter, declaration: declaration)
    _ = site.build()
    let main = site.page("accessibilite.html")?.first("main")
    let headings = main?.all { ["h1", "h2", "h3"].contains($0.name) }.map { $0.name + " " + $0.text }
    #expect(
      headings == [
        "h1 Déclaration d’accessibilité", "h2 État de conformité", "h3 Résultat des tests",
        "h2 Contenus non accessibles", "h3 Non conformité", "h3 Dérogations pour charge disproportionnée",
        "h3 Contenus non soumis à l’obligation d’accessibilité",
        "h2 Établissement de cette déclaration d’accessibilité",
        "h3 Technologies utilisées pour la réalisation du site",
        "h3 Environnement de test", "h3 Outils pour évaluer l’accessibilité",
        "h3 Pages du site ayant fait l’objet de la vérification de conformité", "h2 Retour d’information et contact",
        "h2 Voies de recours",
      ])
    let text = main?.text ?? ""
    for part in ["loi n°\u{A0}2005-102", "Libre réponse 71120, 75342 Paris CEDEX 07"] { #expect(text.contains(part)) }
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
    let text = main?.text ?? ""
    for part in [
      "Le syndicat s’engage", "s’applique à\u{A0}: le guide et ses éditions.", "réalisé par Un cabinet",
      "85,7\u{A0}% des critères", "respectés\u{A0}: 60", "non respectés\u{A0}: 10", "non applicables\u{A0}: 36",
      "Un contraste.", "Une vidéo.", "Un vieux document.", "Firefox, avec NVDA", "Un contrastomètre",
      "31\u{A0}janvier 2026", "Le standard répond",
    ] { #expect(text.contains(part), "\(part)") }
    let links = main?.all("a").compactMap { $0.attributes["href"] } ?? []
    for link in ["qui.html", "index.html", "https://www.exemple.fr/schema"] { #expect(links.contains(link), "\(link)") }
  }

  @Test func `what is not 100 % is never rounded up to it`() {
    let site = FixtureSite(Self.chapter, declaration: Self.audited("\"99,97\"", "non-conformites: [Un défaut.]\n"))
    _ = site.build()
    #expect(site.page("accessibilite.html")?.first("main")?.text.contains("99,9\u{A0}% des critères") == true)
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
    let text = site.page("accessibilite.html")?.first("main")?.text ?? ""
    #expect(text.contains("Le syndicat s’engage") && text.contains("Adresse du site\u{A0}: https://www.exemple.fr"))
    #expect(text.contains("a@exemple.fr"))
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
    for part in [
      "Objectif\u{A0}: Peser peu.", "31\u{A0}janvier 2026", "Score\u{A0}: 1\u{A0}%",
      "Score précédent\u{A0}: à compléter",
      "3 critères sur 78 ont été évalués (respectés\u{A0}: 1\u{202F}; non respectés\u{A0}: 1\u{202F}; sans objet\u{A0}: 1)",
      "Mesurer encore.",
      "Poids transféré\u{A0}: 40\u{A0}ko au plus", "Requêtes\u{A0}: 3 au plus", "EcoIndex\u{A0}: 81 au moins",
    ] { #expect(page.text.contains(part), "\(part)") }
    #expect(page.all("table").isEmpty)
    let criteria = try #require(site.page("ecoconception-criteres.html")?.first("main")).all("li")
    #expect(criteria.count == 78)
    #expect(criteria.filter { $0.text.contains(": non évalué.") }.count == 75)
    #expect(
      criteria.first { $0.text.hasPrefix("4.8 ") }?.text.hasSuffix("respecté. Aucune police n’est téléchargée.") == true
    )
    let footer = site.page("guide/a.html")?.first("footer")?.all("a").compactMap { $0.attributes["href"] } ?? []
    #expect(footer.contains("../ecoconception.html"))
  }

  @Test func `without it there are none`() {
    let site = FixtureSite(Self.chapter)
    _ = site.build()
    #expect(!site.output.keys.contains { $0.contains("ecoconception") })
  }
}
