import Diagnostics
import Testing
import TextSupport
import Toolbox

/// Decoding of `editeur` in `site.yml`.
@Suite struct PublisherTests {
  private static func site(_ lines: String) -> Site? { Content(site: "titre: A\n" + lines).load().toolbox?.site }

  @Test(arguments: Site.Publisher.Field.allCases)
  func `each piece of information has a key`(field: Site.Publisher.Field) throws {
    let answer = field == .email ? "contact@a.fr" : "Une réponse"
    let publisher = try #require(Self.site("editeur:\n  \(field.rawValue): \(answer)\n")?.publisher)
    #expect(publisher.details.map(\.field) == [field])
    #expect(publisher.details.map(\.text.plainText) == [answer])
  }

  @Test func `a piece of information keeps its links, and their places`() throws {
    let marked = MarkedText("titre: A\nediteur:\n  accessibilite-schema: \"[Le schéma](⟦https://a.fr/s⟧)\"\n")
    let publisher = try #require(Content(site: marked.text).load().toolbox?.site.publisher)
    var places: [SourceRange] = []
    publisher.detail(.accessibilityScheme)?.text.body.fragments.forEachFragment { fragment in
      if case .link(let link, _) = fragment { places.append(link.targetRange) }
    }
    #expect(places == [marked.onlyRange()])
  }

  @Test func `a piece of information is one paragraph`() {
    expectFinding(.wrongType, in: "site.yml", "titre: A\nediteur:\n  delegue: ⟦\"1. Une personne\"⟧\n")
  }

  @Test func `a text that a comment hides is told`() {
    expectFinding(.yamlComment, in: "site.yml", "titre: A\nediteur:\n  nom: 1️⃣#2\n")
  }

  @Test func `what is still to be filled in is said once, whichever it is`() {
    expectFinding(.toComplete, in: "site.yml", "titre: A\nediteur:\n  journal-raison: ⟦à compléter⟧\n")
  }

  // MARK: Reports of dead links

  @Test func `a dead link is told by mail to the publisher`() {
    #expect(Self.site("editeur: {courriel: contact@a.fr}\n")?.deadLinkDesk == .mail("contact@a.fr"))
  }

  @Test func `an address that is still missing is no place to tell it`() {
    let site = Self.site("editeur: {courriel: à compléter}\n")
    #expect(site?.publisher != nil && site?.deadLinkDesk == nil)
  }

  @Test(arguments: [
    ("au standard", "écrivez par exemple « courriel: contact@exemple.fr »"),
    ("contact(at)a.fr", "écrivez par exemple « courriel: contact@exemple.fr »"),
    ("a@b.fr ou c@d.fr", "écrivez par exemple « courriel: contact@exemple.fr »"),
    ("mailto:a@b.fr", "écrivez « courriel: a@b.fr »"), ("MAILTO:a@b.fr", "écrivez « courriel: a@b.fr »"),
  ])
  func `what is no mail address is refused, with the right one where it shows`(email: String, help: String) {
    expectFinding(.wrongType, in: "site.yml", "titre: A\nediteur:\n  courriel: ⟦\(email)⟧\n", help: help)
  }

  @Test func `words without markup are those of a text with links`() {
    let site = Self.site("editeur:\n  nom: \"[Le **syndicat**](https://a.fr)\"\n")
    #expect(site?.publisherName == "Le syndicat")
  }

  @Test func `the place that the site names comes first`() {
    let lines = "signalement: liens@a.fr\nediteur: {courriel: contact@a.fr}\n"
    #expect(Self.site(lines)?.deadLinkDesk == .mail("liens@a.fr"))
  }
}
