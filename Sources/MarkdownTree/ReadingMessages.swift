import Diagnostics

extension Diagnostic {
  static func unclosedContainer(_ file: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unclosedContainer, at: SourceLocation(file: file, range: range),
      Message(fr: "ce bloc « ::: » n’est jamais fermé", en: "this “:::” block is never closed"),
      help: Message(
        fr: "ajoutez une ligne « ::: » (autant de deux-points qu’à l’ouverture) après son contenu",
        en: "add a line “:::” (as many colons as in the opening one) after its content"))
  }

  static func strayContainerEnd(_ file: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .strayContainerEnd, at: SourceLocation(file: file, range: range),
      Message(fr: "cette ligne « ::: » ne ferme aucun bloc", en: "this “:::” line closes no block"),
      help: Message(
        fr: "supprimez-la, ou ouvrez un bloc plus haut, par exemple « ::: pour binome »",
        en: "remove it, or open a block above, for example “::: pour binome”"))
  }

  static func nestingTooDeep(_ file: String, _ range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      .nestingTooDeep, at: SourceLocation(file: file, range: range),
      Message(
        fr: "le texte est imbriqué sur plus de \(limit) niveaux : la suite de ce passage ne peut pas être lue",
        en: "the text is nested more than \(limit) levels deep: the rest of this passage cannot be read"),
      help: Message(fr: "simplifiez ce passage", en: "simplify this passage"))
  }

  static func headingTooHigh(_ file: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .headingLevel, at: SourceLocation(file: file, range: range),
      Message(
        fr: "un titre de premier niveau (« # ») : c’est le « titre » de l’en-tête qui en tient lieu",
        en: "a first-level heading (“#”): the front matter’s “titre” takes that place"),
      help: Message(fr: "écrivez « ## »", en: "write “##”"))
  }

  static func headingJump(_ file: String, _ range: SourceRange, from: Int, to: Int) -> Diagnostic {
    let right = String(repeating: "#", count: from + 1)
    return Diagnostic(
      .headingLevel, at: SourceLocation(file: file, range: range),
      Message(
        fr: "on passe d’un titre de niveau \(from) à un titre de niveau \(to) : un niveau est sauté",
        en: "the headings jump from level \(from) to level \(to)"),
      help: Message(fr: "écrivez « \(right) »", en: "write “\(right)”"))
  }

  static func duplicateAnchor(
    _ file: String, _ range: SourceRange, _ anchor: String, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .duplicateAnchor, at: SourceLocation(file: file, range: range),
      Message(
        fr: "l’ancre « \(anchor) » est déjà prise ligne \(first.start.line) de ce document",
        en: "the anchor “\(anchor)” is already taken on line \(first.start.line) of this document"),
      help: Message(fr: "choisissez-en une autre", en: "choose another one"),
      related: [
        Diagnostic.Related(
          SourceLocation(file: file, range: first),
          Message(fr: "elle est donnée ici", en: "it is given here"))
      ])
  }

  static func missingAlternative(_ file: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingAlternative, at: SourceLocation(file: file, range: range),
      Message(
        fr: "cette image n’a pas de texte de remplacement : qui ne la voit pas n’en saura rien",
        en: "this image has no alternative text: readers who cannot see it will know nothing of it"),
      help: Message(
        fr:
          "écrivez « ![ce que montre l’image](fichier.png) », ou « ![](fichier.png){decorative} » s’il n’y a rien à dire",
        en: "write “![what the image shows](file.png)”, or “![](file.png){decorative}” if there is nothing to tell"))
  }

  static func rawHTML(_ file: String, _ range: SourceRange, tag: String) -> Diagnostic {
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

  static func toComplete(_ file: String, _ range: SourceRange) -> Diagnostic {
    .toComplete(at: SourceLocation(file: file, range: range))
  }

  /// Reports a placeholder. The publisher must still replace the placeholder by a value.
  public static func toComplete(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .toComplete, .warning, at: location,
      Message(fr: "cette information reste à compléter", en: "this information is still to be filled in"),
      help: Message(
        fr: "remplacez « à compléter » par la vraie valeur avant de publier",
        en: "replace “à compléter” by the real value before you publish"))
  }
}
