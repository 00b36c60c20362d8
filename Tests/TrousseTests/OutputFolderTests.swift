import Foundation
import Testing

/// What the command line says of folders, files and addresses.
@Suite struct OutputFolderTests {
  private static let good = [
    "content/site.yml": "titre: Une boîte\n", "content/guide/a.md": "---\ntitre: A\nordre: 1\n---\n\nTexte.\n",
  ]

  @Test(
    arguments: [
      "content", "content/site", "./content/guide/../site", "themes/public", ".", "", "lien", "lien/site",
      "absent/../content", "../\u{1}/content", "..", "../..", "/", "./..", ".trousse", ".trousse/site",
    ])
  func `an output folder among the sources is wrong usage, however it is named, and nothing is written`(name: String)
    throws
  {
    try Program.with(Self.good) { program in
      try FileManager.default.createSymbolicLink(
        at: program.root.appending(path: "lien"), withDestinationURL: program.root.appending(path: "content"))
      let name = name.replacing("\u{1}", with: program.root.lastPathComponent)
      let before = try FileManager.default.subpathsOfDirectory(atPath: program.root.path()).sorted()
      let outcome = try program.run(["build", "--output", name])
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("--output ne peut pas") || outcome.errors.contains("--output attend"))
      #expect(outcome.errors.contains("--output cannot") || outcome.errors.contains("--output expects"))
      let after = try FileManager.default.subpathsOfDirectory(atPath: program.root.path())
      #expect(Set(after).subtracting(["stdout", "stderr"]) == Set(before))
    }
  }

  @Test(
    arguments: [
      "/etc", "/etc/site", "/usr", "/usr/bin", "/usr/lib/x", "/bin", "/var", "/tmp", "/home", "/home/quelquun",
      "/proc/self",
      "/sys", "/dev", "/root", "$HOME", "$HOME/", "$HOME/x/..", ".git", "x/.git", "x/.git/hooks", "x/.GIT/y",
    ])
  func `a folder of the system, of Git or of a person is wrong usage, and nothing is written there`(name: String) throws
  {
    // Without content the build writes nothing, even if it accepted the folder.
    try Program.with([:]) { program in
      let home = program.root.appending(path: "chez-moi")
      try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
      let outcome = try program.run(
        ["build", "--output", name.replacing("$HOME", with: home.path())], environment: ["HOME": home.path()])
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("--output ne peut pas") && outcome.errors.contains("--output cannot"))
      try #expect(FileManager.default.contentsOfDirectory(atPath: home.path()) == [])
    }
  }

  @Test(arguments: ["/etc", "x/.git"], ["lien", "lien/site"])
  func `a link to a folder of the system or of Git is wrong usage too`(target: String, name: String) throws {
    try Program.with(["x/.git/HEAD": ""]) { program in
      try FileManager.default.createSymbolicLink(
        atPath: program.root.appending(path: "lien").path(), withDestinationPath: target)
      try #expect(program.run(["build", "--output", name]).status == 64)
    }
  }

  @Test(
    arguments: ["$HOME/site", ".github"])
  func `a folder in a home folder, and one whose name begins like a system’s, are fine`(name: String) throws {
    try Program.with(Self.good) { program in
      let home = program.root.appending(path: "chez-moi").path()
      let outcome = try program.run(
        ["build", "--output", name.replacing("$HOME", with: home)], environment: ["HOME": home])
      #expect(outcome.status == 0)
    }
  }

  @Test func `a folder that holds something and that Trousse never wrote to is asked about, once`() throws {
    var files = Self.good
    files["documents/lettre.txt"] = "à moi"
    try Program.with(files) { program in
      let folder = program.root.appending(path: "documents").path()
      let refused = try program.run(["build", "--output", "documents", "--lang", "en"])
      #expect(refused.status == 1)
      #expect(refused.errors.contains("[foreign-folder]") && refused.errors.contains("lettre.txt"))
      #expect(refused.errors.contains("--take-over"))
      try #expect(FileManager.default.contentsOfDirectory(atPath: folder) == ["lettre.txt"])
      try #expect(program.run(["build", "--output", "documents", "--take-over"]).status == 0)
      try #expect(String(contentsOfFile: folder + "/lettre.txt", encoding: .utf8) == "à moi")
      try #expect(program.run(["build", "--output", "documents"]).status == 0)
    }
  }

  @Test(arguments: [".gitkeep", ".gitignore", ".htaccess"])
  func `a folder with hidden files alone is as good as empty`(name: String) throws {
    var files = Self.good
    files["output/" + name] = ""
    try Program.with(files) { program in
      try #expect(program.run(["build"]).status == 0)
    }
  }

  @Test func `an output folder beside the sources, or with a name that begins like theirs, is fine`() throws {
    try Program.with(Self.good) { program in
      try #expect(program.run(["build", "--output", "contenu/../content-publie"]).status == 0)
      #expect(FileManager.default.fileExists(atPath: program.root.appending(path: "content-publie/index.html").path()))
    }
  }

  @Test(arguments: ["foo", "ftp://exemple.fr", "https://"])
  func `an address that is none is told what is expected`(address: String) throws {
    try Program.with(Self.good) { program in
      let outcome = try program.run(["check", "--base-url", address])
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("--base-url attend une adresse complète"))
      #expect(outcome.errors.contains("--base-url expects a complete address"))
      #expect(outcome.errors.contains(address))
    }
  }

  @Test func `render names a file that is not there, and a folder, for what they are`() throws {
    try Program.with(Self.good) { program in
      let french = try program.run(["render", "absent.md", "--lang", "fr"])
      #expect(french.status == 3)
      #expect(french.errors.contains("ce fichier n’existe pas"))
      #expect(!french.errors.contains("droits") && !french.errors.contains("No such"))
      try #expect(program.run(["render", "absent.md", "--lang", "en"]).errors.contains("this file does not exist"))
      try #expect(program.run(["render", "content", "--lang", "fr"]).errors.contains("c’est un dossier"))
    }
  }

  @Test
  func `a publication on the real disk leaves no waiting file and no journal, and the next one changes nothing`() throws
  {
    try Program.with(Self.good) { program in
      for _ in 0..<2 { try #expect(program.run(["build"]).status == 0) }
      let files = try FileManager.default.subpathsOfDirectory(atPath: program.root.appending(path: "output").path())
      #expect(
        files.filter { $0.contains("/.") || $0.hasPrefix(".") }.sorted() == [".trousse", ".trousse/manifest.json"])
    }
  }

  @Test func `a file where a folder is needed, on the real disk, ends with 1, and nothing is written`() throws {
    var files = Self.good
    files["output/guide"] = "à moi"
    try Program.with(files) { program in
      let outcome = try program.run(["build"])
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("output/guide: erreur"))
      try #expect(
        FileManager.default.contentsOfDirectory(atPath: program.root.appending(path: "output").path()) == ["guide"])
    }
  }
}
