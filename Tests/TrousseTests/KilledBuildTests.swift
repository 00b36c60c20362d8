import Foundation
import TextSupport
import Testing

/// Builds that are killed.
@Suite struct KilledBuildTests {
  private static let downloads = 30
  private static let kills = 50
  private static let seed: UInt64 = 20_261_125

  /// A toolbox in one of two versions, which differ in every page and download; each has a chapter that the other lacks.
  private static func files(_ version: String) -> [String: String] {
    var files = ["content/site.yml": "titre: Une boîte, version \(version)\n"]
    var links = ""
    for number in 0..<downloads {
      files["content/fichiers/\(number).txt"] = String(repeating: "\(version) \(number)\n", count: 100)
      links += "- [Fichier \(number)](../fichiers/\(number).txt)\n"
    }
    files["content/guide/a.md"] = "---\ntitre: A\nordre: 1\n---\n\n\(links)"
    files["content/guide/seulement-\(version).md"] = "---\ntitre: \(version)\nordre: 2\n---\n\nTexte.\n"
    return files
  }

  private func write(_ version: String, without other: String, to program: Program) throws {
    for path in Self.files(other).keys { try? FileManager.default.removeItem(at: program.root.appending(path: path)) }
    for (path, text) in Self.files(version) { try Data(text.utf8).write(to: program.root.appending(path: path)) }
  }

  /// The published files, without the records, the staged files, and the theme's files, which may be those of the
  /// former site.
  private func published(_ program: Program) throws -> [String: Data] {
    let output = program.root.appending(path: "output")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: output.path())
    let files = paths.filter { !$0.contains(".trousse") && !$0.hasPrefix("ressources-du-site/") && $0.contains(".") }
    return Dictionary(
      uniqueKeysWithValues: try files.map { ($0, try Data(contentsOf: output.appending(path: $0))) })
  }

  @Test
  func `50 times at a random instant of the writing: each file is whole, and the next build gives the right site`()
    throws
  {
    try Program.with(Self.files("un")) { program in
      try #expect(program.run(["build"]).status == 0)
      let first = try published(program)
      try write("deux", without: "un", to: program)
      let writing = try program.writingMicroseconds(["build"])
      let second = try published(program)
      #expect(first.keys.sorted() != second.keys.sorted() && first["fichiers/0.txt"] != second["fichiers/0.txt"])
      var random = SeededGenerator(seed: Self.seed)
      var interrupted = 0
      for round in 0..<Self.kills {
        let isFirst = round.isMultiple(of: 2)
        let (version, other) = isFirst ? ("un", "deux") : ("deux", "un")
        try write(version, without: other, to: program)
        let instant = UInt32.random(in: 0...writing, using: &random)
        let place: Comment = "seed \(Self.seed), round \(round): killed after \(instant) of \(writing) µs"
        if try program.killWhileWriting(["build"], afterMicroseconds: instant) { interrupted += 1 }
        for (path, content) in try published(program) where content != first[path] && content != second[path] {
          Issue.record("\(path), \(place)")
        }
        let next = try program.run(["build"])
        #expect(next.status == 0 && next.errors == "", place)
        try #expect(published(program) == (isFirst ? first : second), place)
        #expect(
          !FileManager.default.fileExists(atPath: program.root.appending(path: "output/.trousse/journal.json").path()),
          place)
      }
      #expect(interrupted > Self.kills / 5, "too few kills came while files were being written")
    }
  }
}

extension Program {
  /// How long a build writes, from taking the lock to releasing it.
  fileprivate func writingMicroseconds(_ arguments: [String]) throws -> UInt32 {
    let process = silent(arguments)
    let lock = root.appending(path: "output/.trousse/lock.json").path()
    try process.run()
    while process.isRunning, access(lock, F_OK) != 0 { usleep(50) }
    let start = ContinuousClock.now
    while process.isRunning, access(lock, F_OK) == 0 { usleep(50) }
    let duration = (ContinuousClock.now - start) / Duration.microseconds(1)
    process.waitUntilExit()
    return UInt32(max(duration, 1))
  }
}
