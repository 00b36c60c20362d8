import Diagnostics

extension DiagnosticID {
  package static let yamlColon = DiagnosticID(
    "yaml-colon",
    title: Message(fr: "Deux-points dans un texte", en: "Colon inside a text"),
    meaning: Message(
      fr: """
        Dans l’en-tête, deux-points suivis d’une espace annoncent une valeur. Le texte de cette ligne en contient \
        lui-même : il est donc lu comme un second réglage. Le français met une espace avant et après les deux-points, \
        c’est pourquoi le cas est fréquent.
        """,
      en: """
        In the front matter, a colon with a space after it announces a value. The text of this line contains one \
        itself, so it is read as a second setting. French puts spaces around a colon, which is why this happens \
        often.
        """
    ),
    remedy: Message(
      fr: """
        Mettez tout le texte entre guillemets droits :

            titre: "Le MOOC : un guide"
        """,
      en: """
        Put the whole text between straight quotation marks:

            titre: "Le MOOC : un guide"
        """
    )
  )

  package static let yamlComment = DiagnosticID(
    "yaml-comment",
    title: Message(fr: "Texte coupé par un dièse", en: "Text cut short by a hash sign"),
    meaning: Message(
      fr: """
        Dans l’en-tête, un dièse précédé d’une espace ouvre un commentaire : tout ce qui le suit sur la ligne est \
        ignoré. Le texte serait publié sans sa fin.
        """,
      en: """
        In the front matter, a hash sign with a space before it opens a comment: the rest of the line is ignored. The \
        text would be published without its end.
        """
    ),
    remedy: Message(
      fr: """
        Mettez tout le texte entre guillemets droits :

            titre: "Atelier # 3"

        Si vous vouliez un commentaire, écrivez-le sur une ligne à lui.
        """,
      en: """
        Put the whole text between straight quotation marks:

            titre: "Atelier # 3"

        If you meant a comment, write it on a line of its own.
        """
    )
  )

  package static let yamlAmbiguousText = DiagnosticID(
    "yaml-ambiguous-text",
    title: Message(fr: "Texte pris pour autre chose", en: "Text taken for something else"),
    meaning: Message(
      fr: """
        Un texte est attendu ici, mais ce qui est écrit se lit aussi comme autre chose : `4:30` comme un nombre, \
        `oui` comme une réponse. Selon le logiciel qui lit la ligne, un zéro ou une \
        heure peut se perdre.
        """,
      en: """
        A text is expected here, but what is written can be read as something else too: `4:30` as a number, `oui` as \
        an answer. Depending on the software that reads the line, a zero or a time of day may \
        be lost.
        """
    ),
    remedy: Message(
      fr: """
        Mettez la valeur entre guillemets droits, pour dire que c’est bien un texte :

            duree: "4:30"
        """,
      en: """
        Put the value between straight quotation marks, to say that it is a text indeed:

            duree: "4:30"
        """
    )
  )

  package static let yamlAlias = DiagnosticID(
    "yaml-alias",
    title: Message(fr: "Renvoi YAML", en: "YAML alias"),
    meaning: Message(
      fr: """
        Dans l’en-tête, une valeur qui commence par `&` ou par `*` est un renvoi : elle désigne une valeur écrite \
        ailleurs. Trousse n’accepte pas les renvois, car ils rendent une fiche difficile à relire. Le plus souvent, \
        c’était un simple texte. `!` et `?` au début d’une valeur ont eux aussi un sens particulier, et sont refusés de même.
        """,
      en: """
        In the front matter, a value that begins with `&` or `*` is an alias: it stands for a value that is written \
        elsewhere. Trousse accepts no aliases, since they make an entry hard to read. Most often, a plain text was \
        meant. `!` and `?` at the start of a value have a special meaning too, and are refused likewise.
        """
    ),
    remedy: Message(
      fr: """
        Si c’est un texte, mettez-le entre guillemets droits ; sinon, recopiez la valeur en toutes lettres :

            resume: "*Nouveau* : un guide en quatre étapes"
        """,
      en: """
        If it is a text, put it between straight quotation marks; otherwise write the value out again:

            resume: "*Nouveau* : un guide en quatre étapes"
        """
    )
  )
}

extension Diagnostic {
  static func yamlSign(at location: SourceLocation, rightLine: String?) -> Diagnostic {
    Diagnostic(
      .yamlAlias, at: location,
      Message(
        fr: "« & », « * », « ! » ou « ? » en début de valeur a un sens particulier en YAML, que Trousse n’admet pas",
        en: "“&”, “*”, “!” or “?” at the start of a value has a special meaning in YAML, which Trousse does not allow"),
      help: rightLine.map(Message.writeLine)
        ?? Message(
          fr: "mettez la valeur entre guillemets droits : \"…\"", en: "put the value in straight quotes: \"…\""))
  }

  /// The finding on a text without quotes that contains a colon and a space.
  ///
  /// - Parameter rightLine: the corrected line, or nil if the text spans several lines.
  package static func yamlColon(at location: SourceLocation, rightLine: String?) -> Diagnostic {
    Diagnostic(
      .yamlColon, at: location,
      Message(
        fr: "un texte qui contient un deux-points suivi d’une espace doit être entre guillemets",
        en: "a text with a colon and a space in it needs quotes"),
      help: rightLine.map(Message.writeLine)
        ?? Message(
          fr: "mettez tout le texte entre guillemets droits : \"…\"", en: "put the whole text in straight quotes: \"…\""
        ))
  }

  package static func yamlComment(at location: SourceLocation, rightLine: String) -> Diagnostic {
    Diagnostic(
      .yamlComment, at: location,
      Message(
        fr: "« # » après une espace commence un commentaire : la fin du texte serait perdue",
        en: "“#” after a space begins a comment: the end of the text would be lost"),
      help: .writeLine(rightLine))
  }

  package static func yamlLostColor(at location: SourceLocation, rightLine: String) -> Diagnostic {
    Diagnostic(
      .yamlComment, at: location,
      Message(
        fr: "« # » après une espace commence un commentaire : sans guillemets, la couleur serait perdue",
        en: "“#” after a space begins a comment: without quotes, the colour would be lost"),
      help: .writeLine(rightLine))
  }

  package static func yamlAmbiguousText(_ value: String, at location: SourceLocation, rightLine: String) -> Diagnostic {
    Diagnostic(
      .yamlAmbiguousText, at: location,
      Message(
        fr: "« \(value) » sans guillemets n’est pas un texte pour YAML",
        en: "“\(value)” without quotes is not a text to YAML"),
      help: .writeLine(rightLine))
  }
}
