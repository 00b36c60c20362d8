import Diagnostics
import DiskSupport
import SiteSupport
import Testing

@testable import Theming
@testable import Toolbox

/// The words of themes, in the language of the site.
@Suite struct LabelTests {
  private static let theme = FixtureSite.root + "/themes/essai/"
  private static let head = "---\ntitre: Un\nordre: 1\n---\n\n"

  /// A site with a theme that has some files of its own and extends the default theme.
  private func site(_ yaml: String = "langue: fr\n", _ files: [String: String] = [:]) -> FixtureSite {
    let site = FixtureSite(["guide/un.md": Self.head + "Texte.\n"], site: "titre: T\ntheme: essai\n" + yaml)
    site.disk[Self.theme + "theme.yml"] = "extends: default\n"
    for (path, text) in files { site.disk[Self.theme + path] = text }
    return site
  }

  private func template(_ html: String) -> [String: String] {
    ["templates/not-found.mustache": "{{<layout}}{{$main}}<h1>{{page.title}}</h1>\(html){{/main}}{{/layout}}"]
  }

  private func menu(_ site: FixtureSite) throws -> String? {
    #expect(site.build().diagnostics.filter { $0.severity == .error } == [])
    let page = try #require(site.page("index.html"))
    return page.element(id: "_menu-principal")?.attributes["aria-label"]
  }

  // MARK: Languages

  @Test(arguments: [("fr", "Menu principal"), ("fr-CA", "Menu principal"), ("en", "Main menu"), ("en-GB", "Main menu")])
  func `pages have the words of the site's language, or of its language without a region`(
    language: String, menu: String
  ) throws {
    #expect(try self.menu(site("langue: \(language)\n")) == menu)
  }

  @Test func `the file of the whole tag counts before the file of the language`() throws {
    let british = ["libelles/en-gb.yml": "navigation:\n  menu-principal: Bill of fare\n"]
    #expect(try menu(site("langue: en-GB\n", british)) == "Bill of fare")
    #expect(try menu(site("langue: en\n", british)) == "Main menu")
  }

  @Test func `a language without labels is one error that lists the languages that have labels`() throws {
    let found = site("langue: de\n").check().diagnostics.filter { $0.severity == .error }
    #expect(found.map(\.shortDescription) == ["missing-language content/site.yml:3:9"])
    #expect(found.first?.help?.english.contains("(en, fr)") == true)
  }

  @Test func `a theme adds a language`() {
    let german = site("langue: de\n", ["libelles/de.yml": "navigation:\n  menu-principal: Hauptmenü\n"])
    let found = german.check().diagnostics.filter { $0.severity == .error }
    #expect(Set(found.map(\.id)) == [.missingLabel])
    #expect(!found.contains { $0.message.english.contains("menu-principal") })
  }

  // MARK: Faults

  @Test func `a label that no file has is an error where the template shows it`() throws {
    let found = site("", template("{{libelles.navigation.menu-principa}}")).check().diagnostics
    let one = try #require(found.first)
    #expect(found.count == 1)
    #expect(one.shortDescription == "missing-label themes/essai/templates/not-found.mustache:1:44")
    #expect(one.help?.english.contains("“navigation.menu-principal”") == true)
  }

  @Test func `a variable that does not exist where a label is shown is an error in the file of labels`() throws {
    let files = template("{{libelles.essai}}").merging(["libelles/fr.yml": "essai: \"Voici {{absent}}\"\n"]) { $1 }
    #expect(site("", files).findings() == ["unknown-variable themes/essai/libelles/fr.yml:1:8"])
  }

  @Test func `a variable that the program does not give is an error, too`() {
    let files = ["libelles/fr.yml": "courriel:\n  lien-mort: \"Mort : {{title}}\"\n"]
    #expect(site("", files).findings() == ["unknown-variable themes/essai/libelles/fr.yml:2:14"])
  }

  @Test(arguments: ["{{>menu}}", "{{libelles.navigation.menu}}", "{{<layout}}{{/layout}}"])
  func `a label is text, not a template`(text: String) {
    let files = template("{{libelles.essai}}").merging(["libelles/fr.yml": "essai: \"\(text)\"\n"]) { $1 }
    #expect(site("", files).findings().contains("template-syntax themes/essai/libelles/fr.yml:1:8"))
  }

  @Test func `a label that nothing shows is a warning`() {
    let found = site("", ["libelles/fr.yml": "navigation:\n  essai: Essai\n"]).findings()
    #expect(found == ["unused-label themes/essai/libelles/fr.yml:2:10"])
  }

  @Test func `a label whose template another theme replaced is no finding`() {
    #expect(site("", template("<p>Rien.</p>")).findings() == [])
  }

  // MARK: Texts

  @Test func `a site replaces single labels`() throws {
    let replaced = site("libelles:\n  navigation:\n    menu-principal: Nos parties\n")
    #expect(try menu(replaced) == "Nos parties")
  }

  @Test func `a site that replaces a label that the theme does not have is told the nearest one`() throws {
    let all = site("libelles:\n  navigation:\n    menu-principale: X\n").check().diagnostics
    let found = try #require(all.first)
    #expect(all.count == 1)
    #expect(found.shortDescription == "missing-label content/site.yml:5:22")
    #expect(found.help?.english.contains("“navigation.menu-principal”") == true)
  }

  @Test func `a label is escaped, and its strong words are strong`() {
    let files = template("<p id=\"x\">{{libelles.essai}}</p>").merging(
      ["libelles/fr.yml": "essai: \"**Tout** & <rien>, « {{site.title}} »\"\n"]
    ) { $1 }
    let site = site("", files)
    #expect(site.build().diagnostics.filter { $0.severity > .note } == [])
    #expect(site.output["404.html"]?.contains("<strong>Tout</strong> &amp; &lt;rien&gt;, « T »</p>") == true)
  }

  @Test(arguments: ["a ** b", "**a** ** b"]) func `stars without a partner stay as they are`(text: String) {
    #expect(LabelText(text).template == text)
  }

  @Test func `a label that the site replaces changes all pages of the next build`() throws {
    let site = FixtureSite(["guide/un.md": Self.head + "Texte.\n"])
    _ = site.build()
    site.disk[FixtureSite.root + "/content/site.yml"] =
      "titre: Une boîte à outils\nlibelles:\n  navigation:\n    menu-principal: Nos parties\n"
    #expect(try menu(site) == "Nos parties")
  }
}
