import TestSupport
import Testing

@testable import SiteGeneration

@Suite("Readers can tell the publisher what is wrong")
struct ReaderHelpTests {
  private func help(_ keys: String, on page: String) throws -> [String] {
    let site = FixtureSite(["guide/a.md": "---\ntitre: A\nordre: 1\n---\nTexte.\n"], site: "titre: T\n" + keys)
    #expect(site.build().diagnostics == [])
    return try #require(site.page(page)).all(class: "help").flatMap { $0.all("a") }.compactMap { $0.attributes["href"] }
  }

  @Test func `nothing is offered where the site says nothing`() throws {
    #expect(try help("", on: "guide/a.html") == [])
  }

  @Test func `a change is proposed where the text is, in the repository`() throws {
    #expect(
      try help("depot: https://f.fr/edit/{fichier}\n", on: "guide/a.html") == ["https://f.fr/edit/content/guide/a.md"])
  }

  @Test func `a dead link is told by a mail that names the page`() throws {
    #expect(
      try help("signalement: contact@a.fr\n", on: "guide/a.html")
        == ["mailto:contact@a.fr?subject=Lien%20mort%C2%A0%3A%20guide%2Fa.html"])
  }

  @Test func `a dead link is told on a page that is given the page’s path`() throws {
    #expect(try help("signalement: https://a.fr/?p={page}\n", on: "index.html") == ["https://a.fr/?p=index.html"])
  }

  @Test func `a page that is not there has no links to tell of`() throws {
    #expect(try help("signalement: contact@a.fr\n", on: "404.html") == [])
  }
}
