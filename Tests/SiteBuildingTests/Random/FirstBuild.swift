import DiskSupport
import Foundation
import Synchronization

@testable import SiteBuilding
@testable import SitePublication

/// A sample toolbox that was built once: all sequences of edits begin with it.
struct FirstBuild {
  /// The disk, with the published files and the records.
  var disk: DiskTree
  /// The published files, without Trousse's records.
  var published: [String: [UInt8]]

  static let options = SiteGenerator.Options(
    root: SampleToolbox.root, output: SampleToolbox.output, shownOutput: "output", theme: nil,
    themeFolders: [SampleToolbox.root + "/themes", SampleToolbox.installed], baseURL: nil, isStrict: false)

  private static let builds = Mutex<[Set<SampleToolbox.Facet>: FirstBuild]>([:])

  /// The first build of a sample, made at the first call.
  static func of(_ sample: SampleToolbox) throws -> FirstBuild {
    if let known = builds.withLock({ $0[sample.facets] }) { return known }
    let build = FirstBuild(on: try sample.disk())
    builds.withLock { $0[sample.facets] = build }
    return build
  }

  private init(on tree: DiskTree) {
    let timed = TimedDisk(tree)
    _ = SiteGenerator(Self.options, fileSystem: timed.fileSystem).build()
    disk = timed.tree
    published = disk.files(below: SampleToolbox.output).filter { !$0.key.hasPrefix(OutputPath.folder) }
  }

  /// The caches of a site that was built on another disk.
  static let otherCaches: Result<[String: [UInt8]], any Error> = Result {
    var other = DiskTree(device: 2)
    for (path, bytes) in try SampleToolbox(facets: [.pages]).disk().files(below: "/") {
      try other.put("/" + path, bytes)
    }
    other.now += 60_000_000_000
    return FirstBuild(on: other).disk.files(below: SampleToolbox.root + "/.trousse")
  }
}
