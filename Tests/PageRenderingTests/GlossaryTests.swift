import SiteSupport
import TextSupport
import Testing

/// The glossary.
@Suite struct GlossaryTests {
  private static let site = """
    titre: T
    abreviations: {DSI: direction, COPIL: comité de pilotage}
    glossaire: {Étape: Un moment, Levier: "Ce sur quoi agir", DSI: "Un service"}
    """

  private func terms(_ site: FixtureSite, _ page: String) throws -> [HTMLElement] {
    let list = try #require(site.page(page)?.all(part: "terms").first)
    return list.all("dt")
  }

  @Test func `terms and abbreviations stand in one alphabetical list, each with an anchor of its own`() throws {
    let site = FixtureSite(["guide/a.md": "---\ntitre: A\nordre: 1\n---\n\nLa DSI.\n"], site: Self.site)
    #expect(site.build().diagnostics == [])
    for page in ["glossaire.html", "guide/imprimer.html"] {
      let terms = try terms(site, page)
      #expect(terms.map(\.text) == ["COPIL", "DSI", "DSI", "Étape", "Levier"])
      #expect(
        terms.compactMap { $0.attributes["id"] }
          == ["sigle_copil", "sigle_dsi", "terme_dsi", "terme_etape", "terme_levier"])
    }
  }

  @Test func `terms alone make a glossary, and are not marked up in texts as abbreviations are`() throws {
    let site = FixtureSite(
      ["guide/a.md": "---\ntitre: A\nordre: 1\n---\n\nUn Levier.\n"],
      site: "titre: T\nglossaire: {Levier: Ce sur quoi agir}\n")
    #expect(site.build().diagnostics == [])
    #expect(try terms(site, "glossaire.html").map(\.text) == ["Levier"])
    #expect(site.page("guide/a.html")?.all("abbr").isEmpty == true)
  }
}
