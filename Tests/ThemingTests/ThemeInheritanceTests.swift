import Diagnostics
import SiteSupport
import Testing
import TextSupport

@testable import PageRendering

/// A theme takes from the one it extends whatever it has not.
@Suite struct ThemeInheritanceTests {
  private static let files = ["guide/a.md": "---\ntitre: A\nordre: 1\n---\n"]

  /// A toolbox with files of its own themes, by their paths below `themes/`. The site uses the theme `mien`.
  private static func site(_ themes: [String: String], more: String = "") -> FixtureSite {
    let site = FixtureSite(files, site: "titre: T\ntheme: mien\n" + more)
    for (path, text) in themes { site.disk["/boite/themes/" + path] = text }
    return site
  }

  private static func findings(_ themes: [String: String], more: String = "") -> [String] {
    site(themes, more: more).check().diagnostics.map(\.shortDescription)
  }

  private static func style(of site: FixtureSite) -> String? {
    site.output.first { $0.key.hasSuffix(".css") }?.value
  }

  private static let footer =
    "<footer id=\"_pied-de-page\">mien{{#footerLinks}} <a href=\"{{href}}\">{{title}}</a>{{/footerLinks}}</footer>"

  @Test func `one line makes a theme`() {
    let site = Self.site(["mien/theme.yml": "extends: default\n"])
    #expect(site.build().diagnostics.filter { $0.severity > .note } == [])
    let other = FixtureSite(Self.files, site: "titre: T\n")
    _ = other.build()
    #expect(site.output["index.html"] == other.output["index.html"])
  }

  @Test func `a template, a part of one and an asset are replaced one by one, through several themes`() {
    let site = Self.site([
      "mien/theme.yml": "extends: base\n",
      "mien/templates/footer.mustache": Self.footer,
      "base/theme.yml": "extends: default\n", "base/templates/footer.mustache": "<footer>base</footer>",
      "base/templates/page-head.mustache": "<h1 class=\"base\">{{page.title}}</h1>", "base/assets/style.css": "b{}",
    ])
    #expect(site.build().diagnostics.filter { $0.severity > .note } == [])
    #expect(site.page("guide/a.html")?.first("footer")?.text.hasPrefix("mien") == true)
    #expect(site.page("guide/a.html")?.first("h1")?.attributes["class"] == "base")
    #expect(Self.style(of: site)?.hasSuffix("b{}") == true)
  }

  @Test func `sheets are joined into the one that pages load`() {
    let site = Self.site([
      "mien/theme.yml": "extends: default\nfeuilles: [style.css, plus.css]\n", "mien/assets/plus.css": "plus{}",
    ])
    #expect(site.build().diagnostics.filter { $0.severity > .note } == [])
    #expect(site.output.keys.count { $0.hasSuffix(".css") } == 1)
    #expect(Self.style(of: site)?.hasSuffix("plus{}\n") == true)
  }

  @Test func `a sheet that no theme of the chain has, with the nearest`() {
    let theme = MarkedText("extends: default\nfeuilles: [1️⃣styl.css]\n")
    let found = Self.site(["mien/theme.yml": theme.text]).check().diagnostics
    #expect(found.map(\.shortDescription) == ["missing-template themes/mien/theme.yml:2:12"])
    #expect(found.first?.help?.french == "écrivez « style.css »")
  }

  @Test func `a template that no theme of the chain has: which, what it is for, and where it was looked for`() throws {
    let found = Self.site(["mien/theme.yml": "extends: base\n", "base/assets/style.css": "b{}"]).check().diagnostics
    let finding = try #require(found.first { $0.message.french.contains("glossary.mustache") })
    #expect(finding.id == .missingTemplate)
    #expect(finding.message.french.contains("(le glossaire)"))
    #expect(finding.message.french.contains("« themes/mien/templates », « themes/base/templates »"))
    #expect(found.count { $0.id == .missingTemplate } == TemplateName.declarations.count)
  }

  @Test func `a theme may extend the one of its own name that came with Trousse`() {
    let site = FixtureSite(Self.files, site: "titre: T\n")
    site.disk["/boite/themes/default/theme.yml"] = "extends: default\n"
    site.disk["/boite/themes/default/templates/footer.mustache"] = Self.footer
    #expect(site.build().diagnostics.filter { $0.severity > .note } == [])
    #expect(site.page("index.html")?.first("footer")?.text.hasPrefix("mien") == true)
  }

  @Test func `themes that extend each other`() {
    let themes = ["mien/theme.yml": "extends: base\n", "base/theme.yml": "extends: mien\n"]
    #expect(Self.findings(themes) == ["theme-cycle themes/base/theme.yml:1:10"])
  }

  @Test func `a theme that is not there, named where it is asked for`() {
    let found = Self.site(["mien/theme.yml": "extends: defualt\n"]).check().diagnostics
    #expect(found.map(\.shortDescription) == ["missing-theme themes/mien/theme.yml:1:10"])
    #expect(found.first?.help?.french == "écrivez « default »")
  }

  @Test(
    arguments: [
      ("unknown-key", "extends: default\n1️⃣feuille: [style.css]\n"),
      ("newer-program-needed", "extends: default\ndemande:\n  trousse: 1️⃣\"99.0\"\n"),
      ("wrong-type", "extends: default\ndemande:\n  trousse: 1️⃣\"la dernière\"\n"),
      ("unknown-value", "extends: default\ndemande:\n  site: [1️⃣logos]\n"),
      ("unknown-value", "extends: default\ncouleurs:\n  accent: {sur: [1️⃣font]}\n"),
      ("unknown-value", "extends: default\ncouleurs:\n  fond: {suit: 1️⃣acent}\n"),
      ("missing-key", "extends: default\ncouleurs:\n  1️⃣bandeau: {clair: \"#000\"}\n"),
      ("wrong-type", "extends: default\ncouleurs:\n  1️⃣Bandeau: {clair: \"#000\", sombre: \"#000\"}\n"),
      ("wrong-type", "extends: default\ncouleurs:\n  accent: {seuil: 1️⃣4}\n"),
      ("wrong-type", "extends: default\ncouleurs:\n  accent: 1️⃣\"#0b5d50\"\n"),
      ("yaml-comment", "extends: default\ncouleurs:\n  accent: 1️⃣#0b5d50\n"),
      ("low-contrast", "extends: default\ncouleurs:\n  accent: {clair: 1️⃣\"#8fbf3f\"}\n"),
    ])
  func `what theme.yml says is checked where it stands`(id: String, marked: String) throws {
    let theme = MarkedText(marked)
    let place = try #require(theme.points[1])
    #expect(
      Self.findings(["mien/theme.yml": theme.text]) == ["\(id) themes/mien/theme.yml:\(place.line):\(place.column)"])
  }

  @Test func `a key of site.yml that the theme needs`() throws {
    let themes = ["mien/theme.yml": "extends: default\ndemande: {site: [licence]}\n"]
    #expect(Self.findings(themes) == ["missing-key content/site.yml"])
    #expect(Self.findings(themes, more: "licence: Libre\n") == [])
  }

  @Test func `a colour of its own for publishers to choose`() {
    let role = "extends: default\ncouleurs:\n  bandeau: {propriete: band, clair: \"#000\", sombre: \"#000\"}\n"
    let site = Self.site(["mien/theme.yml": role], more: "couleurs: {bandeau: \"#123\"}\n")
    #expect(site.build().diagnostics.filter { $0.severity > .note } == [])
    #expect(Self.style(of: site)?.contains("--band:#112233") == true)
  }
}
