import Diagnostics
import Testing

/// Links in an edition to entries or passages that it leaves out.
@Suite struct EditionLinkTests {
  private static let reserved = [
    "guide/b.md": Fixture.chapter("## Ici\n", order: 4, keys: "pour: binome\n"),
    "guide/p.md": Fixture.chapter("::: pour binome\n## Pour deux\n:::\n\n## Pour tous\n", order: 5),
    "facteurs/duo.md": "---\ntitre: Duo\nordre: 2\npour: binome\n---\n",
  ]

  @Test(arguments: [
    ("b.md", "guide:b.md"), ("b.md#ici", "guide:b.md#ici"), ("p.md#pour-deux", "guide:p.md#pour-deux"),
    ("../facteurs/duo.md", "guide:../facteurs/duo.md"),
  ])
  func `a link to what one edition leaves out`(target: String, general: String) throws {
    expectFinding(
      .linkLeftOut, Fixture.chapter("[x](⟦\(target)⟧)"), and: Self.reserved,
      help: "écrivez « \(general) » pour mener à l’édition générale, ou mettez le lien dans un passage « ::: pour … »")
    let found = Fixture.findings(Self.reserved.merging(["guide/a.md": Fixture.chapter("[x](\(target))")]) { $1 })
    #expect(found.first?.message.french == "ce lien mène à ce que cette édition ne montre pas : Édition référent")
  }

  @Test func `a link within a text to a passage of its own that is left out`() {
    expectFinding(
      .linkLeftOut, Fixture.chapter("[x](⟦#deux⟧)\n\n::: pour binome\n## Deux\n:::\n"),
      help:
        "écrivez « guide:a.md#deux » pour mener à l’édition générale, ou mettez le lien dans un passage « ::: pour … »")
  }

  @Test func `a link that several editions cannot follow is one finding`() {
    let site = Fixture.site.replacing(
      "referent: {titre: Édition référent, choix: [referent]}",
      with: "r1: {titre: R1, choix: [referent, avec-dsi]}, r2: {titre: R2, choix: [referent]}")
    let found = Fixture.findings(Self.reserved.merging(["guide/a.md": Fixture.chapter("[x](b.md)")]) { $1 }, site: site)
    #expect(found.map(\.message.english) == ["this link leads to what these editions do not show: R1, R2"])
  }

  @Test(arguments: [
    "[x](guide:b.md)", "[x](guide:p.md#pour-deux)", "[x](p.md#pour-tous)", "::: pour binome\n[x](b.md)\n:::",
    "::: pour binome avec-dsi\n[x](p.md#pour-deux)\n:::", "[x](../accompagnements/referent.md)",
  ])
  func `a link that every reader can follow`(body: String) {
    #expect(
      Fixture.findings(Self.reserved.merging(["guide/a.md": Fixture.chapter(body)]) { $1 }).map(\.message.english) == []
    )
  }

  @Test func `a passage that editions only label is there in all`() {
    let body = "[x](#la)\n\n::: pour avec-dsi\n## Là\n:::\n"
    #expect(Fixture.findings(["guide/a.md": Fixture.chapter(body)]).isEmpty)
  }

  @Test func `an entry that an edition leaves out links as it likes`() {
    let files = Self.reserved.merging(["guide/c.md": Fixture.chapter("[x](b.md)", order: 6, keys: "pour: binome\n")]) {
      $1
    }
    #expect(Fixture.findings(files).isEmpty)
  }

  @Test func `pages are the same for everyone`() {
    #expect(
      Fixture.findings(Self.reserved.merging(["pages/c.md": "---\ntitre: C\n---\n[x](../guide/b.md)\n"]) { $1 }).isEmpty
    )
  }

  @Test func `what a type says is read in its own edition`() {
    let files = Self.reserved.merging([
      "accompagnements/binome.md": Fixture.type("En binôme", body: "[x](../guide/b.md)")
    ]) { $1 }
    #expect(Fixture.findings(files).isEmpty)
  }

  @Test func `an edition shows its own type’s passages as it does others`() {
    let body = "::: pour referent\n## Autre\n:::\n"
    let files = ["accompagnements/binome.md": Fixture.type("En binôme", body: body)]
    expectFinding(.linkLeftOut, Fixture.chapter("[x](⟦../accompagnements/binome.md#autre⟧)"), and: files)
  }
}
