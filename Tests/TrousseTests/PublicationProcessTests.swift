import DiskSupport
import Files
import Foundation
import Testing

/// Publication by the program itself, on the real disk.
@Suite struct PublicationProcessTests {
  private static let front = "---\ntitre: A\nordre: 1\n---\n\n"
  private static let good = ["content/site.yml": "titre: Une boîte\n", "content/guide/a.md": front + "Texte.\n"]

  /// The files of the output folder, by path, each with a value that the test computes from it.
  private func outputFiles<Value>(_ program: Program, _ body: (URL) throws -> Value) throws -> [String: Value] {
    let output = program.root.appending(path: "output")
    var result: [String: Value] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: output.path()) {
      let file = output.appending(path: path)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: file.path(), isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      result[path] = try body(file)
    }
    return result
  }

  private func edit(_ program: Program, _ text: String) throws {
    try Data((Self.front + text).utf8).write(to: program.root.appending(path: "content/guide/a.md"))
  }

  /// The data from `stat` that a write or a renaming of a file would change.
  private struct Status: Equatable {
    var node: UInt64
    var modified: [Int]
    var changed: [Int]

    init(_ file: URL) throws {
      var status = stat()
      try #require(lstat(file.path(), &status) == 0)
      node = UInt64(status.st_ino)
      modified = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
      changed = [status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
    }
  }

  @Test(arguments: [248, 251])
  func `a download whose name is as long as systems allow is published`(length: Int) throws {
    let name = String(repeating: "a", count: length) + ".txt"
    var files = Self.good
    files["content/fichiers/" + name] = "a"
    files["content/guide/a.md"] = Self.front + "[a](../fichiers/\(name))\n"
    try Program.with(files) { program in
      try #expect(program.run(["build"]).status == 0)
      try #expect(outputFiles(program) { try Data(contentsOf: $0) }["fichiers/" + name] == Data("a".utf8))
    }
  }

  @Test
  func `a build that changes nothing touches nothing, folders included; one that changes a page touches no other file`()
    throws
  {
    try Program.with(Self.good) { program in
      try #expect(program.run(["build"]).status == 0)
      let output = program.root.appending(path: "output")
      let folders = ["", ".trousse", "guide", "ressources-du-site"].map { output.appending(path: $0) }
      let (before, foldersBefore) = (try outputFiles(program, Status.init), try folders.map(Status.init))
      try #expect(program.run(["build"]).status == 0)
      try #expect(outputFiles(program, Status.init) == before)
      try #expect(folders.map(Status.init) == foldersBefore)
      try edit(program, "Autre texte.\n")
      try #expect(program.run(["build"]).status == 0)
      let touched = try outputFiles(program, Status.init).filter { before[$0.key] != $0.value }.keys.sorted()
      #expect(
        touched == [
          ".trousse/manifest.json", "guide/a.html", "guide/imprimer.html", "ressources-du-site/index-recherche.js",
        ])
    }
  }

  @Test(arguments: ["022", "027"])
  func `modes follow the umask, for a web server to read them`(mask: String) throws {
    try Program.with(Self.good) { program in
      try #expect(program.runInShell("umask \(mask); exec \"$TROUSSE\" build").status == 0)
      let modes = try outputFiles(program) { file in
        try FileManager.default.attributesOfItem(atPath: file.path())[.posixPermissions] as? Int
      }
      #expect(Set(modes.values) == [mask == "022" ? 0o644 : 0o640])
    }
  }

  @Test
  func `a file beyond the size that is permitted ends with 3 and a reason, and the former site stays as it was`() throws
  {
    try Program.with(Self.good) { program in
      try #expect(program.run(["build"]).status == 0)
      let before = try outputFiles(program) { try Data(contentsOf: $0) }
      try edit(program, String(repeating: "Un texte qui est bien long. ", count: 4000) + "\n")
      let outcome = try program.runInShell("ulimit -f 64; exec \"$TROUSSE\" build --lang en")
      #expect(outcome.status == 3)
      #expect(outcome.errors.contains("a file may not be as large"))
      try #expect(outputFiles(program) { try Data(contentsOf: $0) } == before)
      try #expect(program.run(["build"]).status == 0)
    }
  }

  @Test(
    .enabled(if: geteuid() != 0 || FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")))
  func `a folder that may not be written ends with 3, and the former site stays as it was`() throws {
    try Program.with(Self.good) { program in
      try #expect(program.run(["build"]).status == 0)
      let before = try outputFiles(program) { try Data(contentsOf: $0) }
      try edit(program, "Autre texte.\n")
      let output = program.root.appending(path: "output").path()
      for folder in [output, output + "/guide", output + "/.trousse"] {
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
      }
      // The superuser may write anywhere.
      let asNobody = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""
      let outcome = try program.runInShell("exec \(asNobody) \"$TROUSSE\" build --lang en")
      for folder in [output, output + "/guide", output + "/.trousse"] {
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
      }
      #expect(outcome.status == 3)
      #expect(outcome.errors.contains("access is denied"))
      try #expect(outputFiles(program) { try Data(contentsOf: $0) } == before)
    }
  }

  @Test
  func `a build while another program holds the lock ends with 3; once that program is gone, its file locks nothing`()
    throws
  {
    try Program.with(Self.good) { program in
      try #expect(program.run(["build"]).status == 0)
      try edit(program, "Autre texte.\n")
      let path = program.root.appending(path: "output/.trousse/lock.json").path()
      let holder = #"{"process": 4321, "since": "2026-01-31T09:00:00Z"}"#
      guard case .taken(let release) = try FileSystem.disk.lock(path, Array(holder.utf8)) else {
        Issue.record("the lock is free")
        return
      }
      let outcome = try program.run(["build", "--lang", "en"])
      #expect(outcome.status == 3)
      #expect(outcome.errors.contains("process 4321, since 2026-01-31T09:00:00Z"))
      try #expect(program.run(["check"]).status == 0)
      release()
      // A killed program leaves its file, whose lock no process holds.
      try Data(holder.utf8).write(to: URL(filePath: path))
      try #expect(program.run(["build"]).status == 0)
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test(
    arguments: [true, false])
  func `the file of a lock that a killed build left goes with the next build, be there nothing to do`(hasCache: Bool)
    throws
  {
    try Program.with(Self.good) { program in
      try #expect(program.run(["build"]).status == 0)
      if !hasCache { try FileManager.default.removeItem(at: program.root.appending(path: ".trousse")) }
      let path = program.root.appending(path: "output/.trousse/lock.json").path()
      try Data("{}".utf8).write(to: URL(filePath: path))
      let outcome = try program.run(["build"])
      #expect(outcome.status == 0 && outcome.output.contains("0 fichier écrit"))
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func `a build with nothing to do leaves the lock of a running one alone, and does not wait for it`() throws {
    try Program.with(Self.good) { program in
      try #expect(program.run(["build"]).status == 0)
      let path = program.root.appending(path: "output/.trousse/lock.json").path()
      guard case .taken(let release) = try FileSystem.disk.lock(path, Array("{}".utf8)) else {
        Issue.record("the lock is free")
        return
      }
      try #expect(program.run(["build"]).status == 0)
      #expect(FileManager.default.fileExists(atPath: path))
      release()
    }
  }

  @Test
  func
    `nothing in the published folder names this machine, its user or a path of it, while it is written or afterwards`()
    throws
  {
    try Program.with(Self.good) { program in
      let process = program.silent(["build"])
      let lock = program.root.appending(path: "output/.trousse/lock.json").path()
      var seen: [String] = []
      try process.run()
      while process.isRunning {
        if let text = try? String(contentsOfFile: lock, encoding: .utf8) { seen.append(text) }
      }
      seen += try outputFiles(program) { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }.values
      let secrets = [
        program.root.lastPathComponent, ProcessInfo.processInfo.hostName, Program.executable.path(), "--output", "host",
        "command",
      ]
      for secret in secrets.dropLast(2) { #expect(!seen.contains { $0.contains(secret) }, "\(secret)") }
      for secret in secrets.suffix(2) { #expect(!seen.contains { $0.contains("\"\(secret)\":") }, "\(secret)") }
    }
  }

  @Test func `two builds at once: one publishes, the other does too or is refused, and the site is whole`() throws {
    try Program.with(Self.good) { program in
      for round in 0..<5 {
        try edit(program, "Tour \(round).\n")
        let outcome = try program.runInShell(
          "\"$TROUSSE\" build >/dev/null 2>&1 & \"$TROUSSE\" build >/dev/null 2>&1; a=$?; wait $!; echo $a $?")
        let statuses = outcome.output.split(whereSeparator: \.isWhitespace).map(String.init)
        #expect(statuses.count == 2 && statuses.contains("0") && statuses.allSatisfy { ["0", "3"].contains($0) })
        let found = try outputFiles(program) { try Data(contentsOf: $0) }
        try #expect(program.run(["build"]).status == 0)
        try #expect(outputFiles(program) { try Data(contentsOf: $0) } == found)
        #expect(found["guide/a.html"].map { String(decoding: $0, as: UTF8.self) }?.contains("Tour \(round).") == true)
      }
    }
  }

  @Test func `--take-over replaces a file that is in the way, and the message says so beforehand`() throws {
    var files = Self.good
    files["output/index.html"] = "à moi"
    try Program.with(files) { program in
      let refused = try program.run(["build", "--lang", "fr"])
      #expect(refused.status == 1)
      #expect(refused.errors.contains("--take-over"))
      try #expect(program.run(["build", "--take-over"]).status == 0)
      try #expect(outputFiles(program) { try String(contentsOf: $0, encoding: .utf8) }["index.html"] != "à moi")
    }
  }

  @Test func `what a build changed is told to people in lines, and to programs in one under the key changes`() throws {
    try Program.with(Self.good) { program in
      try #expect(program.run(["build"]).status == 0)
      try edit(program, "Autre texte.\n")
      let text = try program.run(["build", "--lang", "en"]).output
      let cause = " ← content/guide/a.md\n"
      #expect(text.contains("\n  changed: guide/a.html\(cause)  changed: guide/imprimer.html\(cause)"))
      try #expect(!program.run(["build", "--lang", "en"]).output.contains("changed:"))
      try edit(program, "Texte encore.\n")
      let report = try program.run(["build", "--format", "json"]).output
      let objects = try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [[String: [String: Any]]]
      #expect(objects?.count == 1)
      #expect(objects?.last?["changes"]?["changed"] as? [String] == ["guide/a.html", "guide/imprimer.html"])
    }
  }

  @Test func `--why tells what a page is made from and what changed it, and in JSON under the key why`() throws {
    try Program.with(Self.good) { program in
      try #expect(program.run(["build"]).status == 0)
      try edit(program, "Autre texte.\n")
      let text = try program.run(["build", "--lang", "en", "--why", "guide/a.html"]).output
      #expect(
        text.contains(
          """
          guide/a.html:
            texts that it shows:
              content/guide/a.md

          """))
      #expect(
        text.contains(
          "  what changed it this time:\n    content/guide/a.md, whose text the page shows\n"))
      let again = try program.run(["build", "--lang", "fr", "--why", "guide/a.html"])
      #expect(again.status == 0 && again.output.contains("Cette construction ne l’a pas changée."))
      let report = try program.run(["build", "--format", "json", "--why", "guide/a.html"]).output
      let objects = try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [[String: [String: Any]]]
      #expect(objects?.last?["why"]?["page"] as? String == "guide/a.html")
      let unknown = try program.run(["build", "--why", "guide/aa.html"])
      #expect(unknown.status == 64 && unknown.errors.contains("guide/a.html"))
    }
  }
}
