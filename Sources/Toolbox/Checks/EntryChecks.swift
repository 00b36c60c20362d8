import Diagnostics

/// Checks the front matter of entries: audiences, references to other entries, duplicate ids, and what each kind checks
/// of its own values.
struct EntryChecks {
  let toolbox: Toolbox

  func run() -> [Diagnostic] {
    audiences() + references() + toolbox.entries.flatMap { $0.check() } + duplicates()
  }

  private func audiences() -> [Diagnostic] {
    guard toolbox.knowsSituations else { return [] }
    return toolbox.entries.flatMap { entry in
      entry.core.audience.filter { !toolbox.hasAudienceWord($0.name) }
        .map { .unknownAudience($0.name, at: $0.location, known: toolbox.audienceWords) }
    }
  }

  private func references() -> [Diagnostic] {
    var named: [EntryKind: [Reference]] = [:]
    for relation in toolbox.entries.flatMap(\.relations) { named[relation.kind, default: []] += relation.names }
    named[.testimonial, default: []] += [toolbox.home?.voice].compactMap { $0 }
    return EntryKind.allCases.flatMap { check(named[$0] ?? [], are: $0) }
  }

  private func check(_ references: [Reference], are kind: EntryKind) -> [Diagnostic] {
    let unknown = references.filter { !toolbox.has($0.name, of: kind) }
    if unknown.isEmpty { return [] }
    let known = toolbox.names(of: kind)
    return unknown.enumerated().map { number, reference in
      let proposals = number < NearestMatch.proposalLimit ? known : []
      return .unknownEntry(reference.name, at: reference.location, kind: kind, known: proposals)
    }
  }

  private func duplicates() -> [Diagnostic] {
    let byID = Dictionary(grouping: toolbox.entries) { $0.id }
    return byID.values.filter { $0.count > 1 }.flatMap { same -> [Diagnostic] in
      let files = same.map(\.core.file).sorted()
      return files.dropFirst().map { .duplicateEntry(same[0].id, file: $0, other: files[0]) }
    }
  }
}

extension DiagnosticID {
  package static let unknownEntry = DiagnosticID(
    "unknown-entry",
    title: Message(fr: "Fiche introuvable", en: "Unknown entry"),
    meaning: Message(
      fr: """
        L’en-tête cite une fiche qui n’existe pas. Une fiche se désigne par son identifiant : le nom de son fichier, \
        sans dossier ni terminaison. La relation serait perdue sans bruit sur le site.
        """,
      en: """
        The front matter names an entry that does not exist. An entry is named by its identifier: the name of its \
        file, without folder or ending. The relation would be lost on the site without a word.
        """
    ),
    remedy: Message(
      fr: """
        Corrigez l’identifiant (Trousse propose le plus proche) ou créez la fiche. Pour citer \
        `content/guide/charge.md` :

            chapitres: [charge]
        """,
      en: """
        Correct the identifier (Trousse proposes the nearest one) or create the entry. To name \
        `content/guide/charge.md`:

            chapitres: [charge]
        """
    )
  )

  package static let duplicateEntry = DiagnosticID(
    "duplicate-entry",
    title: Message(fr: "Fiche en double", en: "Duplicate entry"),
    meaning: Message(
      fr: """
        Deux fiches du même type ont le même identifiant, c’est-à-dire le même nom de fichier sans sa terminaison. On \
        ne pourrait plus savoir laquelle un lien ou une référence désigne.
        """,
      en: """
        Two entries of one type have the same identifier, which is the file’s name without its ending. Nobody could \
        tell any more which of them a link or a reference means.
        """
    ),
    remedy: Message(
      fr: """
        Renommez l’un des deux fichiers, puis les liens qui y mènent ; si l’un est une ancienne copie, supprimez-le.
        """,
      en: """
        Rename one of the two files, and then the links that lead to it; if one is an old copy, delete it.
        """
    )
  )
}

extension Diagnostic {
  package static func unknownEntry(
    _ name: String, at location: SourceLocation, kind: EntryKind, known: [String]
  ) -> Diagnostic {
    // Editors also write the path of the file, whose folder and ending are no part of the id.
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let bare = last.hasSuffix(".md") ? String(last.dropLast(3)) : last
    let nearest = known.contains(bare) ? bare : NearestMatch.find(bare, among: known)
    return Diagnostic(
      .unknownEntry, at: location,
      bare == name
        ? Message(
          fr: "il n’y a pas de fichier « \(kind.folder)/\(name).md »",
          en: "there is no file “\(kind.folder)/\(name).md”")
        : Message(
          fr: "« \(name) » n’est pas un identifiant : c’est le nom du fichier, sans dossier ni terminaison",
          en: "“\(name)” is no identifier: that is the file’s name, without folder or ending"),
      help: nearest.map { Message(fr: "écrivez « \($0) »", en: "write “\($0)”") }
        ?? Message(
          fr: "écrivez le nom d’un fichier du dossier « \(kind.folder) », sans « .md »",
          en: "write the name of a file of the folder “\(kind.folder)”, without “.md”"))
  }

  fileprivate static func duplicateEntry(_ id: EntryID, file: String, other: String) -> Diagnostic {
    Diagnostic(
      .duplicateEntry, at: SourceLocation(file: file),
      Message(
        fr: "deux fichiers portent l’identifiant « \(id.name) » : celui-ci et « \(other) »",
        en: "two files have the id “\(id.name)”: this one and “\(other)”"),
      help: Message(
        fr:
          "renommez l’un des deux : un identifiant (le nom du fichier sans sa terminaison ou, pour une partie, celui du dossier) n’appartient qu’à une fiche",
        en:
          "rename one of them: an id (the file’s name without its ending or, for a part, the folder’s name) belongs to one entry"
      ),
      related: [.init(SourceLocation(file: other), Message(fr: "l’autre fichier", en: "the other file"))])
  }
}
