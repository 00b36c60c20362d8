import Diagnostics

/// Checks the parts of the guide. Each edition must have chapters in each part that it shows, and each chapter needs
/// readers.
struct PartChecks {
  let toolbox: Toolbox

  func run() -> [Diagnostic] {
    let chapters = toolbox.chapters
    let parts = chapters.filter { $0.place == .part }
    let inside = Dictionary(grouping: chapters) { $0.parent }
    return parts.compactMap { empty($0, inside[$0.id] ?? []) }
      + chapters.filter { toolbox.condition(of: $0).isImpossible }.map { chapter in
        .chapterWithoutReaders(chapter, part: chapter.parent.flatMap { toolbox.file(of: $0) })
      }
  }

  /// The finding on a part without chapters, or without chapters that some edition shows.
  private func empty(_ part: Chapter, _ chapters: [Chapter]) -> Diagnostic? {
    if chapters.isEmpty { return .emptyPart(part) }
    let editions = toolbox.editions.filter { edition in
      let tailoring = Tailoring(toolbox, edition: edition)
      return !tailoring.visible([part]).isEmpty && tailoring.visible(chapters).isEmpty
    }
    return editions.isEmpty ? nil : .emptyPart(part, in: editions)
  }
}

extension DiagnosticID {
  package static let emptyPart = DiagnosticID(
    "empty-part",
    title: Message(fr: "Partie sans chapitre", en: "Part without chapters"),
    meaning: Message(
      fr: """
        Une partie du guide est un dossier, qui contient des chapitres à côté de son fichier `index.md`. Ici, le \
        dossier n’a aucun chapitre, ou aucun que montre une certaine édition. Le lecteur y trouverait une page qui \
        n’ouvre sur rien.
        """,
      en: """
        A part of the guide is a folder that holds chapters beside its file `index.md`. This folder has no chapter, or \
        none that a certain edition shows. Readers would find a page that leads to nothing.
        """
    ),
    remedy: Message(
      fr: """
        Ajoutez un chapitre au dossier. Si c’est une édition qui n’en montre aucun, réservez la partie aux mêmes \
        lecteurs que ses chapitres, dans `index.md` :

            pour: [binome]
        """,
      en: """
        Add a chapter to the folder. If an edition shows none, keep the part for the readers of its chapters, in \
        `index.md`:

            pour: [binome]
        """
    )
  )

  package static let chapterWithoutReaders = DiagnosticID(
    "chapter-without-readers",
    title: Message(fr: "Chapitre sans lecteur", en: "Chapter without readers"),
    meaning: Message(
      fr: """
        Le chapitre est réservé à certains lecteurs par `pour`, et sa partie à d’autres. Un chapitre se lit dans sa \
        partie : personne ne pourrait donc le lire.
        """,
      en: """
        The chapter is kept for some readers by `pour`, and its part for others. A chapter is read in its part, so \
        nobody could read it.
        """
    ),
    remedy: Message(
      fr: """
        Accordez le `pour` du chapitre avec celui du fichier `index.md` de la partie, ou déplacez le chapitre dans une \
        autre partie.
        """,
      en: """
        Make `pour` in the chapter agree with `pour` in the part’s file `index.md`, or move the chapter to another part.
        """
    )
  )
}

extension Diagnostic {
  /// - Parameter editions: the editions that show no chapter of the part. Without editions, the part has no chapter.
  fileprivate static func emptyPart(_ part: Chapter, in editions: [Edition] = []) -> Diagnostic {
    let french = editions.map { "« \($0.title) »" }.joined(separator: ", ")
    let english = editions.map { "“\($0.title)”" }.joined(separator: ", ")
    return Diagnostic(
      .emptyPart, .warning, at: SourceLocation(file: part.core.file),
      editions.isEmpty
        ? Message(
          fr: "la partie « \(part.title) » n’a aucun chapitre", en: "the part “\(part.title)” has no chapter")
        : Message(
          fr: "la partie « \(part.title) » n’a aucun chapitre dans : \(french)",
          en: "the part “\(part.title)” has no chapter in: \(english)"),
      help: editions.isEmpty
        ? Message(
          fr: "ajoutez un chapitre à ce dossier, ou placez ce texte dans un fichier « guide/\(part.id.name).md »",
          en: "add a chapter to this folder, or move this text to a file “guide/\(part.id.name).md”")
        : Message(
          fr: "ajoutez à ce fichier le « pour: » de ses chapitres, ou un chapitre pour ces lecteurs",
          en: "give this file the “pour:” of its chapters, or add a chapter for these readers"))
  }

  fileprivate static func chapterWithoutReaders(_ chapter: Chapter, part: String?) -> Diagnostic {
    let other = part.map { SourceLocation(file: $0) }
    return Diagnostic(
      .chapterWithoutReaders, at: chapter.core.place(of: "pour"),
      Message(
        fr: "aucun lecteur de sa partie ne peut lire ce chapitre", en: "no reader of its part can read this chapter"),
      help: Message(
        fr: "accordez ce « pour: » avec celui de « \(part ?? "index.md") »",
        en: "make this “pour:” agree with that of “\(part ?? "index.md")”"),
      related: other.map { [.init($0, Message(fr: "la partie", en: "the part"))] } ?? [])
  }
}
