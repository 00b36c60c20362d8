import Diagnostics
import DiskSupport

@testable import SiteBuilding
@testable import SitePublication

/// Compares a build with a clean one: their findings, their published files, and the reported changes.
extension RandomSequence {
  func compare(_ report: SiteGenerator.Report, with clean: SiteGenerator.Report) throws {
    let found = report.diagnostics.filter { $0.id != .ignoredCache }
    for (ours, theirs) in zip(found, clean.diagnostics) where ours != theirs {
      throw fault("a finding differs: \(ours)\n— from a clean build: \(theirs)")
    }
    try require(
      found.count == clean.diagnostics.count, "found \(found.count), a clean build \(clean.diagnostics.count)")
    try require((report.written == nil) == (clean.written == nil), "one of both builds published, the other did not")
    let counts = { (report: SiteGenerator.Report) in
      [report.pages, report.editions, report.links, report.placeholders, report.toComplete]
    }
    try require(counts(report) == counts(clean), "counts \(counts(report)), of a clean build \(counts(clean))")
    try require(report.siteLanguage == clean.siteLanguage, "language")
    for file in Set(found.filter { $0.location?.range != nil }.compactMap(\.location?.file)) {
      try require(report.sources[file]?.bytes == clean.sources[file]?.bytes, "the text of \(file) to be shown")
    }
    let isSaid = report.diagnostics.contains { $0.id == .ignoredCache }
    try require(!isDamaged || isSaid, "nothing was said of a damaged record")
  }

  static func manifest(_ disk: DiskTree) -> Manifest? {
    (try? disk.read(SampleToolbox.output + "/" + Manifest.path)).flatMap { Manifest($0) }
  }

  func compareFiles(
    _ files: [String: [UInt8]], with clean: [String: [UInt8]], _ cleanManifest: Manifest?
  ) throws {
    guard let manifest = Self.manifest(disk.tree) else { throw fault("no manifest") }
    for path in manifest.former.sorted() where clean[path] == nil {
      try require(OutputPath.isFingerprinted(path), "\(path) stayed for former pages")
    }
    let former = manifest.former.filter { clean[$0] == nil }
    for path in Set(files.keys).union(clean.keys).subtracting(former).sorted() where files[path] != clean[path] {
      throw fault("\(path) differs: \(Self.difference(files[path], clean[path]))")
    }
    try require(manifest.current == cleanManifest?.files, "the manifest")
    try require(disk.tree.kind(SampleToolbox.output + "/" + Journal.path) == nil, "a journal is left")
  }

  /// Checks that the reported changes are those of the files.
  func compareChanges(
    _ report: SiteGenerator.Report, before: [String: [UInt8]], after: [String: [UInt8]]
  ) throws {
    let written = after.filter { before[$0.key] != $0.value }.keys.sorted()
    try require(report.written == written.count, "\(report.written ?? -1) are said to be written, \(written) were")
    let removed = before.keys.filter { after[$0] == nil }.sorted()
    try require(report.removed == removed.count, "\(report.removed) are said to be removed, \(removed) were")
    let (old, new) = (published.filter { OutputPath.isPage($0.key) }, after.filter { OutputPath.isPage($0.key) })
    let changes = report.changes
    let came = (changes.added + changes.moved.map(\.to)).sorted()
    try require(came == new.keys.filter { old[$0] == nil }.sorted(), "pages that are said to come: \(came)")
    let went = (changes.removed + changes.moved.map(\.from)).sorted()
    try require(went == old.keys.filter { new[$0] == nil }.sorted(), "pages that are said to go: \(went)")
    let changed = new.filter { old[$0.key] != nil && old[$0.key] != $0.value }.keys.sorted()
    try require(changes.changed == changed, "pages that are said to change: \(changes.changed), not \(changed)")
    let gone = changed.filter { !lost.contains($0) }.flatMap { path in
      Self.anchors(old[path]).subtracting(Self.anchors(new[path])).sorted().map { "\(path)#\($0)" }
    }
    try require(changes.anchorsGone == gone, "anchors that are said to be gone: \(changes.anchorsGone), not \(gone)")
  }

  private static func anchors(_ page: [UInt8]?) -> Set<String> {
    let text = String(decoding: page ?? [], as: UTF8.self)
    let ids = text.matches(of: /<[^<>]* id="([^"]*)"/).map { String($0.output.1) }
    return Set(ids.filter { !$0.contains("_") })
  }

  // MARK: Reports of faults

  func require(_ isTrue: Bool, _ what: @autoclosure () -> String) throws {
    if !isTrue { throw fault(what()) }
  }

  private func fault(_ what: String) -> Fault {
    Fault(
      description:
        "seed \(seed), \(editor.sample.facets.map { "\($0)" }.sorted()):\n\(editor.log.joined(separator: "\n"))\n⇒ \(what)"
    )
  }

  /// The first line that differs.
  private static func difference(_ ours: [UInt8]?, _ theirs: [UInt8]?) -> String {
    guard let ours else { return "only a clean build has it" }
    guard let theirs else { return "a clean build has it not" }
    let lines = [ours, theirs].map { bytes in bytes.split(separator: 10).map { String(decoding: $0, as: UTF8.self) } }
    for (index, pair) in zip(lines[0], lines[1]).enumerated() where pair.0 != pair.1 {
      return "line \(index + 1)\n  \(pair.0.prefix(600))\n— from a clean build:\n  \(pair.1.prefix(600))"
    }
    return "\(ours.count) bytes, from a clean build \(theirs.count)"
  }
}
