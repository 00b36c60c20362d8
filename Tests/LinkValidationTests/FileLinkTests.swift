import Diagnostics
import Testing

/// Links to files of the content.
@Suite struct FileLinkTests {
  @Test(arguments: [
    "charge.md", "./charge.md", "suite/bilan.md", "../ressources/grist.md", "../guide/charge.md", "charge.md?x=1",
    "charge.md/",
    "<../ressources/Impact CO2.v2.md>", "../ressources/Impact%20CO2.v2.md", "<../fichiers/Mon guide v1.2.pdf>",
    "../fichiers/plan.png", "../fichiers/a,b.svg", "../accueil.md", "../pages/a-propos.md", "../ressources/",
    "../ressources",
    "../ressources/index.md", "../facteurs/index.md", "index.md", "../guide/", "guide:charge.md", "guide:",
    "..\\ressources\\grist.md", "guide:../ressources/grist.md", "../fichiers/Mon%20guide%20v1.2.pdf#page=5",
    "https://exemple.fr", "mailto:a@b.fr",
  ])
  func `what leads somewhere`(target: String) { expectValid(target) }

  @Test(arguments: [
    ("chareg.md", "charge.md"), ("Charge.md", "charge.md"), ("charge", "charge.md"),
    ("chareg.md#les-chiffres", "charge.md#les-chiffres"),
    ("grist.md", "../ressources/grist.md"), ("../ressource/grist.md", "../ressources/grist.md"),
    ("../Ressources/grist.md", "../ressources/grist.md"), ("bilan.md", "suite/bilan.md"),
    ("../ressources/Impact-CO2.v2.md", "../ressources/Impact%20CO2.v2.md"),
    ("../fichiers/plan.PNG", "../fichiers/plan.png"),
    ("guide:chareg.md#x", "guide:charge.md#x"),
    ("..", "../accueil.md"),
    ("../facteur/index.md", "../facteurs/index.md"), ("www.exemple.fr/a", "https://www.exemple.fr/a"),
    ("contact@exemple.fr", "mailto:contact@exemple.fr"),
  ])
  func `a link to no file proposes what was probably meant`(target: String, right: String) {
    expectFinding(.brokenLink, Fixture.chapter("[x](⟦\(target)⟧)"), help: "écrivez « \(right) »")
  }

  @Test(arguments: [
    "tout-autre-chose.md", "../fichiers/", "../pages/", "../rex/", "../ressources/xyz.md", "../site.yml",
  ])
  func `a link to nothing like it proposes no absurd file`(target: String) {
    expectFinding(
      .brokenLink, Fixture.chapter("[x](⟦\(target)⟧)"),
      help: "écrivez le chemin d’un fichier du contenu, par exemple « ../ressources/impact-co2.md »")
  }

  @Test(arguments: [
    "../../README.md", "../../../../etc/passwd", "%2e%2e/%2e%2e/README.md", "C:\\docs\\a.md", "/etc/passwd",
    "guide:../../x.md",
  ])
  func `a link that leaves the content folder`(target: String) {
    expectFinding(.linkOutsideContent, Fixture.chapter("[x](⟦\(target)⟧)"))
  }

  @Test(arguments: [("/guide/charge.md#a", "charge.md#a"), ("/content/ressources/grist.md", "../ressources/grist.md")])
  func `a link from the root of a site is relative here`(target: String, right: String) {
    expectFinding(.linkOutsideContent, Fixture.chapter("[x](⟦\(target)⟧)"), help: "écrivez « \(right) »")
  }

  @Test(arguments: ["javascript:alert(1)", "data:text/html,x", "https:/exemple.fr"])
  func `an address that cannot be published`(target: String) {
    expectFinding(.unsupportedAddress, Fixture.chapter("[x](⟦\(target)⟧)"))
  }

  @Test func `an address without its scheme is a warning, with the right one`() {
    let found = Fixture.findings(["guide/a.md": Fixture.chapter("[x](//cdn.exemple.fr/x)")])
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.help?.french == "écrivez « https://cdn.exemple.fr/x »")
  }

  @Test(arguments: [
    ("../ressources/index.md", "écrivez « ../../ressources/index.md »"),
    ("../suit/index.md", "écrivez « index.md »"), ("../plus/index.md", nil),
  ])
  func `a file that stands for its folder is meant by the name of the folder`(link: String, help: String?) {
    let found = Fixture.findings(["guide/suite/c.md": Fixture.chapter("[x](\(link))")])
    #expect(found.map(\.id) == [.brokenLink])
    let generic = "écrivez le chemin d’un fichier du contenu, par exemple « ../ressources/impact-co2.md »"
    #expect(found.first?.help?.french == help ?? generic)
  }

  @Test func `links start from the file in which they are written`() {
    expectValid("../charge.md", from: "guide/suite/c.md")
    expectFinding(
      .brokenLink, in: "guide/suite/c.md", Fixture.chapter("[x](⟦charge.md⟧)"), help: "écrivez « ../charge.md »")
  }

  @Test(arguments: ["accueil.md", "ressources/index.md", "pages/a-propos.md"]) func `links of every text are checked`(
    file: String
  ) {
    expectFinding(.brokenLink, in: file, "---\ntitre: A\n---\n[x](⟦absent.md⟧)\n")
  }

  @Test func `links in code and comments are not links`() {
    #expect(
      Fixture.findings(["guide/a.md": Fixture.chapter("`[x](absent.md)`\n\n<!-- [x](absent.md) -->\n\n- [x] fait\n")])
        .isEmpty)
  }

  @Test func `a link in a definition is reported there`() {
    expectFinding(.brokenLink, Fixture.chapter("[x][d]\n\n[d]: ⟦absent.md⟧\n"))
  }
}
