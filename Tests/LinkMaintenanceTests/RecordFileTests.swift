import Diagnostics
import ExternalLinks
import Glibc
import LinkMaintenance
import DiskSupport
import Testing

@Suite struct RecordFileTests {
  private let disk = MemoryDisk(["/b/content/site.yml": "titre: T\n"])
  private var file: LinkRecordFile { LinkRecordFile(root: "/b", fileSystem: disk.fileSystem) }
  private let record = LinkRecord([Fixture.known("https://a.fr", .works, lastWorked: Fixture.start)])

  @Test func `what is written is read again`() {
    #expect(file.write(record) == nil)
    let read = file.read()
    #expect(read.record == record)
    #expect(read.diagnostic == nil)
    #expect(disk.files(below: "/b/content").keys.sorted() == ["liens.json", "site.yml"])
  }

  @Test func `without a file nothing is known, and nothing is wrong`() {
    #expect(file.read().record == LinkRecord())
    #expect(file.read().diagnostic == nil)
  }

  @Test func `a record that a merge damaged is an error at its line`() throws {
    _ = file.write(record)
    let text = try #require(disk["/b/content/liens.json"])
    disk["/b/content/liens.json"] = text.replacing("    { ", with: "<<<<<<< HEAD\n    { ")
    let finding = try #require(file.read().diagnostic)
    #expect(finding.id == .damagedRecord)
    #expect(finding.severity == .error)
    #expect(finding.location?.range?.start.line == 4)
  }

  @Test func `the same record is not written twice`() {
    _ = file.write(record)
    let count = disk.writes.count
    #expect(file.write(record) == nil)
    #expect(disk.writes.count == count)
  }

  @Test func `a disk that refuses is the machine's fault, and loses nothing`() {
    _ = file.write(record)
    disk.refuseChanges(in: "/b/content", EROFS)
    let finding = file.write(LinkRecord())
    #expect(finding?.cause == .machine)
    #expect(file.read().record == record)
  }
}
