import Foundation
import Testing

/// A strict build that finds a warning.
@Suite struct StrictBuildTests {
  @Test(arguments: [[], ["--quiet"]])
  func `it ends with 1 and publishes nothing, be it quiet (seen in MkDocs 1.6)`(more: [String]) throws {
    let files = [
      "content/site.yml": "titre: T\n", "content/guide/a.md": "---\ntitre: A\nordre: 1\n---\n[plus tard](#)\n",
    ]
    try Program.with(files) { program in
      let outcome = try program.run(["build", "--strict"] + more)
      #expect(outcome.status == 1 && outcome.errors.contains("content/guide/a.md:5:1"))
      #expect(!FileManager.default.fileExists(atPath: program.root.appending(path: "output").path()))
      try #expect(program.run(["build"] + more).status == 0)
    }
  }
}
