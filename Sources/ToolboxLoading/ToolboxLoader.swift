import CompiledBody
import Diagnostics
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
  }

  private let root: String
  private let fileSystem: FileSystem

  /// Creates a loader for the toolbox in a folder.
  package init(root: String, fileSystem: FileSystem = .disk) {
    self.root = root
    self.fileSystem = fileSystem
  }

  /// Loads the whole content, and reports all findings in one run.
  package func load() -> Result {
    let tree = ContentTree(root: root, fileSystem: fileSystem)
    var result = Result(toolbox: nil, sources: [:], diagnostics: tree.diagnostics)
    guard tree.hasContent else { return result }
    let site = loadSite(tree.files, into: &result)
    let decoder = EntryDecoder(for: site)
    let (loaded, declared) = concurrently(
      { concurrentMap(tree.files) { $0.isEntry ? read($0, decoder) : ReadFile() } },
      { readDeclarations(tree.files, site: site) })
    let toolbox = assemble(loaded, declared, tree.files, site: site, into: &result)
    let files = zip(tree.files, loaded).map { ContentOutline.File(path: $0.path, role: $0.role, reading: $1.reading) }
    result.outline = ContentOutline(files, inOrderOf: toolbox)
    // If the folder has another finding, that finding explains the missing entries.
    if toolbox.entries.isEmpty, tree.diagnostics.isEmpty { result.diagnostics.append(.noEntry()) }
    result.toolbox = toolbox
    return result
  }

  /// Loads the same content again after changes in some texts. If the digests of these texts (``TextInterface``) are
  /// unchanged, all earlier findings are still valid.
  ///
  /// - Parameters:
  ///   - outline: the outline of the last load. The caller guarantees that only the files in `changed` have changed.
  ///   - changed: the paths of the changed texts.
  ///   - texts: the paths of the entries whose text is needed. In the result, other entries may have an empty text.
  /// - Returns: the result. Nil if a change may affect a page that does not show the changed text.
  package func load(knowing outline: ContentOutline, changed: Set<String>, reading texts: Set<String>) -> Result? {
    guard changed.isSubset(of: outline.texts) else { return nil }
    var result = Result(toolbox: nil, sources: [:], diagnostics: [], outline: outline)
    let files = outline.files.map { ContentTree.File(path: $0.path, role: $0.role) }
    let site = loadSite(files, into: &result)
    let decoder = EntryDecoder(for: site)
    let (loaded, declared) = concurrently(
      {
        concurrentMap(outline.files) { file in
          changed.contains(file.path)
            ? reread(file, decoder) { $0.isPlain && $1.isPlain } : recall(file, decoder, reading: texts)
        }
      },
      { readDeclarations(files, site: site) })
    let known = loaded.compactMap { $0 }
    guard known.count == loaded.count else { return nil }
    result.toolbox = assemble(known, declared, files, site: site, isInOrder: true, into: &result)
    return result
  }

  /// Returns the result for a file that is not in the list of changed files. Decodes the result from the outline, or
  /// reads the file again if the outline does not contain enough. Nil if the outline is damaged, or if the digest in
  /// the outline is not the current digest of the file.
  private func recall(
    _ file: ContentOutline.File, _ decoder: EntryDecoder, reading texts: Set<String>
  ) -> ReadFile? {
    guard case .entry(let kind) = file.role, let reading = file.reading, !texts.contains(file.path) else {
      return file.role.isEntry ? reread(file, decoder) { _, _ in true } : ReadFile()
    }
    if reading.isHidden { return ReadFile() }
    guard let head = reading.head else { return reread(file, decoder) { _, _ in true } }
    return (try? EntryHead.decode(head, kind, file: file.path)).map { ReadFile(entry: $0) }
  }

  /// The result of reading a text with front matter. For any other file, the result has no content.
  private struct ReadFile {
    var source: SourceText?
    var entry: LoadedEntry?
    var body: Body?
    var diagnostics: [Diagnostic] = []
    var reading: ContentOutline.Reading?
  }

  private func read(_ file: ContentTree.File, _ decoder: EntryDecoder) -> ReadFile {
    let (source, problem) = SourceReading.content(of: root, fileSystem).read(file.path)
    guard let source, problem == nil else {
      return ReadFile(
        source: source, entry: decoder.placeholder(for: file), diagnostics: problem.map { [$0] } ?? [])
    }
    let decoded = decoder.decode(source, as: file.role)
    let reading = ContentOutline.Reading(
      interface: decoded.interface[...], isPlain: decoded.diagnostics.isEmpty,
      head: decoded.entry.flatMap { EntryHead.encode($0) }.map { $0[...] }, isHidden: decoded.entry == nil)
    return ReadFile(
      source: source, entry: decoded.entry, body: decoded.body, diagnostics: decoded.diagnostics, reading: reading)
  }

  /// Reads a text again. Nil if the digest of the text has changed, or if `isAcceptable` refuses the new result.
  private func reread(
    _ file: ContentOutline.File, _ decoder: EntryDecoder,
    _ isAcceptable: (_ former: ContentOutline.Reading, _ new: ContentOutline.Reading) -> Bool
  ) -> ReadFile? {
    let new = read(ContentTree.File(path: file.path, role: file.role), decoder)
    guard let former = file.reading, let reading = new.reading, reading.interface == former.interface,
      isAcceptable(former, reading)
    else { return nil }
    return new
  }

  private struct ReadDeclarations {
    var declarations = Declarations()
    var sources: [String: SourceText] = [:]
    var diagnostics: [Diagnostic] = []
  }

  private func readDeclarations(_ files: [ContentTree.File], site: Site) -> ReadDeclarations {
    var read = ReadDeclarations()
    for file in files {
      guard case .declaration(let kind) = file.role else { continue }
      let (source, problem) = SourceReading.content(of: root, fileSystem).read(file.path)
      if let source { read.sources[file.path] = source }
      guard let source, problem == nil else {
        read.diagnostics += problem.map { [$0] } ?? []
        continue
      }
      read.diagnostics += read.declarations.read(source, as: kind, typography: site.typography)
    }
    return read
  }

  private func assemble(
    _ loaded: [ReadFile], _ declared: ReadDeclarations, _ files: [ContentTree.File], site: Site,
    isInOrder: Bool = false,
    into result: inout Result
  ) -> Toolbox {
    var collection = EntryCollection()
    let hidden = hiddenParts(loaded, files)
    for (one, file) in zip(loaded, files) {
      if let source = one.source { result.sources[source.file] = source }
      result.diagnostics += one.diagnostics
      if let body = one.body { result.texts[file.path] = body }
      if let entry = one.entry, !hidden.contains(Path.folder(of: file.path)) { collection.add(entry) }
    }
    result.sources.merge(declared.sources) { first, _ in first }
    result.diagnostics += declared.diagnostics
    let assets = files.filter { $0.role == .asset }.map { String($0.path.dropFirst(ToolboxFolder.content.count + 1)) }
    return collection.toolbox(
      site: site, assets: assets, declarations: declared.declarations, isInOrder: isInOrder)
  }

  /// The folders of parts whose `index.md` has `masque: oui`. The chapters of such a part are hidden too.
  private func hiddenParts(_ loaded: [ReadFile], _ files: [ContentTree.File]) -> Set<String> {
    Set(
      zip(loaded, files).filter { $0.entry == nil && GuideParts.opens($1.path) }.map { Path.folder(of: $1.path) })
  }

  private func loadSite(_ files: [ContentTree.File], into result: inout Result) -> Site {
    let path = ToolboxFolder.content + "/site.yml"
    guard files.contains(where: { $0.role == .configuration }) else {
      result.diagnostics.append(.missingConfiguration())
      return Site.unread(file: path)
    }
    let (source, problem) = SourceReading.content(of: root, fileSystem).read(path)
    if let source { result.sources[path] = source }
    guard let source, problem == nil else {
      result.diagnostics += problem.map { [$0] } ?? []
      return Site.unread(file: path)
    }
    let decoded = Site.decode(source)
    result.diagnostics += decoded.diagnostics
    return decoded.site
  }
}

extension EntryDecoder {
  fileprivate init(for site: Site) {
    self.init(
      vocabularies: site.vocabularies, typography: site.typography,
      abbreviations: Abbreviations(site.abbreviations.map { ($0.short, $0.long) }))
  }
}

/// The loaded entries, in the order of loading.
private struct EntryCollection {
  private var home: Home?
  private var introductions: [EntryKind: Page] = [:]
  private var entries: [any Entry] = []

  mutating func add(_ entry: LoadedEntry) {
    switch entry {
    case .home(let one): home = one
    case .introduction(let kind, let one): introductions[kind] = one
    case .entry(let one): entries.append(one)
    }
  }

  /// - Parameter isInOrder: whether the entries of each kind were loaded in their final order.
  func toolbox(site: Site, assets: [String], declarations: Declarations, isInOrder: Bool) -> Toolbox {
    Toolbox(
      site: site, home: home, introductions: introductions, entries: entries, isInOrder: isInOrder, assets: assets,
      declarations: declarations)
  }
}

extension ContentTree.File {
  /// Whether the file is a text with front matter.
  fileprivate var isEntry: Bool { role.isEntry }
}

extension ContentTree.Role {
  fileprivate var isEntry: Bool {
    switch self {
    case .home, .introduction, .entry: true
    case .configuration, .asset, .declaration: false
    }
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
