import Diagnostics

extension DiagnosticID {
  package static let unknownKey = DiagnosticID(
    "unknown-key",
    title: Message(fr: "Réglage inconnu", en: "Unknown setting"),
    meaning: Message(
      fr: """
        Ce réglage n’existe pas pour ce type de fiche : c’est souvent une faute de frappe. Trousse le signale au lieu \
        de l’ignorer, car un réglage ignoré laisse croire qu’il agit.
        """,
      en: """
        This setting does not exist for this type of entry: often it is a slip. Trousse reports it rather than ignore \
        it, since a setting that is ignored looks as though it worked.
        """
    ),
    remedy: Message(
      fr: """
        Corrigez le nom du réglage (Trousse propose le plus proche) ou supprimez la ligne. Les noms s’écrivent en \
        minuscules, sans accent :

            resume: Ce que coûte l'accompagnement, en heures.
        """,
      en: """
        Correct the name of the setting (Trousse proposes the nearest one) or delete the line. Names are written in \
        lower case, without accents:

            resume: Ce que coûte l'accompagnement, en heures.
        """
    )
  )

  package static let missingKey = DiagnosticID(
    "missing-key",
    title: Message(fr: "Réglage manquant", en: "Missing setting"),
    meaning: Message(
      fr: """
        Il manque à l’en-tête un réglage indispensable. Sans lui, la fiche ne peut pas être présentée ou rangée comme \
        les autres de son type.
        """,
      en: """
        The front matter lacks a setting that is needed. Without it the entry cannot be shown or filed like the \
        others of its type.
        """
    ),
    remedy: Message(
      fr: """
        Ajoutez la ligne dans l’en-tête, entre les deux lignes de tirets :

            ---
            titre: La charge de travail
            ordre: 3
            ---
        """,
      en: """
        Add the line to the front matter, between the two lines of dashes:

            ---
            titre: La charge de travail
            ordre: 3
            ---
        """
    )
  )

  package static let wrongType = DiagnosticID(
    "wrong-type",
    title: Message(fr: "Valeur d’une autre sorte", en: "Value of another kind"),
    meaning: Message(
      fr: """
        La valeur n’est pas de la sorte attendue : un texte là où il faut un nombre, une liste là où il faut un seul \
        mot, une date qui n’existe pas. Trousse ne devine pas ce qui était voulu : une valeur mal comprise fausserait \
        la page sans bruit.
        """,
      en: """
        The value is not of the kind that is expected: a text where a number is needed, a list where a single word \
        is, a date that does not exist. Trousse does not guess what was meant: a value that is misunderstood would \
        spoil the page without a word.
        """
    ),
    remedy: Message(
      fr: """
        Écrivez la valeur sous la forme attendue :

            ordre: 3
            pour: [binome, avec-dsi]
            mis-a-jour: 2025-01-15
            par-semaine: 3 heures
        """,
      en: """
        Write the value in the form that is expected:

            ordre: 3
            pour: [binome, avec-dsi]
            mis-a-jour: 2025-01-15
            par-semaine: 3 heures
        """
    )
  )
}

extension Diagnostic {
  package static func unknownKey(_ key: String, at location: SourceLocation, known: [String]) -> Diagnostic {
    let nearest = NearestMatch.find(key, among: known)
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .unknownKey, at: location,
      Message(fr: "la clé « \(key) » n’existe pas ici", en: "there is no key “\(key)” here"),
      help: nearest.map { Message(fr: "écrivez « \($0) »", en: "write “\($0)”") }
        ?? Message(fr: "clés possibles : \(list)", en: "possible keys: \(list)"))
  }

  package static func missingKey(_ key: String, example: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .missingKey, at: location,
      Message(fr: "il manque la clé « \(key) »", en: "the key “\(key)” is missing"),
      help: Message(fr: "ajoutez une ligne « \(key): \(example) »", en: "add a line “\(key): \(example)”"))
  }

  /// The finding on a value of the wrong type.
  ///
  /// - Parameter right: the corrected value. If it is nil, the message gives an example.
  package static func wrongType(
    _ key: String, expected: ExpectedType, at location: SourceLocation, right: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      .wrongType, at: location,
      Message(
        fr: "« \(key) » attend \(expected.name.french)", en: "“\(key)” takes \(expected.name.english)"),
      help: right.map { Message(fr: "écrivez « \(key): \($0) »", en: "write “\(key): \($0)”") }
        ?? Message(
          fr: "écrivez par exemple « \(key): \(expected.example) »",
          en: "write for example “\(key): \(expected.example)”"))
  }

  /// The finding on a value that has no keys, at a place where a mapping is expected.
  ///
  /// - Parameter rightLine: the corrected line, if it is known.
  static func notKeys(at location: SourceLocation, rightLine: String?) -> Diagnostic {
    Diagnostic(
      .wrongType, at: location,
      Message(
        fr: "des clés et leurs valeurs sont attendues ici, une par ligne",
        en: "keys and their values are expected here, one a line"),
      help: rightLine.map(Message.writeLine)
        ?? Message(fr: "écrivez par exemple « titre: Le titre »", en: "write for example “titre: The title”"))
  }
}
