import Diagnostics
import SiteSupport
import Testing
import TextSupport

/// What only the publisher knows is shown once, and nobody is sent to where nothing is.
@Suite struct PublisherPageTests {
  private static let pages = [
    "guide/a.md": "---\ntitre: A\nordre: 1\n---\n\nTexte.\n",
    "pages/mentions.md": "---\ntitre: Mentions\n---\n\n::: editeur\n:::\n",
    "pages/donnees.md": "---\ntitre: Données\n---\n\n::: editeur journal\n:::\n\n::: editeur delegue\n:::\n",
  ]

  private static func page(_ path: String, _ publisher: String, declaration: String = FixtureSite.declaration) throws
    -> HTMLElement
  {
    let site = FixtureSite(pages, site: "titre: T\nediteur:\n" + publisher, declaration: declaration)
    _ = site.build()
    return try #require(site.page(path)?.first("main"))
  }

  private static func rows(_ page: HTMLElement) -> [String] {
    page.all(part: "publisher").flatMap { $0.all("div") }.map { row in
      (row.first("dt")?.text ?? "") + "\u{A0}: " + (row.first("dd")?.text ?? "")
    }
  }

  // MARK: Placed parts

  @Test func `each part is placed by its word, and holds its own lines alone`() throws {
    let publisher = """
        nom: Le syndicat
        journal-donnees: L’adresse IP
        journal-conservation: Un an
        delegue: Une personne
        accessibilite-schema: Le schéma

      """
    #expect(try Self.rows(Self.page("mentions.html", publisher)) == ["name\u{A0}: Le syndicat"])
    #expect(
      try Self.rows(Self.page("donnees.html", publisher)) == [
        "logContent\u{A0}: L’adresse IP", "logRetention\u{A0}: Un an", "delegate\u{A0}: Une personne",
      ])
  }

  @Test func `a part of which nothing is said says so`() throws {
    let page = try Self.page("donnees.html", "  journal-raison: La sécurité\n")
    #expect(page.all("mark").map(\.text) == ["no details"])
  }

  @Test func `a mail address and a link lead where they say`() throws {
    let publisher = "  courriel: contact@a.fr\n  hebergeur: \"[Une société](https://h.fr)\"\n"
    let list = try #require(Self.page("mentions.html", publisher).first("dl"))
    let links = list.all("a").compactMap { $0.attributes["href"] }
    #expect(links == ["mailto:contact@a.fr", "https://h.fr"])
  }

  @Test(arguments: [("contact@a.fr", true), ("à compléter", false)])
  func `readers are asked to write where one can`(email: String, isReachable: Bool) throws {
    let page = try Self.page("mentions.html", "  nom: Le syndicat\n  courriel: \(email)\n")
    #expect(page.all(part: "reachable").isEmpty != isReachable)
  }

  @Test func `a link below the publisher is checked as everywhere`() {
    let site = FixtureSite(Self.pages, site: "titre: T\nediteur:\n  delegue: \"[Elle](pages/absente.md)\"\n")
    #expect(site.findings(from: .error) == ["broken-link content/site.yml:3:20"])
  }

  // MARK: The accessibility declaration

  private static let anonymous = FixtureSite.declaration.replacing("organisme: Un organisme\n", with: "")

  @Test func `a publisher whose name is missing commits itself all the same`() throws {
    let page = try Self.page("accessibilite.html", "  nom: à compléter\n", declaration: Self.anonymous)
    #expect(page.facts["conformity"] != nil && page.facts["organisation"] == nil)
    #expect(!page.text.contains("à compléter"))
  }

  @Test func `a name with a link is a link in the declaration, and plain words at the foot`() throws {
    let site = FixtureSite(
      Self.pages, site: "titre: T\nediteur:\n  nom: \"[Le syndicat](https://a.fr)\"\n", declaration: Self.anonymous)
    _ = site.build()
    let page = try #require(site.page("accessibilite.html"))
    #expect(page.first("main")?.text.contains("Le syndicat") == true)
    #expect(page.first("main")?.all("a").contains { $0.attributes["href"] == "https://a.fr" } == true)
    #expect(page.first("footer")?.text.contains("[Le syndicat]") == false)
    #expect(page.first("footer")?.text.contains("Le syndicat") == true)
  }

  @Test func `a contact that is still missing is none`() throws {
    let page = try Self.page(
      "accessibilite.html", "  nom: Le syndicat\n", declaration: FixtureSite.declaration + "contact: à compléter\n")
    #expect(page.all(part: "reachable").isEmpty && page.all("mark").map(\.text) == ["no contact"])
  }

  @Test func `the means of contact that are known are shown, with the name`() throws {
    let publisher = "  nom: Le syndicat\n  adresse: à compléter\n  telephone: 01 02\n  hebergeur: Une société\n"
    let page = try Self.page("accessibilite.html", publisher)
    #expect(Self.rows(page) == ["name\u{A0}: Le syndicat", "telephone\u{A0}: 01 02"])
    #expect(page.all(part: "reachable").count == 1)
  }

  @Test func `where none is known, the page says so and sends nobody there`() throws {
    let page = try Self.page("accessibilite.html", "  nom: Le syndicat\n  telephone: à compléter\n")
    #expect(page.all("mark").map(\.text) == ["no contact"])
    #expect(Self.rows(page).isEmpty && page.all(part: "reachable").isEmpty)
  }

  @Test func `a contact that the declaration gives is one`() throws {
    let text = FixtureSite.declaration + "contact: Le standard répond.\n"
    let page = try Self.page("accessibilite.html", "  nom: à compléter\n", declaration: text)
    #expect(page.all("mark").isEmpty && page.all(part: "reachable").count == 1)
  }

  @Test func `declarations show what site.yml says`() throws {
    let publisher = """
        nom: Le syndicat
        accessibilite-schema: "[Le schéma](https://a.fr/schema)"
        accessibilite-plan: Le plan
        ecoconception-objectif: Peser peu
        ecoconception-referent: Une personne
      date: 2026-01-31
      url: https://a.fr

      """
    let files = Self.pages.merging(["declarations/ecoconception.yml": "rgesn: 2024\nscore-precedent: aucun\n"]) { $1 }
    let site = FixtureSite(files, site: "titre: T\nediteur:\n" + publisher, declaration: "technologies: [HTML]\n")
    _ = site.build()
    let accessibility = try #require(site.page("accessibilite.html")?.first("main"))
    let ecodesign = try #require(site.page("ecoconception.html")?.first("main"))
    for (name, value) in [
      ("organisation", "Le syndicat"), ("multiYearPlan", "Le schéma (site externe)"), ("actionPlan", "Le plan"),
      ("address", "https://a.fr"), ("date", "31\u{A0}janvier 2026"),
    ] {
      #expect(accessibility.facts[name] == value, "\(name)")
    }
    for (name, value) in [
      ("objective", "Peser peu"), ("contact", "Une personne"), ("date", "31\u{A0}janvier 2026"),
    ] {
      #expect(ecodesign.facts[name] == value, "\(name)")
    }
    #expect((accessibility.all("mark") + ecodesign.all("mark")).allSatisfy { $0.text != "à compléter" })
  }

  // MARK: Covers

  @Test(arguments: [("Le syndicat", true), ("à compléter", false)])
  func `a cover names the publisher that is known`(name: String, isNamed: Bool) throws {
    let cover = try #require(Self.page("guide/imprimer.html", "  nom: \(name)\n").all(part: "cover").first)
    #expect(cover.facts["publisher"] == (isNamed ? name : nil))
  }
}
