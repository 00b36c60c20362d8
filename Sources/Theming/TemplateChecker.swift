import Diagnostics

/// Checks every template before rendering, because the library does not report these errors. It renders an unknown name
/// or a missing template as nothing, and crashes on a template that includes itself.
struct TemplateChecker {
  private let templates: [String: [TemplateNode]]
  private let files: [String: String]
  /// Nil if there are no labels in the language of the site, which is an error of its own.
  private let labels: CheckedLabels?
  private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []

  /// - Parameters:
  ///   - templates: the tags of each template, by name.
  ///   - files: the file of each template, by name.
  ///   - labels: the labels that the templates may show.
  init(templates: [String: [TemplateNode]], files: [String: String], labels: CheckedLabels?) {
    self.templates = templates
    self.files = files
    self.labels = labels
  }

  /// Checks a template and all templates that it includes. The scope contains the names that these templates may use.
  mutating func check(_ name: String, scope: TemplateScope) {
    guard let nodes = templates[name] else { return }
    check(nodes, in: name, scopes: [scope], path: [name])
  }

  /// Checks a label that the program shows with some variables.
  mutating func check(_ label: ProgramLabel, file: String) {
    guard let labels else { return }
    guard let nodes = labels.nodes[label.key] else {
      return report(.missingLabel(label.key, at: SourceLocation(file: file), known: Array(labels.nodes.keys)))
    }
    let scope = Dictionary(label.variables.map { ($0, TemplateShape.text) }) { first, _ in first }
    check(nodes, in: Labels.prefix + label.key, scopes: [scope], path: [])
  }

  private mutating func check(_ nodes: [TemplateNode], in name: String, scopes: [TemplateScope], path: [String]) {
    for node in nodes {
      switch node {
      case .tag(let tag):
        switch tag.kind {
        case .partial: include(tag, in: name, scopes: scopes, path: path)
        case .label: show(tag, in: name, scopes: scopes)
        case .unescaped: checkUse(of: tag, in: name, scopes: scopes, isEscaped: false)
        default: checkUse(of: tag, in: name, scopes: scopes, isEscaped: true)
        }
      case .section(let tag, let inner):
        switch tag.kind {
        case .parent:
          include(tag, in: name, scopes: scopes, path: path)
          checkBlocks(inner, of: tag, in: name)
          check(inner, in: name, scopes: scopes, path: path)
        case .block: check(inner, in: name, scopes: scopes, path: path)
        case .inverted:
          _ = resolve(tag, in: name, scopes: scopes)
          check(inner, in: name, scopes: scopes, path: path)
        default: checkSection(tag, inner, in: name, scopes: scopes, path: path)
        }
      }
    }
  }

  private mutating func checkSection(
    _ tag: TemplateTag, _ inner: [TemplateNode], in name: String, scopes: [TemplateScope], path: [String]
  ) {
    switch resolve(tag, in: name, scopes: scopes) {
    case .object(let scope), .list(let scope): check(inner, in: name, scopes: scopes + [scope], path: path)
    case .text, .html, .flag: check(inner, in: name, scopes: scopes, path: path)
    case nil: break
    }
  }

  private mutating func checkUse(of tag: TemplateTag, in name: String, scopes: [TemplateScope], isEscaped: Bool) {
    switch resolve(tag, in: name, scopes: scopes) {
    case .text where !isEscaped: report(.wrongUse(tag, right: "{{\(tag.name)}}", in: file(name)))
    case .html where isEscaped: report(.wrongUse(tag, right: "{{{\(tag.name)}}}", in: file(name)))
    case .flag, .object, .list:
      report(.wrongUse(tag, right: "{{#\(tag.name)}}…{{/\(tag.name)}}", in: file(name)))
    case .text, .html, nil: break
    }
  }

  /// The shape of a dotted name; nil, with a finding, if the name is unknown. The first part of the name is looked up
  /// in the innermost scope, then outwards. Each further part is looked up in the object that the previous part names.
  private mutating func resolve(_ tag: TemplateTag, in name: String, scopes: [TemplateScope]) -> TemplateShape? {
    let isSimple = !tag.name.isEmpty && !tag.name.utf8.contains(UInt8(ascii: "."))
    let parts = isSimple ? [tag.name] : tag.name.split(separator: ".").map(String.init)
    guard let first = parts.first else {
      report(.unknownVariable(tag, part: tag.name, known: [], in: file(name)))
      return nil
    }
    guard var shape = scopes.reversed().lazy.compactMap({ $0[first] }).first else {
      report(.unknownVariable(tag, part: first, known: scopes.flatMap(\.keys), in: file(name)))
      return nil
    }
    for part in parts.dropFirst() {
      guard case .object(let scope) = shape, let inner = scope[part] else {
        let known: [String] = if case .object(let scope) = shape { Array(scope.keys) } else { [] }
        report(.unknownVariable(tag, part: part, known: known, in: file(name)))
        return nil
      }
      shape = inner
    }
    return shape
  }

  private mutating func include(_ tag: TemplateTag, in name: String, scopes: [TemplateScope], path: [String]) {
    guard let nodes = templates[tag.name] else {
      report(.missingPartial(tag, known: Array(templates.keys), in: file(name)))
      return
    }
    guard !path.contains(tag.name) else {
      report(.templateCycle(tag, path: path + [tag.name], in: file(name)))
      return
    }
    check(nodes, in: tag.name, scopes: scopes, path: path + [tag.name])
  }

  /// Checks a label where a template shows it: it may use the names that exist there.
  private mutating func show(_ tag: TemplateTag, in name: String, scopes: [TemplateScope]) {
    guard let labels else { return }
    guard let nodes = labels.nodes[tag.name] else {
      let place = SourceLocation(file: file(name), range: tag.range)
      return report(.missingLabel(tag.name, at: place, known: Array(labels.nodes.keys)))
    }
    check(nodes, in: Labels.prefix + tag.name, scopes: scopes, path: [])
  }

  /// Reports a block that the parent does not have: it would never be shown.
  private mutating func checkBlocks(_ nodes: [TemplateNode], of parent: TemplateTag, in name: String) {
    var known: Set<String> = []
    collectBlocks(of: parent.name, visited: [], into: &known)
    for case .section(let tag, _) in nodes where tag.kind == .block && !known.contains(tag.name) {
      report(.unknownBlock(tag, parent: parent.name, known: known.sorted(), in: file(name)))
    }
  }

  private func collectBlocks(of name: String, visited: Set<String>, into known: inout Set<String>) {
    guard !visited.contains(name), let nodes = templates[name] else { return }
    var pending = nodes
    while let node = pending.popLast() {
      switch node {
      case .tag(let tag):
        if tag.kind == .partial { collectBlocks(of: tag.name, visited: visited.union([name]), into: &known) }
      case .section(let tag, let inner):
        if tag.kind == .block { known.insert(tag.name) }
        if tag.kind == .parent { collectBlocks(of: tag.name, visited: visited.union([name]), into: &known) }
        pending += inner
      }
    }
  }

  private func file(_ name: String) -> String { files[name] ?? labels?.files[name] ?? name }

  /// Reports each finding only once. A template is checked again for each template that includes it, so the same
  /// finding may occur several times.
  private mutating func report(_ diagnostic: Diagnostic) {
    if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }
}

extension DiagnosticID {
  package static let unknownVariable = DiagnosticID(
    "unknown-variable",
    title: Message(fr: "Variable inconnue", en: "Unknown variable"),
    meaning: Message(
      fr: """
        Un gabarit du thème demande une information que cette sorte de page ne fournit pas. À sa place, la page \
        serait vide, sans que rien ne le signale. C’est une faute du thème, pas du contenu.
        """,
      en: """
        A template of the theme asks for something that this kind of page does not provide. The page would be empty \
        in its place, and nothing would show it. The theme is at fault, not the content.
        """
    ),
    remedy: Message(
      fr: """
        Corrigez le nom entre les accolades (Trousse propose le plus proche) :

            <h1>{{page.title}}</h1>
        """,
      en: """
        Correct the name between the braces (Trousse proposes the nearest one):

            <h1>{{page.title}}</h1>
        """
    )
  )

  package static let templateCycle = DiagnosticID(
    "template-cycle",
    title: Message(fr: "Gabarits qui s’appellent en rond", en: "Templates that call each other"),
    meaning: Message(
      fr: """
        Un gabarit du thème s’appelle lui-même, directement ou par un autre. La page ne finirait jamais de se \
        construire. C’est une faute du thème, pas du contenu.
        """,
      en: """
        A template of the theme calls itself, directly or through another. The page would never be done. The theme is \
        at fault, not the content.
        """
    ),
    remedy: Message(
      fr: """
        Retirez l’un des appels de la boucle que le message énumère. Pour répéter un morceau, parcourez une liste :

            {{#chapters}}<li>{{title}}</li>{{/chapters}}
        """,
      en: """
        Remove one of the calls of the circle that the message lists. To repeat a part, go through a list:

            {{#chapters}}<li>{{title}}</li>{{/chapters}}
        """
    )
  )
}

extension Diagnostic {
  fileprivate static func unknownVariable(
    _ tag: TemplateTag, part: String, known: [String], in file: String
  ) -> Diagnostic {
    let nearest = NearestMatch.find(part, among: known)
    let list = Set(known).sorted().joined(separator: ", ")
    return Diagnostic(
      .unknownVariable, at: SourceLocation(file: file, range: tag.range),
      Message(
        fr: "le nom « \(part) » n’existe pas à cet endroit du gabarit",
        en: "the name “\(part)” does not exist at this place of the template"),
      help: nearest.map { Message(fr: "écrivez « \($0) »", en: "write “\($0)”") }
        ?? Message(fr: "noms possibles ici : \(list)", en: "possible names here: \(list)"))
  }

  fileprivate static func wrongUse(_ tag: TemplateTag, right: String, in file: String) -> Diagnostic {
    Diagnostic(
      .templateSyntax, at: SourceLocation(file: file, range: tag.range),
      Message(
        fr: "« \(tag.name) » ne s’emploie pas ainsi", en: "“\(tag.name)” is not used in this way"),
      help: Message(fr: "écrivez « \(right) »", en: "write “\(right)”"))
  }

  fileprivate static func missingPartial(_ tag: TemplateTag, known: [String], in file: String) -> Diagnostic {
    let nearest = NearestMatch.find(tag.name, among: known)
    return Diagnostic(
      .missingTemplate, at: SourceLocation(file: file, range: tag.range),
      Message(
        fr: "le gabarit « \(tag.name) » n’existe pas", en: "there is no template “\(tag.name)”"),
      help: nearest.map { Message(fr: "écrivez « \($0) »", en: "write “\($0)”") }
        ?? Message(
          fr: "créez « templates/\(tag.name).mustache » dans le thème",
          en: "create “templates/\(tag.name).mustache” in the theme"))
  }

  fileprivate static func unknownBlock(
    _ tag: TemplateTag, parent: String, known: [String], in file: String
  ) -> Diagnostic {
    let nearest = NearestMatch.find(tag.name, among: known)
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .unknownVariable, at: SourceLocation(file: file, range: tag.range),
      Message(
        fr: "le gabarit « \(parent) » n’a pas de bloc « \(tag.name) » : celui-ci ne serait jamais affiché",
        en: "the template “\(parent)” has no block “\(tag.name)”: this one would never be shown"),
      help: nearest.map { Message(fr: "écrivez « \($0) »", en: "write “\($0)”") }
        ?? Message(fr: "blocs possibles : \(list)", en: "possible blocks: \(list)"))
  }

  fileprivate static func templateCycle(_ tag: TemplateTag, path: [String], in file: String) -> Diagnostic {
    Diagnostic(
      .templateCycle, at: SourceLocation(file: file, range: tag.range),
      Message(
        fr: "ce gabarit finit par s’inclure lui-même : \(path.joined(separator: " → "))",
        en: "this template ends up including itself: \(path.joined(separator: " → "))"),
      help: Message(fr: "supprimez l’une de ces inclusions", en: "remove one of these inclusions"))
  }
}
