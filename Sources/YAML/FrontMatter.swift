import Diagnostics

/// The front matter of a file: the YAML between two lines that are exactly `---`. The first of these lines is line 1.
package struct FrontMatter {
  /// The lines of the YAML; nil if the file has no front matter.
  package var lines: Range<Int>?
  /// The line at which the text begins.
  package var bodyLine: Int
  /// The finding on a missing `---` line. There is no finding if both lines are present.
  package var diagnostics: [Diagnostic]

  /// The line at which the text of a file begins, with or without front matter.
  package static func bodyLine(of source: SourceText) -> Int { FrontMatter(of: source).bodyLine }

  /// Finds the front matter of a file.
  package init(of source: SourceText) {
    guard Self.isFence(source, line: 1) else {
      lines = nil
      bodyLine = 1
      diagnostics = [.missingFrontMatter(source)]
      return
    }
    var line = 2
    while line <= source.lineCount, !Self.isFence(source, line: line) { line += 1 }
    guard line <= source.lineCount else {
      lines = nil
      bodyLine = source.lineCount + 1
      diagnostics = [.unclosedFrontMatter(source)]
      return
    }
    lines = 2..<line
    bodyLine = line + 1
    diagnostics = []
  }

  private static func isFence(_ source: SourceText, line: Int) -> Bool {
    source.bytes[source.byteRange(ofLine: line)].elementsEqual("---".utf8)
  }
}

extension DiagnosticID {
  package static let missingFrontMatter = DiagnosticID(
    "missing-front-matter",
    title: Message(fr: "En-tête absent", en: "No front matter"),
    meaning: Message(
      fr: """
        Une fiche commence par un en-tête : quelques lignes entre deux lignes faites de trois tirets, qui donnent son \
        titre et ce qu’il faut pour la ranger. Cette fiche n’en a pas, ou quelque chose le précède.
        """,
      en: """
        An entry begins with its front matter: a few lines between two lines of three dashes, with its title and what \
        is needed to file it. This entry has none, or something stands before it.
        """
    ),
    remedy: Message(
      fr: """
        Ajoutez l’en-tête tout en haut du fichier, sans rien avant :

            ---
            titre: La charge de travail
            ordre: 3
            ---
        """,
      en: """
        Add the front matter at the very top of the file, with nothing before it:

            ---
            titre: La charge de travail
            ordre: 3
            ---
        """
    )
  )

  package static let unclosedFrontMatter = DiagnosticID(
    "unclosed-front-matter",
    title: Message(fr: "En-tête non fermé", en: "Unclosed front matter"),
    meaning: Message(
      fr: """
        L’en-tête s’ouvre par trois tirets, mais la ligne de trois tirets qui doit le fermer manque. Tout le texte de \
        la fiche serait pris pour des réglages.
        """,
      en: """
        The front matter opens with three dashes, but the line of three dashes that must close it is missing. The \
        whole text of the entry would be taken for settings.
        """
    ),
    remedy: Message(
      fr: """
        Ajoutez, après la dernière ligne de l’en-tête, une ligne faite de trois tirets exactement, sans espace \
        avant :

            ---
            titre: La charge de travail
            ordre: 3
            ---
        """,
      en: """
        After the last line of the front matter, add a line of exactly three dashes, with no space before it:

            ---
            titre: La charge de travail
            ordre: 3
            ---
        """
    )
  )
}

extension Diagnostic {
  package static func missingFrontMatter(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      .missingFrontMatter, at: SourceLocation(file: source.file, at: SourcePosition(line: 1, column: 1)),
      Message(
        fr: "ce fichier n’a pas d’en-tête : il doit commencer par une ligne « --- »",
        en: "this file has no front matter: it must begin with a line “---”"),
      help: Message(
        fr: "écrivez en haut du fichier « --- », puis « titre: … », puis « --- »",
        en: "write “---” at the top of the file, then “titre: …”, then “---”"))
  }

  package static func unclosedFrontMatter(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      .unclosedFrontMatter, at: SourceLocation(file: source.file, at: SourcePosition(line: 1, column: 1)),
      Message(
        fr: "l’en-tête ouvert ici n’est jamais fermé", en: "the front matter that opens here is never closed"),
      help: Message(
        fr: "ajoutez une ligne qui ne contient que « --- » après la dernière clé",
        en: "add a line with nothing but “---” after the last key"))
  }
}
