import Files
import Diagnostics

extension DiagnosticID {
  package static let tabInYAML = DiagnosticID(
    "tab-in-yaml",
    title: Message(fr: "Tabulation dans l’en-tête", en: "Tab in the front matter"),
    meaning: Message(
      fr: """
        Une ligne de l’en-tête ou de `site.yml` est décalée avec la touche Tabulation. Ce format (YAML) n’accepte que \
        des espaces, car une tabulation n’a pas la même largeur partout.
        """,
      en: """
        A line of the front matter or of `site.yml` is indented with the Tab key. This format (YAML) accepts only \
        spaces, since a tab is not equally wide everywhere.
        """
    ),
    remedy: Message(
      fr: """
        Remplacez la tabulation par deux espaces :

            editeur:
              nom: Syndicat mixte
        """,
      en: """
        Replace the tab with two spaces:

            editeur:
              nom: Syndicat mixte
        """
    )
  )

  package static let yamlSyntax = DiagnosticID(
    "yaml-syntax",
    title: Message(fr: "En-tête mal écrit", en: "Syntax error in the front matter"),
    meaning: Message(
      fr: """
        L’en-tête de la fiche ou `site.yml` ne peut pas être lu : un guillemet n’est pas fermé, un crochet manque, \
        une ligne est mal décalée. L’endroit indiqué est celui où la lecture s’arrête ; la faute est parfois une \
        ligne plus haut.
        """,
      en: """
        The front matter of the entry or `site.yml` cannot be read: a quotation mark is not closed, a bracket is \
        missing, a line is wrongly indented. The place that is shown is where reading stops; the fault is sometimes \
        one line above.
        """
    ),
    remedy: Message(
      fr: """
        Écrivez chaque réglage sur sa ligne, avec deux-points puis une espace. En cas de doute, mettez le texte entre \
        guillemets droits et les listes entre crochets :

            titre: "La charge de travail"
            pour: [binome, avec-dsi]
        """,
      en: """
        Write each setting on its own line, with a colon and then a space. When in doubt, put a text between straight \
        quotation marks and a list between brackets:

            titre: "La charge de travail"
            pour: [binome, avec-dsi]
        """
    )
  )

  package static let duplicateKey = DiagnosticID(
    "duplicate-key",
    title: Message(fr: "Réglage écrit deux fois", en: "Setting written twice"),
    meaning: Message(
      fr: """
        Le même réglage figure deux fois. Une seule des deux valeurs serait retenue, sans que personne ne sache \
        laquelle.
        """,
      en: """
        The same setting is there twice. Only one of the two values would be kept, and nobody would know which.
        """
    ),
    remedy: Message(
      fr: """
        Gardez une seule des deux lignes. S’il y a plusieurs valeurs, faites-en une liste :

            pour: [binome, referent]
        """,
      en: """
        Keep only one of the two lines. Where there are several values, make a list of them:

            pour: [binome, referent]
        """
    )
  )
}

extension Diagnostic {
  package static func tabInYAML(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .tabInYAML, at: location,
      Message(
        fr: "une tabulation, que YAML n’admet pas pour mettre en forme",
        en: "a tab, which YAML does not allow for layout"),
      help: Message(fr: "remplacez-la par des espaces", en: "replace it by spaces"))
  }

  package static func yamlSyntax(
    at location: SourceLocation, problem: YAMLProblem, rightLine: String? = nil
  ) -> Diagnostic {
    let detail = problem.message
    return Diagnostic(
      .yamlSyntax, at: location,
      Message(
        fr: "ce n’est pas du YAML correct" + (detail.map { " : \($0.french)" } ?? ""),
        en: "this is not correct YAML" + (detail.map { ": \($0.english)" } ?? "")),
      help: rightLine.map(Message.writeLine)
        ?? Message(
          fr: "une clé par ligne, suivie de « : » et d’une espace ; mettez les textes délicats entre guillemets droits",
          en: "one key a line, followed by “:” and a space; put delicate texts in straight quotes"))
  }

  static func yamlControlCharacter(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, at: location,
      Message(fr: "un caractère invisible que YAML n’admet pas", en: "an invisible character that YAML does not allow"),
      help: Message(
        fr: "effacez-le : supprimez les caractères autour de cette place, et tapez-les de nouveau",
        en: "erase it: delete the characters around this place, and type them again"))
  }

  static func yamlTooLarge(at location: SourceLocation, size: Int, limit: Int) -> Diagnostic {
    let (weight, permitted) = (ShownNumber(size / 1_000).kilobytes, ShownNumber(limit / 1_000).kilobytes)
    return Diagnostic(
      .fileTooLarge, at: location,
      Message(
        fr: "ce YAML pèse \(weight.french) ; la limite est de \(permitted.french)",
        en: "this YAML weighs \(weight.english); the limit is \(permitted.english)"),
      help: Message(
        fr: "mettez le texte après l’en-tête, pas dedans", en: "put the text after the front matter, not in it"))
  }

  static func tooManyValues(at location: SourceLocation, limit: Int) -> Diagnostic {
    Diagnostic(
      .fileTooLarge, at: location,
      Message(
        fr: "ce YAML a plus de \(limit) valeurs : la suite n’est pas lue",
        en: "this YAML has more than \(limit) values: the rest is not read"),
      help: Message(fr: "partagez-le en plusieurs fichiers", en: "split it into several files"))
  }

  static func yamlTooDeep(at location: SourceLocation, limit: Int) -> Diagnostic {
    Diagnostic(
      .nestingTooDeep, at: location,
      Message(
        fr: "ce YAML est imbriqué sur plus de \(limit) niveaux",
        en: "this YAML is nested more than \(limit) levels deep"),
      help: Message(fr: "une clé et sa valeur suffisent", en: "a key and its value are enough"))
  }

  static func complexKey(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, at: location,
      Message(fr: "une clé doit être un mot, pas une liste", en: "a key must be a word, not a list"),
      help: Message(
        fr: "mettez la valeur entre guillemets droits : \"…\"", en: "put the value in straight quotes: \"…\""))
  }

  package static func duplicateKey(_ key: String, at location: SourceLocation, first: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .duplicateKey, at: location,
      Message(fr: "la clé « \(key) » est écrite deux fois", en: "the key “\(key)” is written twice"),
      help: Message(fr: "gardez-en une seule", en: "keep one of them"),
      related: first.map { [.init($0, Message(fr: "la première est ici", en: "the first one is here"))] } ?? [])
  }
}

extension Message {
  /// The advice to write a corrected line.
  static func writeLine(_ line: String) -> Message {
    let line = String(line.drop(while: \.isWhitespace))
    return Message(fr: "écrivez « \(line) »", en: "write “\(line)”")
  }
}
