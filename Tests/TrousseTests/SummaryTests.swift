import Diagnostics
import Testing

@testable import SiteGeneration
@testable import trousse

@Suite("The last lines of a build or a check")
struct SummaryTests {
  private func summary(_ severities: [Severity], isBuild: Bool = false, id: DiagnosticID = .brokenLink) -> Message {
    var report = SiteGenerator.Report()
    report.diagnostics = severities.map { Diagnostic(id, $0, at: nil, Message(fr: "", en: "")) }
    report.written = severities.contains(.error) ? nil : 0
    return Summary(report: report, seconds: 0.01, isBuild: isBuild).message
  }

  private func firstLine(_ text: String) -> String { String(text.prefix { $0 != "\n" }) }

  @Test(
    "Only where nothing at all was found all is well",
    arguments: [
      ([], "Tout est en ordre.", "All is well."),
      ([.note], "Aucune erreur, aucun avertissement.", "No error, no warning."),
      ([.warning, .warning, .note], "Aucune erreur, 2 avertissements.", "No error, 2 warnings."),
      ([.error, .warning], "1 erreur, 1 avertissement.", "1 error, 1 warning."),
    ] as [([Severity], String, String)])
  func check(severities: [Severity], french: String, english: String) {
    let message = summary(severities)
    #expect(firstLine(message.french) == french)
    #expect(firstLine(message.english) == english)
  }

  @Test("Nought is singular in French and plural in English")
  func nought() {
    let message = summary([], isBuild: true)
    #expect(message.french.contains("0 fichier écrit.") && message.french.contains("0 page,"))
    #expect(message.english.contains("0 files written.") && message.english.contains("0 pages,"))
  }

  @Test("Where writing failed, nobody says that nothing was published")
  func stopped() {
    #expect(summary([.error], isBuild: true, id: .unwritableOutput).english.hasPrefix("1 error: publication did not"))
    #expect(summary([.error], isBuild: true).english.hasPrefix("1 error: nothing was published."))
  }
}
