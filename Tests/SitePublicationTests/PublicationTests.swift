import Diagnostics
import Encodings
import Foundation
import SiteSupport
import Testing
import TextSupport

@testable import SitePlanning
@testable import SitePublication

/// Publication: only Trousse's own files are ever changed.
@Suite struct PublicationTests {
  private static let front = "---\ntitre: A\nordre: 1\n---\n\n"

  @Test func `a file that Trousse did not write is neither overwritten nor removed`() {
    let site = FixtureSite(["guide/a.md": Self.front])
    site.disk["/boite/output/index.html"] = "à moi"
    let report = site.build()
    #expect(report.diagnostics.map(\.shortDescription) == ["foreign-file output/index.html"])
    #expect(site.output == ["index.html": "à moi"])
  }

  @Test func `a published file that somebody changed since is not overwritten`() {
    let site = FixtureSite(["guide/a.md": Self.front])
    _ = site.build()
    site.disk["/boite/output/guide/a.html"] = "retouché"
    site.disk["/boite/content/guide/a.md"] = Self.front + "Autre texte.\n"
    #expect(site.build().diagnostics.map(\.shortDescription) == ["foreign-file output/guide/a.html"])
    #expect(site.output["guide/a.html"] == "retouché")
  }

  @Test func `a page whose source is gone is removed; what was there before stays`() {
    let site = FixtureSite(["guide/a.md": Self.front, "guide/b.md": "---\ntitre: B\nordre: 2\n---\n"])
    _ = site.build()
    site.disk["/boite/output/CNAME"] = "exemple.fr"
    site.disk["/boite/content/guide/b.md"] = nil
    let report = site.build()
    #expect(report.removed == 1)
    #expect(site.output["guide/b.html"] == nil)
    #expect(site.output["CNAME"] == "exemple.fr")
  }

  @Test func `a damaged manifest takes nothing for ours that is not the same to the byte`() {
    let site = FixtureSite(["guide/a.md": Self.front])
    _ = site.build()
    site.disk["/boite/output/.trousse/manifest.json"] = "{"
    #expect(site.build().written == 0)
    site.disk["/boite/output/.trousse/manifest.json"] = "{"
    site.disk["/boite/content/guide/a.md"] = Self.front + "Autre texte.\n"
    let found = site.build().diagnostics
    #expect(Set(found.map(\.id)) == [.foreignFile])
    #expect(found.allSatisfy { $0.related.map(\.location.file) == ["output/.trousse/manifest.json"] })
    #expect(found.allSatisfy { $0.help?.english.contains("lost the list") == true })
  }

  @Test func `a manifest of another form is not understood, and that is said`() throws {
    let site = FixtureSite(["guide/a.md": Self.front])
    _ = site.build()
    let manifest = try #require(site.output[".trousse/manifest.json"])
    site.disk["/boite/output/.trousse/manifest.json"] = manifest.replacing("\"format\" : 1", with: "\"format\" : 2")
    site.disk["/boite/content/guide/a.md"] = Self.front + "Autre texte.\n"
    #expect(site.build().diagnostics.first?.related.isEmpty == false)
  }

  @Test func `without a manifest nothing was lost, and nothing is said of it`() {
    let site = FixtureSite(["guide/a.md": Self.front])
    site.disk["/boite/output/index.html"] = "à moi"
    #expect(site.build().diagnostics.first?.related == [])
  }

  @Test func `a manifest that cannot be read is the machine's affair`() {
    let site = FixtureSite(["guide/a.md": Self.front])
    _ = site.build()
    site.disk.refuse("/boite/output/.trousse/manifest.json", EACCES)
    let found = site.build().diagnostics
    #expect(found.map(\.shortDescription) == ["unreadable-file output/.trousse/manifest.json"])
    #expect(found.map(\.cause) == [.machine])
  }

  @Test(arguments: ["guide", ".trousse"])
  func `a file where a folder is needed is found before anything is written`(name: String) {
    let site = FixtureSite(["guide/a.md": Self.front])
    site.disk["/boite/output/" + name] = "à moi"
    let report = site.build()
    #expect(report.diagnostics.map(\.shortDescription) == ["foreign-file output/\(name)"])
    #expect(report.diagnostics.map(\.cause) == [.source])
    #expect(site.output == [name: "à moi"])
  }

  @Test(
    arguments: ["guide", "index.html", ".trousse", ".trousse/manifest.json"])
  func `a symbolic link in the output is neither followed nor replaced`(name: String) {
    let site = FixtureSite(["guide/a.md": Self.front])
    site.disk["/ailleurs/cible"] = "à moi"
    site.disk.link(
      "/boite/output/" + name, to: name.contains(".") && name != ".trousse" ? "/ailleurs/cible" : "/ailleurs")
    let report = site.build()
    #expect(report.diagnostics.map(\.shortDescription) == ["foreign-file output/\(name)"])
    #expect(site.disk.files(below: "/ailleurs") == ["cible": "à moi"])
    #expect(site.output.isEmpty)
  }

  @Test func `a page that somebody replaced with a link is foreign, even where the link leads to the same bytes`() {
    let site = FixtureSite(["guide/a.md": Self.front])
    _ = site.build()
    site.disk["/ailleurs/index.html"] = site.output["index.html"]
    site.disk["/boite/output/index.html"] = nil
    site.disk.link("/boite/output/index.html", to: "/ailleurs/index.html")
    #expect(site.build().diagnostics.map(\.shortDescription) == ["foreign-file output/index.html"])
  }

  @Test func `a link that leads nowhere is foreign too`() {
    let site = FixtureSite(["guide/a.md": Self.front])
    site.disk.link("/boite/output/index.html", to: "/nulle-part")
    #expect(site.build().diagnostics.map(\.shortDescription) == ["foreign-file output/index.html"])
  }

  @Test func `the output folder itself may be a link`() {
    let site = FixtureSite(["guide/a.md": Self.front])
    site.disk["/srv/site/.gitkeep"] = ""
    let file = StagedFile(path: "index.html", bytes: [])
    site.disk.link("/boite/output", to: "/srv/site")
    let writer = OutputWriter(output: "/boite/output", shown: "output", fileSystem: site.disk.fileSystem)
    #expect(writer.publish([file]).diagnostics == [])
  }

  @Test(
    arguments: ["../content/guide/a.md", "/boite/content/guide/a.md", "guide/../../content/guide/a.md", "a//b", ""])
  func `a manifest never leads out of the output`(path: String) {
    let site = FixtureSite(["guide/a.md": Self.front])
    _ = site.build()
    let digest = Digest.sha256(Array(Self.front.utf8))
    for name in ["manifest", "journal"] {
      let content = name == "manifest" ? "\"\(digest)\"" : "[\"\(digest)\"]"
      site.disk["/boite/output/.trousse/\(name).json"] = "{\"format\": 1, \"files\": {\"\(path)\": \(content)}}"
    }
    let report = site.build()
    #expect(report.diagnostics == [])
    #expect(report.removed == 0)
    #expect(site.disk["/boite/content/guide/a.md"] == Self.front)
  }

  @Test func `assets are written before the pages that name them, the manifest last`() throws {
    let site = FixtureSite(["guide/a.md": Self.front])
    _ = site.build()
    let writes = site.disk.writes.filter { $0.hasPrefix("/boite/output/") }
    let firstPage = try #require(writes.firstIndex { $0.hasSuffix(".html") })
    let lastAsset = try #require(writes.lastIndex { $0.contains("/ressources-du-site/") })
    #expect(lastAsset < firstPage)
    #expect(writes.last == "/boite/output/.trousse/manifest.json")
  }

  @Test(
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
  func `the digest is SHA-256`(text: String, expected: String) { #expect(Digest.sha256(Array(text.utf8)) == expected) }
}
