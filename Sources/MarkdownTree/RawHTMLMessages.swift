import Diagnostics

extension DiagnosticID {
  package static let rawHTML = DiagnosticID(
    "raw-html",
    title: Message(fr: "Code HTML non admis", en: "HTML that is not allowed"),
    meaning: Message(
      fr: """
        Le texte contient du code HTML qui pourrait exécuter un programme ou charger quelque chose d’ailleurs, ou qui \
        n’est pas de ceux que Trousse laisse passer. Il est retiré de la page, pour la sécurité et la vie privée de \
        vos lecteurs.
        """,
      en: """
        The text contains HTML that could run a program or load something from elsewhere, or that is not among what \
        Trousse lets through. It is taken out of the page, for your readers’ safety and privacy.
        """
    ),
    remedy: Message(
      fr: """
        Écrivez le passage en Markdown, et remplacez une vidéo incorporée par un lien :

            [Voir la vidéo de présentation (4 minutes)](https://exemple.fr/video)

        Restent admis `abbr`, `details`, `summary`, `kbd`, `sup`, `sub`, `br`, `q`, `cite`, `mark` et `span lang`.
        """,
      en: """
        Write the passage in Markdown, and replace an embedded video with a link:

            [Voir la vidéo de présentation (4 minutes)](https://exemple.fr/video)

        Still allowed are `abbr`, `details`, `summary`, `kbd`, `sup`, `sub`, `br`, `q`, `cite`, `mark` and `span \
        lang`.
        """
    )
  )
}

extension Diagnostic {
  package static func rawHTML(_ file: String, _ range: SourceRange, tag: String) -> Diagnostic {
    Diagnostic(
      .rawHTML, at: SourceLocation(file: file, range: range),
      Message(
        fr: "le HTML « \(tag) » n’est pas admis dans le contenu", en: "the HTML “\(tag)” is not allowed in the content"),
      help: Message(
        fr: "écrivez-le en Markdown ; pour montrer du code, entourez-le d’accents graves : `\(tag)`",
        en: "write it in Markdown; to show code, put it between backticks: `\(tag)`"))
  }

  static func blockInText(_ file: String, _ range: SourceRange, tag: String) -> Diagnostic {
    Diagnostic(
      .rawHTML, at: SourceLocation(file: file, range: range),
      Message(
        fr: "le HTML « \(tag) » ne peut pas commencer au milieu d’un paragraphe",
        en: "the HTML “\(tag)” cannot begin in the middle of a paragraph"),
      help: Message(
        fr: "mettez-le au début d’une ligne, après une ligne vide",
        en: "put it at the start of a line, after a blank line"))
  }

  static func unclosedRawHTML(_ file: String, _ range: SourceRange, tag: String) -> Diagnostic {
    Diagnostic(
      .rawHTML, at: SourceLocation(file: file, range: range),
      Message(fr: "le HTML « \(tag) » n’est jamais fermé", en: "the HTML “\(tag)” is never closed"),
      help: Message(
        fr: "fermez-le dans le même passage ; un signe « < » qui n’est pas du HTML s’écrit « \\< »",
        en: "close it within the same passage; a “<” that is no HTML is written “\\<”"))
  }
}
