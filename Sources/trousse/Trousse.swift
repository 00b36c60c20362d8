import ArgumentParser
import SiteGeneration

/// The command line.
@main
struct Trousse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trousse",
    abstract: "Construit le site d’une boîte à outils méthodologique. / Builds the site of a methodological toolbox.",
    version: version,
    subcommands: [
      BuildCommand.self, ServeCommand.self, CheckCommand.self, AuditCommand.self, PDFCommand.self, RenderCommand.self,
      ExplainCommand.self,
    ],
    defaultSubcommand: nil
  )

  /// The version of the program.
  static let version = ProgramVersion.current.description
}
