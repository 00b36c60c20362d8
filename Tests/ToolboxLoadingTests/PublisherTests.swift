import Diagnostics
import MarkdownTree
import TestSupport
import Testing
import Toolbox

/// What is read below `editeur` in `site.yml`.
@Suite struct PublisherTests {
  private static func site(_ lines: String) -> Site? { Content(site: "titre: A\n" + lines).load().toolbox?.site }

  @Test(arguments: Site.Publisher.Field.allCases)
  func `each piece of information has a key`(field: Site.Publisher.Field) throws {
    let publisher = try #require(Self.site("editeur:\n  \(field.rawValue): Une réponse\n")?.publisher)
    #expect(publisher.details.map(\.field) == [field])
    #expect(publisher.details.map(\.value) == ["Une réponse"])
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

  // MARK: Where dead links are told

  @Test func `a dead link is told by mail to the publisher`() {
    #expect(Self.site("editeur: {courriel: contact@a.fr}\n")?.deadLinkDesk == .mail("contact@a.fr"))
  }

  @Test(arguments: ["à compléter", "au standard", "a@b.fr ou c@d.fr"])
  func `a text that is no mail address is no place to tell it`(email: String) {
    #expect(Self.site("editeur: {courriel: \(email)}\n") != nil)
    #expect(Self.site("editeur: {courriel: \(email)}\n")?.deadLinkDesk == nil)
  }

  @Test func `the place that the site names comes first`() {
    let lines = "signalement: liens@a.fr\nediteur: {courriel: contact@a.fr}\n"
    #expect(Self.site(lines)?.deadLinkDesk == .mail("liens@a.fr"))
  }
}
