import Diagnostics
import SiteSupport
import Testing
import TextSupport

@testable import SitePlanning
@testable import SiteVerification

@Suite struct BudgetTests {
  private static func chapter(_ text: String = "Texte.\n") -> String { "---\ntitre: A\nordre: 1\n---\n\n" + text }
  private static let many = String(repeating: "- x\n", count: 500)

  /// Random words, which hardly compress: each has some 9 bytes after compression.
  private static func dense(words count: Int, seed: UInt64 = 1) -> String {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in String(UInt64.random(in: 0...UInt64.max, using: &random), radix: 36) }
      .joined(separator: " ")
  }

  private func check(_ budgets: String, _ text: String = "Texte.\n", more: [String: String] = [:]) -> [Diagnostic] {
    let files = ["guide/a.md": Self.chapter(text)].merging(more) { $1 }
    let site = FixtureSite(files, site: "titre: T\n" + budgets)
    return site.check().diagnostics.filter { $0.id == .overBudget }
  }

  @Test(arguments: ["poids: 1", "requetes: 1", "elements: 20", "ecoindex: 100"])
  func `a limit that is written is an error where it stands`(line: String) throws {
    let site = MarkedText("titre: T\nbudgets:\n  \(line.replacing(": ", with: ": ⟦"))⟧\n")
    let fixture = FixtureSite(["guide/a.md": Self.chapter()], site: site.text)
    let finding = try #require(fixture.check().diagnostics.first)
    #expect(finding.id == .overBudget && finding.severity == .error)
    #expect(finding.location == SourceLocation(file: "content/site.yml", range: site.onlyRange()))
    #expect(fixture.build().written == nil)
  }

  @Test func `a page without an A is a warning, but not the same text for paper`() throws {
    let findings = check("", Self.many)
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.severity == .warning && finding.location == SourceLocation(file: "content/site.yml"))
    #expect(finding.message.french.hasPrefix("la page « guide/a.html » a un EcoIndex de "))
    #expect(finding.message.french.contains("pour 81 au moins ; surtout à cause de ses "))
  }

  @Test func `a print edition has a limit of weight like any page`() throws {
    // Of the two texts of some 20 kB, only the print edition has both.
    let more = ["guide/b.md": "---\ntitre: B\nordre: 2\n---\n\n" + Self.dense(words: 2_200, seed: 2) + "\n"]
    let findings = check("budgets: {poids: 30}\n", Self.dense(words: 2_200) + "\n", more: more)
    #expect(findings.map { $0.message.english.hasPrefix("the page “guide/imprimer.html” transfers") } == [true])
    #expect(findings.first?.message.english.contains("other page") == false)
  }

  @Test func `elements name what there is most of`() throws {
    let finding = try #require(check("budgets: {elements: 400, ecoindex: 1}\n", Self.many).first)
    #expect(finding.message.english.contains("for at most 400; most of all “li”"))
  }

  @Test func `the furthest page is named, the others are counted`() throws {
    let finding = try #require(check("budgets: {requetes: 1}\n").first)
    #expect(finding.message.french.contains("la page « index.html » demande 3 fichiers, hors images, pour 1 au plus"))
    #expect(finding.message.french.contains(" ; à commencer par « ressources-du-site/style."))
    #expect(finding.message.french.hasSuffix("(6 autres pages dépassent aussi)"))
    #expect(finding.message.english.hasSuffix("(6 other pages are over too)"))
  }

  @Test func `what weighs most is named`() throws {
    let site = FixtureSite(["guide/a.md": Self.chapter()], site: "titre: T\ntheme: essai\nbudgets: {poids: 4}\n")
    site.disk["/boite/themes/essai/theme.yml"] = "extends: default\n"
    site.disk["/boite/themes/essai/assets/style.css"] = "/* \(Self.dense(words: 500)) */"
    let finding = try #require(site.check().diagnostics.first)
    #expect(finding.message.english.contains("heaviest: “ressources-du-site/style."))
  }

  @Test func `pictures of the content are measured, and no budget counts them`() throws {
    let picture = String(repeating: "\u{1}", count: 40_000)
    let text = "![x](../fichiers/a.png)\n\n![x](../fichiers/b.png)\n\n![x](../fichiers/a.png)\n"
    let files = ["guide/a.md": Self.chapter(text), "fichiers/a.png": picture, "fichiers/b.png": picture]
    let report = FixtureSite(files).check()
    #expect(!report.diagnostics.contains { $0.id == .overBudget })
    let page = try #require(report.measures.first { $0.path == "guide/a.html" })
    #expect(page.requests == 5 && page.parts.count(where: \.isOwnPicture) == 2)
    #expect(page.bytes > 80_000 && page.sharedBytes < 30_000)
  }

  @Test func `what a style sheet fetches is counted, by each page once`() {
    func file(_ path: String, _ text: String) -> StagedFile { StagedFile(path: path, bytes: Array(text.utf8)) }
    let page = """
      <link rel="stylesheet" href="../a.css"><link rel="canonical" href="../c.png"><link rel="icon" href="data:,">
      <img src="../a.png" srcset="../b.png 2x"><a href="../d.png">x</a><script src="../a.js"></script><img src="../a.png">
      """
    let style = "@import \"b.css\"; p { background: url(a.png) } a { background: url(e.png) }"
    let others = ["a.png", "b.png", "c.png", "d.png", "e.png", "a.js"].map { file($0, "x") }
    let styles = [file("a.css", style), file("b.css", "@import \"a.css\";")]
    let verifier = PageVerifier([file("p/p.html", page)] + others + styles)
    #expect(verifier.loaded(with: "p/p.html").map(\.path) == ["a.css", "a.js", "a.png", "b.css", "e.png"])
  }
}
