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

extension Diagnostic {
  static func unknownEntry(
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
