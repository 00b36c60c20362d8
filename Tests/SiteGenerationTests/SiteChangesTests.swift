import SiteSupport
import Testing

@testable import SiteGeneration

@Suite("A build tells what readers find changed")
struct SiteChangesTests {
  private static let first = "---\ntitre: A\nordre: 1\n---\n\nBonjour.\n"
  private static let second = "---\ntitre: B\nordre: 2\n---\n\n## Vieux titre\n\nTexte.\n"

  private func publishedSite() -> FixtureSite {
    let site = FixtureSite(["guide/a.md": Self.first, "guide/b.md": Self.second])
    _ = site.build()
    return site
  }

  @Test("A first publication adds every page")
  func first() {
    let site = FixtureSite(["guide/a.md": Self.first])
    let changes = site.build().changes
    #expect(changes.added == site.output.keys.filter { $0.hasSuffix(".html") }.sorted())
    #expect(changes.changed + changes.removed + changes.anchorsGone == [] && changes.moved == [])
  }

  @Test("A build that changes nothing tells nothing")
  func nothing() { #expect(publishedSite().build().changes.isEmpty) }

  @Test("An edit changes the page and those that show it")
  func edit() {
    let site = publishedSite()
    site.disk["/boite/content/guide/a.md"] = Self.first + "\nAutre texte.\n"
    let changes = site.build().changes
    #expect(changes.changed == ["guide/a.html", "guide/imprimer.html"])
    #expect(changes.added + changes.removed + changes.anchorsGone == [])
  }

  @Test("A new page is added, one without its source removed")
  func addedAndRemoved() {
    let site = publishedSite()
    site.disk["/boite/content/guide/b.md"] = nil
    site.disk["/boite/content/guide/c.md"] = "---\ntitre: C\nordre: 3\n---\n\nTout autre chose.\n"
    let changes = site.build().changes
    #expect(changes.added == ["guide/c.html"])
    #expect(changes.removed == ["guide/b.html"])
    #expect(changes.moved == [])
  }

  @Test("An anchor that a page no longer has is named with each page that had it")
  func anchors() {
    let site = publishedSite()
    site.disk["/boite/content/guide/b.md"] = Self.second.replacing("Vieux", with: "Nouveau")
    let changes = site.build().changes
    #expect(changes.anchorsGone.first == "guide/b.html#vieux-titre")
    #expect(changes.anchorsGone.allSatisfy { $0.hasSuffix("vieux-titre") })
  }

  @Test("Killed, then ended: what is told is what changed since the last publication that ended")
  func afterKill() {
    let site = publishedSite()
    site.disk["/boite/content/guide/a.md"] = Self.first + "\nAutre texte.\n"
    site.disk.stop(afterChanges: 8)
    _ = site.build()
    site.disk.stop(afterChanges: nil)
    #expect(site.build().changes.changed == ["guide/a.html", "guide/imprimer.html"])
  }

  @Test("A page that is mended did not change")
  func mended() {
    let site = publishedSite()
    site.disk["/boite/output/guide/a.html"] = nil
    let report = site.build()
    #expect(report.written == 1)
    #expect(report.changes.isEmpty)
  }

  @Test("Where the list of what was published is lost, nothing is told")
  func damaged() {
    let site = publishedSite()
    site.disk["/boite/output/.trousse/manifest.json"] = "{"
    #expect(site.build().changes.isEmpty)
  }

  @Test("For programs the changes are one line of JSON")
  func json() {
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
