import Diagnostics

/// Checks the front matter of entries: audiences, references to other entries, workloads, duplicate ids and missing
/// addresses.
struct EntryChecks {
  let toolbox: Toolbox

  func run() -> [Diagnostic] {
    audiences() + references() + workloads() + duplicates()
      + toolbox.resources.filter { $0.destination == .missing && $0.core.isReadable }.map {
        .resourceWithoutAddress($0)
      }
  }

  private func audiences() -> [Diagnostic] {
    guard toolbox.knowsSituations else { return [] }
    return toolbox.entries.flatMap { entry in
      entry.core.audience.filter { !toolbox.hasAudienceWord($0.name) }
        .map { .unknownAudience($0.name, at: $0.location, known: toolbox.audienceWords) }
    }
  }

  private func references() -> [Diagnostic] {
    let resources = check(toolbox.factors.flatMap(\.resources), are: .resource)
    let voice = check([toolbox.home?.voice].compactMap { $0 }, are: .testimonial)
    let chapters = check(toolbox.testimonials.flatMap(\.chapters), are: .chapter)
    return resources + chapters + voice
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

  private func workloads() -> [Diagnostic] {
    toolbox.accompaniments.compactMap { type in
      type.workload.isCoherent ? nil : .workloadMismatch(type)
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

  package static let placeholderLink = DiagnosticID(
    "placeholder-link",
    title: Message(fr: "Lien sans adresse", en: "Link without an address"),
    meaning: Message(
      fr: """
        Le lien ne mène nulle part : son adresse est vide ou réduite à `#`, ou la ressource n’a ni `adresse` ni \
        `a-venir`. C’est sans doute un oubli. Avec `--strict`, c’est une erreur.
        """,
      en: """
        The link leads nowhere: its address is empty or a mere `#`, or the resource has neither `adresse` nor \
        `a-venir`. It was probably forgotten. With `--strict` it is an error.
        """
    ),
    remedy: Message(
      fr: """
        Donnez l’adresse, dans le texte ou dans l’en-tête de la ressource :

            adresse: https://exemple.fr/mooc

        Si elle n’existe pas encore, dites-le dans cet en-tête :

            a-venir: oui
        """,
      en: """
        Give the address, in the text or in the front matter of the resource:

            adresse: https://exemple.fr/mooc

        If it does not exist yet, say so in that front matter:

            a-venir: oui
        """
    )
  )

  package static let workloadMismatch = DiagnosticID(
    "workload-mismatch",
    title: Message(fr: "Charge de travail incohérente", en: "Workload that does not add up"),
    meaning: Message(
      fr: """
        Ce que la fiche annonce par semaine, multiplié par le nombre de semaines, doit faire au moins les trois quarts \
        du total des heures, et pas plus que lui si la préparation y est comprise. Une collectivité s’engage sur ces \
        chiffres : ils doivent se répondre. Une journée compte pour 7 heures. Le site, lui, ne divise jamais : il montre \
        les chiffres de la source, et les multiplie par le nombre de collectivités.
        """,
      en: """
        What the entry announces for a week, times the number of weeks, must be at least three quarters of the total of \
        hours, and no more than it where the preparation is counted in. Local authorities commit themselves on these \
        figures: they must agree. A day counts as 7 hours. The site itself never divides: it shows the source’s figures, \
        and multiplies them by the number of authorities.
        """
    ),
    remedy: Message(
      fr: """
        Vérifiez les trois chiffres dans la source, sans les arrondir pour faire taire ce message :

            heures: environ 50
            par-semaine: 3 heures
            semaines: 15
        """,
      en: """
        Check the three figures in the source, without rounding them to silence this message:

            heures: environ 50
            par-semaine: 3 heures
            semaines: 15
        """
    )
  )
}

extension Diagnostic {
  package static func unknownEntry(
    _ name: String, at location: SourceLocation, kind: EntryKind, known: [String]
  ) -> Diagnostic {
    let nearest = NearestMatch.find(name, among: known)
    return Diagnostic(
      .unknownEntry, at: location,
      Message(
        fr: "il n’y a pas de fichier « \(kind.folder)/\(name).md »", en: "there is no file “\(kind.folder)/\(name).md”"),
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
          "renommez l’un des deux : le nom du fichier, sans son dossier ni sa terminaison, n’appartient qu’à une fiche",
        en: "rename one of them: a file’s name, without its folder and its ending, belongs to one entry"),
      related: [.init(SourceLocation(file: other), Message(fr: "l’autre fichier", en: "the other file"))])
  }

  fileprivate static func resourceWithoutAddress(_ resource: Resource) -> Diagnostic {
    Diagnostic(
      .placeholderLink, .warning, at: SourceLocation(file: resource.core.file),
      Message(
        fr: "la ressource « \(resource.title) » n’a ni « adresse » ni « a-venir »",
        en: "the resource “\(resource.title)” has neither “adresse” nor “a-venir”"),
      help: Message(
        fr: "ajoutez « adresse: https://… », ou « a-venir: oui » si l’adresse n’est pas encore connue",
        en: "add “adresse: https://…”, or “a-venir: oui” if the address is not known yet"))
  }

  fileprivate static func workloadMismatch(_ type: AccompanimentType) -> Diagnostic {
    let load = type.workload
    let accepted = load.acceptedHoursOverWeeks
    let isTooMuch = load.hoursOverWeeks > accepted.upperBound
    let limit = isTooMuch ? accepted.upperBound : accepted.lowerBound
    let (made, permitted) = (ShownNumber(load.hoursOverWeeks, .exactly(2)), ShownNumber(limit, .exactly(2)))
    return Diagnostic(
      .workloadMismatch, at: type.core.place(of: "par-semaine"),
      Message(
        fr:
          "à ce rythme, les \(load.weeks) semaines font \(made.text(in: .french)) h : c’est \(isTooMuch ? "plus" : "moins") que le total ne le permet (\(permitted.text(in: .french)) h)",
        en:
          "at this rate the \(load.weeks) weeks make \(made.text(in: .english)) h: \(isTooMuch ? "more" : "less") than the total allows (\(permitted.text(in: .english)) h)"
      ),
      help: Message(
        fr:
          "corrigez « heures », « semaines » ou « par-semaine » d’après la source : le rythme, multiplié par les semaines, fait au moins les trois quarts du total, et pas plus que lui si la préparation y est comprise (une journée compte 7 heures)",
        en:
          "correct “heures”, “semaines” or “par-semaine” by the source: the weekly figure times the weeks is at least three quarters of the total, and no more than it where the preparation is counted in (a day counts 7 hours)"
      ))
  }
}
