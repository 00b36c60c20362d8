import Diagnostics
import DiskSupport
import Files
import Foundation
import SiteSupport
import Testing
import TextSupport

@testable import SitePlanning
@testable import SitePublication

/// A publication that fails, wherever it does, leaves a site and its owner known.
@Suite struct InterruptedPublicationTests {
  private static let front = "---\ntitre: A\nordre: 1\n---\n\n"
  private static let other = "---\ntitre: B\nordre: 2\n---\n"

  /// A site of two chapters, published; then one is edited, one removed, and one added in a new folder.
  private func editedSite() -> FixtureSite {
    let text = Self.front + "[v](../fichiers/vieux/v.txt)\n"
    let site = FixtureSite(["guide/a.md": text, "guide/b.md": Self.other, "fichiers/vieux/v.txt": "v"])
    _ = site.build()
    edit(site)
    return site
  }

  private func edit(_ site: FixtureSite) {
    site.disk["/boite/content/guide/a.md"] = Self.front + "Autre texte : [n](../fichiers/neuf/n.txt)\n"
    site.disk["/boite/content/guide/b.md"] = nil
    site.disk["/boite/content/fichiers/vieux/v.txt"] = nil
    site.disk["/boite/content/fichiers/neuf/n.txt"] = "n"
  }

  /// The output of the edited site in a new output folder.
  private func expected() -> [String: String] {
    let site = FixtureSite(["guide/a.md": Self.front])
    edit(site)
    _ = site.build()
    return site.output
  }

  @Test(arguments: [EACCES, EROFS, ENOSPC])
  func `a folder that cannot be written is found before anything changes`(code: Int32) {
    let site = editedSite()
    let before = site.output
    site.disk.refuseChanges(in: "/boite/output/guide", code)
    let report = site.build()
    #expect(report.diagnostics.map(\.id) == [.unwritableOutput])
    #expect(report.diagnostics.map(\.cause) == [.machine])
    #expect(report.diagnostics.first?.message.english.hasSuffix("(output/guide)") == true)
    #expect(site.output == before)
    #expect(!site.disk.hasFolder("/boite/output/fichiers/neuf"))
    site.disk.refuseChanges(in: "/boite/output/guide", nil)
    #expect(site.build().diagnostics == [])
    #expect(site.output == expected())
  }

  @Test func `a folder that a file cannot be removed from is found before anything changes`() {
    let site = editedSite()
    let before = site.output
    site.disk.refuseChanges(in: "/boite/output/fichiers/vieux", EACCES)
    #expect(site.build().diagnostics.map(\.id) == [.unwritableOutput])
    #expect(site.output == before)
  }

  @Test func `a first build that fails leaves no folder behind`() {
    let site = FixtureSite(["guide/a.md": Self.front])
    site.disk.refuseChanges(in: "/boite/output/guide", ENOSPC)
    #expect(site.build().diagnostics.map(\.id) == [.unwritableOutput])
    #expect(!site.disk.hasFolder("/boite/output"))
  }

  // MARK: Killed

  private static let before = [
    "guide/a.html": "a", "guide/b.html": "b", "index.html": "i", "style.1.css": "s", "vieux/v.txt": "v",
  ]
  private static let after = [
    "guide/a.html": "a, autrement", "index.html": "i, autrement", "style.2.css": "s, autrement", "neuf/n.txt": "n",
  ]

  private func publish(_ files: [String: String], on disk: MemoryDisk, changes: Int? = nil) -> OutputWriter.Outcome {
    disk.stop(afterChanges: changes)
    defer { disk.stop(afterChanges: nil) }
    let staged = files.sorted { $0.key < $1.key }.map { StagedFile(path: $0.key, bytes: Array($0.value.utf8)) }
    return OutputWriter(output: "/sortie", shown: "sortie", fileSystem: disk.fileSystem).publish(staged)
  }

  /// The published files, without Trousse's own records.
  private func published(on disk: MemoryDisk) -> [String: String] {
    disk.files(below: "/sortie").filter { !$0.key.hasPrefix(".trousse/") }
  }

  /// A disk with the former site.
  private func publishedDisk() -> MemoryDisk {
    let disk = MemoryDisk()
    #expect(publish(Self.before, on: disk).diagnostics == [])
    return disk
  }

  @Test func `killed at any change, each file is whole, and the next publication ends what was begun`() {
    var count = 0
    while true {
      let disk = publishedDisk()
      let isKilled = !publish(Self.after, on: disk, changes: count).diagnostics.isEmpty
      for (path, text) in published(on: disk) where !OutputPath.isStaged(Path.name(path)) {
        #expect(text == Self.before[path] || text == Self.after[path], "\(path), change \(count)")
      }
      #expect(publish(Self.after, on: disk).diagnostics == [], "change \(count)")
      #expect(published(on: disk) == Self.after, "change \(count)")
      #expect(disk.files(below: "/sortie/.trousse").keys.sorted() == ["manifest.json"], "change \(count)")
      guard isKilled else { break }
      count += 1
    }
    #expect(count > 15)
  }

  @Test func `killed, then the edit undone: what was put in place is still Trousse's`() {
    for count in 0..<25 {
      let disk = publishedDisk()
      _ = publish(Self.after, on: disk, changes: count)
      #expect(publish(Self.before, on: disk).diagnostics == [], "change \(count)")
      #expect(published(on: disk) == Self.before, "change \(count)")
      #expect(!disk.hasFolder("/sortie/neuf"), "change \(count)")
    }
  }

  @Test func `killed twice, and edited between: what either put in place is still Trousse's`() {
    let between = Self.after.merging(["guide/a.html": "a, encore", "index.html": "i, encore"]) { _, new in new }
    for first in 0..<25 {
      for second in 0..<25 {
        let disk = publishedDisk()
        _ = publish(Self.after, on: disk, changes: first)
        _ = publish(between, on: disk, changes: second)
        #expect(publish(Self.before, on: disk).diagnostics == [], "changes \(first), \(second)")
        #expect(published(on: disk) == Self.before, "changes \(first), \(second)")
      }
    }
  }

  @Test func `what was put in place and then changed by somebody is foreign, journal or not`() {
    let disk = publishedDisk()
    _ = publish(Self.after, on: disk, changes: 14)
    disk["/sortie/index.html"] = "retouché"
    #expect(publish(Self.after, on: disk).diagnostics.map(\.shortDescription) == ["foreign-file sortie/index.html"])
    #expect(disk["/sortie/index.html"] == "retouché")
  }

  @Test func `what waited when a run was killed is cleaned up; what only looks like it is not`() {
    let site = FixtureSite(["guide/a.md": Self.front])
    _ = site.build()
    let before = site.output
    let waiting = OutputPath.staged("guide/disparu.html")
    let others = ["guide/.trousse-staged-moi", "guide/" + OutputPath.staged("a") + ".html", ".htaccess"]
    for path in [waiting] + others { site.disk["/boite/output/" + path] = "x" }
    let report = site.build()
    #expect(report.written == 0 && report.diagnostics == [])
    #expect(site.output == before.merging(others.map { ($0, "x") }) { first, _ in first })
  }

  @Test func `a failure between the renamings says that a part is in place, and that the next build will finish`() {
    let site = FixtureSite(["guide/a.md": Self.front])
    site.disk.refuse("/boite/output/index.html", EIO)
    let report = site.build()
    #expect(report.diagnostics.map(\.id) == [.unwritableOutput])
    #expect(report.diagnostics.first?.help?.english.contains("next build will finish") == true)
    #expect(report.diagnostics.first?.message.french.contains("(output/index.html)") == true)
  }

  @Test func `what waits has the name of no page, and one of fixed length`() {
    let long = "guide/" + String(repeating: "é", count: 125) + ".html"
    #expect(OutputPath.staged(long).hasPrefix("guide/.trousse-staged-"))
    #expect(OutputPath.staged(long).utf8.count < 60)
    #expect(OutputPath.isStaged(String(OutputPath.staged(long).dropFirst("guide/".count))))
  }
}
