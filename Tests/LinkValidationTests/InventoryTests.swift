import Diagnostics
import LinkValidation
import Testing
import Toolbox

/// Placeholders, images, the menu, and entries without references.
@Suite struct InventoryTests {
  // MARK: Placeholders

  @Test(arguments: ["[x]()", "[x](#)"]) func `a link that leads nowhere yet is a warning`(link: String) {
    let found = Fixture.findings(["guide/a.md": Fixture.chapter(link)])
    #expect(found.map(\.id) == [.placeholderLink])
    #expect(found.first?.severity == .warning)
  }

  @Test func `links and placeholders are counted`() throws {
    let before = try #require(Fixture.toolbox([:]).map { LinkChecks($0).run() })
    let body = "[a]() [b](#) [c](charge.md) [d](absent.md) ![e](../fichiers/plan.png) ![f]()"
    let after = try #require(
      Fixture.toolbox([
        "guide/a.md": Fixture.chapter(body), "ressources/x.md": Fixture.resource(keys: "adresse: https://exemple.fr\n"),
        "ressources/y.md": Fixture.resource(keys: "adresse: \"#\"\n"), "ressources/z.md": Fixture.resource(keys: ""),
      ]).map { LinkChecks($0).run() })
    #expect(before.placeholders == 2, "the two resources to come")
    #expect(after.count - before.count == 9)
    #expect(after.placeholders - before.placeholders == 5)
  }

  @Test func `links of sound texts and of others are counted alike`() throws {
    let sound = try #require(Fixture.toolbox(["guide/a.md": Fixture.chapter("[a](charge.md) [b](charge.md)")]))
    let faulty = try #require(Fixture.toolbox(["guide/a.md": Fixture.chapter("[a](charge.md) [b](absent.md)")]))
    #expect(LinkChecks(sound).run().count == LinkChecks(faulty).run().count)
  }

  @Test func `beyond a hundred broken links, none is searched for`() throws {
    let links = (0..<150).map { "[x](charg\($0).md) [y](charge.md#les-chiffre\($0))" }.joined(separator: "\n\n")
    let found = Fixture.findings(["guide/a.md": Fixture.chapter("[x](charg.md)\n\n" + links)])
    #expect(found.count == 301)
    #expect(found.first?.help?.french == "écrivez « charge.md »")
    #expect(found.filter { $0.id == .missingAnchor && $0.help != nil }.count == 49)
    let general = "écrivez le chemin d’un fichier du contenu, par exemple « ../ressources/impact-co2.md »"
    #expect(found.last { $0.id == .brokenLink }?.help?.french == general)
  }

  // MARK: Images

  @Test(arguments: ["../fichiers/plan.png", "../fichiers/a,b.svg"]) func `an image that is there`(target: String) {
    #expect(Fixture.findings(["guide/a.md": Fixture.chapter("![x](\(target))\n\n![x](\(target) \"Légende\")")]).isEmpty)
  }

  @Test(arguments: [
    (DiagnosticID.brokenLink, "../fichiers/plam.png", "écrivez « ../fichiers/plan.png »"),
    (.brokenLink, "plan.png", "écrivez « ../fichiers/plan.png »"),
    (.brokenLink, "charge.md", "pour un lien, écrivez « [texte](charge.md) », sans point d’exclamation"),
    (
      .brokenLink, "<../fichiers/Mon guide v1.2.pdf>",
      "pour un lien, écrivez « [texte](<../fichiers/Mon guide v1.2.pdf>) », sans point d’exclamation"
    ),
    (
      .externalSubresource, "https://exemple.fr/a.png",
      "enregistrez-la dans « content/fichiers » et écrivez « ../fichiers/image.png »"
    ),
    (
      .externalSubresource, "//exemple.fr/a.png",
      "enregistrez-la dans « content/fichiers » et écrivez « ../fichiers/image.png »"
    ),
    (
      .unsupportedAddress, "data:image/png;base64,AAAA",
      "écrivez une adresse « https:// », ou le chemin d’un fichier « .md »"
    ),
    (
      .linkOutsideContent, "../../a.png",
      "copiez le fichier dans « content/fichiers », et écrivez un chemin relatif comme « ../fichiers/document.pdf »"
    ),
    (
      .placeholderLink, "",
      "écrivez entre les parenthèses le chemin d’un fichier, par exemple « ../fichiers/image.png »"
    ),
  ])
  func `an image that is not`(id: DiagnosticID, target: String, help: String) {
    let found = Fixture.findings(["guide/a.md": Fixture.chapter("![x](\(target))")])
    #expect(found.map(\.id) == [id])
    #expect(found.first?.help?.french == help)
  }

  // MARK: The menu

  @Test func `a menu names sections and pages`() {
    #expect(Fixture.findings([:], site: Fixture.site + "menu: [guide, ressources, a-propos]\n").isEmpty)
  }

  @Test func `a menu entry that is neither is refused with the nearest one`() {
    let found = Fixture.findings([:], site: Fixture.site + "menu: [guide, resources]\n")
    #expect(found.map(\.id) == [.unknownEntry])
    #expect(found.first?.location?.range?.start.column == 15)
    #expect(found.first?.help?.french == "écrivez « ressources »")
  }

  // MARK: Entries without references

  private func notes(_ id: DiagnosticID, _ files: [String: String]) -> [String] {
    let found = Fixture.toolbox(files).map { LinkChecks($0).run().diagnostics } ?? []
    return found.filter { $0.id == id && $0.severity == .note }.compactMap { $0.location?.file }.sorted()
  }

  @Test func `a resource that nothing refers to`() {
    #expect(notes(.unusedResource, ["ressources/x.md": Fixture.resource()]) == ["content/ressources/x.md"])
  }

  @Test(arguments: [
    "[x](../ressources/x.md)", "[x](../ressources/x.md?a#top)", "[x](guide:../ressources/x.md)",
    "[x](../ressources/#x)",
    "::: ressources x\n:::", "::: ressources theme=reperes\n:::", "::: pour binome\n[x](../ressources/x.md)\n:::",
  ])
  func `a resource that a chapter refers to`(body: String) {
    #expect(notes(.unusedResource, ["ressources/x.md": Fixture.resource(), "guide/a.md": Fixture.chapter(body)]) == [])
  }

  @Test(arguments: [
    "[x](x.md)", "[x](../fichiers/x.md)", "[x](https://exemple.fr/x.md)", "`../ressources/x.md`",
    "::: ressources theme=methode\n:::",
  ])
  func `what only looks like a reference is none`(body: String) {
    #expect(
      notes(
        .unusedResource,
        ["ressources/x.md": Fixture.resource(), "guide/a.md": Fixture.chapter(body), "guide/x.md": Fixture.chapter("")])
        == ["content/ressources/x.md"])
  }

  @Test func `the catalogue’s own texts send nobody there`() {
    let files = [
      "ressources/x.md": Fixture.resource("[moi](x.md)"), "ressources/y.md": Fixture.resource("[x](x.md)"),
      "ressources/index.md": "---\ntitre: R\n---\n::: ressources\n:::\n",
    ]
    #expect(notes(.unusedResource, files) == ["content/ressources/x.md", "content/ressources/y.md"])
  }

  @Test func `a testimonial without a chapter`() {
    let files = [
      "rex/t.md": "---\nauteur: A\nfonction: B\norganisme: C\ncote: collectivite\n---\n"
    ]
    #expect(notes(.testimonialWithoutChapter, files) == ["content/rex/t.md"])
  }

  @Test func `a resource to come is a note where it says so`() {
    #expect(notes(.plannedLink, [:]).count == 2)
  }
}
