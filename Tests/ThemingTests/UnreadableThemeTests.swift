import Diagnostics
import DiskSupport
import Foundation
import SiteSupport
import Testing
import TextSupport

/// A theme that cannot be read: said once, and not called missing.
@Suite struct UnreadableThemeTests {
  /// A toolbox whose own theme is the default one.
  private func site() throws -> FixtureSite {
    let site = FixtureSite(["guide/a.md": "---\ntitre: A\nordre: 1\n---\n"], site: "titre: T\ntheme: essai\n")
    try site.copyDefaultTheme(as: "essai", extending: nil)
    site.disk["/boite/themes/essai/assets/style.css"] = "body{}"
    return site
  }

  @Test(arguments: ["layout", "glossary"])
  func `a template that is not UTF-8, with the byte and its place`(name: String) throws {
    let site = try site()
    site.disk.put(Array("<p>\né".utf8) + [0xFF], at: "/boite/themes/essai/templates/\(name).mustache")
    let found = site.build().diagnostics
    #expect(found.map(\.shortDescription) == ["invalid-utf8 themes/essai/templates/\(name).mustache:2:2"])
    #expect(found.first?.message.english.contains("0xFF") == true)
  }

  @Test(
    arguments: [
      "themes/essai/templates/layout.mustache", "themes/essai/templates", "themes/essai/assets",
      "themes/essai/assets/style.css",
    ])
  func `what the machine does not let be read is its refusal, once`(path: String) throws {
    let site = try site()
    site.disk.refuse("/boite/" + path, EACCES)
    let found = site.build().diagnostics
    #expect(found.map(\.shortDescription) == ["unreadable-file " + path])
    #expect(found.map(\.cause) == [.machine])
  }

  @Test(arguments: ["/boite/themes/essai", "/boite/themes"])
  func `a theme folder that cannot be looked into`(path: String) throws {
    let site = try site()
    site.disk.refuse(path, EACCES)
    let found = site.build().diagnostics
    #expect(found.map(\.id) == [.unreadableFile])
    #expect(found.first?.message.french.hasPrefix("ce dossier ne peut pas être lu") == true)
    #expect(found.map(\.cause) == [.machine])
  }

  @Test func `a theme without templates, labels or assets lacks them`() throws {
    let site = FixtureSite(["guide/a.md": "---\ntitre: A\nordre: 1\n---\n"], site: "titre: T\ntheme: essai\n")
    site.disk["/boite/themes/essai/README.md"] = "x"
    #expect(Set(site.build().diagnostics.map(\.id)) == [.missingTemplate, .missingLanguage])
  }
}
