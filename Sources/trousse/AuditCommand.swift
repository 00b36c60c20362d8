import ArgumentParser
import Diagnostics
import Files
import Foundation
import SiteAudit
import SiteBuilding

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract:
      "Mesure ce que chaque page coûte à charger et ce qui lui manque du RGAA, et l’enregistre pour la page d’écoconception ; ne publie rien. / Measures what each page costs to load and misses of the RGAA, and records it for the eco-design page; publishes nothing."
  )

  @OptionGroup var options: SiteOptions

  @Flag(
    name: .customLong("no-record"),
    help: "Ne pas enregistrer les mesures. / Do not record the measures.")
  var isRecordless = false

  func validate() throws {
    guard ![.human, .json].contains(options.format) else { return }
    throw ValidationError(
      """
      trousse audit s’écrit sous deux formes, human et json ; « \(options.format.rawValue) » n’en est pas une. / \
      trousse audit has two forms, human and json; “\(options.format.rawValue)” is not one.
      """)
  }

  func run() throws {
    let generatorOptions = options.generatorOptions(output: nil)
    let generator = SiteGenerator(generatorOptions)
    var (report, record) = isRecordless ? (generator.check(), nil) : generator.audit(on: Date.now.isoDay)
    if let record, let refusal = MeasureRecordFile(root: generatorOptions.root).write(record) {
      report.diagnostics.append(refusal)
    }
    // In every format, findings go to standard error, so that standard output contains only the audit.
    if options.format != .human { StandardStream.reserveOutput() }
    let console = Console(
      format: .human, isQuiet: options.quiet, language: options.lang, siteLanguage: report.siteLanguage)
    console.show(
      report.diagnostics.filter { $0.severity == .error || $0.id == .overBudget || $0.id.isOfRGAA },
      sources: report.sources)
    console.show(AuditReport(report.measures), isForPeople: options.format == .human)
    try ExitStatus(report.diagnostics).end()
  }
}
