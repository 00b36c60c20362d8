import Diagnostics
import Encodings
import Files
import Mustache
import Toolbox

/// Reads the files of a theme and of the themes that it extends. If several themes have a file with the same name, the
/// file of the nearest theme is used.
struct ThemeReading {
  let name: String
  let chain: [ThemeChain.Member]
  /// The templates that the theme must have.
  let templates: [TemplateDeclaration]
  let request: LabelRequest
  var files: ThemeFiles
  var sources: [String: SourceText] = [:]
  var findings: [Diagnostic] = []
  private var byName: [String: SourceText] = [:]
  /// The templates that exist but cannot be read as text. They are not reported as missing.
  private var unreadable: Set<String> = []

  /// - Parameters:
  ///   - chain: the theme and those that it extends, nearest first.
  ///   - templates: the templates that the theme must have.
  ///   - request: the labels that the site needs.
  init(
    name: String, chain: [ThemeChain.Member], templates: [TemplateDeclaration], request: LabelRequest,
    fileSystem: FileSystem
  ) {
    self.name = name
    self.chain = chain
    self.templates = templates
    self.request = request
    files = ThemeFiles(chain: chain, fileSystem: fileSystem)
  }

  private var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The findings, on files and on their contents.
  var diagnostics: [Diagnostic] { files.diagnostics + findings }

  /// Reads the theme; nil if it cannot be used.
  ///
  /// - Parameter isKnown: whether an earlier check of the same files gave no findings.
  mutating func read(isKnown: Bool) -> Theme? {
    let declarations = chain.map(\.declaration)
    let (roles, problems) = ColorRole.all(of: declarations)
    findings += problems + ThemeNeeds(declarations).programFindings()
    guard let found = files.list("templates", where: { $0.name.hasSuffix(".mustache") }) else { return nil }
    readTemplates(found)
    let labels = readLabels()
    if !isKnown { check(labels) }
    guard let assets = files.list("assets", where: { $0.kind == .file && !$0.name.hasPrefix(".") }) else { return nil }
    files.checkApart(assets)
    let sheets = sheets(of: declarations)
    let styleSheets = readSheets(sheets, among: assets)
    let names = assets.keys.filter { name in
      !sheets.contains { $0.name == name } && !Theme.isSearchLanguage(name)
    }.sorted()
    let others = names.compactMap { name in
      assets[name].flatMap { files.bytes(of: "assets/" + name, in: $0, .download) }.map { (name: name, bytes: $0) }
    }
    let isShared = { (name: String) in Path.fileExtension(name) == "js" && name != Theme.searchScript }
    var scripts = ScriptBundle()
    for script in others where isShared(script.name) { scripts.add(script.bytes) }
    var search = ScriptBundle(of: searchLanguage(among: assets))
    guard !hasErrors, let labels, let library = compile(labels) else { return nil }
    return Theme(
      name: name, declarations: declarations, roles: roles, library: library, labels: labels, sources: sources,
      styleSheets: styleSheets, scripts: scripts,
      files: others.filter { !isShared($0.name) }.map { file in
        guard file.name == Theme.searchScript else { return file }
        search.add(file.bytes)
        return (file.name, search.bytes)
      })
  }

  /// The script with what search knows of the language of the site, or of any language; empty if the theme has neither.
  private mutating func searchLanguage(among assets: [String: ThemeFiles.Found]) -> [UInt8] {
    for language in request.fileNames + [Theme.anyLanguage] {
      let name = Theme.searchScript(for: language)
      if let found = assets[name] { return files.bytes(of: "assets/" + name, in: found, .download) ?? [] }
    }
    return []
  }

  // MARK: Templates

  private mutating func readTemplates(_ items: [String: ThemeFiles.Found]) {
    for (file, found) in items.sorted(by: { $0.key < $1.key }) {
      let path = "templates/" + file
      // Reports a broken symbolic link, or a folder of this name, which must not be reported as missing.
      guard let bytes = files.bytes(of: path, in: found) else {
        unreadable.insert(Path.stem(file))
        continue
      }
      let (source, problem) = SourceReading.check(bytes, named: found.shown + "/" + path)
      if let source { sources[source.file] = source }
      if let problem {
        findings.append(problem)
        unreadable.insert(Path.stem(file))
      } else {
        byName[Path.stem(file)] = source
      }
    }
  }

  private mutating func check(_ labels: Labels?) {
    let scanned = concurrentMap(byName.sorted { $0.key < $1.key }) { name, source in
      var scanner = TemplateScanner(source)
      let nodes = scanner.nodes()
      return (name: name, nodes: nodes, diagnostics: scanner.diagnostics)
    }
    findings += scanned.flatMap(\.diagnostics)
    let nodes = Dictionary(scanned.map { ($0.name, $0.nodes) }) { first, _ in first }
    let checkedLabels = labels.map(CheckedLabels.init)
    findings += checkedLabels?.diagnostics ?? []
    var checker = TemplateChecker(templates: nodes, files: byName.mapValues(\.file), labels: checkedLabels)
    for template in templates where !unreadable.contains(template.name) {
      if nodes[template.name] == nil {
        findings.append(.missingTemplate(template, folders: chain.map(\.shown)))
      } else if unreadable.isEmpty {
        // This check is left out if a template is unreadable, because it would also report each template that includes
        // the unreadable template.
        checker.check(template.name, scope: template.scope)
      }
    }
    if unreadable.isEmpty, let labels {
      check(labels, shown: TemplateNode.labels(in: Array(nodes.values.joined())), with: &checker)
    }
    findings += checker.diagnostics
  }

  private mutating func compile(_ labels: Labels) -> MustacheLibrary? {
    _ = TemplateEscaping.registered
    var library = MustacheLibrary()
    let compiled = concurrentMap(Array(byName), heaviestFirst: \.value.bytes.count) { name, source in
      (name, Self.compile(source, labels))
    }
    for (name, result) in compiled {
      switch result {
      case .success(let template): library.register(template, named: name)
      case .failure(let refusal): findings.append(refusal.diagnostic)
      }
    }
    return hasErrors ? nil : library
  }

  /// The reason why the library rejects a template.
  private struct Refusal: Error {
    let diagnostic: Diagnostic
  }

  private static func compile(_ source: SourceText, _ labels: Labels) -> Result<MustacheTemplate, Refusal> {
    do {
      let text = TemplateEscaping.pragma + "\n" + labels.expand(String(decoding: source.bytes, as: UTF8.self))
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
    _ sheets: [(name: String, place: SourceLocation?)], among assets: [String: ThemeFiles.Found]
  ) -> [SourceText] {
    var read: [SourceText] = []
    for sheet in sheets {
      guard let found = assets[sheet.name] else {
        findings.append(
          .missingStyleSheet(sheet.name, at: sheet.place, folders: chain.map(\.shown), known: Array(assets.keys)))
        continue
      }
      let path = "assets/" + sheet.name
      guard let bytes = files.bytes(of: path, in: found) else { continue }
      read.append(SourceText(file: found.shown + "/" + path, bytes: bytes))
    }
    return read
  }
}
