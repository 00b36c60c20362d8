import ArgumentParser
import Diagnostics
import Files
import LinkMaintenance
import SiteBuilding

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Vérifie tout sans rien publier, inventaire compris. / Checks everything, publishes nothing; shows the inventory."
  )

  @OptionGroup var options: SiteOptions

  @OptionGroup var external: ExternalOptions

  func validate() throws {
    guard external.dryRun, options.format != .human else { return }
    throw ValidationError(
      """
      --dry-run écrit un correctif sur la sortie standard : il ne va pas avec --format. / \
      --dry-run writes a patch to standard output: it does not go with --format.
      """)
  }

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    var generator = options.generatorOptions(output: nil)
    generator.recallsLinks = !external.external
    let report = SiteGenerator(generator).check()
    let console = options.console(siteLanguage: report.siteLanguage)
    if external.dryRun { StandardStream.reserveOutput() }
    if external.external, let toolbox = report.toolbox {
      let run = ExternalRun(options: options, external: external, console: console, root: generator.root)
      try run.check(toolbox, report, since: start)
    } else {
      console.show(report.diagnostics, sources: report.sources)
      console.summarise(report, seconds: (clock.now - start) / .seconds(1), isBuild: false)
      try ExitStatus(report.diagnostics).end()
    }
  }
}
