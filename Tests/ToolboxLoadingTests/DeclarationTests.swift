import Diagnostics
import TextSupport
import Testing
import Toolbox

/// Decoding of `declarations/`.
@Suite struct DeclarationTests {
  private static let accessibility = "declarations/accessibilite.yml"
  private static let ecodesign = "declarations/ecoconception.yml"
  private static let least = "date: 2026-01-31\nschema-pluriannuel: Oui.\nplan-d-action: Oui.\n"
  private static let leastEcodesign = "objectif: Peser peu.\ndate: 2026-01-31\n"

  @Test func `an audit is read with its counts`() throws {
    let text =
      Self.least + """
        audit:
          date: 2026-01-15
          auditeur: Un cabinet
          rgaa: RGAA 4.1.2
          criteres: {conformes: 60, non-conformes: 10, non-applicables: 36}

        """
    let toolbox = try #require(loadWithoutFinding(Self.accessibility, text))
    let audit = try #require(toolbox.declarations.accessibility?.audit)
    #expect(audit.version == "4.1.2" && audit.date == "2026-01-15")
    #expect(audit.result == .counts(.init(met: 60, unmet: 10, notApplicable: 36), rate: nil))
  }

  @Test(arguments: [accessibility, ecodesign])
  func `an empty file leaves all of it to site.yml`(file: String) throws {
    let toolbox = try #require(loadWithoutFinding(file, ""))
    #expect((toolbox.declarations.accessibility != nil) != (toolbox.declarations.ecodesign != nil))
  }

  @Test func `an unknown key is refused, at any depth`() {
    expectFinding(.unknownKey, in: Self.accessibility, Self.least + "⟦etat⟧: totalement conforme\n")
    let audit = "audit: {date: 2026, auditeur: A, taux: 80, ⟦note⟧: 3}\n"
    expectFinding(.unknownKey, in: Self.accessibility, Self.least + audit)
  }

  @Test(arguments: ["audit", "environnement", "date"])
  func `what is still to be filled in may be said of any part`(key: String) {
    let others = Self.least.split(separator: "\n").filter { !$0.hasPrefix(key + ":") }.joined(separator: "\n")
    expectFinding(.toComplete, in: Self.accessibility, others + "\n\(key): ⟦à compléter⟧\n")
  }

  @Test func `a text keeps its links, and their places`() throws {
    let marked = MarkedText(Self.least + "outils:\n  - \"Le validateur [du W3C](⟦https://validator.w3.org⟧)\"\n")
    let toolbox = try #require(loadWithoutFinding(Self.accessibility, marked.text))
    var places: [SourceRange] = []
    toolbox.declarations.accessibility?.tools.first?.body.fragments.forEachFragment { fragment in
      if case .link(let link, _) = fragment { places.append(link.targetRange) }
    }
    #expect(places == [marked.onlyRange()])
  }

  @Test func `a link in a text over several lines is placed where the text begins`() throws {
    let text = Self.least + "contact: >\n  Écrivez à\n  [nous](https://www.exemple.fr).\n"
    let toolbox = try #require(loadWithoutFinding(Self.accessibility, text))
    var lines: [Int] = []
    toolbox.declarations.accessibility?.contact?.body.fragments.forEachFragment { fragment in
      if case .link(let link, _) = fragment { lines.append(link.targetRange.start.line) }
    }
    #expect(lines == [4])
  }

  @Test func `a text is one paragraph`() {
    expectFinding(.wrongType, in: Self.accessibility, Self.least + "outils: ⟦\"1. Un outil\"⟧\n")
  }

  @Test(arguments: ["taux: ⟦101⟧", "taux: ⟦beaucoup⟧", "rgaa: ⟦la dernière⟧, taux: 80"])
  func `an audit's figures are figures`(line: String) {
    let audit = "audit: {date: 2026, auditeur: A, \(line)}\n"
    expectFinding(.wrongType, in: Self.accessibility, Self.least + audit)
  }

  @Test func `an audit without a result is asked for one`() {
    expectFinding(.missingKey, in: Self.accessibility, Self.least + "audit: 1️⃣{date: 2026, auditeur: A}\n")
  }

  @Test func `criteria are known by their numbers`() throws {
    let text =
      Self.leastEcodesign + "criteres:\n  respectes:\n    4.10: Oui.\n    4.1: Oui.\n  non-respectes: {1.1: Non.}\n"
    let toolbox = try #require(loadWithoutFinding(Self.ecodesign, text))
    let found = try #require(toolbox.declarations.ecodesign?.evaluations)
    #expect(found.map(\.criterion.id) == ["1.1", "4.1", "4.10"])
    #expect(found.map(\.verdict) == [.unmet, .met, .met])
  }

  @Test func `a criterion that the RGESN does not have is refused`() {
    let help = "critères de cette partie : 7.1, 7.2, 7.3, 7.4"
    expectFinding(
      .unknownValue, in: Self.ecodesign, Self.leastEcodesign + "criteres:\n  respectes:\n    1️⃣7.5: Oui.\n",
      help: help)
  }

  @Test func `a criterion has one result`() {
    let text = "criteres:\n  respectes:\n    4.1: Oui.\n  sans-objet:\n    1️⃣4.1: Non.\n"
    expectFinding(.incoherentDeclaration, in: Self.ecodesign, Self.leastEcodesign + text)
  }

  @Test func `only the version that is known here can be declared`() {
    expectFinding(.wrongType, in: Self.ecodesign, Self.leastEcodesign + "rgesn: ⟦2022⟧\n")
  }

  @Test(arguments: [
    ("declarations/accessibilite.yaml", "accessibilite.yml"), ("declarations/ecoconception.md", "ecoconception.yml"),
  ])
  func `a file of another name is not passed over`(file: String, right: String) throws {
    let found = Content([file: "titre: T\n"]).load().diagnostics
    #expect(found.map(\.id) == [.misplacedFile])
    #expect(found.first?.help?.french.contains(right) == true)
  }

  @Test func `measures are the audit's own file`() {
    #expect(Content(["declarations/mesures.json": "{}"]).findings == [])
  }
}
