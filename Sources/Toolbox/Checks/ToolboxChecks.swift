import Diagnostics
import MarkdownTree

extension Toolbox {
  /// Everything that can be said about a toolbox before a page is planned: references in both directions, audiences,
  /// editions, containers, figures. Links in the text are `LinkValidation`'s.
  public func check() -> [Diagnostic] {
    EditionChecks(toolbox: self).run() + EntryChecks(toolbox: self).run() + DirectiveChecks(toolbox: self).run()
      + UsageChecks(toolbox: self).run()
  }

  /// Every text that an editor wrote: its file and its compiled body.
  public var texts: [(file: String, body: Body)] {
    let home = home.map { [(file: $0.file, body: $0.body)] } ?? []
    let introductions = EntryKind.allCases.compactMap { self.introductions[$0] }.map { (file: $0.core.file, body: $0.body) }
    return home + introductions + entries.map { (file: $0.core.file, body: $0.body) }
  }

  /// Every word that `pour` may name.
  public var audienceWords: [String] { groups.flatMap { $0.values.map(\.id) } }
}
