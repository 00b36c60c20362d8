import ArgumentParser
import Diagnostics
import Files
import Foundation
import Preview
import SiteBuilding
import Synchronization

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract:
      "Montre le site dans un navigateur de cette machine et suit vos modifications ; ne publie rien. / Shows the site in a browser of this machine and follows your changes; publishes nothing."
  )

  @OptionGroup var options: SiteOptions

  @Option(name: .long, help: "Le port ; 0 : le premier libre venu. / The port; 0: any that is free.")
  var port: UInt16 = 8000

  func validate() throws {
    guard options.format != .human else { return }
    throw ValidationError(
      """
      trousse serve s’adresse à une personne : il ne va pas avec --format. / \
      trousse serve speaks to a person: it does not go with --format.
      """)
  }

  func run() throws {
    // Ctrl-C ends a preview at once, because a preview writes nothing to the disk and has no results to report.
    let interruption = Interruption([SIGINT, SIGTERM]) { Foundation.exit(ExitStatus.interrupted.rawValue) }
    let generatorOptions = options.generatorOptions(output: nil)
    let session = session(generatorOptions)
    let port = port
    let bound: UInt16
    switch Waiting({ await session.listen(on: port) }).result() {
    case .success(let port): bound = port
    case .failure(let refusal):
      options.console(siteLanguage: nil).show([refusal.finding], sources: [:])
      return try ExitStatus([refusal.finding]).end()
    }
    follow(session, port: bound)
    _ = consume interruption
  }

  /// Creates the session of the preview. The session watches the content and the themes.
  private func session(_ generatorOptions: SiteGenerator.Options) -> PreviewSession {
    let content = WatchedSource(generatorOptions.root + "/content")
    let themes = generatorOptions.themeFolders.map { WatchedSource($0) }
    let (language, environment) = (options.lang, Console.environmentLanguage() ?? .french)
    let last = Mutex<SitePreview?>(nil)
    return PreviewSession(of: [content] + themes) {
      let preview = SiteGenerator(generatorOptions).preview(after: last.withLock { $0 })
      last.withLock { $0 = preview }
      let report = preview.report
      return PreviewSession.Build(
        files: preview.files, diagnostics: report.diagnostics, sources: report.sources,
        language: language ?? report.siteLanguage.flatMap { Language(tag: $0) } ?? environment)
    }
  }

  private func follow(_ session: PreviewSession, port: UInt16) {
    let options = options
    var known: [Diagnostic]?
    session.follow(
      onProblem: { options.console(siteLanguage: nil).show([$0], sources: [:]) },
      onBuild: { build, outcome in
        let console = options.console(siteLanguage: build.language.rawValue)
        let findings = build.diagnostics.filter { $0.severity > .note }
        // A warning that the last build already showed is not shown again.
        let told = Set(known ?? [])
        if findings != known {
          console.show(findings.filter { $0.severity == .error || !told.contains($0) }, sources: build.sources)
        }
        if known == nil {
          console.showPreview(port: port)
        } else if outcome == .shown {
          console.showRebuild(seconds: build.seconds)
        }
        known = findings
        // If writing to a standard stream has failed, the preview ends, because it can no longer show its address or
        // its findings.
        if StandardStream.refused != nil { ExitStatus.leave() }
      })
  }
}
