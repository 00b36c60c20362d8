import ToolboxLoading
import Diagnostics
import Files
import Toolbox

/// The labels of a theme.
extension ThemeReading {
  private static let folder = "libelles"
  private static let ending = ".yml"

  /// Reads the files of labels in the language of the site. For each key the nearest source counts: the site, then each
  /// theme of the chain, and in a theme the file of the whole tag before the file of its language.
  ///
  /// - Returns: nil, with a finding, if there are no labels in this language.
  mutating func readLabels() -> Labels? {
    guard let lists = files.listEach(Self.folder, where: { $0.name.hasSuffix(Self.ending) }) else { return nil }
    var labels: [[Label]] = []
    for own in lists {
      for name in request.fileNames {
        let match = own.first { $0.key.lowercased() == name + Self.ending }
        if let match { labels.append(read(match.key, in: match.value)) }
      }
    }
    if labels.isEmpty {
      let known = Set(lists.joined().map { String($0.key.dropLast(Self.ending.count)) })
      findings.append(.missingLanguage(request.language, at: request.location, known: known.sorted()))
      return nil
    }
    return Labels([request.replaced] + labels)
  }

  private mutating func read(_ name: String, in found: ThemeFiles.Found) -> [Label] {
    let path = Self.folder + "/" + name
    guard let bytes = files.bytes(of: path, in: found) else { return [] }
    let (source, problem) = SourceReading.check(bytes, named: found.shown + "/" + path)
    if let source { sources[source.file] = source }
    if let problem { findings.append(problem) }
    guard let source, problem == nil else { return [] }
    let (labels, problems) = Label.decode(source)
    findings += problems
    return labels
  }

  /// Reports labels that the program or the site needs and no file has, and labels that nothing shows.
  ///
  /// - Parameters:
  ///   - shown: the keys that templates show.
  ///   - checker: checks the variables in labels that the program shows.
  package mutating func check(_ labels: Labels, shown: Set<String>, with checker: inout TemplateChecker) {
    let file = labels.all.first { !request.replaced.contains($0) }?.location.file ?? chain.first?.shown ?? name
    for label in ProgramLabel.all { checker.check(label, file: file) }
    let used = shown.union(ProgramLabel.all.map(\.key))
    for label in labels.all where !used.contains(label.key) {
      if request.replaced.contains(label) {
        findings.append(.unknownLabel(label, known: Array(used)))
      } else if isOwn(label) {
        findings.append(.unusedLabel(label))
      }
    }
  }

  /// Whether a label belongs to the nearest theme. Templates of that theme may replace those that show the labels of
  /// another one.
  private func isOwn(_ label: Label) -> Bool {
    chain.first.map { label.location.file.hasPrefix($0.shown + "/") } ?? false
  }
}

extension DiagnosticID {
  package static let missingLanguage = DiagnosticID(
    "missing-language",
    title: Message(fr: "Langue sans libellés", en: "Language without labels"),
    meaning: Message(
      fr: """
        Les mots que le thème écrit lui-même, comme ceux des menus, sont dans `libelles/`, un fichier par langue. Le \
        thème n’a pas de fichier pour la langue du site. Ses pages mêleraient deux langues.
        """,
      en: """
        The words that the theme itself writes, such as those of menus, are in `libelles/`, one file for each language. \
        The theme has no file for the language of the site. Its pages would mix two languages.
        """
    ),
    remedy: Message(
      fr: """
        Dans `site.yml`, prenez une langue que le message nomme. Sinon, copiez un fichier de `libelles/`, donnez-lui le \
        nom de la langue et traduisez-le :

            langue: en
        """,
      en: """
        In `site.yml`, use a language that the message names. If you need another one, copy a file of `libelles/`, \
        name it after the language and translate it:

            langue: en
        """
    )
  )

  package static let missingLabel = DiagnosticID(
    "missing-label",
    title: Message(fr: "Libellé absent", en: "Missing label"),
    meaning: Message(
      fr: """
        Un gabarit, `site.yml` ou le programme demande un libellé, c’est-à-dire un mot ou une phrase du thème. Aucun \
        fichier de libellés de cette langue ne l’a. La page aurait un vide à cet endroit.
        """,
      en: """
        A template, `site.yml` or the program asks for a label, a word or a sentence of the theme. No file of labels in \
        this language has it. The page would have a gap at this place.
        """
    ),
    remedy: Message(
      fr: """
        Corrigez le nom du libellé, ou ajoutez-le au fichier `libelles/` du thème. Le gabarit \
        `{{libelles.navigation.menu}}` demande par exemple :

            navigation:
              menu: Menu
        """,
      en: """
        Correct the name of the label, or add it to the file of the theme in `libelles/`. For example, the template \
        `{{libelles.navigation.menu}}` asks for:

            navigation:
              menu: Menu
        """
    )
  )

  package static let unusedLabel = DiagnosticID(
    "unused-label",
    title: Message(fr: "Libellé sans emploi", en: "Unused label"),
    meaning: Message(
      fr: """
        Le fichier de libellés du thème a une clé qu’aucun gabarit n’affiche. Le nom du libellé est peut-être mal écrit, \
        ici ou dans un gabarit. Les pages ne changent pas.
        """,
      en: """
        The theme’s file of labels has a key that no template shows. The name of the label may be misspelt, here or in a \
        template. The pages do not change.
        """
    ),
    remedy: Message(
      fr: """
        Retirez cette ligne, ou affichez le libellé dans un gabarit :

            <p>{{libelles.navigation.menu}}</p>
        """,
      en: """
        Remove this line, or show the label in a template:

            <p>{{libelles.navigation.menu}}</p>
        """
    )
  )
}

extension Diagnostic {
  package static func missingLabel(_ key: String, at location: SourceLocation, known: [String]) -> Diagnostic {
    let nearest = NearestMatch.find(key, among: known)
    return Diagnostic(
      .missingLabel, at: location,
      Message(fr: "le libellé « \(key) » n’existe pas", en: "there is no label “\(key)”"),
      help: nearest.map { Message(fr: "écrivez « \($0) »", en: "write “\($0)”") }
        ?? Message(
          fr: "ajoutez-le au fichier de libellés de cette langue", en: "add it to the file of labels of this language"))
  }

  fileprivate static func missingLanguage(
    _ language: String, at location: SourceLocation, known: [String]
  ) -> Diagnostic {
    let list = known.joined(separator: ", ")
    let primary = language.lowercased().prefix { $0 != "-" }
    return Diagnostic(
      .missingLanguage, at: location,
      Message(
        fr: "le thème n’a pas de libellés pour la langue « \(language) »",
        en: "the theme has no labels for the language “\(language)”"),
      help: Message(
        fr: known.isEmpty
          ? "ajoutez au thème « libelles/\(primary).yml »"
          : "prenez une langue qui en a (\(list)), ou ajoutez au thème « libelles/\(primary).yml »",
        en: known.isEmpty
          ? "add “libelles/\(primary).yml” to the theme"
          : "use a language that has labels (\(list)), or add “libelles/\(primary).yml” to the theme"))
  }

  fileprivate static func unknownLabel(_ label: Label, known: [String]) -> Diagnostic {
    let nearest = NearestMatch.find(label.key, among: known)
    return Diagnostic(
      .missingLabel, at: label.location,
      Message(
        fr: "le thème n’a pas de libellé « \(label.key) » à remplacer",
        en: "the theme has no label “\(label.key)” to replace"),
      help: nearest.map { Message(fr: "écrivez « \($0) »", en: "write “\($0)”") }
        ?? Message(
          fr: "prenez une clé du fichier « libelles » du thème, ou retirez cette ligne",
          en: "use a key of the theme’s file in “libelles”, or remove this line"))
  }

  fileprivate static func unusedLabel(_ label: Label) -> Diagnostic {
    Diagnostic(
      .unusedLabel, .warning, at: label.location,
      Message(
        fr: "aucun gabarit n’affiche le libellé « \(label.key) »", en: "no template shows the label “\(label.key)”"),
      help: Message(
        fr: "retirez-le, ou écrivez « {{libelles.\(label.key)}} » dans un gabarit",
        en: "remove it, or write “{{libelles.\(label.key)}}” in a template"))
  }
}
