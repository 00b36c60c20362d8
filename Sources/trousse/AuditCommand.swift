import ArgumentParser
import Diagnostics
import Foundation
import SiteGeneration

/// `trousse audit`
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract:
      "Mesure ce que chaque page coûte à charger et ce qui lui manque du RGAA, sans rien publier. / Measures what each page costs to load and misses of the RGAA; publishes nothing."
  )

  @OptionGroup var options: SiteOptions

  func validate() throws {
    guard ![.human, .json].contains(options.format) else { return }
    throw ValidationError(
      """
      trousse audit s’écrit sous deux formes, human et json ; « \(options.format.rawValue) » n’en est pas une. / \
      trousse audit has two forms, human and json; “\(options.format.rawValue)” is not one.
      """)
  }

  func run() throws {
    let report = SiteGenerator(options.generatorOptions(output: nil)).check()
    // What was found goes to standard error whatever the form: the audit is what was asked for, and all of the output.
    let console = Console(
      format: .human, isQuiet: options.quiet, language: options.lang, siteLanguage: report.siteLanguage)
    console.show(
      report.diagnostics.filter { $0.severity == .error || $0.id == .overBudget || $0.id.isOfRGAA },
      sources: report.sources)
    console.show(AuditReport(report.measures), isForPeople: options.format == .human)
    try ExitStatus(report.diagnostics).end()
  }
}
