import Diagnostics
import SiteSupport
import TextSupport
import Testing

/// Addresses that some system cannot hold.
@Suite struct PortableAddressTests {
  private static let front = "---\ntitre: A\nordre: 1\n---\n\n"

  @Test(
    arguments: ["«con».md", "con!.md", String(repeating: "a", count: 252) + ".md"])
  func `an entry whose address would be such a name is an error, since its own name is none`(name: String) {
    let site = FixtureSite(["guide/\(name)": Self.front])
    #expect(site.findings(from: .error) == ["unportable-name content/guide/\(name)"])
    #expect(site.build().written == nil)
  }

  @Test func `a file whose own name is one is told of once`() {
    let site = FixtureSite(["guide/aux.md": Self.front])
    #expect(site.findings(from: .error) == ["unportable-name content/guide/aux.md"])
  }

  @Test func `an edition whose folder would be such a name is told of once, where it is declared`() {
    let site = FixtureSite(
      ["guide/a.md": Self.front],
      site: """
        titre: T
        groupes:
          dsi: [avec-dsi, sans-dsi]
        editions:
          con: {titre: Édition con, choix: [avec-dsi]}

        """)
    #expect(site.findings(from: .error) == ["unportable-name content/site.yml:5:3"])
  }

  @Test func `a file of a theme with such a name, and two that differ in capitals alone, are errors`() {
    let site = FixtureSite(["guide/a.md": Self.front])
    site.disk["/boite/themes/x/theme.yml"] = "extends: default\n"
    site.disk["/boite/themes/x/assets/aux.svg"] = "<svg/>"
    site.disk["/boite/themes/x/assets/A.svg"] = "<svg/>"
    site.disk["/boite/themes/x/assets/a.svg"] = "<svg/>"
    let found = site.check(theme: "x").diagnostics.filter { $0.severity == .error }.map(\.shortDescription)
    #expect(Set(found) == ["unportable-name themes/x/assets/aux.svg", "duplicate-address themes/x/assets/a.svg"])
  }
}
