import Diagnostics
import Foundation
import Encodings
import SearchIndexing
import SiteSupport
import Testing

@testable import SiteBuilding
@testable import SitePublication

/// What a partial build says and leaves is what a full one would.
@Suite struct PartialBuildFaultTests {
  private static let front = "---\ntitre: A\nordre: 1\n---\n"
  private static let text = "Un [lien](#), un [autre](https://mort.fr/), et [b](b.md).\n"
  private static let record = """
    {"version": 1, "links": [
      { "address": "https://mort.fr/", "verdict": "broken", "reason": "not-found", "since": "2026-01-01T00:00:00Z",
        "lastChecked": "2026-01-03T00:00:00Z", "failures": 2, "firstFailure": "2026-01-01T00:00:00Z" }
    ]}

    """

  private let site: DiskSite

  init() throws {
    site = try DiskSite([
      "content/guide/a.md": Self.front + Self.text, "content/liens.json": Self.record,
      "content/guide/b.md": "---\ntitre: B\nordre: 2\n---\nVers [le même](https://mort.fr/).\n",
    ])
    #expect(!site.build().report.hasErrors)
  }

  private func clean() -> SiteGenerator.Report {
    site.build(output: "propre") { $0.generator = "autre" }.report
  }

  @Test func `a finding at a link follows it when lines come before it`() throws {
    try site.write("content/guide/a.md", Self.front + "Une ligne.\n\n" + Self.text)
    let report = site.build().report
    #expect(report.diagnostics == clean().diagnostics)
  }

  @Test func `so does the other place of a finding`() throws {
    try site.write("content/guide/b.md", "---\ntitre: B\nordre: 2\n---\nUne.\n\nVers [le même](https://mort.fr/).\n")
    let report = site.build().report
    #expect(report.diagnostics == clean().diagnostics)
  }

  @Test func `a preview says it where it is`() throws {
    let generator = SiteGenerator(
      SiteGenerator.Options(
        root: site.root.path(), output: site.path("output"), shownOutput: "output", theme: nil,
        themeFolders: [FixtureSite.themes], baseURL: nil, isStrict: false))
    let first = generator.preview()
    try site.write("content/guide/a.md", Self.front + "Une ligne.\n\n" + Self.text)
    let next = generator.preview(after: first)
    #expect(next.report.diagnostics == generator.preview().report.diagnostics)
  }

  @Test(
    arguments: [false, true])
  func `what a build that was killed left is cleared away, also where the edit was undone`(isSavedAgain: Bool) throws {
    let home = "---\ntitre: T\n---\nMots.\n"
    try site.write("content/accueil.md", home)
    #expect(!site.build().report.hasErrors)
    try site.write("output/" + Journal.path, #"{"files": {}, "format": 1}"#)
    try site.write("output/" + OutputPath.staged("guide/a.html"), "à moitié")
    if isSavedAgain { try site.write("content/accueil.md", home) }
    _ = site.build()
    #expect(site.read("output/" + Journal.path) == nil)
    #expect(site.read("output/" + OutputPath.staged("guide/a.html")) == nil)
  }

  @Test func `a folder of the output that became a symbolic link is refused, whatever else changed`() throws {
    let manager = FileManager.default
    try site.write("content/accueil.md", "---\ntitre: T\n---\nMots.\n")
    #expect(!site.build().report.hasErrors)
    try manager.moveItem(atPath: site.path("output/guide"), toPath: site.path("ailleurs"))
    try manager.createSymbolicLink(atPath: site.path("output/guide"), withDestinationPath: site.path("ailleurs"))
    try site.write("content/accueil.md", "---\ntitre: T\n---\nD’autres mots.\n")
    #expect(site.build().report.diagnostics.contains { $0.id == .foreignFile })
  }

  @Test func `a file that was saved as it was is no cause of what another changed`() throws {
    try site.write("content/guide/a.md", Self.front + Self.text)
    try site.write("content/site.yml", "titre: Autre\nurl: à compléter\nmenu: [guide]\n")
    let report = site.build().report
    #expect(report.changes.causes["guide/a.html"]?.map(\.file) == ["content/site.yml"])
  }

  @Test func `a page that this build removed is told of when it is asked about`() throws {
    try site.write("content/guide/a.md", Self.front + "Seul.\n")
    try FileManager.default.removeItem(atPath: site.path("content/guide/b.md"))
    let report = site.build { $0.explainedPage = "guide/b.html" }.report
    #expect(report.changes.causes["guide/b.html"]?.isEmpty == false)
    guard case .page(let page)? = report.inquiry else {
      Issue.record("it is said to be unknown")
      return
    }
    #expect(page.isGone && !page.causes.isEmpty)
  }

  @Test func `what the record of links changed is not said to change lists`() throws {
    try site.write(
      "content/ressources/r.md",
      "---\ntitre: R\nadresse: https://mort.fr/\nediteur: E\nnature: guide\ntheme: agir\n---\nUne ressource.\n")
    try site.write(
      "content/site.yml",
      "titre: T\nurl: à compléter\nmenu: [guide]\nvocabulaires: {nature: {guide: Guide}, theme: {agir: Agir}}\n")
    #expect(!site.build().report.hasErrors)
    try site.write("content/liens.json", Self.record.replacing("mort.fr", with: "autre.fr"))
    let report = site.build().report
    let causes = try #require(report.changes.causes["ressources/index.html"])
    #expect(causes.map(\.file) == ["content/liens.json"])
    #expect(causes.allSatisfy { $0.role != .content })
  }

  @Test func `a finding in a theme beside the toolbox is shown with its line again, where nothing changed`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "trousse-" + UUID().uuidString).path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder + "/essai/templates", withIntermediateDirectories: true)
    try Data("titre: Essai\nextends: default\n".utf8).write(to: URL(filePath: folder + "/essai/theme.yml"))
    let footer = try String(
      contentsOfFile: FixtureSite.themes + "/default/templates/footer.mustache", encoding: .utf8)
    try Data(footer.replacing("</footer>", with: "<h6>Saut</h6></footer>").utf8)
      .write(to: URL(filePath: folder + "/essai/templates/footer.mustache"))
    func build() -> SiteGenerator.Report {
      site.build {
        $0.theme = "essai"
        $0.themeFolders = [folder, FixtureSite.themes]
      }.report
    }
    let first = build()
    let file = try #require(first.diagnostics.lazy.compactMap(\.location?.file).first { $0.hasSuffix(".mustache") })
    #expect(first.sources[file] != nil)
    #expect(build().sources[file]?.bytes == first.sources[file]?.bytes)
  }

  @Test func `many files that no page shows are not each a cause of each page`() throws {
    for number in 0..<40 { try site.write("content/fichiers/\(number).txt", "un") }
    #expect(!site.build().report.hasErrors)
    for number in 0..<40 { try site.write("content/fichiers/\(number).txt", "deux") }
    try site.write("content/guide/index.md", "---\ntitre: Un autre nom\n---\nMots.\n")
    let report = site.build().report
    #expect(report.changes.causes["guide/b.html"]?.count ?? 0 < 10)
  }
}

/// The lines of a published index are taken from it only if their lengths fit.
@Suite struct LineSliceTests {
  private static let lines = [Array("[1]".utf8), Array("[22]".utf8)]
  private static let known = lines.map { SearchLine($0) }

  @Test func `each line is found`() {
    let slices = LineSlices(Self.known, SearchScript.file(Self.lines))
    #expect(Self.known.map { slices.script(of: $0) } == Self.lines)
    #expect(slices.script(of: SearchLine(Array("[3]".utf8))) == nil)
  }

  @Test func `no line is found in a file of another length`() {
    for bytes in [[], SearchScript.file(Self.lines + Self.lines), Array(SearchScript.file(Self.lines).dropLast())] {
      let slices = LineSlices(Self.known, bytes)
      #expect(slices.script(of: Self.known[0]) == nil)
    }
  }

  @Test func `lengths beyond all measure do no harm`() throws {
    var writer = ByteWriter()
    Self.known[0].fingerprint.write(to: &writer)
    writer.add(count: ByteReader.limit - 1)
    var reader = ByteReader(writer.bytes[...])
    let line = try SearchLine(&reader)
    let slices = LineSlices(Array(repeating: line, count: 9), SearchScript.file(Self.lines))
    #expect(slices.script(of: line) == nil)
  }
}
