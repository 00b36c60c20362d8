import Diagnostics
import SiteSupport
import Testing
import TextSupport

/// Steps of an accompaniment: what their file says, and where it is shown.
@Suite struct StepTests {
  private static let site = """
    titre: T
    menu: [guide, etapes]
    editions: {binome: {titre: En binôme, choix: [binome]}}

    """

  private static func type(_ title: String) -> String {
    "---\ntitre: \(title)\nheures: 50\npar-semaine: 3 heures\nsemaines: 15\npreparation: comprise\n---\n"
  }

  private static let files = [
    "guide/a.md": "---\ntitre: A\nordre: 1\n---\n\n::: etapes\n:::\n\n::: facteurs etape=lancer\n:::\n",
    "accompagnements/binome.md": type("En binôme"), "accompagnements/referent.md": type("Comme référent"),
    "facteurs/rassurer.md": "---\ntitre: Rassurer\nordre: 1\n---\n",
    "facteurs/preparer.md": "---\ntitre: Préparer\nordre: 2\n---\n",
    "etapes/lancer.md": """
    ---
    titre: Lancer
    ordre: 2
    resume: On commence.
    semaines: 3-6
    invites: [Le maire, La DGS]
    questions:
      - Pourquoi ?
    a-preparer: Une salle
    decisions: [La date]
    roles:
      binome: {prepare: vous, anime: le référent, decide: le maire}
      referent: {prepare: vous}
    facteurs: [preparer]
    ---

    Le texte.
    """,
    "etapes/avant.md": "---\ntitre: Avant\nordre: 1\nsemaines: preparation\npour: referent\n---\n\nTôt.\n",
  ]

  private static func built(_ more: [String: String] = [:]) -> FixtureSite {
    let site = FixtureSite(files.merging(more) { $1 }, site: self.site)
    #expect(site.build().diagnostics.map(\.shortDescription) == [])
    return site
  }

  @Test func `the page of steps shows all that their files say, in order`() throws {
    let page = try #require(Self.built().page("etapes/index.html"))
    let steps = page.all(part: "step")
    #expect(steps.map { $0.first("h2")?.text } == ["Avant", "Lancer"])
    let text = try #require(steps.last?.text).replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    for word in [
      "3 to 6", "On commence.", "Le maire", "La DGS", "Pourquoi ?", "Une salle", "La date", "Le texte.",
      "le référent", "Préparer",
    ] {
      #expect(text.contains(word), "\(word)")
    }
  }

  @Test func `a text places steps as links, and the factors that a step names`() throws {
    let page = try #require(Self.built().page("guide/a.html"))
    let links = page.all("a").compactMap { $0.attributes["href"] }
    #expect(links.contains("../etapes/index.html#lancer"))
    #expect(links.contains("../facteurs/index.html#preparer"))
    #expect(!links.contains("../facteurs/index.html#rassurer"))
  }

  @Test func `an edition shows its steps on its home page, under its type alone`() throws {
    let site = Self.built()
    let steps = try #require(site.page("binome/index.html")).all(part: "step")
    #expect(steps.map { $0.first("h3")?.text } == ["Lancer"])
    #expect(steps.first?.all("dt").map(\.text) == ["En binôme"])
    let chapter = try #require(site.page("binome/a.html"))
    #expect(chapter.all("a").contains { $0.attributes["href"] == "index.html#etapes_lancer" })
  }

  @Test func `a print edition shows its steps`() throws {
    let page = try #require(Self.built().page("binome/imprimer.html"))
    #expect(page.all(part: "step").map { $0.first("h3")?.text } == ["Lancer"])
  }

  @Test func `factors are grouped by the first step that names them, the others come last`() throws {
    let page = try #require(Self.built().page("facteurs/index.html"))
    #expect(page.all(part: "moment").map(\.text) == ["Lancer", "Tout au long de la démarche"])
  }

  @Test(arguments: ["6-3", "0", "bientôt", "1-2-3"]) func `weeks that are none`(weeks: String) throws {
    let text = "---\ntitre: A\nordre: 1\nsemaines: \(weeks)\n---\n"
    let site = FixtureSite(Self.files.merging(["etapes/a.md": text]) { $1 }, site: Self.site)
    let finding = try #require(site.check().diagnostics.first { $0.id == .wrongType })
    #expect(finding.shortDescription == "wrong-type content/etapes/a.md:4:11")
    #expect(finding.help?.french == "écrivez par exemple « semaines: 3-6 »")
  }

  @Test(arguments: ["roles: {binom: {prepare: vous}}", "facteurs: [prepare]", "ressources: [aucune]"])
  func `a name that a step gives and that no entry has is refused`(line: String) {
    let text = "---\ntitre: A\nordre: 1\n\(line)\n---\n"
    let site = FixtureSite(Self.files.merging(["etapes/a.md": text]) { $1 }, site: Self.site)
    #expect(site.findings(from: .error).count == 1)
  }
}
