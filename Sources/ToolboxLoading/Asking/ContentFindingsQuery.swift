import Diagnostics
import Encodings
import Engine

/// The question what is to be said of the files of the content, each for itself.
package struct ContentFindingsQuery: SingleQuery {
  package static let kind = "content-findings"
  package static let keeping = Keeping<[Diagnostic]>.inMemory

  package init() {}

  package var fallback: [Diagnostic] { [] }

  package static func fingerprint(of answer: [Diagnostic]) -> Fingerprint {
    var writer = ByteWriter()
    writer.add(each: answer) { $1.write(to: &$0) }
    return Fingerprint(of: writer.bytes)
  }
}

extension ToolboxLoader {
  static func findings(_ asker: Asker) -> [Diagnostic] {
    let tree = asker.ask(ContentFilesQuery())
    guard tree.hasContent else { return tree.diagnostics }
    let outlines = asker.ask(all: tree.files.filter(\.role.isEntry).map { OutlineQuery($0) })
    let findings =
      tree.diagnostics + asker.ask(SettingsQuery()).diagnostics + outlines.flatMap(\.diagnostics)
      + asker.ask(DeclarationsQuery()).diagnostics
    // If the folder has another finding, that finding explains the missing entries.
    let isEmpty = tree.diagnostics.isEmpty && asker.ask(ToolboxQuery()).toolbox?.entries.isEmpty == true
    return findings + (isEmpty ? [.noEntry()] : [])
  }
}
