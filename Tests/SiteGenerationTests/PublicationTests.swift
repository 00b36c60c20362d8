import TestSupport
import Testing

@testable import SiteGeneration

@Suite("Publication: only Trousse's own files are ever changed")
struct PublicationTests {
  private static let front = "---\ntitre: A\nordre: 1\n---\n\n"

  @Test("A file that Trousse did not write is neither overwritten nor removed")
  func foreign() {
    let site = FixtureSite(["guide/a.md": Self.front])
    site.disk["/boite/output/index.html"] = "à moi"
    let report = site.build()
    #expect(report.diagnostics.map(\.shortDescription) == ["foreign-file output/index.html"])
    #expect(site.output == ["index.html": "à moi"])
  }

  @Test("A published file that somebody changed since is not overwritten")
  func changedSince() {
    let site = FixtureSite(["guide/a.md": Self.front])
    _ = site.build()
    site.disk["/boite/output/guide/a.html"] = "retouché"
    site.disk["/boite/content/guide/a.md"] = Self.front + "Autre texte.\n"
    #expect(site.build().diagnostics.map(\.shortDescription) == ["foreign-file output/guide/a.html"])
    #expect(site.output["guide/a.html"] == "retouché")
  }

  @Test("A page whose source is gone is removed; what was there before stays")
  func stale() {
    let site = FixtureSite(["guide/a.md": Self.front, "guide/b.md": "---\ntitre: B\nordre: 2\n---\n"])
    site.disk["/boite/output/CNAME"] = "exemple.fr"
    _ = site.build()
    site.disk["/boite/content/guide/b.md"] = nil
    let report = site.build()
    #expect(report.removed == 1)
    #expect(site.output["guide/b.html"] == nil)
    #expect(site.output["CNAME"] == "exemple.fr")
  }

  @Test("A damaged manifest takes nothing for ours that is not the same to the byte")
  func damagedManifest() {
    let site = FixtureSite(["guide/a.md": Self.front])
    _ = site.build()
    site.disk["/boite/output/.trousse/manifest.json"] = "{"
    #expect(site.build().written == 0)
    site.disk["/boite/output/.trousse/manifest.json"] = "{"
    site.disk["/boite/content/guide/a.md"] = Self.front + "Autre texte.\n"
    #expect(site.build().diagnostics.contains { $0.id == .foreignFile })
  }

  @Test("Assets are written before the pages that name them, the manifest last")
  func order() throws {
    let site = FixtureSite(["guide/a.md": Self.front])
    _ = site.build()
    let writes = site.disk.writes
    let firstPage = try #require(writes.firstIndex { $0.hasSuffix(".html") })
    let lastAsset = try #require(writes.lastIndex { $0.contains("/ressources-du-site/") })
    #expect(lastAsset < firstPage)
    #expect(writes.last == "/boite/output/.trousse/manifest.json")
  }

  @Test(
    "The digest is SHA-256",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
  func digest(text: String, expected: String) { #expect(Digest.sha256(Array(text.utf8)) == expected) }
}
