import Diagnostics
import DiskSupport
import Foundation
import TextSupport

@testable import SiteAudit
@testable import SiteBuilding
@testable import SitePublication

/// Edits and builds a toolbox repeatedly; each build is compared with a clean one.
struct RandomSequence {
  /// A difference, with all that is needed to reproduce it.
  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  /// The results of the builds.
  struct Outcomes {
    /// How many published, and how many an error stopped.
    var (published, stopped) = (0, 0)
    /// How many published changes without rendering all pages.
    var partial = 0

    static func += (sum: inout Outcomes, more: Outcomes) {
      sum.published += more.published
      sum.stopped += more.stopped
      sum.partial += more.partial
    }
  }

  let seed: UInt64
  let disk: TimedDisk
  private(set) var editor: RandomEditor
  private var options: SiteGenerator.Options
  /// The files of the last publication, and those that somebody removed since.
  private(set) var published: [String: [UInt8]] = [:]
  private(set) var lost: Set<String> = []
  /// Whether the record of the last build was damaged since.
  private(set) var isDamaged = false
  private(set) var outcomes = Outcomes()

  init(seed: UInt64) throws {
    self.seed = seed
    var random = SeededGenerator(seed: seed)
    let all = SampleToolbox.combinations
    // The toolbox with all facets finds the most.
    let facets = (Bool.random(using: &random) ? all.last : all.randomElement(using: &random)) ?? []
    let start = try FirstBuild.of(SampleToolbox(facets: facets))
    var tree = start.disk
    // Most disks have stamps in milliseconds, some in seconds.
    if Int.random(in: 0..<8, using: &random) == 0 { tree.tick = 2_000_000_000 }
    disk = TimedDisk(tree)
    published = start.published
    editor = RandomEditor(sample: SampleToolbox(facets: facets), random: random)
    editor.remember(tree)
    options = FirstBuild.options
  }

  /// Edits and builds `steps` times. The first step makes one edit alone, of a kind that the seed selects: beside other
  /// edits a fault could stay hidden, since one of those may cause a full build.
  mutating func run(_ steps: Int) throws {
    for step in 1...steps {
      editor.log.append("— step \(step)")
      if step == 1 { try changeAlone() } else { try change() }
      try build()
    }
  }

  // MARK: Between two builds

  private mutating func changeAlone() throws {
    var tree = disk.tree
    wait(&tree)
    let edits = RandomEditor.Edit.allCases
    let before = editor.log.count
    for _ in 0..<5 where editor.log.count == before { try editor.make(edits[Int(seed % UInt64(edits.count))], &tree) }
    wait(&tree)
    disk.tree = tree
  }

  private mutating func change() throws {
    var tree = disk.tree
    wait(&tree)
    // Errors are fixed sooner or later: else all later builds would have errors.
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

  /// Mostly one edit: among several, one usually causes a full build.
  private mutating func editCount(isWriting: Bool) -> Int {
    let counts = isWriting ? [1, 1, 1, 1, 2, 3] : [1, 1, 1, 2, 2, 3, 5]
    return counts.randomElement(using: &editor.random) ?? 1
  }

  private mutating func chance(_ number: Int) -> Bool { Int.random(in: 0..<number, using: &editor.random) == 0 }

  /// Lets time pass: none, less than the resolution of the disk's clock, more than that, more than any disk needs.
  private mutating func wait(_ tree: inout DiskTree) {
    let time = [0, 0, 1_000, 5_000_000, 100_000_000, 10_000_000_000].randomElement(using: &editor.random) ?? 0
    tree.now += UInt64(time)
    if time > 0 { editor.log.append("wait \(time) ns") }
  }

  /// Removes a page from the output.
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
    if report.computed["page"] ?? 0 < report.pages, report.written ?? 0 > 0 { outcomes.partial += 1 }
    try compareFiles(after, with: clean.files, clean.manifest)
    try compareChanges(report, before: before, after: after)
    published = clean.files
    lost = []
    editor.remember(disk.tree)
  }

  private var outputFiles: [String: [UInt8]] {
    disk.tree.files(below: SampleToolbox.output).filter { !$0.key.hasPrefix(".trousse") }
  }

  /// Builds a copy without output and without the record of the last build. The copy keeps the record of anchors, on
  /// which the findings about renamed headings depend: it holds the history of the content, not the extent of a build.
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
}
