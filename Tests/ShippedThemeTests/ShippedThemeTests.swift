import Diagnostics
import Foundation
import SiteBuilding
import SiteSupport
import SiteVerification
import Testing
import TextSupport

/// The themes that come with Trousse, as a whole.
@Suite struct ShippedThemeTests {
  private static func report(theme: String) -> SiteGenerator.Report {
    let options = SiteGenerator.Options(
      root: FixtureSite.project, output: "/nowhere", shownOutput: "output", theme: theme,
      themeFolders: [FixtureSite.shippedThemes], baseURL: nil, isStrict: false)
    return SiteGenerator(options).check()
  }

  @Test(arguments: ["default", "carnet"])
  func `the first toolbox builds with each theme, and no page misses a criterion of the RGAA`(theme: String) {
    let report = Self.report(theme: theme)
    #expect(report.diagnostics.filter { $0.severity == .error }.map(\.shortDescription) == [])
    #expect(report.diagnostics.filter(\.id.isOfRGAA).map(\.message.english) == [])
    #expect(report.pages > 20 && report.measures.count == report.pages)
    #expect(report.measures.allSatisfy { $0.missedCriteria.isEmpty })
  }

  @Test func `a small site has no finding and keeps to the usual budgets`() {
    let site = FixtureSite(
      ["guide/a.md": "---\ntitre: A\nordre: 1\n---\n\nTexte.\n"], themes: FixtureSite.shippedThemes)
    #expect(site.check().diagnostics == [])
  }

  @Test func `search finds a chapter where it is, and not in lists of chapters`() throws {
    let chapters = ["a": "Premier", "b": "Second"].map {
      ("guide/\($0).md", "---\ntitre: \($1)\nordre: 1\n---\n\nTexte.\n")
    }
    let site = FixtureSite(
      Dictionary(uniqueKeysWithValues: chapters).merging(["guide/index.md": "---\ntitre: Guide\n---\n\nDébut.\n"]) {
        $1
      },
      themes: FixtureSite.shippedThemes)
    _ = site.build()
    let index = try #require(site.output["ressources-du-site/index-recherche.js"])
    #expect(index.ranges(of: "Second").count == 1)
  }

  @Test func `fixture sites see no shipped theme, unless a test asks for them`() {
    let files = ["guide/a.md": "---\ntitre: A\nordre: 1\n---\n\nTexte.\n"]
    let site = "titre: T\ntheme: carnet\nediteur: {nom: Un éditeur}\n"
    #expect(
      FixtureSite(files, site: site).check().diagnostics.map(\.shortDescription) == [
        "missing-theme content/site.yml:2:8"
      ])
    #expect(FixtureSite(files, site: site, themes: FixtureSite.shippedThemes).check().diagnostics == [])
  }

  @Test func `only the tests of this module and those of the real guide read the shipped themes`() throws {
    let folder = FixtureSite.project + "/Tests"
    let paths = try #require(FileManager.default.subpaths(atPath: folder)).filter { $0.hasSuffix(".swift") }
    let readers = try paths.filter { path in
      let text = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
      return text.contains("shippedThemes") || text.contains("project + \"/themes")
    }
    #expect(
      readers.filter { !$0.hasPrefix("ShippedThemeTests/") }.sorted() == [
        "ChromiumTests/PageTests.swift", "SiteBuildingTests/GuideTests.swift", "SiteSupport/FixtureSite.swift",
      ])
  }

  @Test func `another publisher’s look takes less than 60 lines`() throws {
    let folder = FixtureSite.shippedThemes + "/carnet"
    let paths = try #require(FileManager.default.subpaths(atPath: folder))
    let lines = paths.compactMap { FileManager.default.contents(atPath: folder + "/" + $0) }
      .reduce(0) { $0 + $1.count { $0 == UInt8(ascii: "\n") } }
    #expect((1..<60).contains(lines))
  }
}
