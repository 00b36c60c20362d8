import SiteSupport
import Testing

/// Readers can tell the publisher what is wrong.
@Suite struct ReaderHelpTests {
  private func help(_ keys: String, on page: String) throws -> [String] {
    let site = FixtureSite(["guide/a.md": "---\ntitre: A\nordre: 1\n---\nTexte.\n"], site: "titre: T\n" + keys)
    #expect(site.build().diagnostics == [])
    return try #require(site.page(page)).all(part: "help").flatMap { $0.all("a") }.compactMap { $0.attributes["href"] }
  }

  @Test func `nothing is offered where the site says nothing`() throws {
    #expect(try help("", on: "guide/a.html") == [])
  }

  @Test func `a change is proposed where the text is, in the repository`() throws {
    #expect(
      try help("depot: https://f.fr/edit/{fichier}\n", on: "guide/a.html") == ["https://f.fr/edit/content/guide/a.md"])
  }

  private static let everywhere: [(page: String, file: String)] = [
    ("index.html", "accueil.md"), ("binome/index.html", "accompagnements/binome.md"),
    ("guide/index.html", "guide/index.md"), ("ressources/index.html", "ressources/index.md"),
    ("facteurs/index.html", "facteurs/index.md"), ("rex/index.html", "rex/index.md"),
    ("accompagnements/index.html", "accompagnements/index.md"),
  ]

  @Test(arguments: everywhere)
  func `a change is proposed on every page that a file begins`(page: String, file: String) throws {
    var files = ["accueil.md": "---\ntitre: Accueil\n---\n", "guide/a.md": "---\ntitre: A\nordre: 1\n---\nTexte.\n"]
    for folder in ["guide", "ressources", "facteurs", "rex", "accompagnements"] {
      files[folder + "/index.md"] = "---\ntitre: \(folder)\n---\n"
    }
    files["accompagnements/binome.md"] =
      "---\ntitre: En binôme\nheures: 50\npar-semaine: 3 heures\nsemaines: 15\n---\n"
    let site = FixtureSite(
      files, site: "titre: T\neditions: {binome: {titre: B, choix: [binome]}}\ndepot: https://f.fr/edit/{fichier}\n")
    _ = site.build()
    let links = try #require(site.page(page)).all(part: "help").flatMap { $0.all("a") }
    #expect(links.compactMap { $0.attributes["href"] } == ["https://f.fr/edit/content/" + file])
  }

  @Test func `a section that no file begins has none`() throws {
    let files = [
      "guide/a.md": "---\ntitre: A\nordre: 1\n---\nTexte.\n", "facteurs/a.md": "---\ntitre: A\nordre: 1\n---\nTexte.\n",
    ]
    let site = FixtureSite(files, site: "titre: T\ndepot: https://f.fr/edit/{fichier}\n")
    _ = site.build()
    #expect(try #require(site.page("facteurs/index.html")).all(part: "help").isEmpty)
  }

  @Test func `a dead link is told by a mail that names the page`() throws {
    #expect(
      try help("signalement: contact@a.fr\n", on: "guide/a.html")
        == ["mailto:contact@a.fr?subject=Lien%20mort%C2%A0%3A%20guide%2Fa.html"])
  }

  @Test func `a dead link is told on a page that is given the page’s path`() throws {
    #expect(try help("signalement: https://a.fr/?p={page}\n", on: "index.html") == ["https://a.fr/?p=index.html"])
  }

  @Test func `a page that is not there has no links to tell of`() throws {
    #expect(try help("signalement: contact@a.fr\n", on: "404.html") == [])
  }
}
