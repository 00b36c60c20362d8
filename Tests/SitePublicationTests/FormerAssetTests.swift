import DiskSupport
import SiteSupport
import Testing

@testable import SitePlanning
@testable import SitePublication

/// The theme's files of the former publication stay for one more.
@Suite struct FormerAssetTests {
  private static let folder = "ressources-du-site/"

  private func site(_ number: Int, text: String = "") -> [String: String] {
    ["index.html": "page \(number)\(text)", Self.folder + "style.000000000\(number).css": "feuille \(number)"]
  }

  private func publish(_ files: [String: String], on disk: MemoryDisk) -> OutputWriter.Outcome {
    let staged = files.sorted { $0.key < $1.key }.map { StagedFile(path: $0.key, bytes: Array($0.value.utf8)) }
    return OutputWriter(output: "/sortie", shown: "sortie", fileSystem: disk.fileSystem).publish(staged)
  }

  /// The numbers of the published style sheets.
  private func sheets(on disk: MemoryDisk) -> [String] {
    disk.files(below: "/sortie/ressources-du-site").keys.sorted().map {
      String($0.dropFirst("style.000000000".count).prefix(1))
    }
  }

  @Test func `a former style sheet stays beside the new one, and goes with the next change`() {
    let disk = MemoryDisk()
    _ = publish(site(1), on: disk)
    #expect(publish(site(2), on: disk).removed == 0)
    #expect(sheets(on: disk) == ["1", "2"])
    #expect(publish(site(3), on: disk).removed == 1)
    #expect(sheets(on: disk) == ["2", "3"])
    #expect(publish(site(3, text: ", autrement"), on: disk).removed == 1)
    #expect(sheets(on: disk) == ["3"])
  }

  @Test func `a build that changes nothing writes nothing, and the former style sheet stays`() {
    let disk = MemoryDisk()
    _ = publish(site(1), on: disk)
    _ = publish(site(2), on: disk)
    let writes = disk.writes
    for _ in 0..<2 { #expect(publish(site(2), on: disk).written == 0) }
    #expect(sheets(on: disk) == ["1", "2"])
    #expect(disk.writes == writes)
  }

  @Test func `a page that is mended is no new publication`() {
    let disk = MemoryDisk()
    _ = publish(site(1), on: disk)
    _ = publish(site(2), on: disk)
    disk["/sortie/index.html"] = nil
    #expect(publish(site(2), on: disk).written == 1)
    #expect(sheets(on: disk) == ["1", "2"])
  }

  @Test func `a style sheet that comes back is of the site again`() {
    let disk = MemoryDisk()
    for number in [1, 2, 1] { _ = publish(site(number), on: disk) }
    #expect(sheets(on: disk) == ["1", "2"])
    _ = publish(site(3), on: disk)
    #expect(sheets(on: disk) == ["1", "3"])
  }

  @Test func `killed, then ended by the next: the style sheet of the site before both is still there`() {
    for count in 0..<20 {
      let disk = MemoryDisk()
      _ = publish(site(1), on: disk)
      disk.stop(afterChanges: count)
      _ = publish(site(2), on: disk)
      disk.stop(afterChanges: nil)
      #expect(publish(site(2), on: disk).diagnostics == [])
      #expect(sheets(on: disk) == ["1", "2"], "change \(count)")
    }
  }

  @Test func `a style sheet that a build put in place before it was killed stays for those who saw its pages`() {
    let disk = MemoryDisk()
    _ = publish(site(1), on: disk)
    disk.stop(afterChanges: 7)
    _ = publish(site(2), on: disk)
    disk.stop(afterChanges: nil)
    #expect(sheets(on: disk) == ["1", "2"])
    _ = publish(site(3), on: disk)
    #expect(sheets(on: disk) == ["1", "2", "3"])
    _ = publish(site(3, text: ", autrement"), on: disk)
    #expect(sheets(on: disk) == ["3"])
  }

  @Test func `only names that change with their content are kept: any other file goes at once`() {
    let disk = MemoryDisk()
    let others = ["index-recherche.js", "style.css", "style.12345.css", "profond/style.0000000001.css"]
    _ = publish(Dictionary(uniqueKeysWithValues: others.map { (Self.folder + $0, "x") }), on: disk)
    _ = publish(site(1), on: disk)
    #expect(sheets(on: disk) == ["1"])
  }

  @Test func `a changed look of a real site leaves the sheet that its former pages name`() throws {
    let site = FixtureSite(["guide/a.md": "---\ntitre: A\nordre: 1\n---\n"])
    _ = site.build()
    let before = site.output
    let sheet = try #require(before.keys.first { $0.hasSuffix(".css") })
    site.disk["/boite/content/site.yml"] = "titre: Une boîte à outils\ncouleurs:\n  accent: \"#5b2a86\"\n"
    #expect(site.build().diagnostics == [])
    #expect(site.output[sheet] == before[sheet])
    #expect(site.output["index.html"]?.contains(sheet) == false)
  }
}
