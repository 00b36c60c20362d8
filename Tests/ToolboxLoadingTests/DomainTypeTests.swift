import Diagnostics
import TextSupport
import Testing
import Toolbox

/// Fields of single types: figures, words of fixed lists, addresses.
@Suite struct DomainTypeTests {
  private static func resource(_ lines: String) -> String {
    "---\ntitre: A\nediteur: B\nnature: guide\ntheme: reperes\n\(lines)\n---\n"
  }

  // MARK: Figures

  @Test(arguments: [
    ("50", 50), ("12,5", 12.5), ("12.5", 12.5), ("1 250", 1250), ("1\u{A0}250,5", 1250.5), ("\"50\"", 50),
  ])
  func `hours as the French write them`(written: String, hours: Double) {
    #expect(
      loadWithoutFinding("accompagnements/a.md", type(heures: written))?.accompaniments.first?.workload.hours == hours)
  }

  @Test(arguments: [
    "0", "-5", "1e3", "0x1F", "5 0", "cinquante", "1,2,3", "50 h", "5,", "½", "environ", "environ cinquante",
  ])
  func `what is no number of hours`(written: String) {
    expectFinding(
      .wrongType, in: "accompagnements/a.md", type(heures: "⟦\(written)⟧"),
      help: "écrivez par exemple « heures: environ 50 »")
  }

  /// Whole numbers computed from these (a total, a percentage) must not overflow.
  @Test(arguments: ["1 000 001", "1000000,5", "99999999999999999999", String(repeating: "9", count: 320)])
  func `a number above the limit is refused with the limit`(written: String) throws {
    let limit = "au plus 1\u{A0}000\u{A0}000"
    for (text, ending) in [
      (type(heures: "⟦\(written)⟧"), limit), (type(weekly: "⟦\(written) heures⟧"), limit),
      (type(more: "preparation: ⟦\(written)⟧\n"), limit),
      (type(weeks: "⟦\(written)⟧"), "de 1 à 1\u{A0}000"),
    ] {
      expectFinding(.wrongType, in: "accompagnements/a.md", text)
      let found = Content(["accompagnements/a.md": MarkedText(text).text]).load().diagnostics
      #expect(found.first?.message.french.hasSuffix(ending) == true)
    }
  }

  @Test func `what is at the limit is read`() {
    let text = type(heures: "1 000 000", weekly: "1000 heures", weeks: "1 000", more: "preparation: 1000000\n")
    let workload = loadWithoutFinding("accompagnements/a.md", text)?.accompaniments.first?.workload
    #expect(workload?.hours == 1_000_000)
    #expect(workload?.weeks == 1_000)
    expectFinding(.wrongType, in: "accompagnements/a.md", type(weeks: "⟦1001⟧"))
    expectFinding(.wrongType, in: "accompagnements/a.md", type(more: "preparation: ⟦9e999⟧\n"))
    expectFinding(.wrongType, in: "accompagnements/a.md", type(more: "base: ⟦1000001 sites⟧\n"))
  }

  @Test(arguments: [
    ("3 heures", 3), ("1 heure", 1), ("3 h", 3), ("3h", 3), ("1 journée", 7), ("1,5 jour", 10.5), ("2 jours", 14),
    ("1\u{A0}journée", 7), ("1 Journée", 7),
  ])
  func `an effort a week`(written: String, hours: Double) {
    let workload = loadWithoutFinding("accompagnements/a.md", type(weekly: written))?.accompaniments.first?.workload
    #expect(workload?.perWeek.hours == hours)
  }

  @Test(arguments: [("50", false), ("environ 50", true), ("Environ 50", true), ("environ\u{A0}50", true)])
  func `a rough figure is known as one`(written: String, isApproximate: Bool) {
    let workload = loadWithoutFinding("accompagnements/a.md", type(heures: written))?.accompaniments.first?.workload
    #expect(workload?.hours == 50)
    #expect(workload?.isApproximate == isApproximate)
  }

  @Test func `whose hours they are is set as French should be`() {
    let toolbox = loadWithoutFinding("accompagnements/a.md", type(more: "de-qui: de l'organisme\n"))
    #expect(toolbox?.accompaniments.first?.workload.whose == "de l’organisme")
  }

  @Test(arguments: [
    ("2 dispositifs", Workload.Base(count: 2, unit: "dispositifs")),
    ("1 organisme", .init(count: 1, unit: "organisme")),
    ("1 200 réponses d'agents", .init(count: 1_200, unit: "réponses d’agents")),
  ])
  func `what a figure rests on, in the source’s unit`(written: String, base: Workload.Base) {
    let toolbox = loadWithoutFinding("accompagnements/a.md", type(more: "base: \(written)\n"))
    #expect(toolbox?.accompaniments.first?.workload.base == base)
  }

  @Test(arguments: ["2", "deux dispositifs", "0 dispositif", "1,5 dispositif"]) func `what is no base`(written: String)
  {
    expectFinding(
      .wrongType, in: "accompagnements/a.md", type(more: "base: ⟦\(written)⟧\n"),
      help: "écrivez par exemple « base: 2 dispositifs »")
  }

  @Test func `nobody need be named as offering a resource`() throws {
    let text = "---\ntitre: A\na-venir: oui\nnature: guide\ntheme: reperes\n---\n"
    let resource = try #require(loadWithoutFinding("ressources/a.md", text)?.resources.first)
    #expect(resource.publisher == nil)
  }

  @Test(arguments: ["3", "trois heures", "3 semaines", "0 heure", "heures"]) func `what is no effort a week`(
    written: String
  ) {
    expectFinding(
      .wrongType, in: "accompagnements/a.md", type(weekly: "⟦\(written)⟧"),
      help: "écrivez par exemple « par-semaine: 3 heures »")
  }

  @Test(arguments: ["0", "1,5", "quinze"]) func `weeks are counted`(written: String) {
    expectFinding(.wrongType, in: "accompagnements/a.md", type(weeks: "⟦\(written)⟧"))
  }

  @Test(arguments: [
    ("comprise", Workload.Preparation.included), ("10", .additional(hours: 10)), ("1 journée", .additional(hours: 7)),
  ])
  func `a preparation`(written: String, preparation: Workload.Preparation) {
    let toolbox = loadWithoutFinding("accompagnements/a.md", type(more: "preparation: \(written)\n"))
    #expect(toolbox?.accompaniments.first?.workload.preparation == preparation)
  }

  // MARK: Words

  @Test func `a word of a fixed list is refused with the nearest one`() {
    expectFinding(
      .unknownValue, in: "rex/a.md", "---\nauteur: A\nfonction: B\norganisme: C\ncote: ⟦colectivite⟧\n---\n",
      help: "écrivez « collectivite »")
  }

  @Test func `a word like no other is refused with all of them`() {
    expectFinding(
      .unknownValue, in: "rex/a.md", "---\nauteur: A\nfonction: B\norganisme: C\ncote: ⟦bilan⟧\n---\n",
      help: "mots connus : collectivite, mutualisateur (ils sont déclarés dans site.yml, sous « vocabulaires »)")
  }

  @Test func `without a readable list nothing is said of a word`() {
    let content = Content(
      ["rex/a.md": "---\nauteur: A\nfonction: B\norganisme: C\ncote: bilan\n---\n"], site: "titre: [\n")
    #expect(content.load().diagnostics.map { $0.location?.file } == ["content/site.yml"])
  }

  @Test func `a menu is one of three words`() {
    expectFinding(
      .wrongType, in: "pages/a.md", "---\ntitre: A\nmenu: ⟦bas⟧\n---\n", help: "écrivez par exemple « menu: principal »"
    )
  }

  // MARK: Addresses

  @Test(arguments: ["https://www.exemple.fr/a?b=1#c", "http://exemple.fr", "HTTPS://exemple.fr"])
  func `an address`(address: String) throws {
    let resource = try #require(
      loadWithoutFinding("ressources/a.md", Self.resource("adresse: \(address)"))?.resources.first)
    guard case .address(address, _) = resource.destination else {
      Issue.record("\(resource.destination)")
      return
    }
  }

  @Test(arguments: [
    ("www.exemple.fr/a", "écrivez « adresse: https://www.exemple.fr/a »"),
    ("//exemple.fr", "écrivez « adresse: https://exemple.fr »"),
    ("https://", "écrivez par exemple « adresse: https://www.exemple.fr/page »"),
    ("ftp://exemple.fr", "écrivez par exemple « adresse: https://www.exemple.fr/page »"),
    ("https://exemple.fr/un deux", "écrivez par exemple « adresse: https://www.exemple.fr/page »"),
  ])
  func `what is no address`(address: String, help: String) {
    expectFinding(.wrongType, in: "ressources/a.md", Self.resource("adresse: ⟦\(address)⟧"), help: help)
  }

  @Test(arguments: ["1️⃣\"#\"", "1️⃣\"#ancre\""]) func `a hash is a placeholder`(written: String) {
    expectFinding(.placeholderLink, in: "ressources/a.md", Self.resource("adresse: \(written)"))
  }

  @Test func `a hash without quotes is one too`() {
    let content = Content(["ressources/a.md": Self.resource("adresse: #")])
    #expect(content.load().diagnostics.map(\.id) == [.placeholderLink])
    #expect(content.load().toolbox?.resources.first?.destination == .placeholder)
  }

  @Test func `a resource has an address or is planned, not both`() {
    expectFinding(
      .wrongType, in: "ressources/a.md", Self.resource("adresse: ⟦https://exemple.fr⟧\na-venir: oui"),
      help: "supprimez « a-venir: oui »")
  }

  @Test func `what only the publisher knows is counted, not refused`() {
    expectFinding(.toComplete, in: "ressources/a.md", Self.resource("adresse: ⟦à compléter⟧"))
  }

  @Test(arguments: ["fr", "pt-BR", "zh-Hans"]) func `a language`(tag: String) {
    #expect(loadWithoutFinding("ressources/a.md", Self.resource("a-venir: oui\nlangue: \(tag)")) != nil)
  }

  @Test func `a language in words is refused`() {
    expectFinding(
      .wrongType, in: "ressources/a.md", Self.resource("a-venir: oui\nlangue: ⟦anglais⟧"),
      help: "écrivez par exemple « langue: fr »")
  }
}
