import ArgumentParser
import CMalloc
import Files
import Theming

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

  /// Runs the command. The texts of the argument parser (help, version, usage) are written like all other output. If
  /// this write fails, the exit status reports the failure.
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

  /// Makes the C library return each freed block of at least 128 KiB to the system. By default, the library raises this
  /// size each time a large block is freed. The library then keeps the smaller blocks, and a text of one megabyte takes
  /// ten percent more memory.
  private static func returnLargeBlocks() {
    _ = mallopt(M_MMAP_THRESHOLD, 128 * 1024)
  }

  /// The version of the program.
  static let version = ProgramVersion.current.description
}
