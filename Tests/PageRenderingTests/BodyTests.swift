import SiteSupport
import Testing
import TextSupport

@testable import HTML

/// What an editor writes, on its page.
@Suite struct BodyTests {
  private func page(
    _ text: String, site: String = "titre: T\n", files: [String: String] = [:], bytes: [String: [UInt8]] = [:]
  ) throws -> HTMLElement {
    let fixture = FixtureSite(
      files.merging(["guide/a.md": "---\ntitre: A\nordre: 1\n---\n\n" + text]) { $1 }, site: site)
    for (path, content) in bytes { fixture.disk.put(content, at: FixtureSite.root + "/content/" + path) }
    #expect(fixture.build().diagnostics == [])
    return try #require(fixture.page("guide/a.html")?.first("main"))
  }

  @Test func `a foreign passage says its language, markup within included`() throws {
    let page = try page("Le [*green* IT]{lang=en} et le [cloud]{lang=en}.\n")
    let spans = page.all("span").filter { $0.attributes["lang"] == "en" }
    #expect(spans.map(\.text) == ["green IT", "cloud"])
    #expect(spans.first?.all("em").count == 1)
  }

  @Test func `brackets within a foreign passage are its own`() throws {
    let page = try page("Voir [a [b] c]{lang=en}.\n")
    #expect(page.all("span").filter { $0.attributes["lang"] == "en" }.map(\.text) == ["a [b] c"])
  }

  @Test func `a mark without a bracket before it, or without a language, is text`() throws {
    #expect(try page("Rien]{lang=en} et [rien]{lang=}.\n").text.contains("Rien]{lang=en} et [rien]{lang=}."))
  }

  private static let withAbbreviation = "titre: T\nabreviations:\n  DSI: direction des systèmes d'information\n"

  @Test func `an abbreviation is marked up where a text first uses it, as a word`() throws {
    let page = try page("Une DSI, la DSI, une DSIX.\n\n## La DSI\n", site: Self.withAbbreviation)
    let marked = page.all("abbr")
    #expect(marked.map(\.text) == ["DSI"])
    #expect(marked.first?.attributes["title"] == "direction des systèmes d’information")
  }

  @Test func `a passage that some never see does not use up the first use`() throws {
    let site = Self.withAbbreviation + "groupes:\n  g: [un, deux]\n"
    let page = try page("::: pour un\nLa DSI.\n:::\n\nLa DSI.\n", site: site)
    #expect(page.all("abbr").count == 2)
  }

  @Test func `the title of a callout is a heading of the level that its place asks`() throws {
    let page = try page("> [!NOTE]\n> Un.\n\n## A\n\n### B\n\n> [!TIP]\n> Deux.\n")
    let titles = page.all(class: "callout-title").map { [$0.name, $0.text] }
    #expect(titles == [["h2", "À noter"], ["h4", "Astuce"]])
  }

  /// The header of a PNG: 3 pixels by 2.
  private static let png: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 3, 0, 0, 0, 2,
  ]

  @Test func `an image has the dimensions of its file`() throws {
    let page = try page("![Un plan](../fichiers/plan.png)\n", bytes: ["fichiers/plan.png": Self.png])
    #expect(page.first("img")?.attributes["width"] == "3")
    #expect(page.first("img")?.attributes["height"] == "2")
  }

  @Test func `an image with a title is a figure with a caption of the same name`() throws {
    let page = try page("![Un plan](../fichiers/plan.png \"Le plan\")\n", bytes: ["fichiers/plan.png": Self.png])
    let figure = try #require(page.first("figure"))
    #expect(figure.attributes["role"] == "figure")
    #expect(figure.attributes["aria-label"] == "Le plan")
    #expect(figure.first("figcaption")?.text == "Le plan")
    #expect(page.all("p").allSatisfy { $0.first("figure") == nil })
  }

  @Test(
    arguments: [
      ("GIF89a".utf8 + [10, 0, 20, 0], 10, 20),
      ([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 40, 0, 30, 1, 0, 0, 0], 30, 40),
      (Array("RIFF....WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 99, 0, 0, 49, 0, 0], 100, 50),
      (Array("<?xml version=\"1.0\"?><svg xmlns=\"x\" viewBox=\"0 0 12 8\"/>".utf8), 12, 8),
      (Array("<svg width=\"64px\" height=\"32\">".utf8), 64, 32),
    ] as [([UInt8], Int, Int)])
  func `sizes are read from every common format`(bytes: [UInt8], width: Int, height: Int) {
    let size = ImageSize(bytes)
    #expect(size?.width == width)
    #expect(size?.height == height)
  }

  @Test(arguments: ["", "texte", "GIF8", "RIFF", "<svg>", "\u{89}PNG"])
  func `bytes that are no image have no size`(text: String) { #expect(ImageSize(Array(text.utf8)) == nil) }
}
