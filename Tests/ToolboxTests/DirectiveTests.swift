import Diagnostics
import Testing
import Toolbox

/// The `:::` containers: names, arguments, contents and positions.
@Suite struct DirectiveTests {
  private static let others = [
    "guide/autre.md": Fixture.chapter("", order: 2), "rex/martin.md": Fixture.testimonial(keys: "chapitres: [autre]\n"),
    "facteurs/elus.md": Fixture.factor(), "ressources/grist.md": Fixture.resource(),
    "etapes/lancer.md": "---\ntitre: Lancer\nordre: 1\nfacteurs: [elus]\n---\n",
  ]

  private func expect(
    _ id: DiagnosticID, _ body: String, help: String? = nil, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    expectFinding(
      id, in: "guide/a.md", Fixture.chapter(body), and: Self.others, help: help, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "pour binome", "pour avec-dsi sans-dsi", "langue en", "langue pt-BR", "rex", "rex martin", "rex cote=collectivite",
    "rex chapitre=autre", "facteurs etape=lancer", "facteurs elus", "etapes", "etapes lancer",
    "ressources theme=reperes nature=guide",
    "ressources grist", "charge", "charge binome", "editeur", "editeur journal", "editeur delegue", "conseil",
  ])
  func `what is allowed`(line: String) {
    // Only these containers enclose text; Trousse fills the others.
    let words = ["pour", "langue", "conseil"].contains { line.hasPrefix($0) } ? "Un texte.\n" : ""
    #expect(findings(Self.others.merging(["guide/a.md": Fixture.chapter("::: \(line)\n\(words):::")]) { $1 }) == [])
  }

  @Test func `an unknown container is refused with the nearest one`() {
    expect(.unknownContainer, "⟦::: resources⟧\n:::", help: "écrivez « ::: ressources »")
    expect(.unknownContainer, "⟦::: Pour binome⟧\n:::", help: "écrivez « ::: pour »")
  }

  @Test func `advice within advice is refused, since readers could not tell where it ends`() {
    let help = "supprimez cette ligne et celle qui ferme ce bloc, ou fermez d’abord le premier conseil"
    expect(.containerContent, ":::: conseil\nA\n\n⟦::: conseil⟧\nB\n:::\n::::", help: help)
    expect(
      .containerContent, "::::: conseil\n:::: pour binome\n⟦::: conseil⟧\nB\n:::\n::::\n:::::", help: help)
  }

  @Test(arguments: ["conseil", "pour binome", "langue en"], ["", "<!-- une note -->\n"])
  func `a container of words that encloses none is told`(line: String, inner: String) {
    expect(
      .containerContent, "⟦::: \(line)⟧\n\(inner):::",
      help: "écrivez le texte entre cette ligne et « ::: », ou supprimez les deux")
  }

  @Test(arguments: ["rex", "rex martin", "charge"]) func `what the source says is not placed in advice`(line: String) {
    expect(
      .containerContent, ":::: conseil\nA\n\n⟦::: \(line)⟧\n:::\n::::",
      help: "placez-le avant le conseil, ou après lui")
  }

  @Test func `a testimonial holds no advice`() {
    let text = Fixture.testimonial() + "\n⟦::: conseil⟧\nAgissez.\n:::\n"
    expectFinding(
      .containerContent, in: "rex/a.md", text, help: "mettez le conseil dans le chapitre, après le témoignage")
  }

  @Test func `three advices in one another are told once each`() {
    let body = "::::: conseil\nA\n\n:::: conseil\nB\n\n::: conseil\nC\n:::\n::::\n:::::\n"
    #expect(findings(["guide/a.md": Fixture.chapter(body)]) == [.containerContent, .containerContent])
  }

  @Test func `an unknown situation is refused with the nearest one`() {
    expect(.unknownAudience, "::: pour ⟦binom⟧\nx\n:::", help: "écrivez « binome »")
    expect(
      .unknownAudience, "::: pour ⟦xyz⟧\nx\n:::", help: "situations connues : binome, referent, avec-dsi, sans-dsi")
  }

  @Test(arguments: [
    ("rex ⟦martn⟧", "écrivez « martin »"), ("facteurs ⟦eluss⟧", "écrivez « elus »"),
    ("ressources ⟦grits⟧", "écrivez « grist »"),
    ("charge ⟦binomes⟧", "écrivez « binome »"), ("rex chapitre=autr", "écrivez « autre »"),
    ("ressources ⟦xyz⟧", "écrivez le nom d’un fichier du dossier « ressources », sans « .md »"),
  ])
  func `an unknown entry is refused with the nearest one`(line: String, help: String) {
    expect(.unknownEntry, "::: \(line)\n:::", help: help)
  }

  @Test func `an unknown word of a list is refused with the nearest one`() {
    expect(.unknownValue, "::: ressources ⟦nature=guid⟧\n:::", help: "écrivez « guide »")
  }

  @Test(arguments: [
    ("⟦::: pour⟧", "écrivez par exemple « ::: pour binome »"),
    ("⟦::: langue⟧", "écrivez par exemple « ::: langue en »"),
    ("::: langue ⟦anglais⟧", "écrivez « en » pour l’anglais, « de » pour l’allemand, « br » pour le breton…"),
    ("::: langue en ⟦fr⟧", "supprimez-le"), ("::: conseil ⟦binome⟧", "supprimez-le"),
    ("::: editeur ⟦journall⟧", "écrivez « journal »"),
    (
      "::: editeur ⟦anct⟧",
      "mots connus : journal, delegue ; sans mot, le bloc donne les coordonnées de l’éditeur"
    ), ("::: editeur journal ⟦delegue⟧", "supprimez-le"),
    ("::: facteurs ⟦theme=reperes⟧", "il comprend etape=…"),
    ("::: ressources theme=reperes ⟦theme=methode⟧", "gardez-en un seul"),
    ("::: ressources grist ⟦grist⟧", "gardez-en un seul"),
  ])
  func `an argument that does not fit`(line: String, help: String) {
    expect(.containerArgument, "\(line)\n:::", help: help)
  }

  @Test func `a part of which site.yml says nothing has nothing to show`() {
    let site = Fixture.site.replacing("delegue: Une personne", with: "nom: Une personne")
    let found = Fixture.toolbox(["guide/a.md": Fixture.chapter("::: editeur delegue\n:::")], site: site)?.check() ?? []
    #expect(found.map(\.id) == [.toComplete])
    #expect(found.first?.help?.french.hasSuffix("parmi : delegue, delegue-contact") == true)
  }

  @Test func `a text in a placed list would not be published`() {
    expect(.containerContent, "⟦::: rex⟧\nUn texte\n:::")
  }

  @Test func `a comment in a placed list is the editor’s own`() {
    #expect(findings(["guide/a.md": Fixture.chapter("::: rex\n<!-- à revoir -->\n:::")]) == [])
  }

  // MARK: No endless placing

  @Test func `a factor places no factors`() {
    expectFinding(
      .containerContent, in: "facteurs/a.md", Fixture.factor("⟦::: facteurs⟧\n:::"),
      help: "écrivez un lien à la place, par exemple « [titre](../facteurs/fiche.md) »")
  }

  @Test(arguments: [
    "⟦::: facteurs⟧\n:::", "⟦::: ressources⟧\n:::", ":::: pour binome\n⟦::: ressources⟧\n:::\n::::",
  ])
  func `a resource places neither factors nor resources`(lines: String) {
    expectFinding(.containerContent, in: "ressources/a.md", Fixture.resource(lines))
  }

  @Test(arguments: ["⟦::: facteurs⟧", "⟦::: ressources⟧", "⟦::: rex⟧"]) func `a testimonial places nothing`(
    line: String
  ) {
    expectFinding(.containerContent, in: "rex/a.md", Fixture.testimonial("\(line)\n:::"))
  }

  @Test func `a factor may place resources, and a resource testimonials`() {
    #expect(
      findings([
        "facteurs/a.md": Fixture.factor("::: ressources\n:::"), "ressources/b.md": Fixture.resource("::: rex\n:::"),
        "guide/index.md": "---\ntitre: G\n---\n::: facteurs\n:::\n",
      ]) == [])
  }

  // MARK: Selections

  private func selected(_ names: [String], _ values: [String: String] = [:]) throws -> [String] {
    let toolbox = try #require(
      Fixture.toolbox([
        "ressources/b.md": Fixture.resource(keys: "ordre: 1\n"),
        "ressources/a.md": Fixture.resource(keys: "ordre: 2\n").replacing("nature: guide", with: "nature: outil"),
        "ressources/c.md": Fixture.resource(keys: "ordre: 3\n").replacing("theme: reperes", with: "theme: methode"),
      ]))
    return toolbox.entries(Directive.Selection(names: names, values: values), of: Resource.self).map(\.id.name)
  }

  @Test func `without a name all are placed, in their own order`() throws {
    #expect(try selected([]) == ["b", "a", "c"])
  }

  @Test func `those named are placed, in that order`() throws { #expect(try selected(["c", "b"]) == ["c", "b"]) }

  @Test func `of these, those that have the values`() throws {
    #expect(try selected([], ["theme": "reperes"]) == ["b", "a"])
    #expect(try selected([], ["theme": "reperes", "nature": "outil"]) == ["a"])
    #expect(try selected(["c"], ["theme": "reperes"]) == [])
  }

  @Test func `testimonials are chosen by side and by chapter`() throws {
    let toolbox = try #require(
      Fixture.toolbox(["rex/a.md": Fixture.testimonial(keys: "chapitres: [x, y]\n"), "rex/b.md": Fixture.testimonial()])
    )
    func chosen(_ values: [String: String]) -> [String] {
      toolbox.entries(Directive.Selection(names: [], values: values), of: Testimonial.self).map(\.id.name)
    }
    #expect(chosen(["chapitre": "y"]) == ["a"])
    #expect(chosen(["cote": "collectivite"]) == ["a", "b"])
    #expect(chosen(["cote": "mutualisateur"]) == [])
  }
}
