import Diagnostics
import LinkValidation
import SiteSupport
import Testing
import TextSupport

/// A whole site, from a small content folder.
@Suite struct WholeSiteTests {
  private static let chapter = "---\ntitre: Commencer\nordre: 1\n---\n\nBonjour.\n"

  @Test func `the smallest toolbox is a site`() {
    let site = FixtureSite(["guide/commencer.md": Self.chapter])
    let report = site.build()
    #expect(report.diagnostics == [])
    #expect(
      Set(site.output.keys.filter { $0.hasSuffix(".html") }) == [
        "index.html", "guide/index.html", "guide/commencer.html", "guide/imprimer.html", "plan-du-site.html",
        "accessibilite.html", "404.html",
      ])
    #expect(site.page("guide/commencer.html")?.first("main")?.text.contains("Bonjour.") == true)
  }

  @Test func `two builds are equal to the byte`() {
    let first = FixtureSite(["guide/commencer.md": Self.chapter])
    let second = FixtureSite(["guide/commencer.md": Self.chapter])
    _ = first.build()
    _ = second.build()
    #expect(first.output == second.output)
  }

  @Test func `a build that changes nothing writes no file`() {
    let site = FixtureSite(["guide/commencer.md": Self.chapter])
    _ = site.build()
    let before = site.disk.writes.count
    let report = site.build()
    #expect(report.written == 0)
    #expect(site.disk.writes.count == before)
  }

  @Test func `nothing is written where something is wrong`() {
    let site = FixtureSite(["guide/commencer.md": Self.chapter + "\n[perdu](nulle-part.md)\n"])
    let report = site.build()
    #expect(report.diagnostics.map(\.shortDescription) == ["broken-link content/guide/commencer.md:8:9"])
    #expect(report.written == nil)
    #expect(site.output.isEmpty)
  }

  @Test func `a failed build leaves the former site as it was`() {
    let site = FixtureSite(["guide/commencer.md": Self.chapter])
    _ = site.build()
    let before = site.output
    site.disk["/boite/content/guide/commencer.md"] = Self.chapter + "\n[perdu](nulle-part.md)\n"
    _ = site.build()
    #expect(site.output == before)
  }

  @Test func `every page is well formed, has one main, one first heading and no id twice`() {
    let site = FixtureSite(["guide/commencer.md": Self.chapter])
    _ = site.build()
    for (path, html) in site.output where path.hasSuffix(".html") {
      let (root, faults) = HTMLElement.parse(html)
      #expect(faults == [], "\(path)")
      #expect(root.all("main").count == 1, "\(path)")
      #expect(root.all("h1").count == 1, "\(path)")
    }
  }

  @Test func `text from front matter and configuration is always escaped`() throws {
    let chapter =
      "---\ntitre: \"<script>alert(1)</script> & \\\"co\\\"\"\nordre: 1\nresume: \"<img src=x>\"\n---\n\nTexte.\n"
    let site = FixtureSite(["guide/a.md": chapter], site: "titre: \"<b>Boîte</b>\"\n")
    #expect(site.build().diagnostics == [])
    let page = try #require(site.page("guide/a.html"))
    #expect(page.all("script").map { $0.attributes["src"] == nil ? $0.text : "" } == [""])
    #expect(page.all("img").isEmpty)
    #expect(page.first("h1")?.text == "<script>alert(1)</script> & «\u{A0}co\u{A0}»")
  }

  @Test func `a combining mark does not hide a bracket from the escaping`() throws {
    let site = FixtureSite(["guide/a.md": "---\ntitre: \"<\u{338}script>\"\nordre: 1\n---\n"])
    #expect(site.build().diagnostics == [])
    #expect(try #require(site.output["guide/a.html"]).contains("<\u{338}") == false)
  }

  @Test func `a placeholder by accident is a warning, and stops a strict publication`() {
    let site = FixtureSite(["guide/commencer.md": Self.chapter + "\n[plus tard](#)\n"])
    let lenient = site.build()
    #expect(lenient.diagnostics.map(\.severity) == [.warning])
    #expect(lenient.placeholders == 1)
    #expect(lenient.written != nil)
    let strict = FixtureSite(["guide/commencer.md": Self.chapter + "\n[plus tard](#)\n"])
    #expect(strict.build(strict: true).diagnostics.map(\.severity) == [.error])
    #expect(strict.output.isEmpty)
  }

  @Test func `a placeholder is text on the page, not a dead link`() throws {
    let site = FixtureSite(["guide/commencer.md": Self.chapter + "\n[plus tard](#)\n"])
    _ = site.build()
    let main = try #require(site.page("guide/commencer.html")?.first("main"))
    #expect(main.all(class: "planned").map(\.text) == ["plus tard (lien à venir)"])
  }

  @Test func `every link of every page is relative and names a file`() {
    let site = FixtureSite(["guide/commencer.md": Self.chapter], site: "titre: T\nmenu: [guide]\n")
    _ = site.build()
    for (path, html) in site.output where path.hasSuffix(".html") {
      for link in HTMLElement.parse(html).root.all("a") {
        let href = link.attributes["href"] ?? ""
        if href.contains("://") { continue }
        #expect(href.hasPrefix("#") || href.contains(".html"), "\(path): \(href)")
        #expect(!href.hasPrefix("/"), "\(path): \(href)")
      }
    }
  }

  @Test func `an image and a download are published and found from their pages`() throws {
    let site = FixtureSite([
      "guide/a.md":
        "---\ntitre: A\nordre: 1\n---\n\n![Un plan](../fichiers/mon%20plan.png)\n\n[Le document](../fichiers/d.pdf)\n",
      "fichiers/mon plan.png": "png", "fichiers/d.pdf": "pdf",
    ])
    #expect(site.build().diagnostics == [])
    #expect(site.output["fichiers/mon plan.png"] == "png")
    let page = try #require(site.page("guide/a.html"))
    #expect(page.first("img")?.attributes["src"] == "../fichiers/mon%20plan.png")
    #expect(page.all("a").contains { $0.attributes["href"] == "../fichiers/d.pdf" })
  }

  private static func testimonial(_ author: String, _ text: String) -> String {
    "---\nauteur: \(author)\nfonction: F\norganisme: O\ncote: c\nchapitres: [a]\n---\n\n\(text)\n"
  }

  private static func home(voice: String) -> FixtureSite {
    FixtureSite(
      [
        "guide/a.md": chapter, "accueil.md": "---\ntitre: Accueil\nvoix: \(voice)\n---\n",
        "rex/a.md": testimonial("A", "Premier."), "rex/b.md": testimonial("B", "Second."),
      ], site: "titre: T\nvocabulaires:\n  cote: [c]\n")
  }

  @Test func `the home page lets the testimonial speak that its text names`() throws {
    let site = Self.home(voice: "b")
    #expect(site.build().diagnostics == [])
    let main = try #require(site.page("index.html")?.first("main")).text
    #expect(main.contains("Second.") && !main.contains("Premier."))
  }

  @Test func `a voice that nobody has is an error, with the nearest`() {
    let found = Self.home(voice: "c").build().diagnostics
    #expect(found.map(\.shortDescription) == ["unknown-entry content/accueil.md:3:7"])
  }

  @Test(
    arguments: ["Contenu", "Menu principal", "Pied de page", "Sur cette page", "Sommaire"])
  func `no heading takes an id of the theme`(heading: String) {
    let site = FixtureSite(["guide/a.md": "---\ntitre: A\nordre: 1\n---\n\n## \(heading)\n\n## B\n\n## C\n"])
    #expect(site.build().diagnostics == [])
  }

  @Test func `entries of different kinds may have one name`() {
    let site = FixtureSite([
      "guide/un.md": "---\ntitre: A\nordre: 1\n---\n\n## Là\n",
      "facteurs/un.md": "---\ntitre: F\nordre: 1\n---\n\n## Là\n",
    ])
    #expect(site.build().diagnostics.filter { $0.severity > .note } == [])
  }

  @Test func `a download where a page goes is an error`() {
    let site = FixtureSite(
      ["guide/a.md": Self.chapter, "fichiers/index.html": "x"],
      site: "titre: T\ngroupes:\n  g: [un]\neditions:\n  fichiers: [un]\n")
    #expect(site.build().diagnostics.map(\.id) == [.duplicateAddress])
  }

  @Test func `a link finds a file by its name in another Unicode form, and leads to the file as it is named`() throws {
    let decomposed = "sche\u{301}ma.pdf"
    let site = FixtureSite([
      "guide/a.md": "---\ntitre: A\nordre: 1\n---\n\n[x](../fichiers/sch\u{E9}ma.pdf)\n",
      "fichiers/\(decomposed)": "pdf",
    ])
    #expect(site.build().diagnostics == [])
    let link = try #require(site.page("guide/a.html")?.first("main")?.all("a").first)
    #expect(link.attributes["href"] == "../fichiers/sche%CC%81ma.pdf")
  }

  @Test(
    arguments: [
      ("d.svg", "<svg><image href=\"https://a.example/x.png\"/></svg>"),
      ("d.html", "<script src=\"//a.example/x.js\"></script>"),
      ("d.html", "<style>@import 'https://a.example/x.css';</style>"),
    ])
  func `a drawing or a document among the downloads loads nothing from another host`(name: String, text: String) {
    let site = FixtureSite(["guide/a.md": Self.chapter + "\n[x](../fichiers/\(name))\n", "fichiers/\(name)": text])
    #expect(site.build().diagnostics.map(\.id) == [.externalSubresource])
  }

  @Test func `the menu marks the page itself, or the section that it belongs to, whichever is rendered first`() throws {
    for _ in 0..<20 {
      let site = FixtureSite(
        ["guide/a.md": Self.chapter, "guide/b.md": Self.chapter, "guide/c.md": Self.chapter],
        site: "titre: T\nmenu: [guide]\n")
      _ = site.build()
      for (path, mark) in [("guide/index.html", "page"), ("guide/a.html", "true"), ("guide/c.html", "true")] {
        let marks = try #require(site.page(path)?.first("header")).all("a").compactMap { $0.attributes["aria-current"] }
        #expect(marks == [mark], "\(path)")
      }
    }
  }
}
