import Diagnostics
import MarkdownTree
import Testing
import Toolbox

/// Entries against one another: relations, ids, order, figures.
@Suite struct EntryTests {
  @Test func `a factor’s resource that is not there is named with the nearest one`() {
    expectFinding(
      .unknownEntry, in: "facteurs/a.md", Fixture.factor(keys: "ressources: [grist, ⟦impact-co⟧]\n"),
      and: ["ressources/grist.md": Fixture.resource(), "ressources/impact-co2.md": Fixture.resource()],
      help: "écrivez « impact-co2 »")
  }

  @Test func `a testimonial’s chapter that is not there is named with the nearest one`() {
    expectFinding(
      .unknownEntry, in: "rex/a.md", Fixture.testimonial(keys: "chapitres: ⟦benefice⟧\n"),
      and: ["guide/benefices.md": Fixture.chapter("")], help: "écrivez « benefices »")
  }

  @Test func `an id of another type does not count`() {
    expectFinding(
      .unknownEntry, in: "rex/a.md", Fixture.testimonial(keys: "chapitres: ⟦grist⟧\n"),
      and: ["ressources/grist.md": Fixture.resource()])
  }

  @Test(arguments: ["guide", "rex", "facteurs", "ressources"]) func `an unknown situation of an entry`(folder: String) {
    let keys = "pour: [binome, ⟦avec-dis⟧]\n"
    let text =
      switch folder {
      case "guide": Fixture.chapter("", keys: keys)
      case "rex": Fixture.testimonial(keys: keys)
      case "facteurs": Fixture.factor(keys: keys)
      default: Fixture.resource(keys: keys)
      }
    expectFinding(.unknownAudience, in: folder + "/a.md", text, help: "écrivez « avec-dsi »")
  }

  @Test(arguments: ["guide/a.markdown", "guide/z/a.md", "guide/z/a.markdown"]) func `one id for two files`(
    other: String
  ) throws {
    let found = Fixture.toolbox(["guide/a.md": Fixture.chapter(""), other: Fixture.chapter("")])?.check() ?? []
    #expect(found.map(\.id) == [.duplicateEntry])
    let finding = try #require(found.first)
    #expect(
      [finding.location?.file, finding.related.first?.location.file].compactMap { $0 }.sorted()
        == ["content/\(other)", "content/guide/a.md"].sorted())
  }

  @Test func `two types may share a name`() {
    #expect(findings(["guide/a.md": Fixture.chapter(""), "facteurs/a.md": Fixture.factor()]) == [])
  }

  @Test func `a resource without an address`() {
    let found =
      Fixture.toolbox(["ressources/a.md": Fixture.resource().replacing("a-venir: oui\n", with: "")])?.check() ?? []
    #expect(found.map(\.id) == [.placeholderLink])
    #expect(found.first?.severity == .warning)
  }

  @Test func `nothing more is said of an entry that could not be read`() {
    #expect(findings(["ressources/a.md": "Du texte.\n", "accompagnements/c.md": "---\ntitre: \"\n---\n"]) == [])
  }

  // MARK: Order

  @Test func `entries come by their order, then by title, those without an order last`() throws {
    func page(_ title: String, _ order: String = "") -> String { "---\ntitre: \(title)\n\(order)---\n" }
    let toolbox = try #require(
      Fixture.toolbox([
        "pages/a.md": page("Zèbre"), "pages/b.md": page("École"), "pages/c.md": page("Avion"),
        "pages/d.md": page("Un", "ordre: 2\n"),
        "pages/e.md": page("Deux", "ordre: 10\n"), "pages/f.md": page("École"),
      ]))
    #expect(toolbox.pages.map(\.id.name) == ["d", "e", "c", "b", "f", "a"])
  }

  // MARK: Figures

  @Test(arguments: [
    ("50", "3 heures", 15), ("110", "1 journée", 15), ("56,25", "3 heures", 15), ("33,75", "3 heures", 15),
    ("4,125", "3,3 heures", 1), ("0,875", "0,7 h", 1),
  ])
  func `figures that agree to a quarter`(hours: String, weekly: String, weeks: Int) {
    #expect(findings(["accompagnements/c.md": Fixture.type("C", hours: hours, weekly: weekly, weeks: weeks)]) == [])
  }

  @Test(arguments: [("56,4", "3 heures", 15), ("33,6", "3 heures", 15), ("110", "1 heure", 15)])
  func `figures that do not`(hours: String, weekly: String, weeks: Int) {
    expectFinding(
      .workloadMismatch, in: "accompagnements/c.md",
      Fixture.type("C", hours: hours, weekly: "⟦\(weekly)⟧", weeks: weeks))
  }

  @Test func `a projection only multiplies`() {
    let workload = Workload(
      hours: 50, perWeek: .init(text: "3 heures", hours: 3), weeks: 15, preparation: nil, base: 2, caution: nil)
    let one = workload.projection(authorities: 1)
    #expect(abs(one.hoursPerWeek - 50.0 / 15) < 1e-9)
    #expect(abs(one.fullTimeShare - 50.0 / 15 / 35) < 1e-9)
    let three = workload.projection(authorities: 3)
    #expect(three.hours == 150)
    #expect(abs(three.fullTimeShare - 3 * one.fullTimeShare) < 1e-9)
  }

  @Test func `a projection over no weeks is nothing, not infinite`() {
    let workload = Workload(
      hours: 50, perWeek: .init(text: "", hours: 0), weeks: 0, preparation: nil, base: nil, caution: nil)
    #expect(workload.projection(authorities: 2).fullTimeShare == 0)
    #expect(workload.isCoherent)
  }
}
