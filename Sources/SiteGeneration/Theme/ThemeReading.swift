import Diagnostics
import Encodings
import Mustache
import Toolbox
import ToolboxLoading

/// Reads the files of a theme and of the themes that it extends. If several themes have a file with the same name, the
/// file of the nearest theme is used.
struct ThemeReading {
  /// The theme in which a file was found.
  private struct Found {
    var folder: String
    var shown: String
    var home: String
  }

  private let name: String
  private let chain: [ThemeChain.Member]
  private let fileSystem: FileSystem
  private(set) var sources: [String: SourceText] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private var byName: [String: SourceText] = [:]
  /// The templates that exist but cannot be read as text. They are not reported as missing.
  private var unreadable: Set<String> = []

  /// - Parameter chain: the theme and the themes that it extends, nearest first.
  init(name: String, chain: [ThemeChain.Member], fileSystem: FileSystem) {
    self.name = name
    self.chain = chain
    self.fileSystem = fileSystem
  }

  /// Reads the theme; nil if it cannot be used.
  ///
  /// - Parameter isKnown: whether an earlier check of the same files gave no findings.
  mutating func read(isKnown: Bool) -> Theme? {
    let declarations = chain.map(\.declaration)
    let (roles, problems) = ColorRole.all(of: declarations)
    diagnostics += problems + ThemeNeeds(declarations).programFindings()
    guard let templates = list("templates", where: { $0.name.hasSuffix(".mustache") }) else { return nil }
    readTemplates(templates)
    if !isKnown { check() }
    guard let files = list("assets", where: { $0.kind == .file && !$0.name.hasPrefix(".") }) else { return nil }
    checkApart(files)
    let sheets = sheets(of: declarations)
    let styleSheets = readSheets(sheets, among: files)
    let names = files.keys.filter { name in !sheets.contains { $0.name == name } }.sorted()
    let others = names.compactMap { name in
      files[name].flatMap { bytes(of: "assets/" + name, in: $0, .download) }.map { (name: name, bytes: $0) }
    }
    let isShared = { (name: String) in Path.fileExtension(name) == "js" && name != Theme.searchScript }
    var scripts = ScriptBundle()
    for script in others where isShared(script.name) { scripts.add(script.bytes) }
    guard diagnostics.isEmpty, let library = compile() else { return nil }
    return Theme(
      name: name, declarations: declarations, roles: roles, library: library, sources: sources,
      styleSheets: styleSheets, scripts: scripts,
      files: others.filter { !isShared($0.name) }.map { file in
        (file.name, file.name == Theme.searchScript ? ScriptBundle(of: file.bytes).bytes : file.bytes)
      })
  }

  // MARK: Templates

  private mutating func readTemplates(_ items: [String: Found]) {
    for (file, found) in items.sorted(by: { $0.key < $1.key }) {
      let path = "templates/" + file
      // This call reports a broken symbolic link, or a folder with this name. Such a template must not also be reported
      // as missing.
      guard let bytes = bytes(of: path, in: found) else {
        unreadable.insert(Path.stem(file))
        continue
      }
      let (source, problem) = SourceReading.check(bytes, named: found.shown + "/" + path)
      if let source { sources[source.file] = source }
      if let problem {
        diagnostics.append(problem)
        unreadable.insert(Path.stem(file))
      } else {
        byName[Path.stem(file)] = source
      }
    }
  }

  private mutating func check() {
    let scanned = concurrentMap(byName.sorted { $0.key < $1.key }) { name, source in
      var scanner = TemplateScanner(source)
      let nodes = scanner.nodes()
      return (name: name, nodes: nodes, diagnostics: scanner.diagnostics)
    }
    diagnostics += scanned.flatMap(\.diagnostics)
    let nodes = Dictionary(scanned.map { ($0.name, $0.nodes) }) { first, _ in first }
    var checker = TemplateChecker(templates: nodes, files: byName.mapValues(\.file))
    for name in TemplateName.allCases where !unreadable.contains(name.rawValue) {
      if nodes[name.rawValue] == nil {
        diagnostics.append(.missingTemplate(name, folders: chain.map(\.shown)))
      } else if unreadable.isEmpty {
        // This check is left out if a template is unreadable, because it would also report each template that includes
        // the unreadable template.
        checker.check(name.rawValue, scope: name.scope)
      }
    }
    diagnostics += checker.diagnostics
  }

  private mutating func compile() -> MustacheLibrary? {
    _ = TemplateEscaping.registered
    var library = MustacheLibrary()
    let compiled = concurrentMap(Array(byName), heaviestFirst: \.value.bytes.count) { name, source in
      (name, Self.compile(source))
    }
    for (name, result) in compiled {
      switch result {
      case .success(let template): library.register(template, named: name)
      case .failure(let refusal): diagnostics.append(refusal.diagnostic)
      }
    }
    return diagnostics.isEmpty ? library : nil
  }

  /// The reason why the library rejects a template.
  private struct Refusal: Error {
    let diagnostic: Diagnostic
  }

  private static func compile(_ source: SourceText) -> Result<MustacheTemplate, Refusal> {
    do {
      let text = TemplateEscaping.pragma + "\n" + String(decoding: source.bytes, as: UTF8.self)
      return .success(try MustacheTemplate(string: text))
    } catch {
      let line = (error as? MustacheTemplate.ParserError).map { $0.context.lineNumber - 1 }
      return .failure(Refusal(diagnostic: .templateDoesNotParse(source.file, line: line, error: error)))
    }
  }

  // MARK: Style sheets

  /// The names of the style sheets, with the places where they are declared. Among the themes that have a list of style
  /// sheets, the list of the nearest theme is used. If no theme has a list, there is only the default style sheet,
  /// without a place.
  private func sheets(of declarations: [ThemeDeclaration]) -> [(name: String, place: SourceLocation?)] {
    let named = declarations.lazy.compactMap(\.sheets).first ?? []
    return named.isEmpty ? [(Theme.styleSheet, nil)] : named.map { ($0.name, $0.location) }
  }

  private mutating func readSheets(
    _ sheets: [(name: String, place: SourceLocation?)], among files: [String: Found]
  ) -> [SourceText] {
    var read: [SourceText] = []
    for sheet in sheets {
      guard let found = files[sheet.name] else {
        diagnostics.append(
          .missingStyleSheet(sheet.name, at: sheet.place, folders: chain.map(\.shown), known: Array(files.keys)))
        continue
      }
      let path = "assets/" + sheet.name
      guard let bytes = bytes(of: path, in: found) else { continue }
      read.append(SourceText(file: found.shown + "/" + path, bytes: bytes))
    }
    return read
  }

  // MARK: Files

  /// Lists the items that a folder has in any of the themes. The key of the result is the name of an item. The value is
  /// the nearest theme that has the item. If the folder of one theme cannot be read, reports it and returns nil, so that
  /// its items are not reported as missing.
  private mutating func list(_ folder: String, where isWanted: (FileSystem.Item) -> Bool) -> [String: Found]? {
    var items: [String: Found] = [:]
    for link in chain {
      do throws(FileSystemError) {
        for item in try fileSystem.list(Path.join(link.folder, folder), .within(link.home)) where isWanted(item) {
          check(item.name, Path.join(Path.join(link.shown, folder), item.name))
          if items[item.name] == nil {
            items[item.name] = Found(folder: link.folder, shown: link.shown, home: link.home)
          }
        }
      } catch {
        if error.isAbsence { continue }
        diagnostics.append(.unreadableFile(link.shown + "/" + folder, error))
        return nil
      }
    }
    return items
  }

  /// Reports files whose names differ only in case, because some systems treat them as one file.
  private mutating func checkApart(_ files: [String: Found]) {
    var known: [String: String] = [:]
    for (name, found) in files.sorted(by: { $0.key < $1.key }) {
      let path = found.shown + "/assets/" + name
      if let other = known.updateValue(path, forKey: PortableName.folded(name)) {
        diagnostics.append(.duplicateName(path, other: other))
      }
    }
  }

  /// Reports a file if some systems refuse its name or its published name. The published name also contains a digest.
  private mutating func check(_ name: String, _ path: String) {
    guard let problem = PortableName.problem(of: name, adding: Digest.fingerprintLength + 1) else { return }
    diagnostics.append(.unportableName(path, problem))
  }

  private mutating func bytes(
    of path: String, in found: Found, _ limit: SizeLimit = .text
  ) -> [UInt8]? {
    do {
      return try fileSystem.read(Path.join(found.folder, path), limit, .within(found.home))
    } catch {
      diagnostics.append(.unreadableFile(found.shown + "/" + path, error))
      return nil
    }
  }
}
