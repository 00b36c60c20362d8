import Diagnostics
import SiteSupport
import Testing
import TextSupport

/// Parts of a guide, as readers meet them: numbers, navigation, editions, print.
@Suite struct GuidePartTests {
  private static let site = """
    titre: T
    editions: {binome: {titre: En binôme, choix: [binome]}}

    """

  private static func entry(_ title: String, _ order: Int, _ more: String = "", text: String = "") -> String {
    "---\ntitre: \(title)\nordre: \(order)\n\(more)---\n\n\(text)\n"
  }

  private static func type(_ title: String) -> String {
    "---\ntitre: \(title)\nheures: 50\npar-semaine: 3 heures\nsemaines: 15\npreparation: comprise\n---\n"
  }

  private static let files = [
    "accompagnements/binome.md": type("Le binôme"), "accompagnements/referent.md": type("Le référent"),
    "guide/debut.md": entry("Début", 1, text: "[La partie](agir/), [son texte](agir/index.md#pourquoi)."),
    "guide/seul/index.md": entry("Seul", 2, "pour: referent\n"), "guide/seul/tenir.md": entry("Tenir", 1),
    "guide/agir/index.md": entry("Agir", 3, text: "## Pourquoi"),
    "guide/agir/premier.md": entry(
      "Premier", 1, text: "[La partie](index.md), [le début](../debut.md).\n\n## Un titre"),
    "guide/agir/second.md": entry("Second", 2),
    "guide/fin.md": entry("Fin", 4),
  ]

  private static func built(_ files: [String: String] = files) -> FixtureSite {
    let site = FixtureSite(files, site: self.site)
    #expect(site.build().diagnostics.map(\.shortDescription) == [])
    return site
  }

  private static func headings(_ page: HTMLElement, _ levels: Set<String> = ["h1", "h2", "h3", "h4"]) -> [String] {
    page.first("main")?.all { levels.contains($0.name) }.map { "\($0.name) \($0.text)" } ?? []
  }

  /// The texts of the links of a page that lead to chapters, each with the number before it.
  private static func numbered(_ page: HTMLElement) -> [String] {
    page.first("main")?.all("li").compactMap { item in
      item.all("a").first.map { link in
        item.text.prefix { $0.isNumber || $0 == "." || $0 == " " } + link.text
      }
    } ?? []
  }

  @Test func `the page of the guide numbers parts and their chapters`() throws {
    let page = try #require(Self.built().page("guide/index.html"))
    let lines = Self.numbered(page).filter { $0.first?.isNumber == true }
    #expect(lines == ["1 Début", "2 Seul", "2.1 Tenir", "3 Agir", "3.1 Premier", "3.2 Second", "4 Fin"])
    let agir = try #require(page.all("li").first { $0.all("a").first?.text == "Agir" })
    #expect(agir.all("a").compactMap { $0.attributes["href"] } == ["agir.html", "premier.html", "second.html"])
  }

  @Test func `the page of a part leads to its chapters`() throws {
    let page = try #require(Self.built().page("guide/agir.html"))
    #expect(Self.headings(page).first == "h1 3 Agir")
    #expect(Self.numbered(page) == ["3.1 Premier", "3.2 Second"])
  }

  @Test func `a chapter says its number, its part, and what comes before and after`() throws {
    let page = try #require(Self.built().page("guide/premier.html"))
    #expect(Self.headings(page).first == "h1 3.1 Premier")
    let trail = page.all("nav").first { $0.all("li").last?.text == "Premier" }
    #expect(trail?.all("a").compactMap { $0.attributes["href"] } == ["../index.html", "index.html", "agir.html"])
    let neighbours = page.all("a").filter { $0.attributes["rel"] != nil }
    #expect(neighbours.map { $0.attributes["href"] } == ["agir.html", "second.html"])
    #expect(neighbours.last?.text.hasSuffix("3.2 Second") == true)
    #expect(page.first("title")?.text.hasPrefix("Premier – Agir – ") == true)
  }

  @Test func `an edition leaves out the chapters of a part for others, and counts what it shows`() throws {
    let site = Self.built()
    #expect(site.output["binome/seul.html"] == nil && site.output["binome/tenir.html"] == nil)
    let premier = try #require(site.page("binome/premier.html"))
    #expect(Self.headings(premier).first == "h1 2.1 Premier")
  }

  @Test func `chapters of two parts may have one title`() {
    var files = Self.files
    files["guide/seul/premier-pas.md"] = Self.entry("Premier", 2)
    _ = Self.built(files)
  }

  @Test(arguments: ["guide/index.html", "guide/seul.html", "guide/imprimer.html"])
  func `below a part, the readers that it names are not named again`(path: String) throws {
    let page = try #require(Self.built().page(path)?.first("main"))
    let tags = page.all(part: "for").filter { $0.text.contains("Le référent") }
    #expect(tags.count == 1)
  }

  @Test func `the complete guide says for whom the chapters of a part are`() throws {
    let page = try #require(Self.built().page("guide/tenir.html"))
    #expect(page.first("main")?.text.contains("Le référent") == true)
  }

  @Test func `on paper, chapters stand below the title of their part`() throws {
    let page = try #require(Self.built().page("binome/imprimer.html"))
    let guide = Self.headings(page).filter { $0.dropFirst(3).first?.isNumber == true || $0.hasPrefix("h4") }
    #expect(guide == ["h2 1 Début", "h2 2 Agir", "h3 2.1 Premier", "h4 Un titre", "h3 2.2 Second", "h2 3 Fin"])
  }

  @Test func `the site map lists the chapters of a part below the part`() throws {
    let page = try #require(Self.built().page("plan-du-site.html"))
    let part = page.all("li").first { $0.all("a").first?.attributes["href"] == "guide/agir.html" }
    let links = part?.all("a").compactMap { $0.attributes["href"] }
    #expect(links == ["guide/agir.html", "guide/premier.html", "guide/second.html"])
  }

  @Test func `links to a part, by its folder or its file, lead to its page`() throws {
    let page = try #require(Self.built().page("binome/debut.html"))
    let links = page.first("main")?.all("a").compactMap { $0.attributes["href"] }
    #expect(links == ["agir.html", "agir.html#pourquoi"])
    let inside = try #require(Self.built().page("binome/premier.html")?.first("main"))
    #expect(inside.all("a").compactMap { $0.attributes["href"] }.prefix(2) == ["agir.html", "debut.html"])
  }

  @Test func `a guide without parts has no numbers in its titles`() throws {
    let site = FixtureSite(["guide/fin.md": Self.entry("Fin", 4)])
    _ = site.build()
    let page = try #require(site.page("guide/fin.html"))
    #expect(Self.headings(page) == ["h1 Fin"])
  }

  @Test func `a part and a chapter with the same name are told apart`() {
    var files = Self.files
    files["guide/agir.md"] = Self.entry("Autre", 5)
    let found = FixtureSite(files, site: Self.site).check().diagnostics
    #expect(found.map(\.id) == [.duplicateEntry])
  }

  @Test(arguments: ["imprimer", "index"]) func `the folder of a part may not take the address of another page`(
    name: String
  ) {
    let files = [
      "guide/\(name)/index.md": Self.entry("Agir", 1), "guide/\(name)/a.md": Self.entry("A", 1),
    ]
    let found = FixtureSite(files, site: "titre: T\n").check().diagnostics
    #expect(found.map(\.id) == [.duplicateAddress])
    #expect(found.first?.help?.french == "renommez ce dossier")
  }
}
