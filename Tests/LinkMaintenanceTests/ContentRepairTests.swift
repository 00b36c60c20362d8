import Diagnostics
import ExternalLinks
import Foundation
import Glibc
import LinkMaintenance
import DiskSupport
import Testing
import ToolboxLoading

@Suite struct ContentRepairTests {
  private static let old = "https://ancien.fr/page"
  private static let new = "https://nouveau.fr/page"

  /// A toolbox of one chapter, and the results of a check of its links.
  private func checked(_ body: String, on disk: MemoryDisk) throws -> [CheckedLink] {
    disk["/b/content/site.yml"] = "titre: T\n"
    disk["/b/content/guide/a.md"] = Fixture.chapter(body)
    let toolbox = try #require(ToolboxLoader(root: "/b", fileSystem: disk.fileSystem).load().toolbox)
    let record = LinkRecord([
      Fixture.known(Self.old, .moved(to: Self.new)), Fixture.known("https://refus.fr", .toCheckByHand(.forbidden)),
    ])
    let answer = LinkOutcome(address: Self.old, verdict: .moved(to: Self.new))
    return CheckedLink.all(LinkInventory.links(of: toolbox), in: record, answers: [answer])
  }

  @Test func `what moved is rewritten, and the rest of what was found remains`() throws {
    let disk = MemoryDisk()
    let links = try checked("[a](\(Self.old)) [b](https://refus.fr)", on: disk)
    let repair = ContentRepair(of: links, root: "/b", fileSystem: disk.fileSystem)
    #expect(repair.write() == [])
    #expect(disk["/b/content/guide/a.md"] == Fixture.chapter("[a](\(Self.new)) [b](https://refus.fr)"))
    #expect(repair.remaining(of: links).map(\.known.address) == ["https://refus.fr"])
    #expect(disk.files(below: "/b/content/guide").keys.sorted() == ["a.md"])
  }

  // The anchor of a heading contains its bare addresses: rewriting one would break links to the heading.
  @Test func `what cannot be rewritten stays among what is to be done, where it stands`() throws {
    let disk = MemoryDisk()
    let links = try checked("[a](\(Self.old))\n\n## \(Self.old)", on: disk)
    let repair = ContentRepair(of: links, root: "/b", fileSystem: disk.fileSystem)
    #expect(repair.skipped.map(\.reason) == [.sideEffect])
    let remaining = repair.remaining(of: links)
    #expect(remaining.map(\.known.address) == [Self.old])
    #expect(remaining.first?.links.map { $0.location.range?.start.line } == [7])
  }

  @Test func `the new address is remembered, the old one as long as it stands somewhere`() throws {
    let disk = MemoryDisk()
    let record = LinkRecord([Fixture.known(Self.old, .moved(to: Self.new))])
    for (body, left) in [("[a](\(Self.old))", false), ("[a](\(Self.old))\n\n## \(Self.old)", true)] {
      let repair = ContentRepair(of: try checked(body, on: disk), root: "/b", fileSystem: disk.fileSystem)
      let kept = repair.remembered(in: record, checkedAt: Fixture.start)
      #expect(kept[Self.new]?.verdict == .works)
      #expect((kept[Self.old] != nil) == left)
    }
  }

  @Test func `a disk that refuses loses nothing`() throws {
    let disk = MemoryDisk()
    let links = try checked("[a](\(Self.old))", on: disk)
    let before = disk["/b/content/guide/a.md"]
    disk.refuseChanges(in: "/b/content/guide", EROFS)
    let problems = ContentRepair(of: links, root: "/b", fileSystem: disk.fileSystem).write()
    #expect(problems.map(\.cause) == [.machine])
    #expect(disk["/b/content/guide/a.md"] == before)
  }
}
