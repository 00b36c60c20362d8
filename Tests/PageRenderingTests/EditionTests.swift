import Foundation
import SiteSupport
import TextSupport
import Testing

/// Tailored editions.
@Suite struct EditionTests {
  private static let site = """
    titre: Boîte
    groupes:
      dsi:
        titre: DSI
        valeurs: {avec-dsi: Avec une DSI, sans-dsi: Sans DSI}
    editions:
      binome: {titre: Édition binôme, choix: [binome]}
      referent: {titre: Édition référent, choix: [referent]}
    """

  private static func type(_ title: String, hours: Int, week: String) -> String {
    """
    ---
    titre: \(title)
    heures: \(hours)
    par-semaine: \(week)
    semaines: 15
    ---

    Le rôle.
    """
  }

  private static func fixture(_ chapter: String, _ more: [String: String] = [:]) -> FixtureSite {
    var files = [
      "accompagnements/binome.md": type("En binôme", hours: 50, week: "3 heures"),
      "accompagnements/referent.md": type("Comme référent", hours: 110, week: "1 journée"),
      "guide/charge.md": "---\ntitre: Charge\nordre: 1\n---\n\n" + chapter,
    ]
    files.merge(more) { _, new in new }
    return FixtureSite(files, site: site)
  }

  private func main(_ site: FixtureSite, _ path: String) throws -> HTMLElement {
    try #require(site.page(path)?.first("main"))
  }

  /// The total of each workload on a page.
  private func hours(_ site: FixtureSite, _ path: String) throws -> [String] {
    try main(site, path).all(part: "figures").compactMap { $0.facts["hours"] }
  }

  @Test func `a passage that an edition settles stands there without a label, or not at all`() throws {
    let site = Self.fixture("::: pour binome\nÀ deux.\n:::\n\n::: pour referent\nSeul.\n:::\n")
    #expect(site.build().diagnostics == [])
    let binome = try main(site, "binome/charge.html")
    #expect(binome.text.contains("À deux."))
    #expect(!binome.text.contains("Seul."))
    #expect(binome.all(part: "audience").isEmpty)
  }

  @Test func `a passage that an edition leaves open has a label`() throws {
    let site = Self.fixture("::: pour avec-dsi\nAvec elle.\n:::\n")
    #expect(site.build().diagnostics == [])
    #expect(try main(site, "binome/charge.html").all(part: "audience-label").map(\.text) == ["Avec une DSI"])
  }

  @Test func `the general edition shows every passage, labelled`() throws {
    let site = Self.fixture("::: pour binome\nÀ deux.\n:::\n\n::: pour referent\nSeul.\n:::\n")
    _ = site.build()
    let general = try main(site, "guide/charge.html")
    #expect(general.all(part: "audience-label").map(\.text) == ["En binôme", "Comme référent"])
  }

  @Test func `advice is marked as such in every edition, on its print page too`() throws {
    let site = Self.fixture(
      "Le guide.\n\n:::: conseil\n::: pour binome\nÀ deux.\n:::\n\n::: pour referent\nSeul.\n:::\n::::\n")
    #expect(site.build().diagnostics == [])
    let shown = [
      ("binome", "À deux."), ("referent", "Seul."), ("guide", "En binôme À deux. Comme référent Seul."),
    ]
    for (page, text) in shown {
      let boxes = try main(site, "\(page)/charge.html").all(part: "advice")
      #expect(boxes.map(\.text) == ["advice " + text])
    }
    let printed = try main(site, "binome/imprimer.html").all(part: "advice").map(\.text)
    #expect(printed == ["advice À deux."])
  }

  @Test func `an anchor is the same in every edition`() throws {
    let text = "::: pour referent\n## Étapes\n:::\n\n::: pour binome\n## Étapes\n:::\n"
    let site = Self.fixture(text)
    _ = site.build()
    let general = try main(site, "guide/charge.html").all("h2").compactMap { $0.attributes["id"] }
    let binome = try main(site, "binome/charge.html").all("h2").compactMap { $0.attributes["id"] }
    #expect(general.prefix(2) == ["etapes", "etapes-1"])
    #expect(binome.first == "etapes-1")
  }

  @Test func `each edition shows its own workload, the general one both`() throws {
    let site = Self.fixture("::: charge\n:::\n")
    #expect(site.build().diagnostics == [])
    for (page, hours) in [("binome", ["50"]), ("referent", ["110"]), ("guide", ["110", "50"])] {
      #expect(try self.hours(site, "\(page)/charge.html").sorted() == hours)
    }
  }

  @Test func `a rough figure is said to be one, with whose it is and what it rests on, once`() throws {
    let figures = """
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
    let site = Self.fixture("::: charge\n:::\n", ["accompagnements/binome.md": figures])
    #expect(site.build().diagnostics == [])
    let chapter = try main(site, "binome/charge.html")
    #expect(
      chapter.all(part: "figures").map(\.facts) == [
        [
          "about": "environ", "hours": "50", "whose": "de l’organisme", "perWeek": "3\u{A0}heures", "weeks": "15",
          "included": "la sécurisation",
        ]
      ])
    #expect(
      chapter.all(part: "reserve").map(\.facts) == [["base": "2\u{A0}dispositifs", "caution": "Une moyenne."]])
  }

  @Test(
    arguments: ["Texte.\n", "::: charge\n:::\n", "::: charge binome\n:::\n"])
  func `on paper each type’s workload stands once: where the guide places it, else with the role`(chapter: String)
    throws
  {
    let site = Self.fixture(chapter)
    #expect(site.build().diagnostics == [])
    for (page, totals) in [("guide", ["50", "110"]), ("binome", ["50"])] {
      #expect(try hours(site, "\(page)/imprimer.html").sorted() == totals.sorted())
    }
  }

  @Test func `projections multiply the total and the weekly rhythm, each in its unit`() throws {
    let site = Self.fixture("::: charge\n:::\n")
    _ = site.build()
    func row(_ edition: String) throws -> [String] {
      let rows = try main(site, "\(edition)/charge.html").all(part: "projections").flatMap { $0.all("tr") }
      let four = try #require(rows.first { $0.first("th")?.text == "4" })
      return four.all("td").map(\.text)
    }
    #expect(try row("binome") == ["200", "12\u{A0}h"])
    #expect(try row("referent") == ["440", "4\u{A0}journées"])
  }

  @Test func `an entry that is for others is on no page of the edition, and is not linked from it`() throws {
    let site = Self.fixture(
      "Texte.\n", ["guide/seul.md": "---\ntitre: Rien que vous\nordre: 2\npour: [referent]\n---\n\nSeul.\n"])
    #expect(site.build().diagnostics == [])
    #expect(site.output["binome/seul.html"] == nil)
    #expect(site.output["referent/seul.html"] != nil)
    for (path, html) in site.output where path.hasPrefix("binome/") {
      #expect(!html.contains("Rien que vous"), "\(path)")
    }
  }

  @Test func `links between chapters stay in the edition; guide: leads out of it on purpose`() throws {
    let site = Self.fixture(
      "[suite](suite.md#la) et [tout](guide:suite.md)\n",
      ["guide/suite.md": "---\ntitre: Suite\nordre: 2\n---\n\n## Là {#la}\n"])
    #expect(site.build().diagnostics == [])
    let links = try main(site, "binome/charge.html").all("a").compactMap { $0.attributes["href"] }
    #expect(links.contains("suite.html#la"))
    #expect(links.contains("../guide/suite.html"))
  }

  @Test func `a link into what an edition leaves out is an error that names the edition`() {
    let site = Self.fixture(
      "[suite](suite.md)\n", ["guide/suite.md": "---\ntitre: Suite\nordre: 2\npour: [referent]\n---\n"])
    let found = site.build().diagnostics
    #expect(found.map(\.shortDescription) == ["link-left-out content/guide/charge.md:6:9"])
    #expect(found.first?.message.french.contains("Édition binôme") == true)
  }

  @Test func `the print page of an edition holds all of it, with unique ids and links turned inward`() throws {
    let site = Self.fixture(
      "## Là\n\n[suite](suite.md#la)\n",
      ["guide/suite.md": "---\ntitre: Suite\nordre: 2\n---\n\n## Là\n"])
    #expect(site.build().diagnostics == [])
    let page = try main(site, "binome/imprimer.html")
    let ids = page.all { $0.attributes["id"] != nil }.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    #expect(ids.contains("guide_charge--la") && ids.contains("guide_suite--la"))
    #expect(page.all("a").contains { $0.attributes["href"] == "#guide_suite--la" })
  }

  @Test func `what a type does not say is not filled with what the page around it says`() throws {
    let site = Self.fixture("Texte.\n", ["accueil.md": "---\ntitre: Accueil\nresume: Rien que la page\n---\n"])
    #expect(site.build().diagnostics == [])
    #expect(try main(site, "index.html").text.components(separatedBy: "Rien que la page").count == 2)
  }

  @Test func `every page of an edition says which one it is and leads to the same page of the others`() throws {
    let site = Self.fixture("Texte.\n")
    _ = site.build()
    for (path, others) in [
      ("binome/charge.html", ["../referent/charge.html", "../guide/charge.html"]),
      ("guide/charge.html", ["../binome/charge.html", "../referent/charge.html"]),
      ("binome/imprimer.html", ["../referent/imprimer.html", "../guide/imprimer.html"]),
    ] {
      let bar = try #require(site.page(path)?.all(part: "edition").first, "\(path)")
      let links = bar.all("a").compactMap { $0.attributes["href"] }
      #expect(Set(others).isSubset(of: Set(links)), "\(path): \(links)")
    }
  }

  @Test func `the introduction of the guide is in every edition, and on its print page`() throws {
    let site = Self.fixture(
      "Texte.\n",
      [
        "guide/index.md":
          "---\ntitre: Le guide\n---\n\n::: pour binome\nPour deux.\n:::\n\n::: pour referent\nPour un.\n:::\n"
      ])
    #expect(site.build().diagnostics == [])
    for path in ["binome/introduction.html", "binome/imprimer.html"] {
      let text = try main(site, path).text
      #expect(text.contains("Pour deux.") && !text.contains("Pour un."), "\(path)")
    }
    #expect(try main(site, "binome/index.html").all("a").contains { $0.attributes["href"] == "introduction.html" })
  }

  @Test func `a label says and between groups, or within one`() throws {
    let site = Self.fixture("::: pour binome avec-dsi sans-dsi\nX.\n:::\n")
    #expect(site.build().diagnostics == [])
    let labels = try main(site, "guide/charge.html").all(part: "audience-label").map(\.text)
    #expect(labels == ["En binôme, Avec une DSI ou Sans DSI"])
  }

  private static func editions(_ declaration: String) -> FixtureSite {
    FixtureSite(
      [
        "accompagnements/binome.md": type("En binôme", hours: 50, week: "3 heures"),
        "guide/charge.md": "---\ntitre: Charge\nordre: 1\n---\n",
      ], site: "titre: T\ngroupes:\n  dsi: [avec-dsi, sans-dsi]\neditions:\n" + declaration)
  }

  @Test func `several editions of one type are all reached from the home page`() throws {
    let site = Self.editions("  avec: [binome, avec-dsi]\n  sans: [binome, sans-dsi]\n")
    #expect(site.build().diagnostics == [])
    let links = try main(site, "index.html").all("a").compactMap { $0.attributes["href"] }
    #expect(Set(["avec/index.html", "sans/index.html"]).isSubset(of: Set(links)))
  }

  @Test func `an edition that settles no accompaniment type is reached from the home page`() throws {
    let site = Self.editions("  petite: [sans-dsi]\n")
    #expect(site.build().diagnostics == [])
    #expect(try main(site, "index.html").all("a").contains { $0.attributes["href"] == "petite/index.html" })
  }

  @Test(arguments: ["guide", "rex", "fichiers", "ressources-du-site"])
  func `an edition cannot take a folder of the site`(name: String) {
    let site = Self.editions("  \(name): [binome]\n")
    #expect(site.build().diagnostics.map(\.shortDescription) == ["duplicate-address content/site.yml:5:3"])
  }

  @Test func `an entry for some is labelled wherever it stands in the general edition`() throws {
    let site = FixtureSite(
      [
        "guide/a.md": "---\ntitre: A\nordre: 1\n---\n\n::: rex\n:::\n",
        "rex/r.md":
          "---\nauteur: R\nfonction: F\norganisme: O\ncote: c\nchapitres: [a]\npour: [avec-dsi]\n---\n\nOui.\n",
      ], site: "titre: T\nvocabulaires:\n  cote: [c]\ngroupes:\n  dsi:\n    valeurs: {avec-dsi: Avec une DSI}\n")
    #expect(site.build().diagnostics == [])
    #expect(try main(site, "rex/index.html").text.contains("Avec une DSI"))
    #expect(try main(site, "guide/a.html").text.contains("Avec une DSI"))
  }
}
