import Diagnostics
import Foundation
import SiteSupport
import Testing

/// Character references mean the same to every reader of a page: a reference and the character it stands for are one.
@Suite struct CharacterReferenceTests {
  private static let head = "---\ntitre: Un\nordre: 1\n---\n\n"

  /// A site whose theme replaces a template.
  private func site(_ template: String, _ html: String) -> FixtureSite {
    let site = FixtureSite(["guide/un.md": Self.head + "Texte.\n"], site: "titre: T\ntheme: essai\n")
    let folder = FixtureSite.root + "/themes/essai/"
    site.disk[folder + "theme.yml"] = "extends: default\n"
    site.disk[folder + "templates/\(template).mustache"] = html
    return site
  }

  /// A site with a link that shows « Détails » and has another name for screen readers.
  private func site(linkNamed name: String) -> FixtureSite {
    let link = "{{#homeHref}}<p><a href=\"{{homeHref}}\" aria-label=\"\(name)\">Détails</a></p>{{/homeHref}}"
    return site("not-found", "{{<layout}}{{$main}}<h1>{{page.title}}</h1>\(link){{/main}}{{/layout}}")
  }

  @Test(arguments: ["caf&eacute;", "caf&#233;", "caf&#xE9;", "caf&eacute", "café"])
  func `an anchor written with a reference is found`(id: String) {
    let text = "[le café du coin](#café)\n\n<span id=\"\(id)\">Le café</span>\n"
    let site = FixtureSite(["guide/un.md": Self.head + text])
    #expect(site.build().diagnostics.filter { $0.severity > .note } == [])
    #expect(site.page("guide/un.html")?.element(id: "café")?.text == "Le café")
  }

  @Test(arguments: ["D&eacute;tails du guide", "D&#xE9;tails du guide", "Détails du guide"])
  func `a name written with a reference holds the visible text`(name: String) {
    let site = site(linkNamed: name)
    #expect(site.findings() == [])
  }

  @Test func `a name without the visible text is a finding`() {
    let site = site(linkNamed: "Autre chose")
    #expect(site.findings().contains { $0.hasPrefix("rgaa-links") })
  }

  @Test func `search looks in characters, not in references`() throws {
    let site = site("page-head", "<h1>{{page.title}}</h1><p>Lire &rarr; relire &amp; noter &lt;ici&gt;</p>")
    #expect(site.build().diagnostics.filter { $0.severity > .note } == [])
    let index = try #require(site.output["ressources-du-site/index-recherche.js"])
    #expect(index.contains("Lire → relire & noter"))
    #expect(!index.contains("&rarr;"))
  }
}
