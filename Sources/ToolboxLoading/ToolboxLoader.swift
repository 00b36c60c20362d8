import Diagnostics
import MarkdownTree
import Toolbox

/// Reads the content folder of a toolbox into typed values.
public struct ToolboxLoader: Sendable {
  /// What was read.
  public struct Result: Sendable {
    /// The toolbox, or nil where there is no content to speak of. Where findings are errors it is incomplete: good for
    /// further checks, not for publishing.
    public var toolbox: Toolbox?
    /// The texts that were read, by path, for whoever shows findings.
    public var sources: [String: SourceText]
    /// What was found.
    public var diagnostics: [Diagnostic]
    /// What it takes to load the same content again.
    public var outline = ContentOutline()
  }

  private let root: String
  private let fileSystem: FileSystem

  /// Prepares to read the toolbox of a folder.
  public init(root: String, fileSystem: FileSystem = .disk) {
    self.root = root
    self.fileSystem = fileSystem
  }

  /// Reads everything, and reports everything that is wrong in one run.
  public func load() -> Result {
    let tree = ContentTree(root: root, fileSystem: fileSystem)
    var result = Result(toolbox: nil, sources: [:], diagnostics: tree.diagnostics)
    guard tree.hasContent else { return result }
    let site = loadSite(tree.files, into: &result)
    let decoder = EntryDecoder(for: site)
    let loaded = concurrentMap(tree.files) { $0.isEntry ? read($0, decoder) : ReadFile() }
    let toolbox = assemble(loaded, tree.files, site: site, into: &result)
    let files = zip(tree.files, loaded).map { ContentOutline.File(path: $0.path, role: $0.role, reading: $1.reading) }
    result.outline = ContentOutline(files, inOrderOf: toolbox)
    // Where something else is wrong with the folder, that is what hides the entries.
    if toolbox.entries.isEmpty, tree.diagnostics.isEmpty { result.diagnostics.append(.noEntry()) }
    result.toolbox = toolbox
    return result
  }

  /// Reads the same content again where no more than some texts changed, and what those say to others did not: then all
  /// that was found before holds still.
  ///
  /// - Parameters:
  ///   - outline: what the last load made of it. Whoever asks knows that no other file changed.
  ///   - changed: the paths of the texts that changed.
  ///   - texts: those whose text is needed. The entries of all others may have none.
  /// - Returns: nil where a change concerns more than the pages that show the text.
  public func load(knowing outline: ContentOutline, changed: Set<String>, reading texts: Set<String>) -> Result? {
    guard changed.isSubset(of: outline.texts) else { return nil }
    var result = Result(toolbox: nil, sources: [:], diagnostics: [], outline: outline)
    let files = outline.files.map { ContentTree.File(path: $0.path, role: $0.role) }
    let site = loadSite(files, into: &result)
    let decoder = EntryDecoder(for: site)
    let loaded = concurrentMap(Array(zip(files, outline.files))) { file, known -> ReadFile? in
      guard file.isEntry else { return ReadFile() }
      guard let reading = known.reading else { return nil }
      if changed.contains(file.path) { return reread(file, reading, decoder) { reading.isPlain && $0.isPlain } }
      if reading.isHidden { return ReadFile() }
      guard !texts.contains(file.path), let head = reading.head, case .entry(let kind) = file.role else {
        return reread(file, reading, decoder) { _ in true }
      }
      return (try? EntryHead.decode(head, kind, file: file.path)).map { ReadFile(entry: $0) }
    }
    let known = loaded.compactMap { $0 }
    guard known.count == loaded.count else { return nil }
    result.toolbox = assemble(known, files, site: site, isInOrder: true, into: &result)
    return result
  }

  /// A text with front matter, and what came of reading it; nothing for another file.
  private struct ReadFile {
    var source: SourceText?
    var entry: LoadedEntry?
    var diagnostics: [Diagnostic] = []
    var reading: ContentOutline.Reading?
  }

  private func read(_ file: ContentTree.File, _ decoder: EntryDecoder) -> ReadFile {
    let (source, problem) = SourceReading(root: root, fileSystem: fileSystem).read(file.path)
    guard let source, problem == nil else {
      return ReadFile(
        source: source, entry: decoder.placeholder(for: file), diagnostics: problem.map { [$0] } ?? [])
    }
    let decoded = decoder.decode(source, as: file.role)
    let reading = ContentOutline.Reading(
      mark: decoded.mark[...], isPlain: decoded.diagnostics.isEmpty,
      head: decoded.entry.flatMap { EntryHead.encode($0) }.map { $0[...] }, isHidden: decoded.entry == nil)
    return ReadFile(source: source, entry: decoded.entry, diagnostics: decoded.diagnostics, reading: reading)
  }

  /// A text that was read before; nil where it is not what it was to others.
  private func reread(
    _ file: ContentTree.File, _ known: ContentOutline.Reading, _ decoder: EntryDecoder,
    _ isAcceptable: (ContentOutline.Reading) -> Bool
  ) -> ReadFile? {
    let file = read(file, decoder)
    guard let reading = file.reading, reading.mark == known.mark, isAcceptable(reading) else { return nil }
    return file
  }

  private func assemble(
    _ loaded: [ReadFile], _ files: [ContentTree.File], site: Site, isInOrder: Bool = false, into result: inout Result
  ) -> Toolbox {
    var collection = EntryCollection()
    for one in loaded {
      if let source = one.source { result.sources[source.file] = source }
      result.diagnostics += one.diagnostics
      if let entry = one.entry { collection.add(entry) }
    }
    let assets = files.filter { $0.role == .asset }.map { String($0.path.dropFirst(ContentTree.folder.count + 1)) }
    let declarations = loadDeclarations(files, site: site, into: &result)
    return isInOrder
      ? collection.toolboxInOrder(site: site, assets: assets, declarations: declarations)
      : collection.toolbox(site: site, assets: assets, declarations: declarations)
  }

  private func loadDeclarations(
    _ files: [ContentTree.File], site: Site, into result: inout Result
  ) -> Declarations {
    var declarations = Declarations()
    for file in files {
      guard case .declaration(let kind) = file.role else { continue }
      let (source, problem) = SourceReading(root: root, fileSystem: fileSystem).read(file.path)
      if let source { result.sources[file.path] = source }
      guard let source, problem == nil else {
        result.diagnostics += problem.map { [$0] } ?? []
        continue
      }
      result.diagnostics += declarations.read(source, as: kind, typography: site.typography)
    }
    return declarations
  }

  private func loadSite(_ files: [ContentTree.File], into result: inout Result) -> Site {
    let path = ContentTree.folder + "/site.yml"
    guard files.contains(where: { $0.role == .configuration }) else {
      result.diagnostics.append(.missingConfiguration())
      return Site.unread(file: path)
    }
    let (source, problem) = SourceReading(root: root, fileSystem: fileSystem).read(path)
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

/// Entries by kind, as they come.
private struct EntryCollection {
  private var home: Home?
  private var introductions: [EntryKind: Page] = [:]
  private var chapters: [Chapter] = []
  private var testimonials: [Testimonial] = []
  private var factors: [SuccessFactor] = []
  private var resources: [Resource] = []
  private var accompaniments: [AccompanimentType] = []
  private var pages: [Page] = []

  mutating func add(_ entry: LoadedEntry) {
    switch entry {
    case .home(let one): home = one
    case .introduction(let kind, let one): introductions[kind] = one
    case .chapter(let one): chapters.append(one)
    case .testimonial(let one): testimonials.append(one)
    case .factor(let one): factors.append(one)
    case .resource(let one): resources.append(one)
    case .accompaniment(let one): accompaniments.append(one)
    case .page(let one): pages.append(one)
    }
  }

  func toolbox(site: Site, assets: [String], declarations: Declarations) -> Toolbox {
    Toolbox(
      site: site, home: home, introductions: introductions, chapters: chapters, testimonials: testimonials,
      factors: factors, resources: resources, accompaniments: accompaniments, pages: pages, assets: assets,
      declarations: declarations)
  }

  /// The same of entries that came in order.
  func toolboxInOrder(site: Site, assets: [String], declarations: Declarations) -> Toolbox {
    Toolbox(
      site: site, home: home, introductions: introductions, inOrder: chapters, testimonials, factors, resources,
      accompaniments, pages, assets: assets, declarations: declarations)
  }
}

extension ContentTree.File {
  /// Whether the file is a text with front matter.
  fileprivate var isEntry: Bool {
    switch role {
    case .home, .introduction, .entry: true
    case .configuration, .asset, .declaration: false
    }
  }
}

extension Diagnostic {
  /// A folder that got lost must never replace a good site by an empty one.
  fileprivate static func noEntry() -> Diagnostic {
    Diagnostic(
      .emptyContent, at: SourceLocation(file: ContentTree.folder),
      Message(
        fr: "le dossier « content » ne contient aucune fiche à publier",
        en: "the folder “content” holds no entry to publish"),
      help: Message(
        fr: "vérifiez que ses dossiers sont là, ou écrivez un premier chapitre dans « guide/ »",
        en: "make sure that its folders are there, or write a first chapter in “guide/”"))
  }
}
