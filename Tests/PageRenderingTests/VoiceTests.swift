import SiteSupport
import Testing

/// Who speaks in a testimonial.
@Suite struct VoiceTests {
  private func caption(sides: String) throws -> String? {
    let site = FixtureSite(
      [
        "rex/a.md": """
        ---
        auteur: A. Dupont
        fonction: Directrice
        organisme: Yonne
        cote: collectivite
        avec: L'ARNia
        vague: Vague 1
        chapitres: [a]
        ---

        Une citation.
        """,
        "guide/a.md": "---\ntitre: A\nordre: 1\n---\n",
      ], site: "titre: T\nvocabulaires:\n  cote:\n    collectivite: \(sides)\n")
    #expect(site.build().diagnostics == [])
    return site.page("rex/index.html")?.first("figcaption")?.text
  }

  @Test func `who accompanied whom is said as the side has it`() throws {
    #expect(
      try caption(sides: "{libelle: Les collectivités, avec: accompagnée par}")
        == "A. Dupont, Directrice, Yonne, accompagnée par L’ARNia (Vague\u{A0}1)")
  }

  @Test func `where the side says nothing of it, a partner is named as one`() throws {
    #expect(try caption(sides: "Les collectivités") == "A. Dupont, Directrice, Yonne, avec L’ARNia (Vague\u{A0}1)")
  }
}
