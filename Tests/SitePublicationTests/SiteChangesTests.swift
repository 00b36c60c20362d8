import SiteSupport
import Testing

@testable import SiteBuilding
@testable import SitePublication

/// A build tells what readers find changed.
@Suite struct SiteChangesTests {
  private static let first = "---\ntitre: A\nordre: 1\n---\n\nBonjour.\n"
  private static let second = "---\ntitre: B\nordre: 2\n---\n\n## Vieux titre\n\nTexte.\n"

  private func publishedSite() -> FixtureSite {
    let site = FixtureSite(["guide/a.md": Self.first, "guide/b.md": Self.second])
    _ = site.build()
    return site
  }

  @Test func `a first publication adds every page`() {
    let site = FixtureSite(["guide/a.md": Self.first])
    let changes = site.build().changes
    #expect(changes.added == site.output.keys.filter { $0.hasSuffix(".html") }.sorted())
    #expect(changes.changed + changes.removed + changes.anchorsGone == [] && changes.moved == [])
  }

  @Test func `a build that changes nothing tells nothing`() { #expect(publishedSite().build().changes.isEmpty) }

  @Test func `an edit changes the page and those that show it`() {
    let site = publishedSite()
    site.disk["/boite/content/guide/a.md"] = Self.first + "\nAutre texte.\n"
    let changes = site.build().changes
    #expect(changes.changed == ["guide/a.html", "guide/imprimer.html"])
    #expect(changes.added + changes.removed + changes.anchorsGone == [])
  }

  @Test func `a new page is added, one without its source removed`() {
    let site = publishedSite()
    site.disk["/boite/content/guide/b.md"] = nil
    site.disk["/boite/content/guide/c.md"] = "---\ntitre: C\nordre: 3\n---\n\nTout autre chose.\n"
    let changes = site.build().changes
    #expect(changes.added == ["guide/c.html"])
    #expect(changes.removed == ["guide/b.html"])
    #expect(changes.moved == [])
  }

  @Test func `an anchor that a page no longer has is named with each page that had it`() {
    let site = publishedSite()
    site.disk["/boite/content/guide/b.md"] = Self.second.replacing("Vieux", with: "Nouveau")
    let changes = site.build().changes
    #expect(changes.anchorsGone.first == "guide/b.html#vieux-titre")
    #expect(changes.anchorsGone.allSatisfy { $0.hasSuffix("vieux-titre") })
  }

  @Test func `killed, then ended: what is told is what changed since the last publication that ended`() {
    let site = publishedSite()
    site.disk["/boite/content/guide/a.md"] = Self.first + "\nAutre texte.\n"
    site.disk.stop(afterChanges: 8)
    _ = site.build()
    site.disk.stop(afterChanges: nil)
    #expect(site.build().changes.changed == ["guide/a.html", "guide/imprimer.html"])
  }

  @Test func `a page that is mended did not change`() {
    let site = publishedSite()
    site.disk["/boite/output/guide/a.html"] = nil
    let report = site.build()
    #expect(report.written == 1)
    #expect(report.changes.isEmpty)
  }

  @Test func `where the list of what was published is lost, nothing is told`() {
    let site = publishedSite()
    site.disk["/boite/output/.trousse/manifest.json"] = "{"
    #expect(site.build().changes.isEmpty)
  }

  @Test func `for programs the changes are one line of JSON`() {
    var report = SiteGenerator.Report()
    report.changes.added = ["a.html"]
    report.changes.moved = [SiteChanges.Move(from: "b.html", to: "c.html")]
    report.changes.causes = ["a.html": [ChangeCause(file: "content/guide/a.md", role: .text)]]
    #expect(
      report.changesAsJSON?.text()
        == #"{"changes":{"added":["a.html"],"anchorsGone":[],"causes":{"a.html":[{"count":1,"file":"content/guide/a.md","role":"text"}]},"changed":[],"moved":[{"from":"b.html","to":"c.html"}],"removed":[]}}"#
    )
  }
}
