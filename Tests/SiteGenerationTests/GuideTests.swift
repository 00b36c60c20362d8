import Diagnostics
import Foundation
import SiteGeneration
import TestSupport
import Testing
import ToolboxLoading

@Suite("The real guide")
struct GuideTests {
  private func generator(output: String, strict: Bool = false) -> SiteGenerator {
    SiteGenerator(
      .init(
        root: FixtureSite.project, output: output, shownOutput: "output", theme: nil,
        themeFolders: [FixtureSite.project + "/themes"], baseURL: nil, isStrict: strict))
  }

  @Test("A strict check reports what is still to be filled in, and nothing else")
  func strict() {
    let report = generator(output: "/nowhere", strict: true).check()
    let errors = report.diagnostics.filter { $0.severity == .error }
    #expect(!errors.isEmpty)
    #expect(errors.allSatisfy { $0.id == .toComplete }, "\(errors.map(\.shortDescription))")
  }

  @Test("The inventory notes the links to come, and nothing that is missing from a relation")
  func inventory() {
    let notes = generator(output: "/nowhere").check().diagnostics.filter { $0.severity == .note }
    #expect(Set(notes.map(\.id)) == [.plannedLink], "\(notes.map(\.shortDescription))")
  }

  @Test("All of it is there: 4 chapters, 3 testimonials, 6 factors, at least 19 resources, 2 types, 2 editions")
  func complete() throws {
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
