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
    let site = loadSite(tree, into: &result)
    let decoder = EntryDecoder(
      vocabularies: site.vocabularies, typography: site.typography,
      abbreviations: Abbreviations(site.abbreviations.map { ($0.short, $0.long) }))
    let reading = SourceReading(root: root, fileSystem: fileSystem)
    let loaded = concurrentMap(tree.files.filter(\.isEntry)) { file in
      let (source, problem) = reading.read(file.path)
      guard let source, problem == nil else {
        return (source: source, entry: decoder.placeholder(for: file), diagnostics: problem.map { [$0] } ?? [])
      }
      let decoded = decoder.decode(source, as: file.role)
      return (source: source, entry: decoded.entry, diagnostics: decoded.diagnostics)
    }
    var collection = EntryCollection()
    for one in loaded {
      if let source = one.source { result.sources[source.file] = source }
      result.diagnostics += one.diagnostics
      if let entry = one.entry { collection.add(entry) }
    }
    let assets = tree.files.filter { $0.role == .asset }.map { String($0.path.dropFirst(ContentTree.folder.count + 1)) }
    let declarations = loadDeclarations(tree, site: site, into: &result)
    let toolbox = collection.toolbox(site: site, assets: assets, declarations: declarations)
    // Where something else is wrong with the folder, that is what hides the entries.
    if toolbox.entries.isEmpty, tree.diagnostics.isEmpty { result.diagnostics.append(.noEntry()) }
    result.toolbox = toolbox
    return result
  }

  private func loadDeclarations(_ tree: ContentTree, site: Site, into result: inout Result) -> Declarations {
    var declarations = Declarations()
    for file in tree.files {
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

  private func loadSite(_ tree: ContentTree, into result: inout Result) -> Site {
    let path = ContentTree.folder + "/site.yml"
    guard tree.files.contains(where: { $0.role == .configuration }) else {
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
