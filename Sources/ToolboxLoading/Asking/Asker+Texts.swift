import Diagnostics
import Engine

extension Asker {
  /// Notes that an answer depends on the front matter and the outline of every text, but not on places in files.
  package func dependOnOutlines() {
    _ = fingerprints(of: ask(ContentFilesQuery()).files.filter(\.role.isEntry).map { OutlineQuery($0) })
  }

  /// Notes that an answer has findings at places in texts. If a place in one of these files moves, the answer changes.
  package func dependOnPlaces(of findings: [Diagnostic]) {
    let places = findings.flatMap { [$0.location] + $0.related.map { Optional($0.location) } }
    let files = Set(places.compactMap { $0?.file }).sorted().compactMap { ContentTree.File($0) }
    _ = fingerprints(of: files.filter(\.role.isEntry).map { EntryQuery($0) })
  }

  /// The texts of the files of the content.
  package func contentSources() -> [SourceText] {
    let texts = ask(ContentFilesQuery()).files.filter(\.role.isEntry).map { ask(TextQuery($0)).source }
    let settings = ask(SettingsQuery()).source
    return ([settings] + texts).compactMap { $0 } + Array(ask(DeclarationsQuery()).sources.values)
  }
}
