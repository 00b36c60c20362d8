import Diagnostics
import ExternalLinks
import Foundation
import LinkMaintenance
import LinkValidation
import Testing

@Suite struct LinkReportTests {
  // MARK: Findings

  @Test(arguments: [
    (LinkVerdict.broken(.gone), DiagnosticID.deadLink, Severity.error),
    (.moved(to: "https://b.fr"), .movedLink, .note), (.toCheckByHand(.forbidden), .uncertainLink, .note),
  ])
  func `each verdict has its finding`(verdict: LinkVerdict, id: DiagnosticID, severity: Severity) {
    let findings = Fixture.checked("https://a.fr", verdict).compactMap { $0.finding(broken: .error) }
    #expect(findings.map(\.id) == [id])
    #expect(findings.map(\.severity) == [severity])
  }

  @Test func `what works has none`() {
    #expect(Fixture.checked("https://a.fr", .works).compactMap { $0.finding(broken: .error) }.isEmpty)
  }

  @Test func `one bad address at many places is one finding that lists them all`() throws {
    let links = Fixture.checked("https://a.fr", .broken(.gone), lines: [4, 2, 8])
    let finding = try #require(links.first?.finding(broken: .error))
    #expect(links.count == 1)
    #expect(finding.location?.range?.start.line == 2)
    #expect(finding.related.map { $0.location.range?.start.line } == [4, 8])
  }

  // MARK: Addresses

  @Test(arguments: [
    ("https://a.fr/%C3%A9t%C3%A9", "https://a.fr/été"), ("https://a.fr/a%20b%2Fc", "https://a.fr/a%20b%2Fc"),
    ("https://a.fr/%C3", "https://a.fr/%C3"), ("https://a.fr/100%", "https://a.fr/100%"),
    ("https://a.fr/%E2%80%AE", "https://a.fr/%E2%80%AE"), ("https://a.fr/milj%C3%B8#x", "https://a.fr/miljø#x"),
  ])
  func `letters are decoded, and nothing that could mislead`(address: String, shown: String) {
    #expect(ShownAddress.text(address) == shown)
  }

  // MARK: The report

  private func report(_ links: [CheckedLink], findings: [Diagnostic] = [], unchecked: [String] = []) -> String {
    LinkReport(links, findings: findings, unchecked: unchecked).text(in: .french)
  }

  @Test func `a dead link says where, what, since when, and what to do`() {
    let links = Fixture.checked("https://a.fr", .broken(.gone), lines: [1, 7], lastWorked: Fixture.start - 86_400)
    #expect(
      report(links) == """
        À corriger (1)

          content/guide/a.md:1:1 «\u{A0}ici\u{A0}»
            https://a.fr
            Cette page a été retirée pour de bon (410).
            → Cherchez la nouvelle adresse sur le site, ou retirez le lien.
            depuis le 21\u{A0}septembre 2026 ; marchait le 20\u{A0}septembre 2026
            aussi :
              content/guide/a.md:7:1

        2 liens à corriger dans 1 page.

        """)
  }

  @Test func `groups come in the order in which one works, and the number that matters last`() {
    let links =
      Fixture.checked("https://a.fr", .toCheckByHand(.forbidden))
      + Fixture.checked("https://b.fr", .moved(to: "https://c.fr"))
      + Fixture.checked("https://d.fr", .works)
    let planned = Diagnostic(.plannedLink, .note, at: nil, Message(fr: "le lien est à venir", en: "to come"))
    let text = report(links, findings: [planned])
    let headings = text.split(separator: "\n").filter { $0.hasSuffix(")") && $0.hasPrefix("À") }
    #expect(headings == ["À mettre à jour (1)", "À vérifier à la main (1)", "À venir (1)"])
    #expect(text.hasSuffix("Aucun lien à corriger.\n"))
    #expect(!text.contains("https://d.fr"))
  }

  @Test func `what there was no time for is told, and then nothing is said to be in order`() {
    let text = report([], unchecked: ["https://a.fr"])
    #expect(text.contains("Non vérifiés, faute de temps (1)\n  https://a.fr"))
    #expect(text.hasSuffix("1 adresse n’a pas été vérifiée.\n"))
    #expect(!text.contains("Aucun lien à corriger"))
  }

  @Test func `what is broken and what was not checked are both counted last`() {
    let text = report(Fixture.checked("https://a.fr", .broken(.gone)), unchecked: ["https://b.fr", "https://c.fr"])
    #expect(text.hasSuffix("1 lien à corriger dans 1 page ; 2 adresses n’ont pas été vérifiées.\n"))
  }

  @Test(arguments: [(false, Severity.warning), (true, .error)])
  func `what was not checked is a finding, and fails where one asks for strictness`(isStrict: Bool, severity: Severity)
  {
    let finding = Diagnostic.uncheckedLinks(3, isStrict: isStrict)
    #expect(finding.severity == severity)
    #expect(finding.cause == .source)
    #expect(finding.message.french.hasPrefix("3 adresses"))
    #expect(LinkReport.covers(finding))
  }

  // MARK: The state and the advice of a link

  @Test(arguments: [
    LinkVerdict.broken(.missingFragment), .toCheckByHand(.scriptedPage), .toCheckByHand(.longPage), .broken(.notFound),
  ])
  func `what is wrong at the end of a redirect names the page where it ended`(verdict: LinkVerdict) throws {
    let links = Fixture.checked("https://a.fr/x#ici", verdict, finalAddress: "https://b.fr/%C3%A9t%C3%A9#ici")
    let state = try #require(links.first?.state)
    #expect(state.french.hasSuffix(" ; le lien est renvoyé vers « https://b.fr/été »"))
  }

  @Test func `a page that redirects to itself in another form ends nowhere else`() throws {
    let links = Fixture.checked("https://A.fr#ici", .broken(.missingFragment), finalAddress: "https://a.fr/#ici")
    #expect(links.first?.state == LinkReason.missingFragment.message)
  }

  @Test func `a site that asks for patience says until when`() throws {
    let links = Fixture.checked("https://a.fr", .toCheckByHand(.tooManyRequests), retryDate: Fixture.start + 7500)
    let state = try #require(links.first?.state)
    #expect(state.french.hasSuffix(" ; il demande d’attendre jusqu’au 21\u{A0}septembre 2026 à 16 h 18 (UTC)"))
    #expect(state.english.hasSuffix("; it asks to wait until 21\u{A0}September 2026, 16:18 (UTC)"))
  }

  @Test func `a broken link of the content counts with those of other sites`() {
    let location = SourceLocation(file: "content/guide/b.md")
    let broken = Diagnostic(.brokenLink, at: location, Message(fr: "perdu", en: "lost"))
    let text = report(Fixture.checked("https://a.fr", .broken(.gone)), findings: [broken])
    #expect(text.hasSuffix("2 liens à corriger dans 2 pages.\n"))
  }

  @Test func `what a terminal would obey is not sent`() {
    let links = CheckedLink.all(
      [Fixture.link("https://a.fr", text: "\u{1B}[2J")], in: LinkRecord([Fixture.known("https://a.fr", .broken(.gone))])
    )
    #expect(!report(links).contains("\u{1B}"))
  }
}
