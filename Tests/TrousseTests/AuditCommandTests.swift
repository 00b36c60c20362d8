import Foundation
import Testing

/// trousse audit.
@Suite struct AuditCommandTests {
  private static func files(site: String = "titre: Une boîte\n", text: String = "Texte.") -> [String: String] {
    ["content/site.yml": site, "content/guide/a.md": "---\ntitre: A\nordre: 1\n---\n\n\(text)\n"]
  }

  @Test func `a line a page, then the medians, and nothing is written`() throws {
    try Program.with(Self.files()) { program in
      let outcome = try program.run(["audit"])
      #expect(outcome.status == 0 && outcome.errors == "")
      let lines = outcome.output.split(separator: "\n").map(String.init)
      #expect(
        lines.first?.split(separator: " ").first == "Page" && lines.first?.hasSuffix("EcoIndex  Note  RGAA") == true)
      #expect(lines.dropFirst().prefix(7).allSatisfy { $0.hasSuffix("  A     0") && $0.contains(".html ") })
      #expect(lines.dropFirst(8).first?.hasPrefix("Médiane ") == true)
      #expect(!FileManager.default.fileExists(atPath: program.root.appending(path: "output").path()))
    }
  }

  @Test func `it speaks the language asked for, else the site's`() throws {
    try Program.with(Self.files(site: "titre: A toolbox\nlangue: en\n")) { program in
      try #expect(program.run(["audit"]).output.contains("Weight (kB)"))
      try #expect(program.run(["audit", "--lang", "fr"]).output.contains("Poids (ko)"))
    }
  }

  @Test func `JSON has the same, and is alone on standard output`() throws {
    try Program.with(Self.files(site: "titre: Une boîte\nbudgets: {poids: 1}\n")) { program in
      let outcome = try program.run(["audit", "--format", "json"])
      #expect(outcome.status == 1 && outcome.errors.contains("[over-budget]"))
      let report = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      let pages = try #require(report["pages"] as? [[String: Any]])
      #expect(pages.count == 7)
      #expect(pages.first?["path"] as? String == "index.html" && pages.first?["requests"] as? Int == 3)
      #expect((report["medians"] as? [String: Double])?["requests"] == 3)
    }
  }

  @Test func `a broken site ends with 1 and has no table`() throws {
    try Program.with(Self.files(text: "[vu](b.md)")) { program in
      let outcome = try program.run(["audit"])
      #expect(outcome.status == 1 && outcome.output == "" && outcome.errors.contains("[broken-link]"))
    }
  }

  private static let record = "content/declarations/mesures.json"

  private static var declaring: [String: String] {
    files().merging(["content/declarations/ecoconception.yml": "objectif: O\nreferent: R\ndate: 2026-01-31\n"]) { $1 }
  }

  @Test func `what the eco-design page shows is recorded, once`() throws {
    try Program.with(Self.declaring) { program in
      let file = program.root.appending(path: Self.record)
      let first = try program.run(["audit"])
      #expect(first.status == 0 && first.errors == "")
      let written = try Data(contentsOf: file)
      try #expect(program.run(["audit"]).output == first.output)
      try #expect(Data(contentsOf: file) == written)
      try #expect(program.run(["check"]).status == 0)
    }
  }

  @Test func `nothing is recorded where that is asked for`() throws {
    try Program.with(Self.declaring) { program in
      try #expect(program.run(["audit", "--no-record", "--format", "json"]).status == 0)
      #expect(!FileManager.default.fileExists(atPath: program.root.appending(path: Self.record).path()))
    }
  }

  @Test func `a damaged record is an error, and stays as it is`() throws {
    try Program.with(Self.declaring.merging([Self.record: "{}\n"]) { $1 }) { program in
      let outcome = try program.run(["audit"])
      #expect(outcome.status == 1 && outcome.output == "" && outcome.errors.contains("[damaged-measures]"))
      try #expect(String(contentsOf: program.root.appending(path: Self.record), encoding: .utf8) == "{}\n")
    }
  }

  @Test func `other forms are wrong usage`() throws {
    try Program.with(Self.files()) { program in try #expect(program.run(["audit", "--format", "sarif"]).status == 64) }
  }
}
