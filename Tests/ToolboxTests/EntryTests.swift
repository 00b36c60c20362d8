import Diagnostics
import Testing
import Toolbox

/// Checks across entries: relations, ids, order, figures.
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

  @Test(arguments: ["agir/charge", "charge.md", "../guide/charge.md"])
  func `a path in the place of an id is told, with the id`(path: String) {
    expectFinding(
      .unknownEntry, in: "rex/a.md", Fixture.testimonial(keys: "chapitres: [⟦\(path)⟧]\n"),
      and: ["guide/charge.md": Fixture.chapter("")], help: "écrivez « charge »")
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
    ("50", "3 heures", 15), ("110", "1 journée", 15), ("60", "3 heures", 15), ("36", "3 heures", 15),
    ("4,4", "3,3 heures", 1), ("0,56", "0,7 h", 1),
  ])
  func `a rhythm over the weeks makes three to five quarters of the total`(hours: String, weekly: String, weeks: Int) {
    #expect(findings(["accompagnements/c.md": Fixture.type("C", hours: hours, weekly: weekly, weeks: weeks)]) == [])
  }

  @Test(arguments: [("60,1", "3 heures", 15), ("35,9", "3 heures", 15), ("110", "1 heure", 15)])
  func `figures that do not`(hours: String, weekly: String, weeks: Int) {
    expectFinding(
      .workloadMismatch, in: "accompagnements/c.md",
      Fixture.type("C", hours: hours, weekly: "⟦\(weekly)⟧", weeks: weeks))
  }

  @Test func `where the preparation is counted in, the weeks alone make no more than the total`() {
    func type(_ hours: String, _ weekly: String) -> String {
      Fixture.type("C", hours: hours, weekly: weekly).replacing("semaines:", with: "preparation: comprise\nsemaines:")
    }
    #expect(findings(["accompagnements/c.md": type("45", "3 heures")]) == [])
    expectFinding(.workloadMismatch, in: "accompagnements/c.md", type("44,9", "⟦3 heures⟧"))
  }

  @Test func `nothing is said of figures of which one could not be read`() {
    let text = Fixture.type("C", hours: "environ", weekly: "3 heures")
    #expect(findings(["accompagnements/c.md": text]).contains(.workloadMismatch) == false)
  }

  // MARK: Several authorities

  private static func workload(_ hours: Double, _ perWeek: Workload.WeeklyEffort) -> Workload {
    Workload(hours: hours, perWeek: perWeek, weeks: 15, preparation: .included, base: nil, caution: nil)
  }

  @Test(arguments: [
    (workload(50, .init(3, .hour)), 200, Workload.WeeklyEffort(12, .hour)),
    (workload(110, .init(1, .day)), 440, Workload.WeeklyEffort(4, .day)),
  ])
  func `four authorities ask four times the total and four times the weekly rhythm, in its unit`(
    workload: Workload, hours: Double, perWeek: Workload.WeeklyEffort
  ) {
    let four = workload.multiplied(by: 4)
    #expect(four.hours == hours)
    #expect(four.perWeek == perWeek)
    #expect(four.weeks == workload.weeks)
  }
}
