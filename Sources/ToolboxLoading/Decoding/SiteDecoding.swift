import Diagnostics
import Toolbox
import YAML

extension Site {
  /// Decodes `site.yml`. Returns a site even after errors, so that the entries can be checked in the same run.
  package static func decode(_ source: SourceText) -> (site: Site, diagnostics: [Diagnostic]) {
    var reader = YAMLReader(source: source, lines: 1..<(source.lineCount + 1))
    let (value, problems) = reader.read()
    var fields = FieldReader(value, source: source)
    if value == nil { return (Site(&fields, file: source.file), problems) }
    var site = Site(&fields, file: source.file)
    let findings = fields.finish()
    site.unclearKeys.formUnion(fields.misspeltKeys)
    if site.unclearKeys.contains("vocabulaires") { site.vocabularies = [:] }
    return (site, problems + findings)
  }

  /// An empty site, for a missing or unreadable `site.yml`.
  package static func unread(file: String) -> Site {
    var fields = FieldReader(nil, source: SourceText(file: file, text: ""))
    return Site(&fields, file: file)
  }

  private init(_ fields: inout FieldReader, file: String) {
    let language = fields.language("langue") ?? "fr"
    let usesTypography = fields.flag("typographie") ?? true
    fields.typography = Self.typography(language: language, isWanted: usesTypography)
    var unclear: Set<String> = []
    let publisher = Publisher.decode(&fields, unclear: &unclear)
    self.init(
      file: file,
      title: fields.requiredProse("titre", example: "Le titre du site"),
      subtitle: fields.prose("sous-titre"),
      language: language,
      version: fields.text("version"),
      date: fields.date("date"),
      source: GuideSource.decode(&fields),
      licence: fields.prose("licence"),
      url: fields.siteAddress("url")?.name,
      publisher: publisher,
      theme: fields.reference("theme"),
      menu: fields.words("menu"),
      groups: Self.decodeGroups(&fields, unclear: &unclear),
      editions: Self.decodeEditions(&fields),
      vocabularies: Self.decodeVocabularies(&fields),
      abbreviations: Self.decodeAbbreviations(&fields),
      isIndexed: fields.flag("indexation") ?? true,
      usesTypography: usesTypography,
      repository: fields.addressPattern("depot"),
      deadLinkDesk: fields.deadLinkDesk("signalement") ?? publisher?.deadLinkDesk,
      budgets: Budgets.decode(&fields),
      isReadable: fields.isMapping
    )
    definitions = Self.decodeGlossary(&fields)
    // If `url` or `date` is present but has no result, its value is unusable or `à compléter`. This mistake is already
    // reported.
    if url == nil, fields.value("url") != nil { unclear.insert("url") }
    if date == nil, fields.value("date") != nil { unclear.insert("date") }
    unclearKeys = unclear
    colors = ColorChoice.decode(&fields)
    logo = Logo.decode(&fields)
    labels = Label.replaced(&fields)
    languageLocation = fields.places["langue"]
  }

  /// Reads words and their labels, in order. The value is a mapping (`avec-dsi: Avec une DSI`) or a list of words
  /// (`[avec-dsi, sans-dsi]`). In a list, each word is also its label.
  private static func labels(_ key: String, in fields: inout FieldReader) -> [(id: String, label: String)] {
    guard let value = fields.value(key) else { return [] }
    if case .sequence = value.content {
      return fields.references(key).map { ($0.name, $0.name) }
    }
    guard var inner = fields.mapping(key) else { return [] }
    let labels = inner.keys.map { (id: $0.name, label: inner.prose($0.name) ?? $0.name) }
    fields.report(inner.finish())
    return labels
  }

  private static func decodeGroups(_ fields: inout FieldReader, unclear: inout Set<String>) -> [AudienceGroup] {
    guard var groups = fields.mapping("groupes") else { return [] }
    if !groups.isMapping { unclear.insert("groupes") }
    let result = groups.keys.map { key -> AudienceGroup in
      if let value = groups.value(key.name), isTitled(value), var group = groups.mapping(key.name) {
        let title = group.prose("titre") ?? key.name
        let values = labels("valeurs", in: &group).map { AudienceGroup.Value(id: $0.id, label: $0.label) }
        groups.report(group.finish())
        if group.misspeltKeys.contains("valeurs") { unclear.insert("groupes") }
        return AudienceGroup(id: key.name, title: title, values: values)
      }
      let values = labels(key.name, in: &groups).map { AudienceGroup.Value(id: $0.id, label: $0.label) }
      return AudienceGroup(id: key.name, title: key.name, values: values)
    }
    fields.report(groups.finish())
    return result
  }

  /// Whether a group is written with the keys `titre` and `valeurs`. If not, each key of the group is a situation of
  /// readers.
  private static func isTitled(_ group: YAMLValue) -> Bool {
    guard case .mapping(let pairs) = group.content else { return false }
    return pairs.contains { pair in
      if case .scalar = pair.value.content { pair.key == "valeurs" } else { true }
    }
  }

  private static func decodeEditions(_ fields: inout FieldReader) -> [EditionDeclaration] {
    guard let value = fields.value("editions") else { return [] }
    if case .sequence = value.content {
      return fields.references("editions").map { EditionDeclaration(id: $0, title: nil, choice: [$0]) }
    }
    guard var editions = fields.mapping("editions") else { return [] }
    let result = editions.keys.compactMap { key -> EditionDeclaration? in
      let id = Reference(name: key.name, location: key.location)
      guard let value = editions.value(key.name), case .mapping = value.content,
        var edition = editions.mapping(key.name)
      else { return EditionDeclaration(id: id, title: nil, choice: editions.words(key.name)) }
      let declaration = EditionDeclaration(
        id: id, title: edition.prose("titre"), choice: edition.words("choix"))
      editions.report(edition.finish())
      // A misspelt `choix` is already reported. It also leaves the choice of the edition empty, and the empty choice
      // would be reported as a second mistake. So the edition is dropped.
      return edition.misspeltKeys.contains("choix") ? nil : declaration
    }
    fields.report(editions.finish())
    return result
  }

  private static func decodeVocabularies(_ fields: inout FieldReader) -> [String: Vocabulary] {
    let names = EntryKind.allCases.flatMap(\.traits.vocabularies)
    guard fields.isMapping else { return [:] }
    guard var lists = fields.mapping("vocabulaires") else {
      return Dictionary(names.map { ($0, Vocabulary(terms: [])) }) { first, _ in first }
    }
    guard lists.isMapping else {
      fields.report(lists.finish())
      return [:]
    }
    var vocabularies: [String: Vocabulary] = [:]
    for name in names {
      vocabularies[name] = Vocabulary(terms: name == "cote" ? sides(in: &lists) : terms(name, in: &lists))
    }
    fields.report(lists.finish())
    for name in lists.misspeltKeys { vocabularies[name] = nil }
    return vocabularies
  }

  private static func terms(_ name: String, in lists: inout FieldReader) -> [Vocabulary.Term] {
    labels(name, in: &lists).map { Vocabulary.Term(id: $0.id, label: $0.label) }
  }

  /// Decodes the sides of testimonials from the key `cote`. A side has a label (`libelle`). It may also have a phrase
  /// (`avec`) that is put before the name of a partner. Example:
  /// `collectivite: {libelle: Du côté des collectivités, avec: accompagnée par}`.
  private static func sides(in lists: inout FieldReader) -> [Vocabulary.Term] {
    guard case .mapping? = lists.value("cote")?.content, var inner = lists.mapping("cote") else {
      return terms("cote", in: &lists)
    }
    let sides = inner.keys.map { key -> Vocabulary.Term in
      guard case .mapping? = inner.value(key.name)?.content, var side = inner.mapping(key.name) else {
        return Vocabulary.Term(id: key.name, label: inner.prose(key.name) ?? key.name)
      }
      let term = Vocabulary.Term(
        id: key.name, label: side.requiredProse("libelle", example: "Du côté des collectivités"),
        partnership: side.prose("avec"))
      inner.report(side.finish())
      return term
    }
    lists.report(inner.finish())
    return sides
  }

  /// Decodes `glossaire`. Each key is a term. The value is the definition of this term in the original guide:
  /// `Levier: Ce sur quoi une collectivité peut agir.`
  private static func decodeGlossary(_ fields: inout FieldReader) -> [Definition] {
    guard var inner = fields.mapping("glossaire") else { return [] }
    let definitions = inner.keys.map { key in
      Definition(
        term: fields.typography?.apply(to: key.name) ?? key.name,
        text: inner.requiredProse(key.name, example: "Ce qu’en dit le guide"))
    }
    fields.report(inner.finish())
    return definitions
  }

  private static func decodeAbbreviations(_ fields: inout FieldReader) -> [Abbreviation] {
    labels("abreviations", in: &fields).map { Abbreviation(short: $0.id, long: $0.label) }
  }
}

extension Site.GuideSource {
  fileprivate static func decode(_ fields: inout FieldReader) -> Site.GuideSource? {
    guard var inner = fields.mapping("source") else { return nil }
    let source = Site.GuideSource(
      title: inner.requiredProse("titre", example: "Le titre du document"),
      author: inner.prose("auteur"),
      version: inner.text("version"),
      date: inner.date("date"),
      address: inner.webAddress("adresse")
    )
    fields.report(inner.finish())
    return source
  }
}
