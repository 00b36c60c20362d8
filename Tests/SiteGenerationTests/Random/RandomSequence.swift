import Diagnostics
import Foundation
import TestSupport
import ToolboxLoading

@testable import SiteGeneration

/// A toolbox that is edited and built, again and again; each build is held against one that begins with nothing.
struct RandomSequence {
  /// What is wrong, with all that it takes to see it again.
  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  /// What came of the builds.
  struct Outcomes {
    /// How many published, and how many were stopped.
    var (published, stopped) = (0, 0)
    /// How many published something without doing everything.
    var partial = 0

    static func += (sum: inout Outcomes, more: Outcomes) {
      sum.published += more.published
      sum.stopped += more.stopped
      sum.partial += more.partial
    }
  }

  private let seed: UInt64
  private let disk: TimedDisk
  private var editor: RandomEditor
  private var options: SiteGenerator.Options
  /// What was published last, and which of it somebody else did away with since.
  private var published: [String: [UInt8]] = [:]
  private var lost: Set<String> = []
  /// Whether the record of the last build was damaged since.
  private var isDamaged = false
  private(set) var outcomes = Outcomes()

  init(seed: UInt64) throws {
    self.seed = seed
    var random = SeededGenerator(seed: seed)
    let all = SampleToolbox.combinations
    // That which has everything is the most telling.
    let facets = (Bool.random(using: &random) ? all.last : all.randomElement(using: &random)) ?? []
    let start = try FirstBuild.of(SampleToolbox(facets: facets))
    var tree = start.disk
    // Most disks tell moments apart by milliseconds, some by seconds.
    if Int.random(in: 0..<8, using: &random) == 0 { tree.tick = 2_000_000_000 }
    disk = TimedDisk(tree)
    published = start.published
    editor = RandomEditor(sample: SampleToolbox(facets: facets), random: random)
    editor.remember(tree)
    options = FirstBuild.options
  }

  /// Edits and builds so many times.
  mutating func run(_ steps: Int) throws {
    for step in 1...steps {
      editor.log.append("— step \(step)")
      try change()
      try build()
    }
  }

  // MARK: Between two builds

  private mutating func change() throws {
    var tree = disk.tree
    wait(&tree)
    // Errors are mended sooner or later, or all that follows would be errors.
    let isMended = isStopped && !chance(3)
    let isWriting = !isMended && chance(2)
    if isMended { try editor.restore(all: true, &tree) }
    for _ in 0..<(isMended ? 0 : editCount(isWriting: isWriting)) {
      if isWriting { try editor.write(&tree) } else { try editor.edit(&tree) }
      if chance(2) { wait(&tree) }
    }
    if chance(6) { try changeOutput(&tree) }
    if chance(8) { try changeCaches(&tree) }
    disk.tree = tree
    if chance(20) { audit() }
    options.baseURL = chance(15) ? "https://www.autre.fr" : nil
    options.isStrict = chance(15)
    options.theme = chance(25) ? "default" : nil
    let asked = [options.baseURL, options.theme, options.isStrict ? "strict" : nil].compactMap { $0 }
    if !asked.isEmpty { editor.log.append("asked for \(asked)") }
  }

  private var isStopped = false

  /// One edit, most of the time: among several, there is mostly one that has everything done anew.
  private mutating func editCount(isWriting: Bool) -> Int {
    let counts = isWriting ? [1, 1, 1, 1, 2, 3] : [1, 1, 1, 2, 2, 3, 5]
    return counts.randomElement(using: &editor.random) ?? 1
  }

  private mutating func chance(_ number: Int) -> Bool { Int.random(in: 0..<number, using: &editor.random) == 0 }

  /// Lets some time pass: none, less than the disk's clock can tell, more than that, more than any disk needs.
  private mutating func wait(_ tree: inout DiskTree) {
    let time = [0, 0, 1_000, 5_000_000, 100_000_000, 10_000_000_000].randomElement(using: &editor.random) ?? 0
    tree.now += UInt64(time)
    if time > 0 { editor.log.append("wait \(time) ns") }
  }

  /// Somebody does away with a page.
  private mutating func changeOutput(_ tree: inout DiskTree) throws {
    let pages = tree.files(below: SampleToolbox.output).keys.filter { !$0.hasPrefix(".trousse") }.sorted()
    guard let page = pages.randomElement(using: &editor.random) else { return }
    editor.log.append("gone from the output: \(page)")
    try tree.remove(SampleToolbox.output + "/" + page)
    lost.insert(page)
  }

  private mutating func changeCaches(_ tree: inout DiskTree) throws {
    let folder = SampleToolbox.root + "/.trousse"
    guard let name = tree.files(below: folder).keys.sorted().randomElement(using: &editor.random) else { return }
    let path = folder + "/" + name
    var bytes = try tree.read(path)
    switch Int.random(in: 0..<4, using: &editor.random) {
    case 0:
      editor.log.append("without \(name)")
      return try tree.remove(path)
    case 1:
      let length = Int.random(in: 0..<max(bytes.count, 1), using: &editor.random)
      editor.log.append("\(name) cut to \(length) bytes")
      bytes.removeLast(bytes.count - length)
      isDamaged = isDamaged || name == "construction.bin"
    case 2:
      guard let place = bytes.indices.randomElement(using: &editor.random) else { return }
      editor.log.append("\(name) wrong in byte \(place)")
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &editor.random)
      isDamaged = isDamaged || name == "construction.bin"
    default:
      guard let other = try? FirstBuild.otherCaches.get() else { return }
      editor.log.append("\(name) of another site")
      guard let others = other[name] else { return try tree.remove(path) }
      bytes = others
      isDamaged = isDamaged && name != "construction.bin"
    }
    try tree.put(path, bytes)
  }

  private mutating func audit() {
    guard let record = SiteGenerator(options, fileSystem: disk.fileSystem).audit(on: "2026-02-10").record else {
      return
    }
    editor.log.append("audit")
    _ = MeasureRecordFile(root: SampleToolbox.root, fileSystem: disk.fileSystem).write(record)
  }

  // MARK: A build, and the same from nothing

  private mutating func build() throws {
    let clean = try cleanBuild()
    let before = outputFiles
    let report = SiteGenerator(options, fileSystem: disk.fileSystem).build()
    let after = outputFiles
    try compare(report, with: clean.report)
    isDamaged = false
    isStopped = report.written == nil
    guard !clean.report.hasErrors else {
      outcomes.stopped += 1
      return try require(before == after, "a build that was stopped changed the output")
    }
    outcomes.published += 1
    // Only a full build has the toolbox in hand.
    if report.toolbox == nil, report.written ?? 0 > 0 { outcomes.partial += 1 }
    try compareFiles(after, with: clean.files, clean.manifest)
    try compareChanges(report, before: before, after: after)
    published = clean.files
    lost = []
    editor.remember(disk.tree)
  }

  private var outputFiles: [String: [UInt8]] {
    disk.tree.files(below: SampleToolbox.output).filter { !$0.key.hasPrefix(".trousse") }
  }

  /// Builds a copy that has no output and no record of the last build. It keeps the record of former anchors, which
  /// tells findings about headings that were renamed: it is what happened before, not how much is done.
  private func cleanBuild() throws -> (report: SiteGenerator.Report, files: [String: [UInt8]], manifest: Manifest?) {
    var tree = disk.tree
    let anchors = SampleToolbox.root + "/.trousse/anchors.json"
    let kept = try? tree.read(anchors)
    tree.removeTree(SampleToolbox.root + "/.trousse")
    tree.removeTree(SampleToolbox.output)
    if let kept { try tree.put(anchors, kept) }
    let copy = TimedDisk(tree)
    let report = SiteGenerator(options, fileSystem: copy.fileSystem).build()
    let files = copy.tree.files(below: SampleToolbox.output).filter { !$0.key.hasPrefix(".trousse") }
    return (report, files, Self.manifest(copy.tree))
  }

  private func compare(_ report: SiteGenerator.Report, with clean: SiteGenerator.Report) throws {
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

  private static func manifest(_ disk: DiskTree) -> Manifest? {
    (try? disk.read(SampleToolbox.output + "/" + Manifest.path)).flatMap { Manifest($0) }
  }

  private func compareFiles(
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

  /// What is said to have changed is what changed.
  private func compareChanges(
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

  // MARK: What is said of a fault

  private func require(_ isTrue: Bool, _ what: @autoclosure () -> String) throws {
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
