import Diagnostics
import Testing

@testable import Toolbox

/// The conformity that a declaration may state, and inconsistent declarations.
@Suite struct ConformityTests {
  private static let file = "declarations/accessibilite.yml"

  private static func declaration(
    _ result: String = "criteres: {conformes: 60, non-conformes: 10, non-applicables: 36}", date: String = "2026-01-15",
    version: String = "4.1.2", declared: String = "2026-01-31", more: String = "non-conformites: [Un défaut.]\n"
  ) -> String {
    """
    date: \(declared)
    schema-pluriannuel: Oui.
    plan-d-action: Oui.
    audit:
      date: \(date)
      auditeur: Un cabinet
      rgaa: \(version)
      \(result)
    \(more)
    """
  }

  private static func conformity(_ text: String, site: String = Fixture.site) -> Conformity? {
    Fixture.toolbox([file: text], site: site)?.conformity
  }

  @Test(arguments: [
    ("taux: 49,9", Conformity.none), ("taux: 50", .partial), ("taux: 99,9", .partial), ("taux: 100 %", .full),
    ("criteres: {conformes: 0, non-conformes: 0, non-applicables: 106}", .none),
    ("criteres: {conformes: 9, non-conformes: 10, non-applicables: 87}", .none),
    ("criteres: {conformes: 10, non-conformes: 10, non-applicables: 86}", .partial),
    ("criteres: {conformes: 105, non-conformes: 1, non-applicables: 0}", .partial),
    ("criteres: {conformes: 70, non-conformes: 0, non-applicables: 36}", .full),
  ])
  func `the state follows from the audit`(result: String, state: Conformity) {
    #expect(Self.conformity(Self.declaration(result)) == state)
  }

  @Test func `without an audit there is one state only`() {
    #expect(Fixture.toolbox([:])?.conformity == Conformity.none)
    #expect(Self.conformity("date: 2026-01-31\nschema-pluriannuel: O\nplan-d-action: O\n") == Conformity.none)
  }

  @Test(arguments: [
    ("2023-01-31", Conformity.partial), ("2023-01-30", .none), ("2023-02", .partial), ("2023", .none), ("2022", .none),
  ])
  func `an audit holds for three years, to the day`(date: String, state: Conformity) {
    #expect(Self.conformity(Self.declaration(date: date)) == state)
  }

  @Test(arguments: [
    ("4.1", "2024-10-18", Conformity.partial), ("4.1", "2024-10-19", .none), ("4.1.2", "2024-10-19", .partial),
    ("5.0", "2024-10-19", .partial),
  ])
  func `an audit of a former RGAA holds for 18 months after the new one`(
    version: String, day: String, state: Conformity
  ) {
    let text = Self.declaration(date: "2023-01-15", version: version, declared: day)
    #expect(Self.conformity(text) == state)
  }

  @Test func `the date of the site counts where it is later`() {
    let site = Fixture.site + "date: 2029-02-01\n"
    #expect(Self.conformity(Self.declaration(), site: site) == Conformity.none)
  }

  @Test func `counts are those of the RGAA`() {
    let result = "criteres: ⟦{conformes: 60, non-conformes: 10, non-applicables: 35}".replacing("⟦", with: "1️⃣")
    expectFinding(.incoherentDeclaration, in: Self.file, Self.declaration(result))
  }

  @Test func `a rate is that of the counts`() {
    let counts = "criteres: {conformes: 60, non-conformes: 10, non-applicables: 36}"
    expectFinding(.incoherentDeclaration, in: Self.file, Self.declaration(counts + "\n  taux: ⟦90⟧"))
    let rounded = Fixture.toolbox([Self.file: Self.declaration(counts + "\n  taux: 86")])
    #expect(rounded?.check() == [])
  }

  @Test func `where all is met nothing is listed`() {
    let full = Self.declaration("taux: 100", more: "non-conformites: [⟦Un défaut.⟧]\n")
    expectFinding(.incoherentDeclaration, in: Self.file, full)
  }

  @Test func `where something is not met it is listed`() throws {
    let found = try #require(Fixture.toolbox([Self.file: Self.declaration(more: "")])).check()
    #expect(found.map(\.id) == [.incoherentDeclaration])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test func `a declaration does not come before its audit`() {
    expectFinding(.incoherentDeclaration, in: Self.file, Self.declaration(date: "⟦2026-02-01⟧"))
  }

  @Test func `an audit out of date is reported where its date stands`() {
    expectFinding(.expiredAudit, in: Self.file, Self.declaration(date: "⟦2022-01-15⟧"))
  }

  @Test func `a declaration out of date is reported`() throws {
    let text = "date: 2023-01-01\nschema-pluriannuel: O\nplan-d-action: O\n"
    let toolbox = try #require(Fixture.toolbox([Self.file: text], site: Fixture.site + "date: 2026-01-02\n"))
    #expect(toolbox.check().map(\.id) == [.expiredAudit])
  }
}

/// The score of the RGESN.
@Suite struct EcodesignScoreTests {
  private func score(_ criteria: String) -> Double? {
    let text = "objectif: O\ndate: 2026\ncriteres:\n" + criteria
    return Fixture.toolbox(["declarations/ecoconception.yml": text])?.declarations.ecodesign?.score
  }

  @Test func `there are 78 criteria, each with a number of its own`() {
    #expect(EcodesignCriterion.all.count == 78)
    #expect(Set(EcodesignCriterion.all.map(\.id)).count == 78)
    #expect(EcodesignCriterion.all.map(\.topic).max() == EcodesignCriterion.topicCount)
  }

  @Test func `weights are those of priorities`() throws {
    // The weight of 4.1 is 1.5, of 1.3 it is 1.25, of 4.5 it is 1.
    let weights = EcodesignCriterion.all.reduce(0) { $0 + $1.priority.weight }
    #expect(score("  respectes: {4.1: O, 1.3: O, 4.5: O}\n") == (1.5 + 1.25 + 1) / weights)
  }

  @Test func `what does not apply does not count, what was not evaluated does`() {
    let rest = EcodesignCriterion.all.filter { !["4.1", "1.3", "4.5"].contains($0.id) }
    let outside = "  sans-objet:\n" + rest.map { "    \($0.id): O\n" }.joined()
    #expect(score("  respectes: {4.1: O}\n  non-respectes: {1.3: N, 4.5: N}\n" + outside) == 1.5 / 3.75)
    #expect(score("  respectes: {4.1: O}\n" + outside) == 1.5 / 3.75)
    #expect(score("  respectes: {4.1: O, 1.3: O, 4.5: O}\n" + outside) == 1)
  }

  @Test func `where nothing applies there is no score`() {
    #expect(score("  sans-objet:\n" + EcodesignCriterion.all.map { "    \($0.id): O\n" }.joined()) == .some(nil))
  }
}
