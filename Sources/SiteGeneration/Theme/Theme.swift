import Diagnostics
import Foundation
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

    init(name: String, bytes: [UInt8]) {
      let fingerprint = Digest.sha256(bytes).prefix(10)
      let ending = Path.fileExtension(name)
      self.name = name
      self.bytes = bytes
      path = SitePlan.assetFolder + "/" + Path.stem(name) + ".\(fingerprint)" + (ending.isEmpty ? "" : "." + ending)
    }
  }

  /// The name of the style sheet that every theme has.
  static let styleSheet = "style.css"
  /// The name of the one script that pages load: all of the theme's.
  static let script = "script.js"
  /// The name of the script that searches; a theme without it has no search.
  static let searchScript = "recherche.js"

  let library: MustacheLibrary
  let assets: [Asset]
  /// Whether its pages search.
  let searches: Bool
  /// The text of each template, for whoever looks for the place of a fault.
  let sources: [String: SourceText]

  /// Renders a template that ``TemplateName`` lists.
  func render(_ name: TemplateName, _ context: some TemplateContext) -> String {
    library.render(context, withTemplate: name.rawValue) ?? ""
  }

  /// Its style sheets, under the names that they have in its folder.
  var styleSheets: [SourceText] {
    let template = sources.values.first?.file ?? ""
    let folder = template.firstRange(of: "/templates/").map { template[..<$0.lowerBound] + "/assets/" } ?? ""
    return assets.filter { $0.name.hasSuffix(".css") }.map { asset in
      SourceText(file: folder + asset.name, bytes: asset.bytes)
    }
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
      // What cannot be looked into may hold the theme: it is not called missing.
      let refused = folders.compactMap { refusal(of: $0) }
      let found = refused.isEmpty ? [.missingTheme(name, known: known(), at: place)] : refused
      return Result(theme: nil, sources: [:], diagnostics: found)
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

  private func refusal(of folder: String) -> Diagnostic? {
    do throws(FileSystemError) {
      _ = try fileSystem.list(folder)
      return nil
    } catch {
      return error.isAbsence ? nil : .unreadableFile(shown(folder), error)
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
  /// The templates that are there and cannot be read as text. They are not missing.
  private var unreadable: Set<String> = []

  init(folder: String, shown: String, fileSystem: FileSystem) {
    self.folder = folder
    self.shown = shown
    self.fileSystem = fileSystem
  }

  mutating func read() -> Theme? {
    guard let templates = list("templates") else { return nil }
    readTemplates(templates)
    check()
    guard let files = list("assets") else { return nil }
    let assets = readAssets(files)
    guard diagnostics.isEmpty, let library = compile() else { return nil }
    let searches = files.contains { $0.name == Theme.searchScript }
    return Theme(library: library, assets: assets, searches: searches, sources: sources)
  }

  private mutating func readTemplates(_ items: [FileSystem.Item]) {
    for item in items where item.name.hasSuffix(".mustache") {
      let path = "templates/" + item.name
      // A link that leads nowhere, or a folder of this name, is refused here and not called missing.
      guard let bytes = bytes(of: path) else {
        unreadable.insert(Path.stem(item.name))
        continue
      }
      let (source, problem) = SourceReading.check(bytes, named: shown + "/" + path)
      if let source { sources[source.file] = source }
      if let problem {
        diagnostics.append(problem)
        unreadable.insert(Path.stem(item.name))
      } else {
        byName[Path.stem(item.name)] = source
      }
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
    for name in TemplateName.allCases where !unreadable.contains(name.rawValue) {
      if nodes[name.rawValue] == nil {
        diagnostics.append(.missingTemplate(name.rawValue, folder: shown))
      } else if unreadable.isEmpty {
        // What a template takes from one that cannot be read would be called missing too.
        checker.check(name.rawValue, scope: name.scope)
      }
    }
    diagnostics += checker.diagnostics
  }

  private mutating func readAssets(_ items: [FileSystem.Item]) -> [Theme.Asset] {
    var assets: [Theme.Asset] = []
    var scripts = ScriptBundle()
    for item in items where item.kind == .file && !item.name.hasPrefix(".") {
      guard let bytes = bytes(of: "assets/" + item.name) else { continue }
      if Path.fileExtension(item.name) == "js" {
        scripts.add(bytes)
      } else {
        assets.append(Theme.Asset(name: item.name, bytes: bytes))
      }
    }
    if !scripts.bytes.isEmpty { assets.append(Theme.Asset(name: Theme.script, bytes: scripts.bytes)) }
    if !items.contains(where: { $0.name == Theme.styleSheet && $0.kind == .file }) {
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

  /// The items of a folder of the theme, none where there is no such folder; nil, with a finding, where the machine does
  /// not let it be read: what is in it cannot be called missing.
  private mutating func list(_ name: String) -> [FileSystem.Item]? {
    do throws(FileSystemError) {
      return try fileSystem.list(Path.join(folder, name))
    } catch {
      if error.isAbsence { return [] }
      diagnostics.append(.unreadableFile(shown + "/" + name, error))
      return nil
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

extension FileSystemError {
  /// Whether there is nothing to read, and not something that the machine refuses.
  fileprivate var isAbsence: Bool { code == ENOENT || code == ENOTDIR }
}
