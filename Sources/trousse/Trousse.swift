import ArgumentParser
import SiteGeneration
import ToolboxLoading

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

  /// Runs the command that was asked for. What the parser has to say (help, version, usage) goes the same way as all else:
  /// where it cannot be written, the status tells.
  static func main() {
    StandardStream.prepare()
    do {
      var command = try parseAsRoot()
      try command.run()
      ExitStatus.leave()
    } catch {
      ExitStatus.leave(by: error)
    }
  }

  /// The version of the program.
  static let version = ProgramVersion.current.description
}
