import CompiledBody
import Diagnostics
import DiskInputs
import Encodings
import Engine
import Files
import MarkdownTree
import Toolbox

/// Loads the content folder of a toolbox into typed values.
package struct ToolboxLoader: Sendable {
  /// The result of loading.
  package struct Result: Sendable {
    /// The toolbox, or nil if there is no content. If a finding is an error, the toolbox is incomplete. It may then be
    /// checked further, but must not be published.
    package var toolbox: Toolbox?
    /// The texts of the toolbox, compiled. The key is the file of a text.
    package var texts: [String: Body] = [:]
    /// The texts that were read, for reports. The key is the path of a text.
    package var sources: [String: SourceText]
    /// The findings.
    package var diagnostics: [Diagnostic]
  }

  let root: String
  let fileSystem: FileSystem

  /// Creates a loader for the toolbox in a folder.
  package init(root: String, fileSystem: FileSystem = .disk) {
    self.root = root
    self.fileSystem = fileSystem
  }

  /// Loads the whole content, and reports all findings in one run.
  package func load() -> Result {
    let engine = Engine(rules + [.disk(fileSystem)], isRecorded: false)
    let tree = engine.ask(ContentFilesQuery())
    let toolbox = engine.ask(ToolboxQuery()).toolbox
    var result = Result(toolbox: toolbox, sources: [:], diagnostics: engine.ask(ContentFindingsQuery()))
    guard toolbox != nil else { return result }
    for source in engine.asking({ $0.contentSources() }) { result.sources[source.file] = source }
    for file in tree.files where file.role.isEntry { result.texts[file.path] = engine.ask(TextQuery(file)).body }
    return result
  }

  /// How the questions about the content are answered. They read the disk through the rule for disks.
  package var rules: [Rule] {
    [
      .computed(ContentFilesQuery.self) { _, asker in
        let tree = ContentTree(root: root, fileSystem: fileSystem.asked(by: asker))
        return ContentFilesQuery.Answer(
          files: tree.files, diagnostics: tree.diagnostics, hasContent: tree.hasContent)
      },
      .computed(SettingsQuery.self) { _, asker in
        readSettings(asker.ask(ContentFilesQuery()).files, reading(asker))
      },
      .computed(TextQuery.self) { query, asker in read(query.file, asker.ask(SettingsQuery()), asker) },
      .computed(EntryQuery.self) { query, asker in
        let text = asker.ask(TextQuery(query.file))
        return EntryQuery.Answer(entry: text.entry, diagnostics: text.diagnostics)
      },
      .computed(HeadQuery.self) { query, asker in asker.ask(EntryQuery(query.file)) },
      .computed(OutlineQuery.self) { query, asker in asker.ask(EntryQuery(query.file)) },
      .computed(DeclarationsQuery.self) { _, asker in
        readDeclarations(asker)
      },
      .computed(ToolboxQuery.self) { _, asker in Self.toolbox(asker) },
      .computed(ContentFindingsQuery.self) { _, asker in Self.findings(asker) },
    ]
  }

  private func reading(_ asker: Asker) -> SourceReading { .content(of: root, fileSystem.asked(by: asker)) }

  private func read(_ file: ContentTree.File, _ settings: SettingsQuery.Answer, _ asker: Asker) -> TextQuery.Answer {
    let (source, problem) = reading(asker).read(file.path)
    var answer = TextQuery.Answer(source: source)
    answer.settings = asker.fingerprint(of: SettingsQuery())
    guard let source, problem == nil else {
      answer.entry = settings.decoder.placeholder(for: file)
      answer.diagnostics = problem.map { [$0] } ?? []
      return answer
    }
    let decoded = settings.decoder.decode(source, as: file.role)
    (answer.entry, answer.body, answer.diagnostics) = (decoded.entry, decoded.body, decoded.diagnostics)
    return answer
  }

  private func readDeclarations(_ asker: Asker) -> DeclarationsQuery.Answer {
    let typography = asker.ask(SettingsQuery()).site.typography
    var read = DeclarationsQuery.Answer(settings: asker.fingerprint(of: SettingsQuery()))
    for file in asker.ask(ContentFilesQuery()).files {
      guard case .declaration(let kind) = file.role else { continue }
      let (source, problem) = reading(asker).read(file.path)
      if let source { read.sources[file.path] = source }
      guard let source, problem == nil else {
        read.diagnostics += problem.map { [$0] } ?? []
        continue
      }
      read.diagnostics += read.declarations.read(source, as: kind, typography: typography)
    }
    return read
  }

  private func readSettings(_ files: [ContentTree.File], _ reading: SourceReading) -> SettingsQuery.Answer {
    let path = SettingsQuery.file
    guard files.contains(where: { $0.role == .configuration }) else {
      return SettingsQuery.Answer(site: .unread(file: path), source: nil, diagnostics: [.missingConfiguration()])
    }
    let (source, problem) = reading.read(path)
    guard let source, problem == nil else {
      return SettingsQuery.Answer(
        site: .unread(file: path), source: source, diagnostics: problem.map { [$0] } ?? [])
    }
    let decoded = Site.decode(source)
    return SettingsQuery.Answer(site: decoded.site, source: source, diagnostics: decoded.diagnostics)
  }
}

extension Diagnostic {
  /// The finding on a content folder without entries. An empty site must never replace a published site.
  static func noEntry() -> Diagnostic {
    Diagnostic(
      .emptyContent, at: SourceLocation(file: ToolboxFolder.content),
      Message(
        fr: "le dossier « content » ne contient aucune fiche à publier",
        en: "the folder “content” holds no entry to publish"),
      help: Message(
        fr: "vérifiez que ses dossiers sont là, ou écrivez un premier chapitre dans « guide/ »",
        en: "make sure that its folders are there, or write a first chapter in “guide/”"))
  }
}
