import Diagnostics
import Files
import Foundation
import SiteSupport
import Testing

@testable import SitePublication

/// One program at a time publishes to a folder.
@Suite struct LockTests {
  private static let front = "---\ntitre: A\nordre: 1\n---\n\n"
  private static let lock = "/boite/output/.trousse/lock.json"

  private func publishedSite() -> FixtureSite {
    let site = FixtureSite(["guide/a.md": Self.front])
    _ = site.build()
    return site
  }

  @Test func `while another publishes nothing is written, and the message says who it is`() {
    let site = publishedSite()
    let before = site.output
    site.disk["/boite/content/guide/a.md"] = Self.front + "Autre texte.\n"
    let holder = LockHolder(process: 4321, since: "2026-01-31T09:00:00Z")
    site.disk.hold(Self.lock, String(decoding: holder.encoded(), as: UTF8.self))
    let found = site.build().diagnostics
    #expect(found.map(\.id) == [.outputLocked])
    #expect(found.map(\.cause) == [.machine])
    #expect(
      found.first?.message.english
        == "another build is writing to “output” at this moment: process 4321, since 2026-01-31T09:00:00Z"
    )
    #expect(site.output == before)
    site.disk.hold(Self.lock, nil)
    #expect(site.build().diagnostics == [])
    #expect(site.output["guide/a.html"]?.contains("Autre texte.") == true)
  }

  @Test(arguments: ["", "{", "[]"])
  func `a lock that does not say yet who holds it is one all the same`(record: String) {
    let site = publishedSite()
    site.disk["/boite/content/guide/a.md"] = Self.front + "Autre texte.\n"
    site.disk.hold(Self.lock, record)
    #expect(site.build().diagnostics.first?.message.english == "another build is writing to “output” at this moment")
  }

  @Test func `what another is half done with is not taken for somebody's file`() {
    let site = publishedSite()
    site.disk["/boite/output/guide/a.html"] = "d’une autre version, à l’instant"
    site.disk.hold(Self.lock, "")
    #expect(site.build().diagnostics.map(\.id) == [.outputLocked])
  }

  @Test func `a check, and a build with nothing to do, ask for no lock`() {
    let site = publishedSite()
    site.disk.hold(Self.lock, "")
    #expect(site.check().diagnostics == [])
    #expect(site.build().diagnostics == [])
  }

  @Test(arguments: [nil, 0, 5, 12])
  func `the lock is let go of however a publication ends`(changes: Int?) {
    let site = publishedSite()
    site.disk["/boite/content/guide/a.md"] = Self.front + "Autre texte.\n"
    site.disk.stop(afterChanges: changes)
    _ = site.build()
    site.disk.stop(afterChanges: nil)
    #expect(site.build().diagnostics == [])
  }

  @Test func `what another published between the comparison and the lock is looked at again`() {
    let site = publishedSite()
    let other = FixtureSite(["guide/a.md": Self.front, "guide/b.md": "---\ntitre: D’un autre\nordre: 2\n---\n"])
    for (path, text) in site.output { other.disk["/boite/output/" + path] = text }
    _ = other.build()
    site.disk["/boite/content/guide/a.md"] = Self.front + "Autre texte.\n"
    var system = site.disk.fileSystem
    let take = system.lock
    system.lock = { path, holder throws(FileSystemError) in
      for (path, text) in other.output { site.disk["/boite/output/" + path] = text }
      return try take(path, holder)
    }
    #expect(site.build(on: system).diagnostics == [])
    #expect(site.output["guide/a.html"]?.contains("Autre texte.") == true)
    #expect(site.output["guide/b.html"] == nil)
    #expect(site.output["plan-du-site.html"]?.contains("D’un autre") == false)
    #expect(site.build().written == 0)
  }

  @Test func `a lock that cannot be made is a refusal of the machine`() {
    let site = publishedSite()
    let before = site.output
    site.disk["/boite/content/guide/a.md"] = Self.front + "Autre texte.\n"
    site.disk.refuse(Self.lock, EROFS)
    #expect(site.build().diagnostics.map(\.id) == [.unwritableOutput])
    #expect(site.output == before)
  }
}
