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
    if let report = external.report { try validate(report: report) }
    guard external.dryRun, options.format != .human else { return }
    throw ValidationError(
      """
      --dry-run écrit un correctif sur la sortie standard : il ne va pas avec --format. / \
      --dry-run writes a patch to standard output: it does not go with --format.
      """)
  }

  /// Refuses a file for the report that a person may have written. A report replaces a report.
  private func validate(report: String) throws {
    try options.validate(written: report, by: "--report")
    let place = options.absolute(report)
    guard FileSystem.disk.kind(place) != nil, !Self.isPage(place) else { return }
    throw ValidationError(
      """
      --report ne remplace qu’une page HTML ; « \(report) » est autre chose. Nommez un nouveau fichier. / \
      --report replaces an HTML page only; “\(report)” is something else. Name a new file.
      """)
  }

  /// Whether a file is an HTML page, or empty.
  private static func isPage(_ place: String) -> Bool {
    guard let bytes = try? FileSystem.disk.read(place, .made, .all) else { return false }
    let start = "<!doctype html>"
    return bytes.isEmpty || String(decoding: bytes.prefix(start.utf8.count), as: UTF8.self).lowercased() == start
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
