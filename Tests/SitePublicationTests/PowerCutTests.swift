import DiskSupport
import Files
import Foundation
import Testing

@testable import SitePlanning
@testable import SitePublication

/// A power cut, at any instant, leaves every published file whole and its owner known.
@Suite struct PowerCutTests {
  private static let before = [
    "guide/a.html": "a, d’abord", "guide/b.html": "b, d’abord", "index.html": "accueil", "vieux/v.txt": "vieux",
    "ressources-du-site/style.0123456789.css": "feuille",
  ]
  private static let after = [
    "guide/a.html": "a, autrement", "index.html": "accueil, autrement", "neuf/profond/n.txt": "neuf",
    "ressources-du-site/style.abcdef0123.css": "feuille, autrement",
  ]

  private func publish(_ files: [String: String], on fileSystem: FileSystem) -> OutputWriter.Outcome {
    let staged = files.sorted { $0.key < $1.key }.map { StagedFile(path: $0.key, bytes: Array($0.value.utf8)) }
    return OutputWriter(output: "/sortie", shown: "sortie", fileSystem: fileSystem).publish(staged)
  }

  private func published(on disk: MemoryDisk) -> [String: String] {
    disk.files(below: "/sortie").filter { !$0.key.hasPrefix(".trousse/") }
  }

  /// The site without the assets that stay for former pages.
  private func current(on disk: MemoryDisk, of site: [String: String]) -> [String: String] {
    published(on: disk).filter { site[$0.key] != nil || !$0.key.hasPrefix("ressources-du-site/") }
  }

  /// Checks the disk after a cut at each instant of a publication.
  private func cut(_ disk: MemoryDisk, whole: [[String: String]], line: Int = #line) {
    let power = PowerCut(disk, below: "/sortie")
    #expect(publish(Self.after, on: power.fileSystem).diagnostics == [])
    #expect(power.instants > 20)
    for instant in 0...power.instants {
      for seed in 1...20 {
        var random = RepeatableRandom(UInt64(instant * 1000 + seed))
        let found = power.survivors(at: instant, &random)
        let place = "from line \(line), instant \(instant), seed \(seed)"
        for (path, text) in published(on: found) where !OutputPath.isStaged(Path.name(path)) {
          #expect(whole.contains { $0[path] == text }, "\(path) \(place)")
        }
        let next = seed.isMultiple(of: 2) ? Self.after : Self.before
        #expect(publish(next, on: found.fileSystem).diagnostics == [], "\(place)")
        #expect(current(on: found, of: next) == next, "\(place)")
      }
    }
  }

  @Test func `while a first site is published`() { cut(MemoryDisk(), whole: [Self.after]) }

  @Test func `while a site replaces another`() {
    let disk = MemoryDisk()
    _ = publish(Self.before, on: disk.fileSystem)
    cut(disk, whole: [Self.before, Self.after])
  }

  @Test func `while a site replaces what a build left that was killed`() {
    let between = Self.before.merging(["guide/a.html": "a, entre-temps", "guide/c.html": "c"]) { _, new in new }
    for changes in [5, 6, 7, 8] {
      let disk = MemoryDisk()
      _ = publish(Self.before, on: disk.fileSystem)
      disk.stop(afterChanges: changes)
      _ = publish(between, on: disk.fileSystem)
      disk.stop(afterChanges: nil)
      #expect(disk["/sortie/.trousse/journal.json"] != nil)
      cut(disk, whole: [Self.before, between, Self.after])
    }
  }

  @Test func `what was published outlasts a power cut from then on`() {
    let disk = MemoryDisk()
    let power = PowerCut(disk, below: "/sortie")
    _ = publish(Self.after, on: power.fileSystem)
    for seed in 1...50 {
      var random = RepeatableRandom(UInt64(seed))
      #expect(published(on: power.survivors(at: power.instants, &random)) == Self.after)
    }
  }
}
