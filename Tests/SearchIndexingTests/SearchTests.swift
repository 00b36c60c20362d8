import Diagnostics
import DiskSupport
import Foundation
import LinkValidation
import SiteSupport
import Testing

@testable import SearchIndexing
@testable import SitePlanning
@testable import SiteVerification

/// What search looks in.
@Suite struct SearchTests {
  private static let general = "ressources-du-site/index-recherche.js"

  /// A page of an index: its path, its title and its sections.
  private struct Found: Equatable {
    let path: String
    let title: String
    let sections: [PageSections.Section]

    init?(_ value: Any) {
      guard let parts = value as? [Any], parts.count == 3, let path = parts[0] as? String,
        let title = parts[1] as? String, let texts = parts[2] as? [String], texts.count.isMultiple(of: 3)
      else { return nil }
      self.path = path
      self.title = title
      sections = stride(from: 0, to: texts.count, by: 3).map {
        PageSections.Section(anchor: texts[$0], heading: texts[$0 + 1], text: texts[$0 + 2])
      }
    }
  }

  private func index(_ site: FixtureSite, _ path: String = general) throws -> [Found] {
    let script = try #require(site.output[path])
    let start = "var trousseIndex="
    #expect(script.hasPrefix(start))
    let list = try JSONSerialization.jsonObject(with: Data(script.dropFirst(start.count).utf8)) as? [Any]
    return try #require(list).map { try #require(Found($0)) }
  }

  private func sections(_ body: String) -> [PageSections.Section] {
    PageSections(Array("<nav>menu</nav><main>\(body)</main><footer>pied</footer>".utf8)).sections
  }

  // MARK: Whole sites

  @Test func `a chapter is cut at its headings, with their anchors`() throws {
    let text =
      "---\ntitre: Commencer\nordre: 1\n---\n\nD’abord.\n\n## L’*équipement*\n\nAprès & enfin.\n\n### Détail\n\nX.\n"
    let site = FixtureSite(["guide/commencer.md": text])
    #expect(site.build().diagnostics == [])
    let page = try #require(try index(site).first { $0.path == "guide/commencer.html" })
    #expect(page.title == "Commencer")
    #expect(
      page.sections == [
        .init(anchor: "", heading: "", text: "D’abord."),
        .init(anchor: "l-equipement", heading: "L’équipement", text: "Après & enfin."),
        .init(anchor: "detail", heading: "Détail", text: "X."),
      ])
  }

  @Test func `advice is marked at both ends, in every section that it reaches, and its label is not looked for`() {
    let body = """
      <h1>T</h1><p>Le guide.</p><div class="advice" data-advice><p data-unsearched>Notre conseil</p><p>Un avis.</p>\
      <h2 id="b">B</h2><p>Un autre.</p></div><p>Suite.</p>
      """
    #expect(
      sections(body) == [
        .init(anchor: "", heading: "", text: "Le guide.\u{1} Un avis.\u{1}"),
        .init(anchor: "b", heading: "B", text: "\u{1} Un autre.\u{1} Suite."),
      ])
  }

  @Test func `the mark of advice reaches the index, and no text can forge it`() throws {
    let site = FixtureSite([
      "guide/a.md": "---\ntitre: A\nordre: 1\n---\n\nTexte\u{1}ici.\n\n::: conseil\nUn avis.\n:::\n"
    ])
    #expect(site.build().diagnostics == [])
    let page = try #require(try index(site).first { $0.path == "guide/a.html" })
    #expect(page.sections.map(\.text) == ["Texte ici.\u{1} Un avis.\u{1}"])
  }

  @Test func `pages that only repeat others are not found twice`() throws {
    let site = FixtureSite(
      [
        "guide/a.md": "---\ntitre: A\nordre: 1\n---\n\nTexte.\n",
        "pages/p.md": "---\ntitre: P\nmenu: pied\n---\n\nTexte.\n",
      ], site: "titre: T\nabreviations:\n  COPIL: comité de pilotage\n  DSI: direction\n")
    #expect(site.build().diagnostics == [])
    let found = try index(site)
    #expect(
      found.map(\.path) == [
        "index.html", "guide/index.html", "guide/a.html", "p.html", "accessibilite.html", "glossaire.html",
      ])
    #expect(
      found.last?.sections.dropFirst() == [
        .init(anchor: "sigle_copil", heading: "COPIL", text: "comité de pilotage"),
        .init(anchor: "sigle_dsi", heading: "DSI", text: "direction"),
      ])
  }

  @Test func `every address of an index is that of a page and of an anchor on it`() throws {
    let site = FixtureSite(
      [
        "guide/a.md": "---\ntitre: A\nordre: 1\n---\n\n## Un\n\nTexte.[^1]\n\n[^1]: Note.\n\n> [!NOTE]\n> Dit.\n",
        "facteurs/f.md": "---\ntitre: F\nordre: 1\n---\n\nTexte.\n",
        "etapes/e.md": "---\ntitre: E\nordre: 1\nfacteurs: [f]\n---\n\n## Deux\n\nTexte.\n",
      ])
    #expect(site.build().diagnostics == [])
    for page in try index(site) {
      let html = try #require(site.page(page.path), "\(page.path)")
      for section in page.sections where !section.anchor.isEmpty {
        #expect(html.element(id: section.anchor) != nil, "\(page.path)#\(section.anchor)")
      }
    }
  }

  @Test func `a page names its script and the index of its edition`() throws {
    let site = Self.tailored()
    #expect(site.build().diagnostics == [])
    for (path, index) in [
      ("index.html", Self.general), ("guide/a.html", "../" + Self.general), ("binome/a.html", "index-recherche.js"),
      ("binome/imprimer.html", "index-recherche.js"),
    ] {
      let page = try #require(site.page(path))
      #expect(page.all("form").first?.attributes["data-index"] == index, "\(path)")
      #expect(page.all("script").count == 1, "\(path)")
    }
  }

  @Test func `an edition never finds what it leaves out, be it on a page that all share`() throws {
    let site = Self.tailored()
    #expect(site.build().diagnostics == [])
    let binome = try #require(site.output["binome/index-recherche.js"])
    for word in ["Ensemble", "CommunDeux", "RessourceDeux", "CarteDeux", "PageDeux"] {
      #expect(binome.contains(word), "\(word)")
    }
    for word in ["Solitaire", "CommunSeul", "RessourceSeul", "CarteSeul", "PageSeul"] {
      #expect(!binome.contains(word), "\(word)")
    }
    let paths = try index(site, "binome/index-recherche.js").map(\.path)
    #expect(paths == ["binome/index.html", "binome/a.html", "ressources/index.html", "p.html", "accessibilite.html"])
    let all = try #require(site.output[Self.general])
    for word in ["Ensemble", "Solitaire", "RessourceSeul", "PageSeul"] { #expect(all.contains(word), "\(word)") }
  }

  private static func tailored() -> FixtureSite {
    let passages = { (name: String) in
      "::: pour binome\n\(name)Deux\n:::\n\n::: pour referent\n\(name)Seul\n:::\n"
    }
    let card = { (title: String, audience: String) in
      "---\ntitre: \(title)\nadresse: https://x.example/\(audience)\nediteur: E\nnature: guide\ntheme: t\n"
        + "pour: [\(audience)]\n---\n\nTexte.\n"
    }
    return FixtureSite(
      [
        "guide/a.md": "---\ntitre: A\nordre: 1\n---\n\n"
          + "::: pour binome\nEnsemble [d](../ressources/d.md)\n:::\n\n::: pour referent\nSolitaire [s](../ressources/s.md)\n:::\n\n"
          + passages("Commun"),
        "ressources/index.md": "---\ntitre: Ressources\n---\n\n" + passages("Ressource"),
        "ressources/d.md": card("CarteDeux", "binome"), "ressources/s.md": card("CarteSeul", "referent"),
        "pages/p.md": "---\ntitre: P\nmenu: pied\n---\n\n" + passages("Page"),
      ],
      site: """
        titre: T
        menu: [guide, ressources]
        vocabulaires:
          nature: {guide: Guide}
          theme: {t: Thème}
        groupes:
          role:
            titre: Rôle
            valeurs: {binome: En binôme, referent: Référent}
        editions:
          binome: {titre: Édition binôme, choix: [binome]}
        """)
  }

  @Test func `two builds give the same indexes`() {
    let (first, second) = (Self.tailored(), Self.tailored())
    _ = first.build()
    _ = second.build()
    #expect(first.output == second.output)
  }

  @Test func `a theme without the script has neither field nor index`() throws {
    let site = FixtureSite(
      ["guide/a.md": "---\ntitre: A\nordre: 1\n---\n"], site: "titre: T\ntheme: nu\nmenu: [guide]\n")
    try site.copyDefaultTheme(as: "nu")
    site.disk["/boite/themes/nu/assets/style.css"] = "body{}"
    #expect(site.build().diagnostics == [])
    #expect(!site.output.keys.contains { $0.hasSuffix(".js") })
    #expect(site.page("index.html")?.all("form").isEmpty == true)
    #expect(site.page("index.html")?.all("script").isEmpty == true)
  }

  // MARK: Reading a page

  @Test func `only what stands in main is read, without navigation and what is for the eye or the ear alone`() {
    let body = """
      <h1>T</h1><nav>x</nav><p>un<span class="visually-hidden"> (x)</span></p><svg><text>x</text></svg>\
      <ul data-unsearched><li id="x">x</li></ul><p>mot<sup><a href="#note-1">1</a></sup> deux</p>
      """
    #expect(sections(body) == [.init(anchor: "", heading: "", text: "un mot deux")])
  }

  @Test func `a card takes the first heading in it, or who speaks, and keeps its own anchor`() {
    let body = """
      <h1>T</h1><ul><li id="a"><h3><a href="x">Un</a></h3><p>texte</p></li>\
      <li id="b"><figure><blockquote>Dit</blockquote><figcaption>Qui</figcaption></figure></li></ul>
      """
    #expect(
      sections(body) == [
        .init(anchor: "", heading: "", text: ""), .init(anchor: "a", heading: "Un", text: "texte"),
        .init(anchor: "b", heading: "Qui", text: "Dit"),
      ])
  }

  @Test func `what has no heading of its own belongs to the section before it`() {
    let body = "<h1>T</h1><h2 id=\"a\">A</h2><p>un</p><ol><li id=\"note-1\">note</li></ol><h4>Titre</h4><p>deux</p>"
    #expect(sections(body).last == .init(anchor: "a", heading: "A", text: "un note Titre deux"))
  }

  @Test func `words that only tags keep apart stay apart, and those that tags cut stay whole`() {
    #expect(sections("<p>un</p><p>d<em>eu</em>x<br>trois&nbsp;&lt;4</p>").first?.text == "un deux trois\u{A0}<4")
  }

  @Test(
    arguments: ["</p></div>", "<main><p", "<p></b></p>", ""])
  func `tags that do not match, and none at all, are no trap`(html: String) { #expect(sections(html).count == 1) }

  @Test func `many tags that are never closed take no longer than as many that are`() {
    let many = String(repeating: "<div>", count: 100_000) + String(repeating: "</p>", count: 100_000)
    #expect(sections(many).count == 1)
  }

  @Test func `a string is one for JavaScript`() {
    let page = PageSections(Array("<main><h1>\"a\\b\u{2028}</h1></main>".utf8))
    let script = String(decoding: SearchScript.page(page, path: "p.html"), as: UTF8.self)
    #expect(script == #"["p.html","\"a\\b\u2028",["","",""]]"#)
  }

  // MARK: Verification

  @Test func `an index on another host is refused`() {
    let page = StagedFile(path: "p.html", bytes: Array("<form data-index=\"https://x.example/i.js\"></form>".utf8))
    let found = PageVerifier([page]).run()
    #expect(found.map(\.id) == [.externalSubresource])
  }
}
