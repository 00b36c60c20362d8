import Diagnostics
import DiskInputs
import Encodings
import Engine
import Files
import Theming
import Toolbox
import ToolboxLoading

/// The question what the theme of the site is, with the colours of the site.
struct ThemeQuery: SingleQuery {
  struct Answer: Sendable {
    /// The theme; nil if it cannot be used.
    var theme: Theme?
    /// The texts of the theme. The key is the path of the file.
    var sources: [String: SourceText] = [:]
    var diagnostics: [Diagnostic] = []
    /// The fingerprint of the settings for which the theme was read.
    var settings = Fingerprint.none
  }

  static let kind = "theme"
  static let isSettledFirst = true
  static let keeping = Keeping<Answer>.inMemory

  var fallback: Answer { Answer() }

  static func fingerprint(of answer: Answer) -> Fingerprint {
    var writer = ByteWriter()
    answer.settings.write(to: &writer)
    writer.add(each: answer.sources.sorted { $0.key < $1.key }) { writer, source in
      writer.add(source.key)
      writer.add(block: Digest.sha256Bytes(source.value.bytes))
    }
    writer.add(each: answer.theme?.assets ?? []) { $0.add("\($1.name) \($1.path)") }
    writer.add(each: answer.diagnostics) { $1.write(to: &$0) }
    return Fingerprint(of: writer.bytes)
  }
}

extension SiteGenerator {
  /// Loads the theme of a site and applies the colours of the site.
  func theme(of site: Site, settings: Fingerprint, _ fileSystem: FileSystem) -> ThemeQuery.Answer {
    let place = options.theme == nil ? site.theme?.location : nil
    let loader = ThemeLoader(root: options.root, folders: options.themeFolders, fileSystem: fileSystem)
    let loaded = loader.load(options.theme ?? site.theme?.name ?? "default", namedAt: place, for: site)
    var answer = ThemeQuery.Answer(
      theme: loaded.theme, sources: loaded.sources, diagnostics: loaded.diagnostics, settings: settings)
    answer.diagnostics += loaded.theme?.check(for: site) ?? []
    answer.theme?.paint(with: site.colors)
    return answer
  }
}
