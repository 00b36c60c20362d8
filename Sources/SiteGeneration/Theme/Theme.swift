import Diagnostics
import Mustache
import ToolboxLoading

/// A theme, loaded and checked: its templates, and its own files under the names they are published with.
public struct Theme: Sendable {
  /// A file of the theme that pages load, such as the style sheet.
  struct Asset: Sendable {
    /// Its name in the theme.
    var name: String
    /// Its path in the output, which changes with its content.
    var path: String
    /// Its content.
    var bytes: [UInt8]
  }

  /// The name of the style sheet that every theme has.
  static let styleSheet = "style.css"

  let library: MustacheLibrary
  let assets: [Asset]
  /// The text of each template, for whoever looks for the place of a fault.
  let sources: [String: SourceText]

  /// Renders a template that ``TemplateName`` lists.
  func render(_ name: TemplateName, _ context: some TemplateContext) -> String {
    library.render(context, withTemplate: name.rawValue) ?? ""
  }

  /// The path of one of the theme's files in the output, or nil where the theme has no such file.
  func path(ofAsset name: String) -> String? { assets.first { $0.name == name }?.path }
}

/// Finds a theme and reads it.
public struct ThemeLoader: Sendable {
  /// What was read: no theme where it cannot be used.
  public struct Result: Sendable {
    /// The theme, or nil.
    public var theme: Theme?
    /// The templates that were read, by path.
    public var sources: [String: SourceText]
    /// What was found.
    public var diagnostics: [Diagnostic]
  }

  private let folders: [String]
  private let root: String
  private let fileSystem: FileSystem

  /// - Parameters:
  ///   - root: the folder of the toolbox; paths in messages are relative to it.
  ///   - folders: where themes are looked for, in order.
  ///   - fileSystem: the disk.
  public init(root: String, folders: [String], fileSystem: FileSystem = .disk) {
    self.root = root
    self.folders = folders
    self.fileSystem = fileSystem
  }

  /// Loads the theme of a name.
  /// - Parameter place: where the name was written, if it was.
  public func load(_ name: String, namedAt place: SourceLocation?) -> Result {
    guard isPlain(name),
      let folder = folders.map({ Path.join($0, name) }).first(where: { fileSystem.kind($0) == .folder })
    else {
      return Result(theme: nil, sources: [:], diagnostics: [.missingTheme(name, known: known(), at: place)])
    }
    var reading = ThemeReading(folder: folder, shown: shown(folder), fileSystem: fileSystem)
    let theme = reading.read()
    return Result(theme: theme, sources: reading.sources, diagnostics: reading.diagnostics)
  }

  private func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".." && !name.contains("/") && !name.contains("\0")
  }

  private func known() -> [String] {
    folders.flatMap { folder in
      (try? fileSystem.list(folder))?.filter { $0.kind == .folder && !$0.name.hasPrefix(".") }.map(\.name) ?? []
    }
  }

  private func shown(_ folder: String) -> String {
    let prefix = root.hasSuffix("/") ? root : root + "/"
    return folder.hasPrefix(prefix) ? String(folder.dropFirst(prefix.count)) : folder
  }
}

/// One theme being read.
private struct ThemeReading {
  let folder: String
  let shown: String
  let fileSystem: FileSystem
  var sources: [String: SourceText] = [:]
  var diagnostics: [Diagnostic] = []
  private var byName: [String: SourceText] = [:]

  init(folder: String, shown: String, fileSystem: FileSystem) {
    self.folder = folder
    self.shown = shown
    self.fileSystem = fileSystem
  }

  mutating func read() -> Theme? {
    readTemplates()
    check()
    let assets = readAssets()
    guard diagnostics.isEmpty, let library = compile() else { return nil }
    return Theme(library: library, assets: assets, sources: sources)
  }

  private mutating func readTemplates() {
    for item in list("templates") where item.kind == .file && item.name.hasSuffix(".mustache") {
      let path = "templates/" + item.name
      guard let bytes = bytes(of: path) else { continue }
      guard String(validating: bytes, as: UTF8.self) != nil else {
        diagnostics.append(.templateNotUTF8(shown + "/" + path))
        continue
      }
      let source = SourceText(file: shown + "/" + path, bytes: bytes)
      sources[source.file] = source
      byName[Path.stem(item.name)] = source
    }
  }

  private mutating func check() {
    var nodes: [String: [TemplateNode]] = [:]
    for (name, source) in byName.sorted(by: { $0.key < $1.key }) {
      var scanner = TemplateScanner(source)
      nodes[name] = scanner.nodes()
      diagnostics += scanner.diagnostics
    }
    var checker = TemplateChecker(templates: nodes, files: byName.mapValues(\.file))
    for name in TemplateName.allCases {
      if nodes[name.rawValue] == nil {
        diagnostics.append(.missingTemplate(name.rawValue, folder: shown))
      } else {
        checker.check(name.rawValue, scope: name.scope)
      }
    }
    diagnostics += checker.diagnostics
  }

  private mutating func readAssets() -> [Theme.Asset] {
    var assets: [Theme.Asset] = []
    for item in list("assets") where item.kind == .file && !item.name.hasPrefix(".") {
      guard let bytes = bytes(of: "assets/" + item.name) else { continue }
      let fingerprint = Digest.sha256(bytes).prefix(10)
      let ending = Path.fileExtension(item.name)
      let name = Path.stem(item.name) + ".\(fingerprint)" + (ending.isEmpty ? "" : "." + ending)
      assets.append(Theme.Asset(name: item.name, path: SitePlan.assetFolder + "/" + name, bytes: bytes))
    }
    if !assets.contains(where: { $0.name == Theme.styleSheet }) {
      diagnostics.append(.missingStyleSheet(folder: shown))
    }
    return assets
  }

  private mutating func compile() -> MustacheLibrary? {
    _ = TemplateEscaping.registered
    var library = MustacheLibrary()
    for (name, source) in byName {
      do {
        let text = TemplateEscaping.pragma + "\n" + String(decoding: source.bytes, as: UTF8.self)
        library.register(try MustacheTemplate(string: text), named: name)
      } catch {
        let line = (error as? MustacheTemplate.ParserError).map { $0.context.lineNumber - 1 }
        diagnostics.append(.templateDoesNotParse(source.file, line: line, error: error))
      }
    }
    return diagnostics.isEmpty ? library : nil
  }

  private mutating func list(_ name: String) -> [FileSystem.Item] {
    let path = Path.join(folder, name)
    guard fileSystem.kind(path) == .folder else { return [] }
    do {
      return try fileSystem.list(path)
    } catch {
      diagnostics.append(.unreadableFile(shown + "/" + name, error))
      return []
    }
  }

  private mutating func bytes(of path: String) -> [UInt8]? {
    do {
      return try fileSystem.read(Path.join(folder, path))
    } catch {
      diagnostics.append(.unreadableFile(shown + "/" + path, error))
      return nil
    }
  }
}
