import Diagnostics
import Foundation
import SiteSupport
import TextSupport
import Testing

@Suite struct AnchorRecordTests {
  private static let path = "/boite/.trousse/anchors.json"
  private static let former = "---\ntitre: A\nordre: 1\n---\n\n## Avant\n"
  private static let linking = "---\ntitre: B\nordre: 2\n---\n\n[x](a.md#avant)\n"

  /// A published site, with a heading that was then renamed to an unrelated text.
  private func renamed(after change: (FixtureSite) -> Void = { _ in }) -> FixtureSite {
    let site = FixtureSite(["guide/a.md": Self.former, "guide/b.md": Self.linking])
    change(site)
    #expect(site.build().diagnostics == [])
    site.disk["/boite/content/guide/a.md"] = Self.former.replacing("Avant", with: "Tout autre chose")
    return site
  }

  private let both = ["renamed-heading content/guide/a.md:6:1", "missing-anchor content/guide/b.md:6:5"]

  @Test func `a heading that was renamed since the last build is known again`() {
    let site = renamed()
    #expect(site.findings() == both)
    #expect(site.build().diagnostics.map(\.shortDescription) == both)
  }

  @Test func `a build that fails leaves the record as it was`() {
    let site = renamed()
    let before = site.disk[Self.path]
    _ = site.build()
    #expect(before != nil && site.disk[Self.path] == before)
  }

  @Test func `a check writes nothing`() {
    let site = FixtureSite(["guide/a.md": Self.former])
    _ = site.check()
    #expect(site.disk.writes == [])
  }

  @Test(arguments: ["", "{", "[]", "{\"format\": 2, \"files\": {}}", "{\"format\": 1, \"files\": {\"a\": [1]}}"])
  func `a record that is damaged is as good as none, and written anew`(text: String) {
    let site = renamed()
    site.disk[Self.path] = text
    #expect(site.findings() == ["missing-anchor content/guide/b.md:6:5"])
    site.disk["/boite/content/guide/a.md"] = Self.former
    #expect(site.build().diagnostics == [])
    #expect(site.disk[Self.path]?.contains("\"avant\"") == true)
  }

  @Test func `a record that cannot be read is as good as none`() {
    let site = renamed()
    site.disk.refuse(Self.path, EACCES)
    #expect(site.findings() == ["missing-anchor content/guide/b.md:6:5"])
  }

  @Test(arguments: [EACCES, EROFS, ENOSPC]) func `a record that cannot be written is no fault`(code: Int32) {
    let site = renamed { $0.disk.refuseChanges(in: "/boite/.trousse", code) }
    #expect(site.disk.files(below: "/boite/.trousse").isEmpty)
  }

  @Test func `nothing is written through a link`() {
    let site = renamed { $0.disk.link("/boite/.trousse", to: "/ailleurs") }
    #expect(site.disk.files(below: "/ailleurs").isEmpty)
  }

  @Test func `the site does not depend on the record`() {
    let files = ["guide/a.md": Self.former, "guide/b.md": Self.linking]
    let (with, without) = (FixtureSite(files), FixtureSite(files))
    with.disk[Self.path] = "{\"format\": 1, \"files\": {\"content/guide/a.md\": [\"x\", \"avant\"]}}"
    #expect(with.build().diagnostics == [] && without.build().diagnostics == [])
    #expect(with.output == without.output)
  }
}
