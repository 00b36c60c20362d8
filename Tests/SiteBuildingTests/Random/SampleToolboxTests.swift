import Diagnostics
import DiskSupport
import Files
import Testing
import TextSupport

@testable import SiteBuilding

/// The toolbox that random edits begin with.
@Suite struct SampleToolboxTests {
  @Test(arguments: SampleToolbox.combinations) func `it is sound, whatever it has`(
    facets: Set<SampleToolbox.Facet>
  ) throws {
    let disk = TimedDisk(try SampleToolbox(facets: facets).disk())
    let report = SiteGenerator(FirstBuild.options, fileSystem: disk.fileSystem).build()
    let found = report.diagnostics.filter { $0.severity > .note && $0.id != .toComplete }
    // One link has no target on purpose: edits move the place of its finding.
    #expect(found.map(\.id) == (facets.contains(.collections) ? [.placeholderLink] : []) && report.written != nil)
    #expect(report.editions == (facets.contains(.editions) ? 2 : 0))
  }

  @Test func `what it is built from is known again, though the disk is not a real one`() throws {
    let disk = TimedDisk(try FirstBuild.of(SampleToolbox(facets: [])).disk)
    // Only a full build reports the toolbox.
    #expect(SiteGenerator(FirstBuild.options, fileSystem: disk.fileSystem).build().toolbox == nil)
  }

  @Test(arguments: RandomEditor.Edit.allCases) func `each edit changes the disk`(edit: RandomEditor.Edit) throws {
    let sample = SampleToolbox(facets: Set(SampleToolbox.Facet.allCases))
    let start = try sample.disk()
    var editor = RandomEditor(sample: sample, random: SeededGenerator(seed: 1))
    var other = start
    try other.put(SampleToolbox.content + "/guide/avant.md", "autre")
    editor.remember(other)
    var changes = 0
    for _ in 0..<20 {
      var disk = start
      disk.now += 1_000_000_000
      try editor.make(edit, &disk)
      let isNeutral = [.touched, .sameBytes].contains(edit)
      let isSame = RandomEditor.sources(disk) == RandomEditor.sources(start)
      if isNeutral ? isSame && Self.stamps(disk) != Self.stamps(start) : !isSame { changes += 1 }
    }
    #expect(changes >= 3)
  }

  private static func stamps(_ disk: DiskTree) -> [String: FileStamp?] {
    RandomEditor.sources(disk).reduce(into: [:]) { $0[$1.key] = disk.stamp($1.key) }
  }
}
