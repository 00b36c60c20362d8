import Diagnostics
import DiskSupport
import SiteSupport
import Testing
import TextSupport

@Suite struct OrphanTests {
  private static let chapter = "---\ntitre: Un chapitre\nordre: 1\n---\n\n"
  private static let orphan = "---\ntitre: Une page\nmenu: aucun\n---\n\n"

  /// The orphans and the unused files of a site of one chapter and some more files.
  private func orphans(_ more: [String: String] = [:], chapter: String = "", site: String = "titre: T\n") -> [String] {
    let files = ["guide/a.md": Self.chapter + chapter].merging(more) { $1 }
    return FixtureSite(files, site: site).check().diagnostics
      .filter { [.orphanPage, .unusedFile].contains($0.id) }.map(\.shortDescription)
  }

  // MARK: Pages

  @Test func `a page that nothing leads to is a note where its menu is said`() throws {
    let marked = MarkedText("---\ntitre: Une page\nmenu: ⟦aucun⟧\n---\n")
    let report = FixtureSite(["guide/a.md": Self.chapter, "pages/p.md": marked.text]).check()
    let finding = try #require(report.diagnostics.first)
    #expect(report.diagnostics.count == 1)
    #expect(finding.id == .orphanPage && finding.severity == .note)
    #expect(finding.location == SourceLocation(file: "content/pages/p.md", range: marked.onlyRange()))
  }

  @Test func `a page that a chapter leads to is none`() {
    #expect(orphans(["pages/p.md": Self.orphan], chapter: "[x](../pages/p.md)\n") == [])
  }

  @Test(arguments: ["pied", "principal"]) func `a page in a menu is none`(menu: String) {
    #expect(orphans(["pages/p.md": "---\ntitre: Une page\nmenu: \(menu)\n---\n"]) == [])
  }

  @Test func `a page that the menu of the site names is none`() {
    #expect(orphans(["pages/p.md": Self.orphan], site: "titre: T\nmenu: [p]\n") == [])
  }

  @Test func `pages that only link to each other are orphans`() {
    let pages = ["pages/p.md": Self.orphan + "[x](q.md)\n", "pages/q.md": Self.orphan + "[x](p.md)\n"]
    #expect(orphans(pages) == ["orphan-page content/pages/p.md:3:7", "orphan-page content/pages/q.md:3:7"])
  }

  @Test func `a page that is found leads to others`() {
    let pages = ["pages/p.md": Self.orphan + "[x](q.md)\n", "pages/q.md": Self.orphan]
    #expect(orphans(pages, chapter: "[x](../pages/p.md#top)\n") == [])
  }

  @Test func `a link in an edition alone counts`() {
    let site = "titre: T\ngroupes:\n  g: [un, deux]\neditions:\n  un: [un]\n"
    let chapter = "::: pour un\n[x](../pages/p.md)\n:::\n"
    #expect(orphans(["pages/p.md": Self.orphan], chapter: chapter, site: site) == [])
  }

  @Test func `every page of a site with everything is found`() {
    let more = [
      "guide/index.md": "---\ntitre: Introduction\n---\n", "guide/b.md": Self.chapter,
      "facteurs/f.md": "---\ntitre: F\nordre: 1\n---\n", "accueil.md": "---\ntitre: Accueil\n---\n",
      "rex/r.md": "---\nauteur: A\nfonction: F\norganisme: O\ncote: c\nchapitres: [a]\n---\n\nTexte.\n",
      "ressources/r.md": "---\ntitre: R\nediteur: E\nnature: n\ntheme: t\na-venir: oui\n---\n",
    ]
    let site = """
      titre: T
      groupes:
        g: [un, deux]
      editions:
        un: [un]
        deux: [deux]
      vocabulaires: {cote: [c], nature: [n], theme: [t]}
      abreviations:
        NR: Numérique responsable

      """
    #expect(orphans(more, site: site) == [])
  }

  // MARK: Themes

  /// The orphan pages found with the default theme, of which some templates are replaced.
  private func themed(_ templates: [String: String], site: String = "titre: T\n") throws -> [String] {
    let fixture = FixtureSite(["guide/a.md": Self.chapter], site: site)
    try fixture.copyDefaultTheme(as: "nu")
    fixture.disk["/boite/themes/nu/assets/style.css"] = "p { margin: 0 }"
    for (name, text) in templates { fixture.disk["/boite/themes/nu/templates/\(name).mustache"] = text }
    return fixture.check(theme: "nu").diagnostics.filter { $0.id == .orphanPage }.map(\.shortDescription)
  }

  @Test func `a page that the theme leads to from nowhere stands at its address`() throws {
    let found = try themed(["footer": "<footer id=\"_pied-de-page\"></footer>\n"])
    #expect(found == ["orphan-page content/declarations/accessibilite.yml", "orphan-page plan-du-site.html"])
  }

  @Test func `an edition that the theme leads to from nowhere is one finding`() throws {
    let marked = MarkedText("titre: T\nmenu: [guide]\ngroupes:\n  g: [un, deux]\neditions:\n  1️⃣un: [un]\n")
    let layout =
      "<!DOCTYPE html>\n<title>x</title>{{{page.header}}}{{$main}}{{/main}}{{{page.footer}}}\n"
    let home = "{{<layout}}{{$main}}<h1>x</h1>{{/main}}{{/layout}}\n"
    let guide = "{{<layout}}{{$main}}<a href=\"{{printHref}}\">x</a>{{>chapter-list}}{{/main}}{{/layout}}\n"
    let place = try #require(marked.points[1])
    #expect(
      try themed(["layout": layout, "home": home, "guide": guide], site: marked.text)
        == ["orphan-page content/site.yml:\(place.line):\(place.column)"])
  }

  // MARK: Downloads

  @Test func `a download that nothing names is a note`() {
    #expect(orphans(["fichiers/d.pdf": "pdf"]) == ["unused-file content/fichiers/d.pdf"])
  }

  @Test(arguments: ["[x](../fichiers/d.png)", "![x](../fichiers/d.png)", "[x](../fichiers/d.png#page=2)"])
  func `a download that a text names is none`(text: String) {
    #expect(orphans(["fichiers/d.png": "png"], chapter: text) == [])
  }

  @Test func `a download that an orphan shows is none`() {
    let files = ["fichiers/d.pdf": "pdf", "pages/p.md": Self.orphan + "[x](../fichiers/d.pdf)\n"]
    #expect(orphans(files) == ["orphan-page content/pages/p.md:3:7"])
  }

  @Test func `a download that a drawing shows is used if the drawing is`() {
    let files = ["fichiers/d.svg": "<svg><image href=\"d.png\"/></svg>", "fichiers/d.png": "png"]
    #expect(orphans(files, chapter: "![x](../fichiers/d.svg)") == [])
    #expect(orphans(files) == ["unused-file content/fichiers/d.png", "unused-file content/fichiers/d.svg"])
  }

  @Test func `two names that differ in their Unicode form are two downloads`() {
    let files = ["fichiers/\u{E9}.pdf": "1", "fichiers/e\u{301}.txt": "2"]
    #expect(orphans(files, chapter: "[x](../fichiers/\u{E9}.pdf)") == ["unused-file content/fichiers/e\u{301}.txt"])
  }
}
