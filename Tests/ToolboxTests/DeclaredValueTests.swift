import Diagnostics
import Testing
import Toolbox

/// The values that declarations take from `site.yml`, and the findings on values that neither file gives.
@Suite struct DeclaredValueTests {
  private static let accessibility = "declarations/accessibilite.yml"
  private static let ecodesign = "declarations/ecoconception.yml"
  private static let least = "titre: A\ndate: 2026-01-31\nurl: https://a.fr\n"

  private static func shown(_ text: DeclaredText?) -> String? {
    text.map { text in
      text.body.fragments.map { if case .html(let bytes) = $0 { String(decoding: bytes, as: UTF8.self) } else { "" } }
        .joined()
    }
  }

  private static func found(_ files: [String: String], site: String) -> [Diagnostic] {
    (Fixture.toolbox(files, site: site)?.check() ?? []).filter { $0.id == .toComplete }
  }

  @Test func `what the declaration leaves out is the publisher’s`() throws {
    let site = Self.least + "editeur: {accessibilite-schema: Le schéma., ecoconception-referent: Une personne.}\n"
    let toolbox = try #require(Fixture.toolbox([Self.accessibility: "", Self.ecodesign: ""], site: site))
    let scheme = toolbox.declared(toolbox.declarations.accessibility?.multiYearPlan, else: .accessibilityScheme)
    let referent = toolbox.declared(toolbox.declarations.ecodesign?.contact, else: .ecodesignReferent)
    #expect(Self.shown(scheme) == "Le schéma.")
    #expect(Self.shown(referent) == "Une personne.")
  }

  @Test func `what the declaration says is not replaced`() throws {
    let site = Self.least + "editeur: {accessibilite-schema: Le schéma.}\n"
    let toolbox = try #require(Fixture.toolbox([Self.accessibility: "schema-pluriannuel: Le nôtre.\n"], site: site))
    let scheme = toolbox.declared(toolbox.declarations.accessibility?.multiYearPlan, else: .accessibilityScheme)
    #expect(Self.shown(scheme) == "Le nôtre.")
  }

  @Test(arguments: [
    ("", "2026-01-31"), ("date: 2026-01-15\n", "2026-01-15"), ("date: à compléter\n", String?.none),
  ])
  func `the date is the toolbox’s, unless the declaration has one`(text: String, date: String?) throws {
    let toolbox = try #require(Fixture.toolbox([Self.accessibility: text], site: Self.least))
    #expect(toolbox.declared(toolbox.declarations.accessibility?.date) == date)
  }

  // MARK: Missing values

  private static let undeclared: [(file: String, key: String)] = [
    (accessibility, "accessibilite-schema"), (accessibility, "accessibilite-plan"),
    (ecodesign, "ecoconception-objectif"), (ecodesign, "ecoconception-referent"),
  ]

  @Test(arguments: undeclared)
  func `what neither says is to be written in site.yml, below the publisher`(file: String, key: String) throws {
    let others = Self.undeclared.map(\.key).filter { $0 != key }.map { "  \($0): Oui.\n" }.joined()
    let found = Self.found([file: ""], site: Self.least + "editeur:\n" + others)
    #expect(found.map(\.location?.file) == ["content/site.yml"])
    #expect(found.first?.location?.range?.start.line == 5)
    #expect(found.first?.help?.french == "ajoutez une ligne « \(key): … » sous « editeur »")
  }

  @Test(arguments: ["url", "date"])
  func `what the site itself lacks is asked for once`(key: String) {
    let site = Self.least.split(separator: "\n").filter { !$0.hasPrefix(key) }.joined(separator: "\n")
    let publisher = "\nediteur:\n" + Self.undeclared.map { "  \($0.key): Oui.\n" }.joined()
    let found = Self.found([Self.accessibility: "", Self.ecodesign: ""], site: site + publisher)
    #expect(found.map(\.help?.french) == ["ajoutez une ligne « \(key): … »"])
  }

  @Test func `without declarations nothing is asked for`() {
    #expect(Self.found([:], site: "titre: A\n").isEmpty)
  }

  @Test(arguments: [
    "url: à compléter\nediteur: {accessibilite-schema: à compléter, accessibilite-plan: à compléter}\n",
    "url: https://a.fr\nediteur: {accessibilite-schem: Oui., accessibilite-pla: Oui.}\n",
    "url: https://a.fr\nediteurs: {accessibilite-schema: Oui., accessibilite-plan: Oui.}\n",
    "url: https://a.fr\nediteur: Un organisme\n",
  ])
  func `what is there and could not be used has been told already`(lines: String) {
    #expect(Self.found([Self.accessibility: ""], site: "titre: A\ndate: 2026-01-31\n" + lines).isEmpty)
  }

  @Test func `an audit after the date of the toolbox comes after the declaration`() {
    let audit = "audit: {date: 2026-02-01, auditeur: Un cabinet, taux: 100}\n"
    let site = Self.least + "editeur: {accessibilite-schema: Oui., accessibilite-plan: Oui.}\n"
    let found = Fixture.toolbox([Self.accessibility: audit], site: site)?.check() ?? []
    #expect(found.map(\.id) == [.incoherentDeclaration])
  }
}
