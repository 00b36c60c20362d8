import ArgumentParser
import Diagnostics
import SiteGeneration

/// `trousse build`
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Vérifie tout, puis construit le site. / Checks everything, then builds the site.")

  @OptionGroup var options: SiteOptions

  @Option(name: .long, help: "Le dossier où écrire le site. / The folder to write the site to.")
  var output: String?

  func validate() throws { try options.validate(output: output) }

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let report = SiteGenerator(options.generatorOptions(output: output)).build()
    let console = options.console(siteLanguage: report.siteLanguage)
    // Notes are the inventory's, which `check` shows.
    let shown = report.diagnostics.filter { $0.severity > .note || $0.id == .ignoredCache }
    console.show(shown, sources: report.sources)
    console.summarise(report, seconds: (clock.now - start) / .seconds(1), isBuild: true)
    try ExitStatus(report.diagnostics).end()
  }
}
