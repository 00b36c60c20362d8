import SiteSupport
import Testing

/// A French site is set as French should be, in texts and in titles alike.
@Suite struct SiteTypographyTests {
  private static let chapter = "---\ntitre: Qu'est-ce ?\nordre: 1\n---\n\nC'est \"dit\" !\n"

  private func chapterText(_ site: String) throws -> String {
    let fixture = FixtureSite(["guide/a.md": Self.chapter], site: site)
    #expect(fixture.build().diagnostics == [])
    return try #require(fixture.page("guide/a.html")?.first("main")).text
  }

  @Test func `by default`() throws {
    let text = try chapterText("titre: T\n")
    #expect(text.contains("Qu’est-ce\u{202F}?"))
    #expect(text.contains("C’est «\u{A0}dit\u{A0}»\u{202F}!"))
  }

  @Test(arguments: ["titre: T\ntypographie: non\n", "titre: T\nlangue: en\n"])
  func `not where site.yml says no`(site: String) throws {
    let text = try chapterText(site)
    #expect(text.contains("Qu'est-ce ?"))
    #expect(text.contains("C'est \"dit\" !"))
  }

  @Test func `a testimonial keeps its words and its marks`() throws {
    let testimonial = """
      ---
      auteur: A
      fonction: F
      organisme: O
      cote: c
      chapitres: [a]
      ---

      C'est "dit"... voilà !
      """
    let fixture = FixtureSite(
      ["guide/a.md": Self.chapter, "rex/a.md": testimonial], site: "titre: T\nvocabulaires:\n  cote: [c]\n")
    #expect(fixture.build().diagnostics == [])
    let quotation = try #require(fixture.page("rex/index.html")?.first("blockquote"))
    #expect(quotation.text.contains("C’est \"dit\"... voilà\u{202F}!"))
  }
}
