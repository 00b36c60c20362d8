import Diagnostics
import SiteSupport
import Testing
import TextSupport

/// Files that are in the way are taken over where that is asked for, and only there.
@Suite struct TakeOverTests {
  private static let front = "---\ntitre: A\nordre: 1\n---\n\n"
  private static let other = "---\ntitre: B\nordre: 2\n---\n"

  private func site() -> FixtureSite { FixtureSite(["guide/a.md": Self.front, "guide/b.md": Self.other]) }

  @Test func `a file that Trousse did not write is replaced, and its own from then on; others stay`() {
    let site = site()
    site.disk["/boite/output/index.html"] = "à moi"
    for name in ["CNAME", ".git/HEAD", ".well-known/security.txt", "notes.html"] {
      site.disk["/boite/output/" + name] = "à moi"
    }
    #expect(site.build().diagnostics.first?.help?.french.contains("--take-over") == true)
    #expect(site.build(foreign: .takeOver).diagnostics == [])
    #expect(site.output["index.html"]?.contains("</html>") == true)
    for name in ["CNAME", ".git/HEAD", ".well-known/security.txt", "notes.html"] {
      #expect(site.output[name] == "à moi")
    }
    #expect(site.build().diagnostics == [])
  }

  @Test func `a page that somebody changed, and that the site no longer has, is named; taken over, it goes`() {
    let site = site()
    _ = site.build()
    site.disk["/boite/output/guide/b.html"] = "retouché"
    site.disk["/boite/content/guide/b.md"] = nil
    #expect(site.build().diagnostics.map(\.shortDescription) == ["foreign-file output/guide/b.html"])
    #expect(site.output["guide/b.html"] == "retouché")
    #expect(site.build(foreign: .takeOver).removed == 1)
    #expect(site.output["guide/b.html"] == nil)
  }

  @Test func `of a symbolic link the link is replaced, never what it leads to`() {
    let site = site()
    site.disk["/ailleurs/cible"] = "à moi"
    site.disk.link("/boite/output/index.html", to: "/ailleurs/cible")
    #expect(site.build(foreign: .takeOver).diagnostics == [])
    #expect(site.disk["/ailleurs/cible"] == "à moi")
    #expect(site.disk.fileSystem.isLink("/boite/output/index.html") == false)
  }

  @Test func `a link in place of a folder stays: what is below it is not the output's`() {
    let site = site()
    site.disk["/ailleurs/cible"] = "à moi"
    site.disk.link("/boite/output/guide", to: "/ailleurs")
    let found = site.build(foreign: .takeOver).diagnostics
    #expect(found.map(\.shortDescription) == ["foreign-file output/guide"])
    #expect(found.allSatisfy { $0.help?.english.contains("--take-over") == false })
    #expect(site.disk.files(below: "/ailleurs") == ["cible": "à moi"])
  }

  @Test(
    arguments: ["index.html/x", "guide"])
  func `neither a folder in place of a page nor a file in place of a folder is taken over`(path: String) {
    let site = site()
    site.disk["/boite/output/" + path] = "à moi"
    let found = site.build(foreign: .takeOver).diagnostics
    #expect(found.map(\.id) == [.foreignFile])
    #expect(site.output == [path: "à moi"])
  }

  @Test func `a folder that somebody put in place of a page that is gone leaves nothing to say`() {
    let site = site()
    _ = site.build()
    site.disk["/boite/output/guide/b.html"] = nil
    site.disk["/boite/output/guide/b.html/x"] = "à moi"
    site.disk["/boite/content/guide/b.md"] = nil
    #expect(site.build().diagnostics == [])
    #expect(site.output["guide/b.html/x"] == "à moi")
  }
}
