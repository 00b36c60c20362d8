import Diagnostics
import MarkdownTree

/// The `:::` containers of every text: their names, their arguments, what they enclose.
struct DirectiveChecks {
  let toolbox: Toolbox

  func run() -> [Diagnostic] {
    toolbox.texts.flatMap { text in
      var diagnostics: [Diagnostic] = []
      text.body.fragments.forEachFragment { fragment in
        guard case .container(let header, let inner) = fragment else { return }
        diagnostics += check(header, enclosing: inner, in: text.file)
      }
      return diagnostics
    }
  }

  private func check(_ header: ContainerHeader, enclosing inner: [Fragment], in file: String) -> [Diagnostic] {
    let location = SourceLocation(file: file, range: header.range)
    guard let name = Directive.Name(rawValue: header.name) else { return [.unknownContainer(header, at: location)] }
    var diagnostics = header.arguments.flatMap { check($0, of: name, in: file) }
    if !name.enclosesText, !inner.isEmpty { diagnostics.append(.containerWithContent(name, at: location)) }
    if name.enclosesText, !header.arguments.contains(where: { $0.key == nil }) {
      diagnostics.append(.containerWithoutWord(name, at: location, known: toolbox.audienceWords))
    }
    return diagnostics
  }

  private func check(_ argument: ContainerHeader.Argument, of name: Directive.Name, in file: String) -> [Diagnostic] {
    let location = SourceLocation(file: file, range: argument.range)
    if let key = argument.key { return check(key, argument.value, of: name, at: location) }
    switch name {
    case .audience:
      let isKnown = toolbox.audienceWords.contains(argument.value)
      return isKnown ? [] : [.unknownAudience(argument.value, at: location, known: toolbox.audienceWords)]
    case .language: return []
    case .testimonials: return checkName(argument.value, kind: .testimonial, at: location)
    case .factors: return checkName(argument.value, kind: .factor, at: location)
    case .resources: return checkName(argument.value, kind: .resource, at: location)
    case .workload: return checkName(argument.value, kind: .accompaniment, at: location)
    case .publisher: return [.unexpectedArgument(argument.value, of: name, at: location, keys: [])]
    }
  }

  private func checkName(_ word: String, kind: EntryKind, at location: SourceLocation) -> [Diagnostic] {
    let known = toolbox.names(of: kind)
    return known.contains(word) ? [] : [.unknownEntry(word, at: location, kind: kind, known: known)]
  }

  private func check(
    _ key: String, _ value: String, of name: Directive.Name, at location: SourceLocation
  ) -> [Diagnostic] {
    let keys = Directive.Selection.keys(for: name)
    guard keys.contains(key) else { return [.unexpectedArgument("\(key)=\(value)", of: name, at: location, keys: keys)] }
    if key == "chapitre" { return checkName(value, kind: .chapter, at: location) }
    let terms = toolbox.site.vocabularies[key]?.terms.map(\.id) ?? []
    return terms.contains(value) ? [] : [.unknownTerm(value, vocabulary: key, at: location, known: terms)]
  }
}

extension Diagnostic {
  /// A word that the fixed list of `site.yml` does not have.
  public static func unknownTerm(
    _ word: String, vocabulary: String, at location: SourceLocation, known: [String]
  ) -> Diagnostic {
    let nearest = NearestMatch.find(word, among: known)
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .unknownValue, at: location,
      Message(
        fr: "« \(word) » n’est pas un mot de la liste « \(vocabulary) »",
        en: "“\(word)” is not a word of the list “\(vocabulary)”"),
      help: nearest.map { Message(fr: "écrivez « \($0) »", en: "write “\($0)”") }
        ?? Message(
          fr: list.isEmpty
            ? "déclarez-le dans site.yml, sous « vocabulaires: \(vocabulary): »"
            : "mots connus : \(list) (ils sont déclarés dans site.yml, sous « vocabulaires »)",
          en: list.isEmpty
            ? "declare it in site.yml, below “vocabulaires: \(vocabulary):”"
            : "known words: \(list) (site.yml declares them below “vocabulaires”)"))
  }

  fileprivate static func unknownContainer(_ header: ContainerHeader, at location: SourceLocation) -> Diagnostic {
    let known = Directive.Name.allCases.map(\.rawValue)
    let nearest = NearestMatch.find(header.name, among: known)
    return Diagnostic(
      .unknownContainer, at: location,
      Message(fr: "« ::: \(header.name) » n’existe pas", en: "there is no “::: \(header.name)”"),
      help: nearest.map { Message(fr: "écrivez « ::: \($0) »", en: "write “::: \($0)”") }
        ?? Message(
          fr: "blocs connus : \(known.joined(separator: ", "))", en: "known blocks: \(known.joined(separator: ", "))"))
  }

  fileprivate static func containerWithContent(_ name: Directive.Name, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .containerContent, at: location,
      Message(
        fr: "« ::: \(name.rawValue) » est rempli par Trousse : le texte qu’il contient ne serait pas publié",
        en: "“::: \(name.rawValue)” is filled by Trousse: the text in it would not be published"),
      help: Message(
        fr: "mettez ce texte avant ou après, et fermez le bloc juste après son ouverture par « ::: »",
        en: "move this text before or after it, and close the block right after its opening with “:::”"))
  }

  fileprivate static func containerWithoutWord(
    _ name: Directive.Name, at location: SourceLocation, known: [String]
  ) -> Diagnostic {
    let example = name == .language ? "en" : known.first ?? "binome"
    return Diagnostic(
      .containerArgument, at: location,
      Message(
        fr: "« ::: \(name.rawValue) » ne dit pas \(name == .language ? "quelle langue" : "pour qui")",
        en: "“::: \(name.rawValue)” does not say \(name == .language ? "which language" : "for whom")"),
      help: Message(
        fr: "écrivez par exemple « ::: \(name.rawValue) \(example) »",
        en: "write for example “::: \(name.rawValue) \(example)”"))
  }

  fileprivate static func unexpectedArgument(
    _ argument: String, of name: Directive.Name, at location: SourceLocation, keys: [String]
  ) -> Diagnostic {
    let list = keys.map { "\($0)=…" }.joined(separator: ", ")
    return Diagnostic(
      .containerArgument, at: location,
      Message(
        fr: "« ::: \(name.rawValue) » ne comprend pas « \(argument) »",
        en: "“::: \(name.rawValue)” does not understand “\(argument)”"),
      help: Message(
        fr: list.isEmpty ? "supprimez-le" : "il comprend \(list)", en: list.isEmpty ? "remove it" : "it understands \(list)"))
  }
}
