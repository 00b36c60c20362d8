import Foundation
import Testing

/// The command line.
@Suite struct CommandLineTests {
  private static let good = [
    "content/site.yml": "titre: Une boîte\n", "content/guide/a.md": "---\ntitre: A\nordre: 1\n---\n\nTexte.\n",
  ]

  private static func broken(site: String = "titre: Une boîte\n") -> [String: String] {
    ["content/site.yml": site, "content/guide/a.md": "---\ntitre: A\nordre: 1\n---\n\n[vu](b.md)\n"]
  }

  private func run(_ files: [String: String], _ body: (Program) throws -> Void) throws {
    try Program.with(files, body)
  }

  @Test(
    arguments: [
      "LC_ALL=C", "LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8", "TZ=Pacific/Kiritimati", "TZ=No/Where", "HOME=/nowhere",
      "umask 077;", "$(command -v taskset >/dev/null && echo taskset -c 0)",
    ])
  func `locale, time zone, home, umask and cores change no byte of a site`(setting: String) throws {
    try run(Self.good) { program in
      try #expect(program.run(["build", "--output", "un"]).status == 0)
      // Without the cache of the first build, the second makes every page itself.
      let outcome = try program.runInShell("rm -r .trousse; \(setting) \"$TROUSSE\" build --output deux")
      #expect(outcome.status == 0)
      let one = try Data(contentsOf: program.root.appending(path: "un/.trousse/manifest.json"))
      let two = try Data(contentsOf: program.root.appending(path: "deux/.trousse/manifest.json"))
      #expect(one == two)
    }
  }

  @Test func `a build ends with 0 and a summary: pages, editions, links, placeholders, time`() throws {
    try run(Self.good) { program in
      let outcome = try program.run(["build"])
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
      for word in ["7 pages", "0 édition", "liens vérifiés", "0 lien à venir", " ms"] {
        #expect(outcome.output.contains(word), "\(word): \(outcome.output)")
      }
      #expect(FileManager.default.fileExists(atPath: program.root.appending(path: "output/index.html").path()))
    }
  }

  @Test func `a quiet build says nothing where nothing is wrong`() throws {
    try run(Self.good) { program in
      let outcome = try program.run(["build", "--quiet"])
      #expect(outcome.status == 0 && outcome.output == "" && outcome.errors == "")
    }
  }

  @Test func `an error ends with 1, and shows the line with a caret`() throws {
    try run(Self.broken()) { program in
      let outcome = try program.run(["build"])
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("content/guide/a.md:6:6: erreur"))
      #expect(outcome.errors.contains("[vu](b.md)"))
      #expect(outcome.errors.contains("^^^^"))
      #expect(!FileManager.default.fileExists(atPath: program.root.appending(path: "output").path()))
    }
  }

  @Test func `a preview has one form: others are usage errors, and so is what is no port`() throws {
    try run(Self.good) { program in
      try #expect(program.run(["serve", "--format", "json"]).status == 64)
      try #expect(program.run(["serve", "--port", "70000"]).status == 64)
    }
  }

  @Test func `check writes nothing`() throws {
    try run(Self.good) { program in
      try #expect(program.run(["check"]).status == 0)
      #expect(!FileManager.default.fileExists(atPath: program.root.appending(path: "output").path()))
    }
  }

  @Test func `messages speak the language asked for, else the site's, whatever the locale`() throws {
    try run(Self.broken(site: "titre: A toolbox\nlangue: en\n")) { program in
      try #expect(program.run(["check"], environment: ["LANG": "fr_FR.UTF-8"]).errors.contains("error"))
      try #expect(program.run(["check", "--lang", "fr"]).errors.contains("erreur"))
    }
  }

  @Test func `JSON goes to standard output, and nothing else does`() throws {
    try run(Self.broken()) { program in
      let outcome = try program.run(["build", "--format", "json"])
      #expect(outcome.status == 1)
      #expect(outcome.errors == "")
      let findings = try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
      #expect(findings.count == 1)
      #expect(Set(findings[0].keys) == ["id", "severity", "file", "line", "column", "message", "help"])
      #expect(findings[0]["id"] as? String == "broken-link")
      #expect(findings[0]["line"] as? Int == 6)
    }
  }

  @Test func `JSON of a build without findings that changes nothing is an empty array`() throws {
    try run(Self.good) { program in
      try #expect(program.run(["build"]).status == 0)
      try #expect(program.run(["build", "--format", "json"]).output.filter { !$0.isWhitespace } == "[]")
    }
  }

  @Test func `what the machine refuses ends with 3`() throws {
    var files = Self.good
    files["output"] = "un fichier à la place du dossier"
    try run(files) { program in try #expect(program.run(["build"]).status == 3) }
  }

  @Test func `no content ends with 1`() throws {
    try run([:]) { program in try #expect(program.run(["build"]).status == 1) }
  }

  @Test(
    arguments: [["bild"], ["build", "--format", "xml"], ["build", "--base-url", "x"], ["explain", "brken-link"]])
  func `wrong usage ends with 64`(arguments: [String]) throws {
    try run(Self.good) { program in
      let outcome = try program.run(arguments)
      #expect(outcome.status == 64)
      #expect(outcome.errors != "")
    }
  }

  @Test func `explain says what a message means, in both languages`() throws {
    try run(Self.good) { program in
      try #expect(program.run(["explain", "broken-link", "--lang", "fr"]).output.contains("Que faire"))
      try #expect(program.run(["explain", "broken-link", "--lang", "en"]).output.contains("What to do"))
    }
  }

  @Test func `--version says which`() throws {
    try run([:]) { program in
      let output = try program.run(["--version"]).output
      #expect(output.split(separator: ".").count == 3)
    }
  }

  @Test func `two builds into two folders are equal to the byte`() throws {
    try run(Self.good) { program in
      try #expect(program.run(["build", "--output", "un"]).status == 0)
      try #expect(program.run(["build", "--output", "deux"]).status == 0)
      let one = try String(contentsOf: program.root.appending(path: "un/.trousse/manifest.json"), encoding: .utf8)
      let two = try String(contentsOf: program.root.appending(path: "deux/.trousse/manifest.json"), encoding: .utf8)
      #expect(one == two)
    }
  }
}
