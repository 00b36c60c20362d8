import Diagnostics
import Foundation
import LinkValidation
import SiteBuilding
import SiteSupport
import Testing
import TextSupport
import ToolboxLoading

/// The real guide.
@Suite struct GuideTests {
  private func generator(output: String, strict: Bool = false) -> SiteGenerator {
    SiteGenerator(
      .init(
        root: FixtureSite.project, output: output, shownOutput: "output", theme: nil,
        themeFolders: [FixtureSite.shippedThemes], baseURL: nil, isStrict: strict))
  }

  @Test func `a strict check reports what is still to be filled in, and nothing else`() {
    let report = generator(output: "/nowhere", strict: true).check()
    let errors = report.diagnostics.filter { $0.severity == .error }
    #expect(!errors.isEmpty)
    #expect(errors.allSatisfy { $0.id == .toComplete }, "\(errors.map(\.shortDescription))")
  }

  @Test func `the inventory notes the links to come, and nothing that is missing from a relation`() {
    let notes = generator(output: "/nowhere").check().diagnostics.filter { $0.severity == .note }
    #expect(Set(notes.map(\.id)) == [.plannedLink], "\(notes.map(\.shortDescription))")
  }

  /// The guide, with a number after each `à compléter` of its `site.yml`.
  private static func numbered() throws -> FixtureSite {
    let content = FixtureSite.project + "/content/"
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: content)
    where ["md", "yml", "json"].contains(path.split(separator: ".").last) {
      files[path] = try String(contentsOfFile: content + path, encoding: .utf8)
    }
    let parts = try #require(files["site.yml"]).components(separatedBy: ": à compléter")
    files["site.yml"] = parts.enumerated().map { $0 == 0 ? $1 : ": à compléter (\($0))" + $1 }.joined()
    return FixtureSite(files, themes: FixtureSite.shippedThemes)
  }

  @Test func `what only the publisher knows is asked for in site.yml, and stands as missing on one page`() throws {
    let site = try Self.numbered()
    let asked = site.check().diagnostics.filter { $0.id == .toComplete }.compactMap(\.location)
    #expect(asked.allSatisfy { $0.file == "content/site.yml" } && !asked.isEmpty, "\(asked)")
    #expect(site.build().written != nil)
    let pages = site.output.filter { $0.key.hasSuffix(".html") }.mapValues { HTMLElement.parse($0).root }
    let shown = pages.flatMap { path, page in page.all("mark").filter { $0.text == "à compléter" }.map { _ in path } }
    #expect(shown.count == asked.count, "\(shown.sorted())")
    for number in 1...asked.count {
      // The first one is the address of the site, which is shown without its number.
      let words = number == 1 ? /à compléter(?! \()/ : try Regex("à compléter \\(\(number)\\)")
      let found = pages.filter { $0.value.text.contains(words) }.keys.sorted()
      #expect(found.count == 1, "\(number): \(found)")
    }
  }

  @Test
  func `all of it is there: 4 chapters, 3 testimonials, 6 factors, at least 19 resources, 2 types, 2 editions`() throws
  {
    let toolbox = try #require(ToolboxLoader(root: FixtureSite.project).load().toolbox)
    #expect(toolbox.chapters.count == 4)
    #expect(toolbox.testimonials.count == 3)
    #expect(toolbox.factors.count == 6)
    #expect(toolbox.resources.count >= 19)
    #expect(toolbox.editions.map(\.id) == ["binome", "referent"])
    let figures = toolbox.accompaniments.map {
      [$0.workload.hours, $0.workload.perWeek.hours, Double($0.workload.weeks)]
    }
    #expect(figures == [[50, 3, 15], [110, 7, 15]])
    #expect(toolbox.accompaniments.map(\.workload.isApproximate) == [true, true])
    let bases = toolbox.accompaniments.map { [$0.workload.base?.unit, $0.workload.base.map { String($0.count) }] }
    #expect(bases == [["dispositifs", "2"], ["organisme", "1"]])
    #expect(toolbox.accompaniments.allSatisfy { $0.workload.preparation == .included })
  }
}
