import Diagnostics
import DiskInputs
import DiskSupport
import Engine
import Foundation
import SiteSupport
import Testing
import TextSupport

@testable import SiteBuilding
@testable import SitePublication

/// Known faults of other generators in what they write; each test names the report.
@Suite struct RegenerationTests {
  private static let front = "---\ntitre: Premier\nordre: 1\n---\n\n"
  private static let second = "---\ntitre: Second\nordre: 2\n---\n"

  private func site() -> FixtureSite { FixtureSite(["guide/a.md": Self.front, "guide/b.md": Self.second]) }

  @Test func `only what the manifest owns is removed from an output folder (getzola/zola#1378, #2251)`() {
    let site = site()
    let project = ["src/main.c", "README.md", ".git/config", "guide/notes.txt"]
    for path in project { site.disk["/boite/output/" + path] = "à moi" }
    _ = site.build()
    site.disk["/boite/content/guide/b.md"] = nil
    _ = site.build()
    for path in project { #expect(site.output[path] == "à moi") }
  }

  @Test func `a renamed page is removed and reported as moved; its old address is gone (gohugoio/hugo#3537, #5266)`() {
    let site = site()
    _ = site.build()
    site.disk["/boite/content/guide/b.md"] = nil
    site.disk["/boite/content/guide/c.md"] = Self.second
    let report = site.build()
    #expect(report.removed == 1)
    #expect(report.changes.moved == [SiteChanges.Move(from: "guide/b.html", to: "guide/c.html")])
    #expect(site.output["guide/b.html"] == nil)
    let stillLinked = site.output.filter { $0.key.hasSuffix(".html") && $0.value.contains("b.html") }
    #expect(stillLinked.keys.sorted() == [])
  }

  @Test func `two pages with one address are an error that names both files (jekyll/jekyll#3034)`() throws {
    let site = site()
    site.disk["/boite/content/pages/plan-du-site.md"] = "---\ntitre: Un autre plan\n---\n"
    let found = site.build().diagnostics.filter { $0.severity == .error }
    #expect(found.contains { $0.location?.file == "content/pages/plan-du-site.md" })
    #expect(site.output.isEmpty)
    let page = "---\ntitre: À propos\n---\n"
    let other = FixtureSite(["guide/a.md": Self.front, "pages/a-propos.md": page, "pages/À propos.md": page])
    let finding = try #require(other.build().diagnostics.first { $0.id == .duplicateAddress })
    #expect(finding.location?.file == "content/pages/À propos.md")
    #expect(finding.message.french.contains("content/pages/a-propos.md"))
    #expect(other.output.isEmpty)
  }

  @Test func `a build that fails overwrites no page (seen in Hugo 0.168)`() {
    let site = site()
    _ = site.build()
    let before = site.output
    site.disk["/boite/content/guide/a.md"] = Self.front + "Bon texte, mais [perdu](nulle-part.md).\n"
    #expect(site.build().written == nil)
    #expect(site.output == before)
  }

  @Test func `a strict build that a warning stops publishes nothing (seen in MkDocs 1.6)`() {
    let site = site()
    _ = site.build()
    let before = site.output
    site.disk["/boite/content/guide/a.md"] = Self.front + "[à venir](#)\n"
    let report = site.build(strict: true)
    #expect(report.hasErrors && report.written == nil)
    #expect(site.output == before)
  }

  @Test func `a partial that changed changes every page that has it (gohugoio/hugo#12296)`() throws {
    let site = site()
    let theme = FixtureSite.themes + "/default/templates/footer.mustache"
    let text = try String(contentsOfFile: theme, encoding: .utf8)
    site.disk["/boite/themes/essai/theme.yml"] = "extends: default\n"
    #expect(site.build(theme: "essai").diagnostics == [])
    site.disk["/boite/themes/essai/templates/footer.mustache"] = text + "<p>Pied changé</p>\n"
    #expect(site.build(theme: "essai").diagnostics == [])
    let pages = site.output.filter { $0.key.hasSuffix(".html") }
    #expect(pages.filter { !$0.value.contains("Pied changé") }.keys.sorted() == [])
  }

  @Test func `a list follows the title of an entry (11ty/buildawesome#2992, jekyll/jekyll#3411)`() {
    let site = site()
    _ = site.build()
    site.disk["/boite/content/guide/b.md"] = Self.second.replacing("Second", with: "Renommé")
    _ = site.build()
    for page in ["guide/index.html", "plan-du-site.html", "guide/a.html", "guide/imprimer.html"] {
      #expect(site.output[page]?.contains("Renommé") == true, "\(page)")
      #expect(site.output[page]?.contains("Second") == false, "\(page)")
    }
  }

  @Test func `nothing in a page tells when or from where it was built (mkdocs/mkdocs#938)`() {
    let (first, second) = (site(), site())
    _ = first.build()
    _ = second.build()
    #expect(first.output == second.output)
    for (path, text) in first.output { #expect(!text.contains("/boite"), "\(path)") }
  }

  @Test
  func
    `dates come from the content: a clone without history, or with other times, has the same (git-revision-date#139)`()
    throws
  {
    let first = try SampleToolbox(facets: []).disk()
    var shallow = DiskTree()
    shallow.now += 10 * 365 * 86_400 * 1_000_000_000
    for (path, bytes) in first.files(below: "/") { try shallow.put("/" + path, bytes) }
    try shallow.put(SampleToolbox.root + "/.git/shallow", "0123456789abcdef0123456789abcdef01234567\n")
    let disks = [first, shallow].map { TimedDisk($0) }
    for disk in disks {
      let engine = Engine(SiteGenerator(FirstBuild.options, fileSystem: disk.fileSystem).rules())
      _ = engine.ask(SummaryQuery())
      let read = engine.changes(of: DiskQuestion.self).map(\.path)
      #expect(!read.isEmpty && read.filter { $0.contains("/.git") } == [])
      #expect(SiteGenerator(FirstBuild.options, fileSystem: disk.fileSystem).build().written != nil)
    }
    let outputs = disks.map { disk in
      disk.tree.files(below: SampleToolbox.output).mapValues { String(decoding: $0, as: UTF8.self) }
    }
    #expect(outputs[0] == outputs[1])
    let main = { (path: String) in outputs[0][path].flatMap { HTMLElement.parse($0).root.first("main")?.text } ?? "" }
    #expect(main("guide/commencer.html").contains("15\u{A0}janvier 2026"))
    #expect(main("guide/suivre.html").contains("Étapes") && !main("guide/suivre.html").contains("2026"))
  }
}
