import Foundation
import Testing

/// Files that claim to be larger than the memory that the program may use.
@Suite(.timeLimit(.minutes(2)))
struct HugeFileTests {
  private static let site = [
    "content/site.yml": "titre: Une boîte\ntheme: x\n", "content/fichiers/a.txt": "a",
    "content/guide/a.md": "---\ntitre: A\nordre: 1\n---\n\n[a](../fichiers/a.txt)\n",
    "themes/x/theme.yml": "extends: default\n", "themes/x/templates/pied.mustache": "", "themes/x/assets/x.woff2": "x",
  ]

  /// Runs the program with 4 GB of address space, half of the size that the files claim.
  private func run(_ program: Program, _ command: String) throws -> Program.Outcome {
    try program.runInShell("ulimit -v 4000000; exec \"$TROUSSE\" \(command) --lang en")
  }

  private func enlarge(_ path: String, in program: Program) throws {
    let file = program.root.appending(path: path).path()
    if !FileManager.default.fileExists(atPath: file) { _ = FileManager.default.createFile(atPath: file, contents: nil) }
    try #require(truncate(file, 8 << 30) == 0)
  }

  @Test(
    arguments: [
      ("content/site.yml", 4), ("content/guide/a.md", 4), ("content/accueil.md", 4), ("content/fichiers/a.txt", 100),
      ("content/liens.json", 64), ("content/declarations/accessibilite.yml", 4), ("themes/x/theme.yml", 4),
      ("themes/x/templates/pied.mustache", 4), ("themes/x/assets/x.woff2", 100), ("themes/x/assets/x.css", 4),
    ])
  func `content and theme: an error that names the file, its size and the limit`(path: String, limit: Int) throws {
    try Program.with(Self.site) { program in
      if path.hasSuffix(".css") {
        try Data("extends: default\nfeuilles: [x.css]\n".utf8).write(
          to: program.root.appending(path: "themes/x/theme.yml"))
      }
      try enlarge(path, in: program)
      for command in ["check", "build"] {
        let outcome = try run(program, command)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("\(path)") && outcome.errors.contains("[file-too-large]"))
        #expect(outcome.errors.contains("this file weighs 8590 MB; the limit is \(limit) MB"))
      }
    }
  }

  @Test func `render says so of its file`() throws {
    try Program.with(Self.site) { program in
      try enlarge("content/guide/a.md", in: program)
      let outcome = try run(program, "render content/guide/a.md")
      #expect(outcome.status == 1 && outcome.output == "")
      #expect(outcome.errors.contains("the limit is 4 MB"))
    }
  }

  @Test(arguments: [".trousse/construction.bin", ".trousse/anchors.json"])
  func `caches are made anew`(path: String) throws {
    try Program.with(Self.site) { program in
      try #expect(run(program, "build").status == 0)
      try enlarge(path, in: program)
      try #expect(run(program, "build").status == 0)
      let attributes = try FileManager.default.attributesOfItem(atPath: program.root.appending(path: path).path())
      #expect((attributes[.size] as? Int ?? .max) < 1_000_000)
    }
  }

  @Test(arguments: ["manifest.json", "journal.json"])
  func `records of the output are as good as unreadable ones`(name: String) throws {
    try Program.with(Self.site) { program in
      try #expect(run(program, "build").status == 0)
      try enlarge("output/.trousse/" + name, in: program)
      try #expect(run(program, "build").status == 0)
      try #expect(run(program, "build").output.contains("0 files written"))
    }
  }

  @Test(
    arguments: ["index.html", "lock"])
  func `a file in the place of a page is somebody’s, since Trousse writes none as large`(name: String) throws {
    try Program.with(Self.site) { program in
      try #expect(run(program, "build").status == 0)
      try enlarge(name == "lock" ? "output/.trousse/lock.json" : "output/" + name, in: program)
      let outcome = try run(program, "build")
      #expect(outcome.status == (name == "lock" ? 0 : 1))
      #expect(outcome.errors.contains("[foreign-file]") == (name != "lock"))
    }
  }
}
