import DiskSupport
import Foundation
import Testing

/// trousse pdf.
@Suite struct PDFCommandTests {
  private static let document = "%PDF-1.4\n/Creator (Trousse/1)\n%%EOF\n"
  private static let browser = """
    #!/bin/sh
    echo ran >>ran
    for word; do case $word in --print-to-pdf=*) cp document "${word#*=}" ;; esac; done

    """
  private static let files = [
    "content/site.yml": """
    titre: Une boîte
    editions:
      binome: {titre: Édition binôme, choix: [binome]}

    """,
    "content/guide/a.md": "---\ntitre: A\nordre: 1\n---\n\nTexte.\n",
    "content/accompagnements/binome.md":
      "---\ntitre: En binôme\nheures: 50\npar-semaine: 3 heures\nsemaines: 15\n---\n\nRôle.\n",
    "document": document, "browser.sh": browser,
  ]

  /// Runs a function with a toolbox that has a browser beside it.
  private func with(_ changed: [String: String] = [:], _ body: (Program) throws -> Void) throws {
    try Program.with(Self.files.merging(changed) { _, new in new }) { program in
      let root = program.root.path(percentEncoded: false)
      try Executable.make(root + "/browser", from: root + "/browser.sh")
      try body(program)
    }
  }

  private func pdf(_ program: Program, _ arguments: [String] = [], browser: String? = "./browser") throws
    -> Program.Outcome
  {
    var environment: [String: String] = [:]
    environment["CHROMIUM"] = browser
    return try program.run(["pdf"] + arguments, environment: environment)
  }

  private func text(_ name: String, in program: Program) -> String? {
    try? String(contentsOf: program.root.appending(path: name), encoding: .utf8)
  }

  @Test func `each edition is printed to a file of its own, and the site's folder is not touched`() throws {
    try with { program in
      let outcome = try pdf(program)
      #expect(outcome.status == 0, "\(outcome.errors)")
      for name in ["une-boite-guide.pdf", "une-boite-binome.pdf"] {
        #expect(text(name, in: program) == Self.document)
        #expect(outcome.output.contains(name))
      }
      #expect(!FileManager.default.fileExists(atPath: program.root.appending(path: "output").path()))
    }
  }

  @Test func `one edition, to a file or to a folder`() throws {
    try with { program in
      try #expect(pdf(program, ["--edition", "binome", "--output", "b.pdf"]).status == 0)
      #expect(text("b.pdf", in: program) == Self.document)
      try #expect(pdf(program, ["--edition", "guide", "--output", "dossier"]).status == 0)
      #expect(text("dossier/une-boite-guide.pdf", in: program) == Self.document)
      #expect(text("une-boite-binome.pdf", in: program) == nil)
    }
  }

  @Test(arguments: ["content/x.pdf", "content", "themes/x.pdf", ".trousse/x.pdf", ".git/x.pdf", "/etc"])
  func `a file among the sources, or in a folder of Git or of the system, is wrong usage`(path: String) throws {
    try with { program in
      let outcome = try pdf(program, ["--edition", "guide", "--output", path])
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("--output ne peut pas") && outcome.errors.contains("--output cannot"))
      #expect(text("ran", in: program) == nil)
    }
  }

  @Test(arguments: ["> /dev/full", ">&-"])
  func `standard output that cannot be written: 3, and the edition is printed`(redirection: String) throws {
    try with { program in
      let outcome = try program.runInShell(
        "export CHROMIUM=./browser; exec \"$TROUSSE\" pdf --edition guide \(redirection)")
      #expect(outcome.status == 3)
      #expect(text("une-boite-guide.pdf", in: program) == Self.document)
    }
  }

  @Test func `without a browser: 3, what was looked for, how to get one, and what does without`() throws {
    try with { program in
      let outcome = try program.run(["pdf"], environment: ["PATH": "/nowhere"])
      #expect(outcome.status == 3)
      for words in ["[no-browser]", "google-chrome", "apt install chromium", "--chromium", "imprimer.html"] {
        #expect(outcome.errors.contains(words), "\(words)")
      }
    }
  }

  @Test func `a browser that was named and is not there: 3, and who named it`() throws {
    try with { program in
      let outcome = try pdf(program, browser: "/nowhere/chromium")
      #expect(outcome.status == 3)
      #expect(outcome.errors.contains("/nowhere/chromium") && outcome.errors.contains("CHROMIUM"))
    }
  }

  @Test func `a browser that fails: 3, for each edition`() throws {
    try with(["browser.sh": "#!/bin/sh\nexit 4\n"]) { program in
      let outcome = try pdf(program)
      #expect(outcome.status == 3)
      #expect(outcome.errors.ranges(of: "[browser-failed]").count == 2)
    }
  }

  @Test func `without a temporary folder: 3, and where to name one`() throws {
    try with { program in
      let environment = ["CHROMIUM": "./browser", "TMPDIR": "/nowhere"]
      let outcome = try program.run(["pdf"], environment: environment)
      #expect(outcome.status == 3)
      #expect(outcome.errors.contains("/nowhere") && outcome.errors.contains("TMPDIR"))
      #expect(text("ran", in: program) == nil)
    }
  }

  @Test func `an error in the content: 1, and the browser is not run`() throws {
    try with(["content/guide/a.md": "---\ntitre: A\nordre: 1\n---\n\n[vu](b.md)\n"]) { program in
      let outcome = try pdf(program)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("content/guide/a.md:6:6"))
      #expect(text("ran", in: program) == nil)
    }
  }

  @Test func `a file that Trousse did not print is kept: 1; the other editions are printed`() throws {
    try with(["une-boite-guide.pdf": "À moi."]) { program in
      let outcome = try pdf(program)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("[foreign-file]") && outcome.errors.contains("une-boite-guide.pdf"))
      #expect(text("une-boite-guide.pdf", in: program) == "À moi.")
      #expect(text("une-boite-binome.pdf", in: program) == Self.document)
    }
  }

  @Test(
    arguments: [
      (["--edition", "binom"], "binome"), (["--output", "tout.pdf"], "--edition"), (["--output", ""], "--output"),
      (["--timeout", "0s"], "30s"), (["--timeout", "vite"], "--timeout"),
    ])
  func `what cannot be asked for: 64, and what could`(arguments: [String], said: String) throws {
    try with { program in
      let outcome = try pdf(program, arguments)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains(said), "\(outcome.errors)")
      #expect(text("ran", in: program) == nil)
    }
  }

  @Test func `the scratch folder of a run that was killed goes with the next run`() throws {
    try with(["browser.sh": "#!/bin/sh\nkill -KILL $PPID\n", "autre.sh": Self.browser, "tmp/x": ""]) { program in
      let root = program.root.path(percentEncoded: false)
      func run() throws -> Program.Outcome {
        try program.run(["pdf"], environment: ["CHROMIUM": "./browser", "TMPDIR": root + "/tmp"])
      }
      func left() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: root + "/tmp").sorted() }
      try #expect(run().status == SIGKILL)
      try #expect(left().count == 2)
      try Executable.make(root + "/browser", from: root + "/autre.sh")
      try #expect(run().status == 0)
      try #expect(left() == ["x"])
    }
  }

  @Test(arguments: ["INT", "TERM", "HUP"])
  func `Ctrl-C ends the browser and the program: 130, and no file`(signal: String) throws {
    try with(["browser.sh": "#!/bin/sh\nkill -\(signal) $PPID\nexec sleep 60\n"]) { program in
      let outcome = try pdf(program)
      #expect(outcome.status == 130)
      #expect(text("une-boite-guide.pdf", in: program) == nil)
    }
  }
}
