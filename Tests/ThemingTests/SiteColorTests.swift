import Diagnostics
import LinkValidation
import SiteSupport
import Testing
import TextSupport

@testable import Theming
@testable import Toolbox

/// The publisher’s colours and logo are on every page.
@Suite struct SiteColorTests {
  private static let files = ["guide/a.md": "---\ntitre: A\nordre: 1\n---\n"]
  private static let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 40\"/>"

  private static func site(_ more: String, svg: String? = svg) -> FixtureSite {
    let files = svg.map { Self.files.merging(["fichiers/logo.svg": $0]) { $1 } } ?? Self.files
    return FixtureSite(files, site: "titre: T\n" + more)
  }

  private static func style(_ colors: String) throws -> (name: String, text: String) {
    let site = site(colors, svg: nil)
    #expect(site.build().diagnostics == [])
    let name = try #require(site.output.keys.first { $0.hasSuffix(".css") })
    return (name, try #require(site.output[name]))
  }

  /// The first value of a custom property, or the one for dark screens.
  private static func value(_ property: String, in style: String, dark: Bool = false) -> String? {
    let parts = style.split(separator: "prefers-color-scheme:dark", maxSplits: 1)
    let part = parts.dropFirst(dark ? 1 : 0).first
    return part?.firstRange(of: "--\(property):").map { String(part?[$0.upperBound...].prefix(7) ?? "") }
  }

  @Test func `a colour stands in the style sheet, whose name changes with it`() throws {
    let (plain, painted) = (try Self.style(""), try Self.style("couleurs:\n  accent: \"#7A1F52\"\n"))
    #expect(Self.value("accent", in: painted.text) == "#7a1f52")
    #expect(plain.name != painted.name)
  }

  @Test func `on dark screens it keeps its hue and takes the theme’s lightness`() throws {
    let style = try Self.style("couleurs:\n  accent: \"#7a1f52\"\n").text
    let dark = try #require(Self.value("accent", in: style, dark: true).flatMap { Color(hex: $0) })
    let (made, chosen) = (PerceptualColor(dark), PerceptualColor(try #require(Color(hex: "#7a1f52"))))
    let model = PerceptualColor(try #require(Color(hex: "#79cbb8")))
    #expect(abs(made.hue - chosen.hue) < 0.05)
    #expect(abs(made.lightness - model.lightness) < 0.02)
  }

  @Test func `the pale background that goes with an accent follows its hue, unless it is chosen too`() throws {
    let own = Self.value("accent-tint", in: try Self.style("").text)
    let followed = Self.value("accent-tint", in: try Self.style("couleurs:\n  accent: \"#7a1f52\"\n").text)
    #expect(followed != own)
    let both = "couleurs:\n  accent: \"#7a1f52\"\n  accent-pale: \"#fdeeff\"\n"
    #expect(Self.value("accent-tint", in: try Self.style(both).text) == "#fdeeff")
  }

  @Test func `what the theme has no colour for, with the nearest`() {
    let found = Self.site("couleurs:\n  acent: \"#123\"\n").check().diagnostics
    #expect(found.map(\.shortDescription).first == "unknown-key content/site.yml:3:3")
    #expect(found.first?.help?.french == "écrivez « accent »")
  }

  @Test func `a logo with the publisher’s name, its size, and an address that holds in every folder`() throws {
    let site = Self.site("editeur: {nom: Syndicat du Val}\nlogo: fichiers/logo.svg\n")
    #expect(site.build().diagnostics == [])
    let image = try #require(site.page("guide/a.html")?.first("header")?.first("img"))
    #expect(image.attributes["src"] == "../fichiers/logo.svg")
    #expect(image.attributes["alt"] == "Syndicat du Val")
    #expect(image.attributes["width"] == "120" && image.attributes["height"] == "40")
    #expect(site.page("index.html")?.first("footer")?.text.contains("Syndicat du Val") == true)
  }

  @Test(
    arguments: [("alternative: Le Val", "Le Val"), ("decoratif: oui", "")])
  func `words of its own, or none`(line: String, expected: String) throws {
    let site = Self.site("logo:\n  fichier: fichiers/logo.svg\n  \(line)\n")
    #expect(site.build().diagnostics == [])
    #expect(site.page("index.html")?.first("header")?.first("img")?.attributes["alt"] == expected)
  }

  @Test(arguments: ["", "à compléter"])
  func `without words and without the publisher’s name, nobody knows what it shows`(name: String) {
    let publisher = name.isEmpty ? "" : "editeur: {nom: \(name)}\n"
    let found = Self.site(publisher + "logo: fichiers/logo.svg\n").check().diagnostics.filter { $0.id != .toComplete }
    #expect(found.map(\.id) == [.missingAlternative])
  }

  @Test(arguments: ["fichiers/logo.png", "logo.svg", "fichiers/lgo.svg"])
  func `a logo that is not there, with the nearest`(name: String) {
    let found = Self.site("logo: \(name)\n").check().diagnostics.filter { $0.severity == .error }
    #expect(found.map(\.shortDescription) == ["broken-link content/site.yml:2:7"])
    #expect(found.first?.help?.french == "écrivez « fichiers/logo.svg »")
  }

  @Test func `a logo that is no picture`() {
    let found = Self.site("logo: {fichier: fichiers/logo.svg, decoratif: oui}\n", svg: "bonjour").check().diagnostics
    #expect(found.map(\.id) == [.wrongType])
  }

  @Test func `a drawing that loads something from another host is refused as a logo too`() {
    let svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><image href=\"https://a.example/x.png\"/></svg>"
    let found = Self.site("logo: {fichier: fichiers/logo.svg, decoratif: oui}\n", svg: svg).check().diagnostics
    #expect(found.map(\.id) == [.externalSubresource])
  }

  @Test func `a logo is counted with what all pages share, and Trousse’s own limit leaves it room`() throws {
    let logo = "logo: {fichier: fichiers/logo.svg, decoratif: oui}\n"
    let report = Self.site(logo).check()
    #expect(report.diagnostics == [])
    #expect(try #require(report.measures.first).sharedParts.contains { $0.path == "fichiers/logo.svg" })
    #expect(Self.site(logo + "budgets: {requetes: 3}\n").check().diagnostics.map(\.id) == [.overBudget])
  }
}
