import SiteSupport
import TextSupport
import Testing

/// The parts that the default theme adds to a text: what advice and figures say to every reader.
@Suite struct TextPartTests {
  private static let type = """
    ---
    titre: En binôme
    heures: environ 50
    de-qui: de l'organisme
    par-semaine: 3 heures
    semaines: 15
    preparation: comprise
    phase: la sécurisation
    base: 2 dispositifs
    avertissement: Une moyenne.
    ---
    """

  private static func main(_ path: String, _ text: String) throws -> HTMLElement {
    let site = FixtureSite(
      ["guide/a.md": "---\ntitre: A\nordre: 1\n---\n\n" + text, "accompagnements/binome.md": type],
      site: "titre: T\neditions: {binome: {titre: Édition binôme, choix: [binome]}}\n",
      themes: FixtureSite.shippedThemes)
    #expect(site.build().diagnostics == [])
    return try #require(site.page(path)?.first("main"))
  }

  @Test(arguments: ["guide/a.html", "binome/a.html", "binome/imprimer.html"])
  func `advice says that it is advice, on screens and in screen readers`(path: String) throws {
    let notes = try Self.main(path, "::: conseil\nÀ deux.\n:::\n").all { $0.attributes["role"] == "note" }
    #expect(notes.count == 1)
    // The words before the text are a label.
    #expect(notes.first?.text.hasSuffix(" À deux.") == true)
  }

  @Test(
    arguments: ["guide/a.html", "binome/a.html", "binome/imprimer.html", "binome/index.html"])
  func `a rough figure is said to be one, with whose it is and what it rests on`(path: String) throws {
    let text = try Self.main(path, "::: charge\n:::\n").text
    for sentence in [
      "environ 50\u{A0}h de travail de l’organisme pour la collectivité accompagnée",
      "3\u{A0}heures par semaine, en moyenne", "15 semaines de démarche, comptées avec la sécurisation",
      "Repose sur 2\u{A0}dispositifs. Une moyenne.",
    ] {
      #expect(text.contains(sentence), "\(sentence)")
    }
  }

  @Test func `what qualifies a figure stands beside it where types are chosen and compared`() throws {
    for path in ["index.html", "accompagnements/index.html"] {
      #expect(try Self.main(path, "Texte.\n").text.contains("Repose sur 2\u{A0}dispositifs. Une moyenne."), "\(path)")
    }
  }
}
