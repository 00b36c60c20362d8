import LinkMaintenance
import Testing

@Suite struct InventoryTests {
  private func addresses(_ files: [String: String], site: String = "titre: Une boîte\n") throws -> [String] {
    LinkInventory.links(of: try #require(Fixture.toolbox(files, site: site))).map(\.address)
  }

  @Test func `links of texts, addresses of resources and the source of the guide are checked`() throws {
    let files = [
      "guide/a.md": Fixture.chapter("[x](https://a.fr) <https://b.fr> https://c.fr/."),
      "ressources/r.md": Fixture.resource,
    ]
    #expect(
      Set(try addresses(files, site: Fixture.site)) == [
        "https://source.fr/guide", "https://ressource.fr", "https://aussi.fr", "https://a.fr", "https://b.fr",
        "https://c.fr/",
      ])
  }

  @Test(arguments: [
    "`https://a.fr`", "```\nhttps://a.fr\n```", "<!-- https://a.fr -->", "[x](b.md)", "[x](#y)", "[x]()",
  ])
  func `what is no link, or stays in the site, is not`(text: String) throws {
    #expect(try addresses(["guide/a.md": Fixture.chapter(text)]) == [])
  }

  @Test func `a link is known by its text, and its address by its place`() throws {
    let toolbox = try #require(Fixture.toolbox(["guide/a.md": Fixture.chapter("Voir *[le **site**](https://a.fr)*.")]))
    let link = try #require(LinkInventory.links(of: toolbox).first)
    #expect(link.text == "le site")
    #expect(link.location.file == "content/guide/a.md")
    #expect(link.location.range?.start.line == 5)
    #expect(link.location.range?.start.column == 21)
  }

  @Test func `addresses of mail and telephone are among them`() throws {
    #expect(
      try addresses(["guide/a.md": Fixture.chapter("<a@b.fr> [t](tel:+33123456789)")]) == [
        "mailto:a@b.fr", "tel:+33123456789",
      ])
  }
}
