import Foundation
import Testing

/// Standard output or standard error that cannot be written: the status reports it, and no signal ends the program.
@Suite struct UnwritableStreamTests {
  private static let site = [
    "content/site.yml": "titre: Une boîte\n", "content/guide/a.md": "---\ntitre: A\nordre: 1\n---\n\nTexte.\n",
    "faux.md": "[x][absent]\n", "themes/x/y": "",
  ]

  /// Commands that write to standard output, with their arguments.
  private static let writing = [
    "build --output site", "build --format json --output site", "check", "check --format sarif", "audit --no-record",
    "audit --no-record --format json", "render faux.md", "render --plain faux.md", "explain broken-link", "--help",
    "help build", "build --help", "--version", "--generate-completion-script bash",
  ]

  /// Commands that write to standard error, since they find an error.
  private static let complaining = [
    "build --theme absent", "check --theme absent", "audit --no-record --theme absent", "render absent.md",
    "pdf --theme absent",
  ]

  @Test(arguments: Self.writing)
  func `a full disk at standard output ends with 3, and standard error says why in one line`(command: String) throws {
    try Program.with(Self.site) { program in
      let outcome = try program.runInShell("exec \"$TROUSSE\" \(command) > /dev/full")
      #expect(outcome.status == 3)
      #expect(outcome.errors.contains("la sortie standard ne peut pas être écrite"))
      #expect(outcome.errors.contains("le disque est plein"))
    }
  }

  @Test(arguments: Self.writing)
  func `standard output that is closed ends with 3`(command: String) throws {
    try Program.with(Self.site) { program in
      let outcome = try program.runInShell("exec \"$TROUSSE\" \(command) >&-")
      #expect(outcome.status == 3)
      #expect(outcome.errors.contains("la sortie standard ne peut pas être écrite"))
      #expect(outcome.errors.contains("elle est fermée"))
    }
  }

  @Test(arguments: Self.writing)
  func `a pipe that nobody reads ends with 3`(command: String) throws {
    try Program.with(Self.site) { program in
      let process = program.silent(command.split(separator: " ").map(String.init))
      let errors = program.root.appending(path: "erreurs")
      _ = FileManager.default.createFile(atPath: errors.path(), contents: nil)
      process.standardOutput = try unreadPipe(program.root.appending(path: "tube").path())
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit && process.terminationStatus == 3)
      let said = try String(contentsOf: errors, encoding: .utf8)
      #expect(said.contains("la sortie standard ne peut pas être écrite"))
      #expect(said.contains("ce qui y est écrit n’est plus lu"))
    }
  }

  /// The writing end of a pipe whose reading end is closed in every process.
  private func unreadPipe(_ path: String) throws -> FileHandle {
    try #require(mkfifo(path, 0o600) == 0)
    let reading = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    let writing = open(path, O_WRONLY | O_CLOEXEC)
    try #require(reading >= 0 && writing >= 0)
    close(reading)
    return FileHandle(fileDescriptor: writing, closeOnDealloc: true)
  }

  @Test(arguments: Self.complaining, ["2> /dev/full", "2>&-"])
  func `standard error that cannot be written ends with 3`(command: String, redirection: String) throws {
    try Program.with(Self.site) { program in
      let outcome = try program.runInShell("exec \"$TROUSSE\" \(command) \(redirection)")
      #expect(outcome.status == 3)
      // Output for programs contains nothing else.
      let isForPrograms = command.hasPrefix("render")
      #expect(outcome.output.contains("la sortie d’erreur ne peut pas être écrite") == !isForPrograms)
    }
  }

  @Test(arguments: ["2> /dev/full", "2>&-"])
  func `wrong usage that cannot be told is still wrong usage`(redirection: String) throws {
    try Program.with(Self.site) { program in
      try #expect(program.runInShell("exec \"$TROUSSE\" explain aucun \(redirection)").status == 64)
    }
  }

  @Test(arguments: ["", "--strict"])
  func `streams that are closed are not mistaken for files that are opened next`(option: String) throws {
    try Program.with(Self.site) { program in
      let outcome = try program.runInShell("exec \"$TROUSSE\" build --output site \(option) <&- >&- 2>&-")
      #expect(outcome.status == 3)
      for file in try FileManager.default.subpathsOfDirectory(atPath: program.root.appending(path: "site").path()) {
        let bytes = FileManager.default.contents(atPath: program.root.appending(path: "site/" + file).path())
        #expect(bytes.map { !String(decoding: $0, as: UTF8.self).contains("Site construit") } ?? true)
      }
    }
  }

  @Test func `the site is published, since nothing of it was refused`() throws {
    try Program.with(Self.site) { program in
      try #expect(program.runInShell("exec \"$TROUSSE\" build --output site > /dev/full").status == 3)
      try #expect(program.run(["build", "--output", "site"]).output.contains("0 fichier écrit"))
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["> /dev/full", ">&-"])
  func `a preview that cannot say where it is ends`(redirection: String) throws {
    try Program.with(Self.site) { program in
      try #expect(program.runInShell("exec \"$TROUSSE\" serve --port 0 \(redirection)").status == 3)
    }
  }

  @Test(arguments: ["<&-", "< themes"])
  func `standard input that is closed, and a folder in its place, are refusals`(redirection: String) throws {
    try Program.with(Self.site) { program in
      let outcome = try program.runInShell("exec \"$TROUSSE\" render \(redirection)")
      #expect(outcome.status == 3 && outcome.output == "")
      #expect(outcome.errors.contains("[unreadable-file]"))
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `standard input that has no end is read up to the limit`() throws {
    try Program.with(Self.site) { program in
      let outcome = try program.runInShell("ulimit -v 4000000; exec \"$TROUSSE\" render --lang en < /dev/zero")
      #expect(outcome.status == 1 && outcome.output == "")
      #expect(outcome.errors.contains("the limit is 4 MB"))
    }
  }
}
