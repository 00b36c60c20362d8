import Diagnostics
import MarkdownTree

/// Checks the editions of `site.yml`. An edition must choose a situation in at least one group, and at most one
/// situation per group.
struct EditionChecks {
  let toolbox: Toolbox

  func run() -> [Diagnostic] {
    clashingWords() + clashingGroups() + repeatedEditions() + toolbox.site.editions.flatMap(check)
  }

  private func check(_ edition: Site.EditionDeclaration) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if edition.id.name != Slug.make(edition.id.name) || edition.id.name.isEmpty {
      diagnostics.append(.editionName(edition.id))
    }
    if edition.choice.isEmpty { diagnostics.append(.editionWithoutChoice(edition.id)) }
    var settled: [String: Reference] = [:]
    for word in edition.choice {
      guard let group = toolbox.groups.first(where: { $0.values.contains { $0.id == word.name } }) else {
        guard toolbox.knowsSituations else { continue }
        diagnostics.append(.unknownAudience(word.name, at: word.location, known: toolbox.audienceWords))
        continue
      }
      if let other = settled[group.id] { diagnostics.append(.editionWithTwoChoices(word, other, group: group)) }
      settled[group.id] = word
    }
    return diagnostics
  }

  /// Reports words that belong to two groups, because such a word after `pour` would be ambiguous.
  private func clashingWords() -> [Diagnostic] {
    let words = Dictionary(grouping: toolbox.audienceWords) { $0 }.filter { $0.value.count > 1 }.keys
    return words.sorted().map { .ambiguousAudience($0, file: toolbox.site.file) }
  }

  /// Reports a group of `site.yml` that has the same id as the group of accompaniment types. Groups with the same id
  /// would be merged.
  private func clashingGroups() -> [Diagnostic] {
    toolbox.site.groups.contains { $0.id == AudienceGroup.accompaniment }
      ? [.reservedGroup(file: toolbox.site.file)] : []
  }

  private func repeatedEditions() -> [Diagnostic] {
    var seen: [String: SourceLocation] = [:]
    return toolbox.site.editions.compactMap { edition in
      if let first = seen[edition.id.name] { return .repeatedEdition(edition.id, first: first) }
      seen[edition.id.name] = edition.id.location
      return nil
    }
  }
}

extension DiagnosticID {
  package static let unknownAudience = DiagnosticID(
    "unknown-audience",
    title: Message(fr: "Public inconnu", en: "Unknown audience"),
    meaning: Message(
      fr: """
        Le mot qui suit `pour` n’est celui d’aucune situation déclarée : ni un type d’accompagnement, ni une valeur \
        des `groupes` de `site.yml`. Trousse ne saurait pas à qui montrer le passage.
        """,
      en: """
        The word after `pour` names no situation that is declared: neither a type of accompaniment nor a value of \
        `groupes` in `site.yml`. Trousse would not know whom to show the passage to.
        """
    ),
    remedy: Message(
      fr: """
        Corrigez le mot (Trousse propose le plus proche) ou déclarez-le dans `site.yml`. Dans un en-tête, puis dans \
        le texte :

            pour: [binome, avec-dsi]

            ::: pour binome avec-dsi
        """,
      en: """
        Correct the word (Trousse proposes the nearest one) or declare it in `site.yml`. In the front matter, then in \
        the text:

            pour: [binome, avec-dsi]

            ::: pour binome avec-dsi
        """
    )
  )

  package static let invalidEdition = DiagnosticID(
    "invalid-edition",
    title: Message(fr: "Édition mal définie", en: "Faulty edition"),
    meaning: Message(
      fr: """
        Une édition est le guide vu d’une situation : elle choisit une seule valeur dans un ou plusieurs groupes. \
        Celle-ci choisit deux valeurs d’un même groupe, une valeur qui n’existe pas, ou porte un nom déjà pris. On ne \
        saurait pas quoi y mettre.
        """,
      en: """
        An edition is the guide as seen from one situation: it chooses a single value from one or more groups. This \
        one chooses two values of one group or a value that does not exist, or bears a name that is taken. Nobody \
        could tell what goes in it.
        """
    ),
    remedy: Message(
      fr: """
        Dans `editions`, de `site.yml`, ne gardez qu’une valeur par groupe, prise parmi celles qui sont déclarées, et \
        donnez à chaque édition un nom à elle.
        """,
      en: """
        In `editions` of `site.yml`, keep only one value from each group, among those that are declared, and give \
        each edition a name of its own.
        """
    )
  )
}

extension Diagnostic {
  package static func unknownAudience(_ word: String, at location: SourceLocation, known: [String]) -> Diagnostic {
    let nearest = NearestMatch.find(word, among: known)
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .unknownAudience, at: location,
      Message(fr: "« \(word) » n’est pas une situation connue", en: "“\(word)” is not a known situation"),
      help: nearest.map { Message(fr: "écrivez « \($0) »", en: "write “\($0)”") }
        ?? Message(
          fr: list.isEmpty ? "aucune situation n’est déclarée dans site.yml" : "situations connues : \(list)",
          en: list.isEmpty ? "site.yml declares no situation" : "known situations: \(list)"))
  }

  fileprivate static func ambiguousAudience(_ word: String, file: String) -> Diagnostic {
    Diagnostic(
      .invalidEdition, at: SourceLocation(file: file),
      Message(
        fr: "« \(word) » est déclaré dans deux groupes de situations",
        en: "“\(word)” is declared in two groups of situations"),
      help: Message(fr: "renommez l’un des deux", en: "rename one of them"))
  }

  fileprivate static func reservedGroup(file: String) -> Diagnostic {
    Diagnostic(
      .invalidEdition, at: SourceLocation(file: file),
      Message(
        fr: "le groupe « accompagnement » existe déjà : ce sont les fiches du dossier « accompagnements »",
        en: "the group “accompagnement” exists already: it is the entries of the folder “accompagnements”"),
      help: Message(
        fr: "donnez un autre nom à ce groupe de « groupes: »", en: "give another name to this group of “groupes:”"))
  }

  fileprivate static func repeatedEdition(_ id: Reference, first: SourceLocation) -> Diagnostic {
    Diagnostic(
      .invalidEdition, at: id.location,
      Message(
        fr: "l’édition « \(id.name) » est déclarée deux fois", en: "the edition “\(id.name)” is declared twice"),
      help: Message(fr: "gardez-en une seule", en: "keep one of them"),
      related: [.init(first, Message(fr: "la première est ici", en: "the first one is here"))])
  }

  fileprivate static func editionName(_ id: Reference) -> Diagnostic {
    let slug = Slug.make(id.name)
    let right = slug.isEmpty ? "binome" : slug
    return Diagnostic(
      .invalidEdition, at: id.location,
      Message(
        fr: "« \(id.name) » ne peut pas servir d’adresse à une édition",
        en: "“\(id.name)” cannot be the address of an edition"),
      help: Message(fr: "écrivez « \(right) »", en: "write “\(right)”"))
  }

  fileprivate static func editionWithoutChoice(_ id: Reference) -> Diagnostic {
    Diagnostic(
      .invalidEdition, at: id.location,
      Message(
        fr: "l’édition « \(id.name) » ne choisit aucune situation",
        en: "the edition “\(id.name)” chooses no situation"),
      help: Message(
        fr: "ajoutez « choix: [\(id.name)] » sous son nom", en: "add “choix: [\(id.name)]” below its name"))
  }

  fileprivate static func editionWithTwoChoices(
    _ word: Reference, _ other: Reference, group: AudienceGroup
  ) -> Diagnostic {
    Diagnostic(
      .invalidEdition, at: word.location,
      Message(
        fr: "une édition choisit une seule situation par groupe : « \(other.name) » et « \(word.name) » sont du même",
        en: "an edition chooses one situation of a group: “\(other.name)” and “\(word.name)” are of the same one"),
      help: Message(
        fr: "gardez l’une des deux (groupe « \(group.title) »)", en: "keep one of them (group “\(group.title)”)"),
      related: [.init(other.location, Message(fr: "l’autre est ici", en: "the other one is here"))])
  }
}
