import Diagnostics
import LinkValidation
import Testing

@testable import SiteBuilding
@testable import SitePublication
@testable import trousse

/// The last lines of a build or a check.
@Suite struct SummaryTests {
  private func summary(_ severities: [Severity], isBuild: Bool = false, id: DiagnosticID = .brokenLink) -> Message {
    var report = SiteGenerator.Report()
    report.diagnostics = severities.map { Diagnostic(id, $0, at: nil, Message(fr: "", en: "")) }
    report.written = severities.contains(.error) ? nil : 0
    return Summary(report: report, seconds: 0.01, isBuild: isBuild).message
  }

  private func firstLine(_ text: String) -> String { String(text.prefix { $0 != "\n" }) }

  @Test(
    arguments: [
      ([], "Tout est en ordre.", "All is well."),
      ([.note], "Aucune erreur, aucun avertissement.", "No error, no warning."),
      ([.warning, .warning, .note], "Aucune erreur, 2 avertissements.", "No error, 2 warnings."),
      ([.error, .warning], "1 erreur, 1 avertissement.", "1 error, 1 warning."),
    ] as [([Severity], String, String)])
  func `only where nothing at all was found all is well`(severities: [Severity], french: String, english: String) {
    let message = summary(severities)
    #expect(firstLine(message.french) == french)
    #expect(firstLine(message.english) == english)
  }

  @Test func `nought is singular in French and plural in English`() {
    let message = summary([], isBuild: true)
    #expect(message.french.contains("0 fichier écrit.") && message.french.contains("0 page,"))
    #expect(message.english.contains("0 files written.") && message.english.contains("0 pages,"))
  }

  @Test(
    arguments: [(10, 0), (11, 1), (40, 30)])
  func `at most ten changes are named, those that break links first, and the others counted`(count: Int, rest: Int) {
    var changes = SiteChanges()
    changes.changed = (1..<count).map { "guide/\($0).html" }
    changes.removed = ["guide/ancien.html"]
    let message = ChangeSummary(changes).message
    let lines = message.french.split(separator: "\n").map(String.init)
    #expect(lines.first == "  retirée\u{A0}: guide/ancien.html")
    #expect(lines.count == 10 + min(rest, 1))
    #expect(lines.last?.hasPrefix("  et ") == (rest > 0))
    #expect(message.english.hasSuffix("\n  and 30 others") == (rest == 30))
    #expect(message.french.hasSuffix("\n  et 1 autre") == (rest == 1))
  }

  @Test
  func `where nothing changed, no line is written`() { #expect(ChangeSummary(SiteChanges()).message.french.isEmpty) }

  @Test func `where writing failed, nobody says that nothing was published`() {
    #expect(summary([.error], isBuild: true, id: .unwritableOutput).english.hasPrefix("1 error: publication did not"))
    #expect(summary([.error], isBuild: true).english.hasPrefix("1 error: nothing was published."))
  }
}
