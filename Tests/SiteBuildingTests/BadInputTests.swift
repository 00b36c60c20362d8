import Diagnostics
import Foundation
import LinkValidation
import SiteSupport
import TextSupport
import Testing

/// What bad input gets: a clear finding, and nothing written.
@Suite struct BadInputTests {
  private static let front = "---\ntitre: A\nordre: 1\n---\n\n"

  private func expectFound(
    _ expected: [String], in site: FixtureSite, cause: Cause = .source,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let report = site.build()
    #expect(report.diagnostics.map(\.shortDescription) == expected, sourceLocation: sourceLocation)
    #expect(report.diagnostics.allSatisfy { $0.cause == cause }, sourceLocation: sourceLocation)
    #expect(report.written == nil, sourceLocation: sourceLocation)
    #expect(site.output.isEmpty, sourceLocation: sourceLocation)
  }

  @Test func `no content folder`() { expectFound(["missing-content"], in: FixtureSite([:], site: nil)) }

  @Test func `invalid UTF-8, with the byte`() {
    let site = FixtureSite([:])
    site.disk.put(Array(Self.front.utf8) + [0x61, 0xFF], at: "/boite/content/guide/a.md")
    expectFound(["invalid-utf8 content/guide/a.md:6:2"], in: site)
    #expect(site.check().diagnostics.first?.message.english.contains("0xFF") == true)
  }

  @Test func `a YAML error`() {
    expectFound(["yaml-syntax content/guide/a.md:2:8"], in: FixtureSite(["guide/a.md": "---\ntitre: [a\n---\n"]))
  }

  @Test func `a tab in front matter`() {
    expectFound(
      ["tab-in-yaml content/guide/a.md:3:1"], in: FixtureSite(["guide/a.md": "---\ntitre: A\n\tordre: 1\n---\n"]))
  }

  @Test func `front matter that is never closed`() {
    expectFound(
      ["unclosed-front-matter content/guide/a.md:1:1"], in: FixtureSite(["guide/a.md": "---\ntitre: A\nordre: 1\n"]))
  }

  @Test func `a container that is never closed`() {
    expectFound(
      ["unclosed-container content/guide/a.md:6:1"], in: FixtureSite(["guide/a.md": Self.front + "::: langue en\nHi\n"])
    )
  }

  @Test func `an unknown audience, with the nearest known one`() {
    let site = FixtureSite(
      ["guide/a.md": Self.front + "::: pour avec-dis\nx\n:::\n"],
      site: "titre: T\ngroupes:\n  dsi: [avec-dsi, sans-dsi]\n")
    expectFound(["unknown-audience content/guide/a.md:6:10"], in: site)
    #expect(site.check().diagnostics.first?.help?.french == "écrivez « avec-dsi »")
  }

  @Test func `two entries with one id`() {
    expectFound(
      ["duplicate-entry content/guide/b/a.md"],
      in: FixtureSite(["guide/a.md": Self.front, "guide/b/a.md": Self.front, "guide/b/index.md": Self.front]))
  }

  @Test func `two pages with one address, after slugging too`() {
    expectFound(
      ["duplicate-address content/pages/À propos.md"],
      in: FixtureSite([
        "guide/a.md": Self.front, "pages/a-propos.md": "---\ntitre: A\n---\n",
        "pages/À propos.md": "---\ntitre: B\n---\n",
      ]))
  }

  @Test func `a page that would take the place of one that is generated`() {
    expectFound(
      ["duplicate-address content/pages/plan-du-site.md"],
      in: FixtureSite(["guide/a.md": Self.front, "pages/plan-du-site.md": "---\ntitre: A\n---\n"]))
  }

  @Test func `a cycle of symbolic links`() {
    let site = FixtureSite(["guide/a.md": Self.front])
    site.disk.link("/boite/content/guide/boucle", to: "/boite/content/guide")
    expectFound(["symbolic-link-cycle content/guide/boucle"], in: site)
  }

  @Test func `a file that the machine does not let be read`() {
    let site = FixtureSite(["guide/a.md": Self.front])
    site.disk.refuse("/boite/content/guide/a.md", EACCES)
    expectFound(["unreadable-file content/guide/a.md"], in: site, cause: .machine)
  }

  @Test func `a link that leaves the content folder`() {
    expectFound(
      ["link-outside-content content/guide/a.md:6:6"],
      in: FixtureSite(["guide/a.md": Self.front + "[vu](../../../etc/passwd)\n"]))
  }

  @Test func `everything that is wrong is said in one run`() {
    let site = FixtureSite(
      [
        "guide/a.md": "---\ntitel: A\nordre: x\n---\n\n[vu](b.md)\n",
        "facteurs/f.md": "---\ntitre: F\nordre: 1\nressources: [rien]\n---\n",
      ])
    let ids = site.check().diagnostics.filter { $0.severity == .error }.map(\.id)
    #expect(Set(ids) == [.unknownKey, .missingKey, .wrongType, .brokenLink, .unknownEntry])
  }

  @Test func `an output folder that cannot be written is the machine's affair`() {
    let site = FixtureSite(["guide/a.md": Self.front])
    site.disk.refuse("/boite/output/index.html", ENOSPC)
    let report = site.build()
    #expect(report.diagnostics.map(\.id) == [.unwritableOutput])
    #expect(report.diagnostics.map(\.cause) == [.machine])
  }
}
