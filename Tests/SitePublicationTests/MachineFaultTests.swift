import Diagnostics
import Files
import Foundation
import SiteSupport
import Synchronization
import Testing
import TextSupport

/// What the machine refuses while a site is built leaves the former site as it was.
@Suite struct MachineFaultTests {
  private static let front = "---\ntitre: A\nordre: 1\n---\n\n"

  private func editedSite() -> FixtureSite {
    let site = FixtureSite(["guide/a.md": Self.front, "guide/b.md": "---\ntitre: B\nordre: 2\n---\n"])
    _ = site.build()
    site.disk["/boite/content/guide/a.md"] = Self.front + "Autre texte.\n"
    site.disk["/boite/content/guide/b.md"] = nil
    return site
  }

  @Test
  func
    `a disk that fills up at any file: the former site to the byte, a clear message, and a next build that is right`()
  {
    var count = 0
    while true {
      let site = editedSite()
      let before = site.output
      site.disk.fill(afterFiles: count)
      let found = site.build().diagnostics
      site.disk.fill(afterFiles: nil)
      guard !found.isEmpty else { break }
      #expect(found.map(\.id) == [.unwritableOutput])
      #expect(found.map(\.cause) == [.machine])
      #expect(found.first?.message.french.contains("le disque est plein") == true)
      #expect(site.output == before, "file \(count)")
      #expect(site.build().diagnostics == [])
      #expect(site.output["guide/a.html"]?.contains("Autre texte.") == true)
      #expect(site.output["guide/b.html"] == nil)
      count += 1
    }
    #expect(count > 5)
  }

  @Test func `a disk that cannot sync is one that cannot be published to, and nothing changes`() {
    let site = editedSite()
    let before = site.output
    var system = site.disk.fileSystem
    system.sync = { paths throws(FileSystemError) in throw FileSystemError(path: paths.first ?? "", code: EIO) }
    #expect(site.build(on: system).diagnostics.map(\.id) == [.unwritableOutput])
    #expect(site.output == before)
    #expect(site.build().diagnostics == [])
  }

  @Test(
    arguments: [
      "guide/a.md", "site.yml", "fichiers/x.txt", "declarations/accessibilite.yml",
    ])
  func `a source that vanishes between the listing and the reading is named, and nothing is published`(path: String) {
    let site = editedSite()
    site.disk["/boite/content/fichiers/x.txt"] = "x"
    site.disk["/boite/content/guide/a.md"] = Self.front + "[x](../fichiers/x.txt)\n"
    let before = site.output
    var system = site.disk.fileSystem
    let read = system.read
    system.read = { place, limit, links throws(FileSystemError) in
      if place.hasSuffix("content/" + path) { throw FileSystemError(path: place, code: ENOENT) }
      return try read(place, limit, links)
    }
    let errors = site.build(on: system).diagnostics.filter { $0.severity == .error }
    #expect(errors.contains { $0.shortDescription == "unreadable-file content/" + path })
    #expect(site.output == before)
    #expect(site.build().diagnostics.allSatisfy { $0.severity < .error })
  }

  @Test
  func
    `a source that changes while the site is built is read whole, once or the other way, and the next build is right`()
  {
    let site = editedSite()
    let isChanged = Mutex(false)
    var system = site.disk.fileSystem
    let read = system.read
    system.read = { place, limit, links throws(FileSystemError) in
      let bytes = try read(place, limit, links)
      guard place.hasSuffix("content/guide/a.md"),
        !isChanged.withLock({ changed in
          defer { changed = true }; return changed
        })
      else { return bytes }
      site.disk["/boite/content/guide/a.md"] = Self.front + "Encore un autre texte.\n"
      return bytes
    }
    #expect(site.build(on: system).diagnostics == [])
    #expect(site.output["guide/a.html"]?.contains("Autre texte.") == true)
    #expect(site.build().diagnostics == [])
    #expect(site.output["guide/a.html"]?.contains("Encore un autre texte.") == true)
  }
}
