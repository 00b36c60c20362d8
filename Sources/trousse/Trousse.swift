import ArgumentParser
import CMalloc
import SiteGeneration
import ToolboxLoading

/// The program `trousse`, with all its commands.
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

  /// Runs the command. The parser's own texts (help, version, usage) are written like all other output. If writing them
  /// fails, the exit status reports the failure.
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

  /// Makes the C library return large blocks of memory to the system when they are freed. By default, each freed large
  /// block raises the minimum size of the blocks that are returned. The library then keeps the smaller blocks, and a
  /// text of one megabyte takes ten percent more memory.
  private static func returnLargeBlocks() {
    _ = mallopt(M_MMAP_THRESHOLD, 128 * 1024)
  }

  /// The version of the program.
  static let version = ProgramVersion.current.description
}
