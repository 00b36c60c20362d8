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
    /// The outline, for a later load of the same content.
    package var outline = ContentOutline()
    /// The fingerprints of what was read; nil if there is no content.
    package internal(set) var fingerprints: ToolboxFingerprints?
  }

  let root: String
  let fileSystem: FileSystem

  /// Creates a loader for the toolbox in a folder.
  package init(root: String, fileSystem: FileSystem = .disk) {
    self.root = root
    self.fileSystem = fileSystem
  }

  /// Loads the whole content, and reports all findings in one run.
  package func load() -> Result { Engine(rules + [.disk(fileSystem)], isRecorded: false).ask(ToolboxQuery()) }

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
      .computed(TextQuery.self) { query, asker in read(query.file, asker.ask(SettingsQuery()), reading(asker)) },
      .computed(DeclarationsQuery.self) { _, asker in
        readDeclarations(asker.ask(ContentFilesQuery()).files, asker.ask(SettingsQuery()), reading(asker))
      },
      .computed(ToolboxQuery.self) { _, asker in load(asker) },
    ]
  }

  private func reading(_ asker: Asker) -> SourceReading { .content(of: root, fileSystem.asked(by: asker)) }

  private func load(_ asker: Asker) -> Result {
    let tree = asker.ask(ContentFilesQuery())
    var result = Result(toolbox: nil, sources: [:], diagnostics: tree.diagnostics)
    guard tree.hasContent else { return result }
    let settings = asker.ask(SettingsQuery())
    result.add(settings)
    let texts = tree.files.filter(\.role.isEntry)
    let (read, declared) = concurrently(
      { asker.ask(all: texts.map { TextQuery($0) }) }, { asker.ask(DeclarationsQuery()) })
    let toolbox = assemble(Array(zip(texts, read)), declared, tree.files, site: settings.site, into: &result)
    let readings = Dictionary(zip(texts, read).map { ($0.path, $1.reading) }) { first, _ in first }
    let files = tree.files.map { ContentOutline.File(path: $0.path, role: $0.role, reading: readings[$0.path] ?? nil) }
    result.outline = ContentOutline(files, inOrderOf: toolbox)
    // If the folder has another finding, that finding explains the missing entries.
    if toolbox.entries.isEmpty, tree.diagnostics.isEmpty { result.diagnostics.append(.noEntry()) }
    result.toolbox = toolbox
    result.fingerprints = ToolboxFingerprints(
      tree, settings, declared, Dictionary(zip(texts.map(\.path), read)) { first, _ in first })
    return result
  }

  func read(_ file: ContentTree.File, _ settings: SettingsQuery.Answer, _ reading: SourceReading) -> TextQuery.Answer {
    let (source, problem) = reading.read(file.path)
    guard let source, problem == nil else {
      return TextQuery.Answer(
        source: source, entry: settings.decoder.placeholder(for: file), diagnostics: problem.map { [$0] } ?? [],
        settings: settings)
    }
    let decoded = settings.decoder.decode(source, as: file.role)
    let outlined = ContentOutline.Reading(
      interface: decoded.interface[...], isPlain: decoded.diagnostics.isEmpty,
      entry: decoded.entry.map { entry in
        var writer = ByteWriter()
        entry.write(to: &writer)
        return writer.bytes[...]
      })
    return TextQuery.Answer(
      source: source, entry: decoded.entry, body: decoded.body, diagnostics: decoded.diagnostics, reading: outlined,
      settings: settings)
  }

  func readDeclarations(
    _ files: [ContentTree.File], _ settings: SettingsQuery.Answer, _ reading: SourceReading
  ) -> DeclarationsQuery.Answer {
    var read = DeclarationsQuery.Answer(settings: settings)
    for file in files {
      guard case .declaration(let kind) = file.role else { continue }
      let (source, problem) = reading.read(file.path)
      if let source { read.sources[file.path] = source }
      guard let source, problem == nil else {
        read.diagnostics += problem.map { [$0] } ?? []
        continue
      }
      read.diagnostics += read.declarations.read(source, as: kind, typography: settings.site.typography)
    }
    return read
  }

  func readSettings(_ files: [ContentTree.File], _ reading: SourceReading) -> SettingsQuery.Answer {
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

  /// Puts a toolbox together.
  ///
  /// - Parameters:
  ///   - texts: the texts with front matter.
  ///   - isInOrder: whether the entries of each kind are in their final order.
  func assemble(
    _ texts: [(file: ContentTree.File, read: TextQuery.Answer)], _ declared: DeclarationsQuery.Answer,
    _ files: [ContentTree.File], site: Site, isInOrder: Bool = false, into result: inout Result
  ) -> Toolbox {
    var collection = EntryCollection()
    let hidden = hiddenParts(texts)
    for (file, read) in texts {
      if let source = read.source { result.sources[source.file] = source }
      result.diagnostics += read.diagnostics
      if let body = read.body { result.texts[file.path] = body }
      if let entry = read.entry, !hidden.contains(Path.folder(of: file.path)) { collection.add(entry) }
    }
    result.sources.merge(declared.sources) { first, _ in first }
    result.diagnostics += declared.diagnostics
    let assets = files.filter { $0.role == .asset }.map { String($0.path.dropFirst(ToolboxFolder.content.count + 1)) }
    return collection.toolbox(
      site: site, assets: assets, declarations: declared.declarations, isInOrder: isInOrder)
  }

  /// The folders of parts whose `index.md` has `masque: oui`. The chapters of such a part are hidden too.
  private func hiddenParts(_ texts: [(file: ContentTree.File, read: TextQuery.Answer)]) -> Set<String> {
    Set(texts.filter { $0.read.entry == nil && GuideParts.opens($0.file.path) }.map { Path.folder(of: $0.file.path) })
  }
}

extension ToolboxLoader.Result {
  mutating func add(_ settings: SettingsQuery.Answer) {
    if let source = settings.source { sources[source.file] = source }
    diagnostics += settings.diagnostics
  }
}

extension Diagnostic {
  /// The finding on a content folder without entries. An empty site must never replace a published site.
  fileprivate static func noEntry() -> Diagnostic {
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
