import Foundation
import Testing

@Suite("Builds that are killed")
struct KilledBuildTests {
  private static let downloads = 30

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

  /// What is published, without the records, what waits, and the theme's files, which may be those of the site before.
  private func published(_ program: Program) throws -> [String: Data] {
    let output = program.root.appending(path: "output")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: output.path())
    let files = paths.filter { !$0.contains(".trousse") && !$0.hasPrefix("ressources-du-site/") && $0.contains(".") }
    return Dictionary(
      uniqueKeysWithValues: try files.map { ($0, try Data(contentsOf: output.appending(path: $0))) })
  }

  @Test("50 times at a random instant of the writing: each file is whole, and the next build gives the right site")
  func killed() throws {
    try Program.with(Self.files("un")) { program in
      try #expect(program.run(["build"]).status == 0)
      let first = try published(program)
      try write("deux", without: "un", to: program)
      try #expect(program.run(["build"]).status == 0)
      let second = try published(program)
      #expect(first.keys.sorted() != second.keys.sorted() && first["fichiers/0.txt"] != second["fichiers/0.txt"])
      var interrupted = 0
      for round in 0..<50 {
        let isFirst = round.isMultiple(of: 2)
        let (version, other) = isFirst ? ("un", "deux") : ("deux", "un")
        try write(version, without: other, to: program)
        // The writing takes some milliseconds; delays are spread over them, and a little beyond.
        if try program.killWhileWriting(["build"], afterMicroseconds: UInt32(round) * 800) { interrupted += 1 }
        for (path, content) in try published(program) {
          #expect(content == first[path] || content == second[path], "\(path), round \(round)")
        }
        let next = try program.run(["build"])
        #expect(next.status == 0, "round \(round): \(next.errors)")
        try #expect(published(program) == (isFirst ? first : second), "round \(round)")
        #expect(
          !FileManager.default.fileExists(atPath: program.root.appending(path: "output/.trousse/journal.json").path()))
      }
      #expect(interrupted > 10, "too few kills came while files were being written")
    }
  }
}
