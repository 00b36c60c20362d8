import ArgumentParser
import Diagnostics
import Foundation
import SiteBuilding

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Vérifie tout, puis construit le site. / Checks everything, then builds the site.")

  @OptionGroup var options: SiteOptions

  @Option(name: .long, help: "Le dossier où écrire le site. / The folder to write the site to.")
  var output: String?

  @Flag(
    name: .long,
    help: """
      Remplacer les fichiers du dossier que Trousse n’a pas écrits et qui gênent le site. / \
      Replace files of the folder that Trousse did not write and that are in the site’s way.
      """)
  var takeOver = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      Dire de quoi une page est faite et ce qui l’a changée, par exemple guide/charge.html. / \
      Tell what a page is made from and what changed it, for example guide/charge.html.
      """, valueName: "page"))
  var why: String?

  func validate() throws { try options.validate(output: output) }

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    // The system sends this signal if a file grows above the permitted size. If the signal is ignored, the program does
    // not end, and the write fails with an ordinary error.
    signal(SIGXFSZ, SIG_IGN)
    var generatorOptions = options.generatorOptions(output: output)
    generatorOptions.foreignFiles = takeOver ? .takeOver : .refuse
    generatorOptions.explainedPage = why
    let report = SiteGenerator(generatorOptions).build()
    let console = options.console(siteLanguage: report.siteLanguage)
    // Notes are not shown here, because they belong to the inventory that `check` shows.
    let shown = report.diagnostics.filter { $0.severity > .note || $0.id == .ignoredCache }
    console.show(shown, sources: report.sources, changes: report.changesAsJSON)
    console.summarise(report, seconds: (clock.now - start) / .seconds(1), isBuild: true)
    try ExitStatus(report.diagnostics).end()
    if let why, let inquiry = report.inquiry { try answer(why, inquiry, to: console) }
  }

  private func answer(
    _ page: String, _ inquiry: SiteGenerator.Report.Inquiry, to console: Console
  ) throws {
    switch inquiry {
    case .page(let page): console.show(page)
    case .unknown(let nearest):
      throw ValidationError(
        nearest.map {
          "« \(page) » n’est pas une page du site ; essayez « \($0) ». / “\(page)” is no page of the site; try “\($0)”."
        } ?? "« \(page) » n’est pas une page du site. / “\(page)” is no page of the site.")
    }
  }
}
