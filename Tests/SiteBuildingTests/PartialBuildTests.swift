import Diagnostics
import Foundation
import SiteSupport
import Testing

@testable import SiteBuilding

/// An edit of a text makes anew what shows it, and nothing else.
@Suite struct PartialBuildTests {
  private static let testimonial = """
    ---
    auteur: A. Dupont
    fonction: Directrice
    organisme: Une commune
    cote: accompagne
    chapitres: [a]
    ---
    Une parole.

    """

  private let site: DiskSite

  init() throws {
    site = try DiskSite([
      "content/rex/dupont.md": Self.testimonial,
      "content/guide/a.md": "---\ntitre: A\nordre: 1\n---\nUn texte, et [b](b.md).\n\n::: rex dupont\n:::\n",
      "content/guide/b.md": Self.chapter("B", 2, "Un autre texte."),
      "content/fichiers/i.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>",
      "content/site.yml": """
      titre: T
      menu: [guide]
      vocabulaires:
        cote:
          accompagne: Côté accompagné

      """,
    ])
    let report = site.build().report
    #expect(report.diagnostics.filter { $0.severity > .note }.isEmpty)
  }

  private static func chapter(_ title: String, _ order: Int, _ text: String) -> String {
    "---\ntitre: \(title)\nordre: \(order)\n---\n\(text)\n"
  }

  private func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try #require(site.read(path))
    #expect(text.contains(old))
    try site.write(path, text.replacing(old, with: new))
  }

  /// Expects the output and the report of a clean build.
  private func expectClean(_ report: SiteGenerator.Report, _ place: SourceLocation = #_sourceLocation) throws {
    let clean = site.build(output: "propre") { $0.generator = "autre" }.report
    #expect(try site.files() == site.files(of: "propre"), sourceLocation: place)
    #expect(report.diagnostics == clean.diagnostics, sourceLocation: place)
    #expect(report.links == clean.links && report.pages == clean.pages, sourceLocation: place)
  }

  typealias SourceLocation = Testing.SourceLocation

  @Test func `the page of a chapter, the print edition and the index are written; no other page is`() throws {
    try edit("content/guide/b.md", "Un autre texte", "Un tout autre texte")
    let (report, extent) = site.build()
    #expect(extent == .some && report.written == 3)
    #expect(report.changes.changed == ["guide/b.html", "guide/imprimer.html"])
    #expect(site.read("output/ressources-du-site/index-recherche.js")?.contains("Un tout autre texte") == true)
    try expectClean(report)
  }

  @Test func `what is placed in a text is made anew there too`() throws {
    try edit("content/rex/dupont.md", "Une parole", "Une autre parole")
    let (report, extent) = site.build()
    #expect(extent == .some)
    #expect(Set(report.changes.changed).isSuperset(of: ["guide/a.html", "guide/imprimer.html", "rex/index.html"]))
    #expect(!report.changes.changed.contains("guide/b.html"))
    try expectClean(report)
  }

  @Test(
    arguments: [
      ("titre: B", "titre: Bé"), ("Un autre texte.", "Un [autre texte](a.md)."), ("Un autre texte.", "## Un titre\n"),
      ("Un autre texte.", "<span id=\"ici\">Un</span> autre."),
      ("Un autre texte.", "![](../fichiers/i.svg){decorative}"),
      ("Un autre texte.", "Un autre texte.\n\n::: rex dupont\n:::"),
    ])
  func `what a text says to others concerns those that ask for it`(old: String, new: String) throws {
    try edit("content/guide/b.md", old, new)
    let (report, extent) = site.build()
    #expect(extent == .some)
    try expectClean(report)
  }

  @Test func `what is to be said of a text is said, and no longer once it is mended`() throws {
    try edit("content/guide/b.md", "Un autre texte.", "Une date : à compléter")
    let (report, _) = site.build()
    #expect(report.toComplete == 1)
    try expectClean(report)
    try edit("content/guide/b.md", "Une date", "Deux lignes\nplus bas, une date")
    try expectClean(site.build().report)
    try edit("content/guide/b.md", "à compléter", "connue.")
    #expect(site.build().report.toComplete == 0)
  }

  @Test func `what was said of a place in a text is said of where it is now`() throws {
    try edit("content/guide/b.md", "Un autre texte.", "Un autre texte.\n\nVoir [ceci](#).")
    #expect(site.build().report.placeholders == 1)
    try edit("content/guide/b.md", "Un autre texte.", "Un texte.\n\nUn autre.")
    let (report, _) = site.build()
    #expect(report.diagnostics.contains { $0.id == .placeholderLink && $0.location?.range?.start.line == 9 })
    try expectClean(report)
  }

  @Test func `what was said of front matter needs no telling again`() throws {
    try edit("content/rex/dupont.md", "Directrice", "à compléter")
    #expect(site.build().report.toComplete == 1)
    try edit("content/rex/dupont.md", "Une parole", "Une autre parole")
    try expectClean(site.build().report)
  }

  @Test func `a footnote is an anchor more`() throws {
    try edit("content/guide/b.md", "Un autre texte.", "Un autre texte[^1].\n\n[^1]: Une note.")
    try expectClean(site.build().report)
  }

  @Test func `a page that becomes too heavy is told of, and so is what it weighs after the next edit`() throws {
    try edit("content/site.yml", "menu:", "budgets:\n  elements: 150\nmenu:")
    #expect(!site.build().report.hasErrors)
    try edit("content/guide/b.md", "Un autre texte.", String(repeating: "Un.\n\n", count: 200))
    #expect(site.build().report.hasErrors, "a limit that an editor wrote is an error to exceed")
    try edit("content/site.yml", "budgets:\n  elements: 150\n", "")
    try edit("content/guide/b.md", "Un.\n", String(repeating: "Un.\n\n", count: 6))
    let report = site.build().report
    #expect(report.diagnostics.contains { $0.id == .overBudget })
    try edit("content/guide/b.md", "Un.\n\nUn.", "Un.")
    let (again, extent) = site.build()
    #expect(extent == .some && again.diagnostics != report.diagnostics)
    try expectClean(again)
  }

  @Test func `a text that no page shows changes nothing`() throws {
    try site.write("content/guide/c.md", "---\ntitre: C\nordre: 3\nmasque: oui\n---\nCaché.\n")
    #expect(site.build().extent == .nothing)
    try edit("content/guide/c.md", "Caché", "Bien caché")
    #expect(site.build().extent == .nothing)
  }

  @Test func `a file that is written again as it was, or replaced by its like, changes nothing`() throws {
    let file = site.path("content/guide/b.md")
    try site.write("content/guide/b.md", try #require(site.read("content/guide/b.md")))
    #expect(site.build().extent == .nothing)
    try FileManager.default.copyItem(atPath: file, toPath: file + "~")
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.moveItem(atPath: file + "~", toPath: file)
    #expect(site.build().extent == .nothing)
  }

  @Test func `an editor that saves by renaming is no new file`() throws {
    let file = site.path("content/guide/b.md")
    try site.write("content/guide/.b.md.tmp", Self.chapter("B", 2, "Un texte neuf."))
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.moveItem(atPath: site.path("content/guide/.b.md.tmp"), toPath: file)
    let (report, extent) = site.build()
    #expect(extent == .some)
    try expectClean(report)
  }

  @Test func `the edits of several days, one after the other`() throws {
    for number in 0..<5 {
      try edit("content/guide/b.md", number == 0 ? "Un autre texte" : "Texte \(number - 1)", "Texte \(number)")
      #expect(site.build().extent == .some)
    }
    try edit("content/guide/a.md", "Un texte", "Mon texte")
    try edit("content/rex/dupont.md", "Une parole", "Deux paroles")
    let (report, extent) = site.build()
    #expect(extent == .some)
    try expectClean(report)
  }

  @Test func `what another build published meanwhile is not built upon`() throws {
    let other = try #require(site.read("output/.trousse/manifest.json"))
    try edit("content/guide/b.md", "Un autre texte", "Un texte")
    try site.write("output/.trousse/manifest.json", other.replacing("\"format\"", with: "\"format\" "))
    #expect(site.build().extent == .all)
  }
}

/// A preview makes anew what a change concerns.
@Suite struct PartialPreviewTests {
  private let site: DiskSite

  init() throws { site = try DiskSite() }

  private var generator: SiteGenerator {
    SiteGenerator(
      SiteGenerator.Options(
        root: site.root.path(), output: site.path("output"), shownOutput: "output", theme: nil,
        themeFolders: [FixtureSite.themes], baseURL: nil, isStrict: false))
  }

  private func files(_ preview: SitePreview) -> [String: [UInt8]]? {
    preview.files.map { Dictionary($0.map { ($0.path, $0.bytes) }) { first, _ in first } }
  }

  @Test func `after an edit it is what a fresh one would be`() throws {
    let first = generator.preview()
    try site.write("content/guide/a.md", "---\ntitre: A\nordre: 1\n---\nUn texte neuf, et [b](b.md).\n")
    let next = generator.preview(after: first)
    #expect(next.report.computed["page"] == 2, "its page and the print page")
    #expect(files(next) == files(generator.preview()))
    #expect(files(next) != files(first))
  }

  @Test func `after a fault it goes on from the last that was right`() throws {
    let first = generator.preview()
    try site.write("content/guide/a.md", "---\ntitre: A\nordre: 1\n---\nUn texte, et [b](c.md).\n")
    let wrong = generator.preview(after: first)
    #expect(wrong.files == nil && wrong.report.hasErrors)
    try site.write("content/guide/a.md", "---\ntitre: A\nordre: 1\n---\nUn bon texte, et [b](b.md).\n")
    let next = generator.preview(after: wrong)
    #expect(next.report.computed["page"] == 2)
    #expect(files(next) == files(generator.preview()))
  }
}
