import ArgumentParser
import CMalloc
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

  /// Runs the command. The parser's own texts (help, version, usage) are written like all other output: if that fails,
  /// the exit status reports it.
  static func main() {
    StandardStream.prepare()
    returnLargeBlocks()
    do {
      var command = try parseAsRoot()
      try command.run()
      ExitStatus.leave()
    } catch {
      ExitStatus.leave(by: error)
    }
  }

  /// Makes the C library return large blocks to the system when they are freed. By default, each freed large block
  /// raises the size from which blocks are returned, and smaller ones are kept: one megabyte of text would then take a
  /// tenth more memory.
  private static func returnLargeBlocks() {
    _ = mallopt(M_MMAP_THRESHOLD, 128 * 1024)
  }

  /// The version of the program.
  static let version = ProgramVersion.current.description
}
