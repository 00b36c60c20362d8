import Diagnostics
import Engine
import PageRendering
import SitePlanning
import Synchronization
import Toolbox

/// The sources of the pages of a build, and of other files whose sources are known.
struct SiteSources: Sendable {
  /// The content files on which all pages depend.
  let shared: Set<String>
  /// The name of the theme.
  let theme: String
  /// The paths of the files whose sources are known.
  let paths: [String]
  private let sources: @Sendable (String) -> PageSources?

  /// The sources of the pages of this build.
  init(_ engine: Engine, _ generator: SiteGenerator) {
    let material = engine.asking { $0.value(MaterialTopic.self) }
    shared = material?.sharedFiles ?? []
    theme = material?.theme.name ?? ""
    let files = engine.asking { generator.files($0).files }
    let byPath = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    paths = files.filter { $0.sources != nil || $0.isPlanned }.map(\.path)
    sources = { path in
      guard let file = byPath[path] else { return nil }
      guard case .page(let key) = file.content else { return file.sources }
      return engine.asking { $0.ask(PageNotesQuery(key)) }?.sources
    }
  }

  /// The sources of the pages of the last build.
  init(before engine: Engine, shared: Set<String>) {
    self.shared = shared
    theme = ""
    paths = []
    let present = engine.asking { $0.value(MaterialTopic.self)?.plan.pages } ?? []
    let keys = Dictionary(present.map { ($0.path, $0.key) }) { first, _ in first }
    let all = Mutex<[String: PageSources]?>(nil)
    sources = { path in
      if let known = keys[path].flatMap({ engine.formerAnswer(to: PageNotesQuery($0)) ?? nil }), known.path == path {
        return known.sources
      }
      // The page has another key, or is gone. Only the notes of all pages tell which one had this path.
      return all.withLock { all in
        let known = all ?? Self.formerSources(engine)
        all = known
        return known[path]
      }
    }
  }

  private static func formerSources(_ engine: Engine) -> [String: PageSources] {
    let notes = engine.formerQuestions(of: PageNotesQuery.self).compactMap { engine.formerAnswer(to: $0) ?? nil }
    return Dictionary(notes.map { ($0.path, $0.sources) }) { first, _ in first }
  }

  /// The sources of the file at a path; nil if they are not known.
  subscript(path: String) -> PageSources? { sources(path) }
}

extension OutputFile {
  /// Whether the file is a page of the plan.
  fileprivate var isPlanned: Bool { if case .page = content { true } else { false } }
}
