import Foundation
import SiteSupport
import Testing

@testable import SiteBuilding
@testable import SitePublication

/// A build tells what made each change.
@Suite struct ChangeCauseTests {
  private let site: DiskSite

  init() throws {
    site = try DiskSite([
      "content/rex/dupont.md":
        "---\nauteur: A. Dupont\nfonction: F\norganisme: O\ncote: accompagne\nchapitres: [a]\n---\nUne parole.\n",
      "content/guide/a.md": "---\ntitre: A\nordre: 1\n---\nVoir [b](b.md).\n\n::: rex dupont\n:::\n",
      "content/guide/b.md": "---\ntitre: B\nordre: 2\n---\nTexte.\n\n![](../fichiers/i.svg){decorative}\n",
      "content/site.yml": "titre: T\nmenu: [guide]\nvocabulaires:\n  cote:\n    accompagne: Accompagné\n",
    ])
    #expect(site.build().report.changes.causes.isEmpty, "of a first build nothing is known")
  }

  private func causes(_ page: String) -> [ChangeCause]? { site.build().report.changes.causes[page] }

  private func replace(_ path: String, _ old: String, _ new: String) throws {
    try site.write(path, try #require(site.read(path)).replacing(old, with: new))
  }

  @Test func `its own text`() throws {
    try replace("content/guide/b.md", "Texte", "Un texte")
    #expect(causes("guide/b.html") == [ChangeCause(file: "content/guide/b.md", role: .text)])
  }

  @Test func `a text that is placed in it`() throws {
    try replace("content/rex/dupont.md", "Une", "Ma")
    #expect(
      causes("guide/a.html")
        == [ChangeCause(file: "content/rex/dupont.md", role: .text, within: "content/guide/a.md")])
  }

  @Test func `an entry that it leads to`() throws {
    try replace("content/guide/b.md", "titre: B", "titre: Bé")
    #expect(causes("guide/a.html") == [ChangeCause(file: "content/guide/b.md", role: .mention)])
  }

  @Test func `an image that it shows`() throws {
    try replace("content/fichiers/i.svg", "width=\"1\"", "width=\"2\"")
    #expect(causes("guide/b.html") == [ChangeCause(file: "content/fichiers/i.svg", role: .mention)])
  }

  @Test func `what all pages are made from`() throws {
    try replace("content/site.yml", "titre: T", "titre: U")
    #expect(causes("guide/b.html") == [ChangeCause(file: "content/site.yml", role: .site)])
  }

  @Test func `the theme`() throws {
    try site.write("themes/default/theme.yml", "extends: default\n")
    let template = "/default/templates/footer.mustache"
    let footer = try String(contentsOfFile: FixtureSite.themes + template, encoding: .utf8)
    try site.write("themes" + template, footer.replacing("</footer>", with: "<p>Merci.</p></footer>"))
    let found = try #require(causes("guide/b.html"))
    #expect(found.contains(ChangeCause(file: "themes/default/templates/footer.mustache", role: .theme)))
  }

  @Test func `an entry that came, for the pages that list it`() throws {
    try site.write("content/guide/c.md", "---\ntitre: C\nordre: 3\n---\nTexte.\n")
    let changes = site.build().report.changes
    #expect(changes.causes["guide/c.html"] == [ChangeCause(file: "content/guide/c.md", role: .text)])
    #expect(changes.causes["guide/b.html"] == [ChangeCause(file: "content/guide/c.md", role: .mention)])
  }

  @Test func `the program`() {
    let changes = site.build { $0.baseURL = "https://exemple.fr" }.report.changes
    #expect(changes.causes["guide/b.html"] == [ChangeCause(file: nil, role: .program)])
  }

  @Test func `a page that is asked about is told with all that it is made from`() throws {
    guard case .page(let page)? = site.build({ $0.explainedPage = "/guide/a.html" }).report.inquiry else {
      Issue.record("no explanation")
      return
    }
    #expect(page.page == "guide/a.html" && page.theme == "default" && page.causes.isEmpty)
    #expect(page.texts.map(\.file) == ["content/guide/a.md", "content/rex/dupont.md"])
    #expect(page.texts.map(\.within) == [nil, "content/guide/a.md"])
    #expect(page.mentions == ["content/guide/b.md"])
    #expect(page.site == ["content/declarations/accessibilite.yml", "content/site.yml"])
    try replace("content/rex/dupont.md", "Une", "Ma")
    guard case .page(let changed)? = site.build({ $0.explainedPage = "guide/a.html" }).report.inquiry else {
      Issue.record("no explanation")
      return
    }
    #expect(changed.causes.map(\.file) == ["content/rex/dupont.md"])
  }

  @Test func `a folder stands for its first page; a name that is none is answered with the nearest`() {
    func explanation(_ page: String) -> SiteGenerator.Report.Inquiry? {
      site.build { $0.explainedPage = page }.report.inquiry
    }
    for name in ["guide", "guide/", "guide/index.html"] {
      if case .page(let page)? = explanation(name) { #expect(page.page == "guide/index.html") } else { Issue.record() }
    }
    #expect(explanation("guide/aa.html") == .unknown(nearest: "guide/a.html"))
  }
}
