import DiskInputs
import DiskSupport
import Encodings
import Engine
import Files
import Testing
import TextSupport

/// All texts below a folder, read with a ``FileSystem``.
private struct AllTexts: Query {
  static let kind = "all"
  static let keeping = Keeping<String>.inRecord(
    write: { $1.add($0) }, read: { (r) throws(DamagedBytes) in try r.text() })

  var fallback: String { "" }

  static func read(_ folder: String, on disk: FileSystem) -> String {
    let items = (try? disk.list(folder, .all)) ?? []
    let texts = items.map { item -> String in
      let path = Path.join(folder, item.name)
      if item.kind == .folder { return "\(item.name)(\(read(path, on: disk)))" }
      let bytes = (try? disk.read(path, .text, .all)) ?? Array("?".utf8)
      return "\(item.name)\(item.isLink ? "@" : "=")\(String(decoding: bytes, as: UTF8.self))"
    }
    return "\(disk.realPath(folder) ?? "-"):" + texts.joined(separator: ",")
  }

  static func fingerprint(of answer: String) -> Fingerprint { Fingerprint(of: answer.utf8) }
  func write(to writer: inout ByteWriter) {}
  init(_ reader: inout ByteReader) throws(DamagedBytes) {}
  init() {}
}

/// Builds that read a disk through an engine.
@Suite struct DiskInputTests {
  private struct Builds {
    let disk: TimedDisk
    var record: [UInt8]?

    init() throws {
      var tree = DiskTree()
      try tree.createFolder("/f/sub")
      try tree.write("/f/a", Array("one".utf8))
      try tree.write("/f/sub/b", Array("two".utf8))
      tree.now += 1_000_000_000
      disk = TimedDisk(tree)
    }

    /// - Returns: the texts, and the number of questions about the disk that had to be answered.
    mutating func build() -> (texts: String, reads: Int) {
      let system = disk.fileSystem
      let all = Rule.computed(AllTexts.self) { AllTexts.read("/f", on: system.asked(by: $1)) }
      let engine = Engine([.disk(system), all], after: record)
      let texts = engine.ask(AllTexts())
      record = engine.nextRecord() ?? record
      return (texts, engine.runs["disk"] ?? 0)
    }

    var expected: String { AllTexts.read("/f", on: disk.fileSystem) }
  }

  @Test func `an unchanged disk is not read`() throws {
    var builds = try Builds()
    #expect(builds.build().texts == "/f:a=one,sub(/f/sub:b=two)")
    #expect(builds.build() == ("/f:a=one,sub(/f/sub:b=two)", 0))
  }

  @Test func `a file that was saved without a change counts as unchanged`() throws {
    var builds = try Builds()
    _ = builds.build()
    try builds.disk.fileSystem.write("/f/a", Array("one".utf8))
    #expect(builds.build().reads == 0)
  }

  @Test func `a change of the same size in the same tick of the clock is noticed`() throws {
    var builds = try Builds()
    try builds.disk.fileSystem.write("/f/a", Array("1st".utf8))
    _ = builds.build()
    try builds.disk.fileSystem.write("/f/a", Array("2nd".utf8))
    #expect(builds.build().texts == builds.expected)
  }

  @Test func `an item that appears where there was none is noticed`() throws {
    let system = try Builds().disk.fileSystem
    let rules: [Rule] = [
      .disk(system), .computed(AllTexts.self) { AllTexts.read("/new", on: system.asked(by: $1)) },
    ]
    let first = Engine(rules)
    #expect(first.ask(AllTexts()) == "-:")
    try system.createFolder("/new")
    #expect(Engine(rules, after: first.nextRecord()).ask(AllTexts()) == "/new:")
  }

  @Test(arguments: 0..<200) func `builds after random changes give what a fresh build gives`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var builds = try Builds()
    _ = builds.build()
    for _ in 0..<15 {
      for _ in 0..<Int.random(in: 0...2, using: &random) { try Self.change(builds.disk, &random) }
      let built = builds.build()
      #expect(built.texts == builds.expected)
      if Bool.random(using: &random) { builds.disk.tree.now += UInt64.random(in: 0...3_000_000_000, using: &random) }
    }
  }

  private static let paths = ["/f/a", "/f/c", "/f/sub", "/f/sub/b", "/f/sub/d"]

  private static func change(_ disk: TimedDisk, _ random: inout SeededGenerator) throws {
    let path = paths.randomElement(using: &random) ?? "/f/a"
    var tree = disk.tree
    switch Int.random(in: 0..<5, using: &random) {
    case 0, 1: try? tree.write(path, Array(["one", "two", "3"].randomElement(using: &random)?.utf8 ?? "".utf8))
    case 2: try? tree.remove(path)
    case 3: try? tree.rename(path, paths.randomElement(using: &random) ?? path)
    default: try? tree.createFolder(path)
    }
    disk.tree = tree
  }
}
