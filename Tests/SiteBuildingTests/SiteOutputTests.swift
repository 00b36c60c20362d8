import Diagnostics
import Files
import PageRendering
import SitePlanning
import SiteSupport
import Testing
import TextSupport

@testable import SiteBuilding

/// The titles of the chapters, and those of their lines that have a word.
private struct WordsOutput: SiteOutput {
  static let path = "mots.txt"

  /// The word; empty if every line counts.
  var word = ""
  var isOnSite = true

  func files(of site: AskedSite) -> OutputFiles? {
    guard isOnSite else { return nil }
    let chapters = site.toolbox.chapters
    let lines = chapters.flatMap { chapter -> [String] in
      let file = Path.join(site.root, chapter.core.file)
      let bytes = (try? site.fileSystem.read(file, .text, .within(site.root))) ?? []
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      return [chapter.title] + lines.filter { word.isEmpty || $0.contains(word) }
    }
    guard word.isEmpty || lines.count > chapters.count else { return OutputFiles() }
    let texts = Dictionary(chapters.map { ($0.core.file, String?.none) }) { first, _ in first }
    let file = StagedFile(path: Self.path, bytes: Array(lines.joined(separator: "\n").utf8), role: .resource)
    return OutputFiles(files: [OutputFile(file: file, sources: PageSources(texts: texts, mentions: []))])
  }
}

/// A file with fixed content.
private struct FixedOutput: SiteOutput {
  var path: String
  var text = ""
  var role: StagedFile.Role?

  func files(of site: AskedSite) -> OutputFiles? {
    OutputFiles(files: [OutputFile(file: StagedFile(path: path, bytes: Array(text.utf8), role: role))])
  }
}

/// An output is added in one place: the list.
@Suite struct SiteOutputTests {
  private static let text = "content/guide/a.md"

  private let site: DiskSite

  init() throws { site = try DiskSite() }

  private func build(_ output: any SiteOutput) -> (report: SiteGenerator.Report, extent: DiskSite.Extent) {
    site.build(outputs: SiteOutputs.all + [output])
  }

  private func edit() throws {
    try site.write(Self.text, try #require(site.read(Self.text)).replacing("Un texte", with: "Un mot neuf"))
  }

  private var options: SiteGenerator.Options {
    SiteGenerator.Options(
      root: site.root.path(), output: site.path("output"), shownOutput: "output", theme: nil,
      themeFolders: [FixtureSite.themes], baseURL: nil, isStrict: false)
  }

  private func errors(of output: any SiteOutput) -> Set<DiagnosticID> {
    let report = SiteGenerator(options, fileSystem: .disk, outputs: SiteOutputs.all + [output]).check()
    return Set(report.diagnostics.filter { $0.severity == .error }.map(\.id))
  }

  // MARK: Changes

  @Test func `a changed word reaches an output that reads texts, and only the pages that show it are rendered`() throws
  {
    #expect(build(WordsOutput()).extent == .all)
    #expect(site.read("output/mots.txt")?.contains("Un texte") == true)
    try edit()
    let (report, extent) = build(WordsOutput())
    #expect(extent == .some && !report.hasErrors)
    #expect(site.read("output/mots.txt")?.contains("Un mot neuf") == true)
    #expect(build(WordsOutput()).extent == .nothing)
  }

  @Test func `a changed word brings the first file of an output that had none`() throws {
    #expect(build(WordsOutput(word: "neuf")).report.diagnostics.allSatisfy { $0.severity < .error })
    #expect(site.read("output/mots.txt") == nil)
    try edit()
    _ = build(WordsOutput(word: "neuf"))
    #expect(site.read("output/mots.txt")?.contains("Un mot neuf") == true)
  }

  @Test func `a changed word reaches such an output in a preview`() throws {
    let generator = SiteGenerator(options, fileSystem: .disk, outputs: SiteOutputs.all + [WordsOutput()])
    let first = generator.preview()
    try edit()
    let next = generator.preview(after: first)
    let words = try #require(next.files?.first { $0.path == WordsOutput.path })
    #expect(String(decoding: words.bytes, as: UTF8.self).contains("Un mot neuf"))
  }

  @Test func `an output that the site does not have is no failure`() {
    #expect(build(WordsOutput(isOnSite: false)).extent == .all)
    #expect(site.read("output/mots.txt") == nil)
  }

  @Test func `an output that is new in the program is made though nothing else changed`() {
    #expect(site.build().extent == .all)
    #expect(build(WordsOutput()).extent == .all)
    #expect(site.read("output/mots.txt") != nil)
  }

  @Test func `a site without pages is no failure`() {
    #expect(site.build(outputs: [SearchIndexOutput(), DownloadOutput()]).extent == .all)
    #expect(site.read("output/fichiers/i.svg") != nil)
  }

  // MARK: Sources

  @Test func `the sources of an output are told, after a build of which nothing changed too`() throws {
    for _ in 0..<2 {
      let report = site.build(outputs: SiteOutputs.all + [WordsOutput()]) { $0.explainedPage = "/mots.txt" }.report
      guard case .page(let found)? = report.inquiry else { throw TestFailure("no answer") }
      #expect(found.page == "mots.txt")
      #expect(found.texts.map(\.file) == ["content/guide/a.md", "content/guide/b.md"])
    }
    let report = site.build(outputs: SiteOutputs.all + [WordsOutput()]) { $0.explainedPage = "mot.txt" }.report
    #expect(report.inquiry == .unknown(nearest: "mots.txt"))
  }

  private struct TestFailure: Error {
    init(_ reason: String) { Issue.record("\(reason)") }
  }

  // MARK: Checks

  @Test(
    arguments: [
      ("guide/a.html", "content/guide/a.md"), ("Guide/A.html", "content/guide/a.md"), ("index.html", "index.html"),
      ("fichiers/i.svg", "content/fichiers/i.svg"), ("guide", "guide"), ("fichiers/i.svg/x", "content/fichiers/i.svg"),
      ("ressources-du-site/index-recherche.js", "ressources-du-site/index-recherche.js"),
    ])
  func `an address of another file is an error, and nothing is published`(path: String, place: String) {
    let report = build(FixedOutput(path: path, role: .resource)).report
    let errors = report.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.shortDescription) == ["duplicate-address \(place)"])
    #expect(report.written == nil && site.read("output/index.html") == nil)
  }

  @Test(arguments: ["../x.txt", "/x.txt", "a//x.txt", ".trousse/manifest.json", ""])
  func `an address outside the site is an error`(path: String) {
    let report = build(FixedOutput(path: path, role: .resource)).report
    #expect(report.diagnostics.contains { $0.id == .duplicateAddress && $0.severity == .error })
    #expect(report.written == nil)
  }

  @Test func `an address that some system cannot hold is an error`() {
    #expect(errors(of: FixedOutput(path: "flux/con.xml")) == [.unportableName])
  }

  @Test func `a page of an output is checked, and a file that readers download is not`() {
    let page = "<a href=\"nulle-part.html\">x</a>"
    let found = errors(of: FixedOutput(path: "x.html", text: page))
    #expect(found.contains(.brokenPageLink) && found.contains(.rgaaMandatoryElements))
    #expect(errors(of: FixedOutput(path: "x.html", text: page, role: .resource)).isEmpty)
    let style = "@import \"https://x.example/a.css\""
    #expect(errors(of: FixedOutput(path: "x.css", text: style)) == [.externalSubresource])
  }
}
