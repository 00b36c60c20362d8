import SiteSupport
import Testing

/// The accessibility declaration of the default theme. Its parts, their names and their order are those of the law.
@Suite struct StatementTests {
  private static let states: [String?] = [
    nil, FixtureSite.declaration,
    FixtureSite.declaration
      + "audit: {date: 2026-01-15, auditeur: Un cabinet, taux: 80}\nnon-conformites: [Un défaut.]\n",
    FixtureSite.declaration + "audit: {date: 2026-01-15, auditeur: Un cabinet, taux: 100}\n",
  ]

  @Test(arguments: states) func `the parts of the declaration are there, in their order`(declaration: String?) throws {
    let site = FixtureSite(
      ["guide/a.md": "---\ntitre: A\nordre: 1\n---\n\nTexte.\n"], declaration: declaration,
      themes: FixtureSite.shippedThemes)
    _ = site.build()
    let main = try #require(site.page("accessibilite.html")?.first("main"))
    #expect(
      main.all { ["h1", "h2", "h3"].contains($0.name) }.map { $0.name + " " + $0.text } == [
        "h1 Déclaration d’accessibilité", "h2 État de conformité", "h3 Résultat des tests",
        "h2 Contenus non accessibles", "h3 Non conformité", "h3 Dérogations pour charge disproportionnée",
        "h3 Contenus non soumis à l’obligation d’accessibilité",
        "h2 Établissement de cette déclaration d’accessibilité",
        "h3 Technologies utilisées pour la réalisation du site", "h3 Environnement de test",
        "h3 Outils pour évaluer l’accessibilité",
        "h3 Pages du site ayant fait l’objet de la vérification de conformité", "h2 Retour d’information et contact",
        "h2 Voies de recours",
      ])
    for part in ["loi n°\u{A0}2005-102", "Libre réponse 71120, 75342 Paris CEDEX 07"] {
      #expect(main.text.contains(part), "\(part)")
    }
  }

  @Test(arguments: [("contact@a.fr", true), ("à compléter", false)])
  func `readers are sent to the publisher where one can write`(email: String, isReachable: Bool) throws {
    let site = FixtureSite(
      ["guide/a.md": "---\ntitre: A\nordre: 1\n---\n\nTexte.\n"],
      site: "titre: T\nediteur:\n  nom: Le syndicat\n  courriel: \(email)\n", themes: FixtureSite.shippedThemes)
    _ = site.build()
    let main = try #require(site.page("accessibilite.html")?.first("main"))
    #expect(main.text.contains("Un organisme s’engage à rendre ce site accessible"))
    #expect(main.text.contains("Contactez l’éditeur") == isReachable)
    let body = main.all("p").flatMap { $0.all("a") }
    #expect(body.contains { $0.attributes["href"] == "#contact" } == isReachable)
  }
}
