import ArgumentParser
import SiteGeneration

/// `trousse check`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Vérifie tout sans rien écrire, inventaire compris. / Checks everything, writes nothing; shows the inventory.")

  @OptionGroup var options: SiteOptions

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let report = SiteGenerator(options.generatorOptions(output: nil)).check()
    let console = options.console(siteLanguage: report.siteLanguage)
    console.show(report.diagnostics, sources: report.sources)
    console.summarise(report, seconds: (clock.now - start) / .seconds(1), isBuild: false)
    try ExitStatus(report.diagnostics).end()
  }
}
