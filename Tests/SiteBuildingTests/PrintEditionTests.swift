import SiteBuilding
import SiteSupport
import Testing
import TextSupport

/// Editions that leave their site for a PDF.
@Suite struct PrintEditionTests {
  private func editions(url: String? = nil) throws -> [PrintEdition] {
    let (report, editions) = PrintedSite.fixture(url: url).printEditions()
    #expect(report.diagnostics.filter { $0.severity == .error } == [])
    return editions
  }

  private func page(_ edition: PrintEdition) throws -> HTMLElement {
    let file = try #require(edition.files.first { $0.path == edition.page })
    return HTMLElement.parse(String(decoding: file.bytes, as: UTF8.self)).root
  }

  @Test func `the general edition comes first; each has a name for its file`() throws {
    let editions = try editions()
    #expect(editions.map(\.name) == ["guide", "binome", "referent"])
    #expect(editions.map(\.fileName) == ["ma-boite-guide", "ma-boite-binome", "ma-boite-referent"])
  }

  @Test func `the document says which edition of what it is`() throws {
    let edition = try #require(editions().dropFirst().first)
    #expect(edition.title == "Édition binôme – Ma boîte")
    #expect(try page(edition).first("title")?.text == edition.title)
    #expect(try page(edition).first("html")?.attributes["lang"] == "fr")
  }

  @Test func `it comes with all that its page loads, and with no other page`() throws {
    for edition in try editions() {
      let paths = Set(edition.files.map(\.path))
      let page = try page(edition)
      let loaded =
        page.all("link").filter { $0.attributes["rel"] == "stylesheet" }.compactMap { $0.attributes["href"] }
        + page.all("script").compactMap { $0.attributes["src"] } + page.all("img").compactMap { $0.attributes["src"] }
      #expect(!loaded.isEmpty)
      for address in loaded { #expect(paths.contains(address.replacing("../", with: "")), "\(address)") }
      #expect(paths.filter { $0.hasSuffix(".html") } == [edition.page])
    }
  }

  @Test func `links into the site have the address under which it is published`() throws {
    let edition = try #require(editions(url: "https://boite.exemple.fr/outils").dropFirst().first)
    let links = try page(edition).all("a").compactMap { $0.attributes["href"] }
    #expect(links.contains("https://boite.exemple.fr/outils/a-propos.html"))
    #expect(links.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("https://") }, "\(links)")
  }

  @Test func `where that address is not known, they are no links: they would lead into a folder that is gone`() throws {
    let edition = try #require(editions().dropFirst().first)
    let page = try page(edition)
    let links = page.all("a").compactMap { $0.attributes["href"] }
    #expect(links.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("https://") }, "\(links)")
    #expect(page.text.contains("à propos"))
    #expect(page.all("a").allSatisfy { $0.attributes["href"] != nil })
  }

  @Test func `where something stops publication, there is nothing to print`() {
    let (report, editions) = FixtureSite(["guide/a.md": "---\ntitre: A\nordre: 1\n---\n\n[vu](b.md)\n"]).printEditions()
    #expect(report.hasErrors)
    #expect(editions.isEmpty)
  }
}
