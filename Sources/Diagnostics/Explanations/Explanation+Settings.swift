/// Explanations of findings on settings in the front matter and the configuration.
extension DiagnosticID {
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

  package static let unknownValue = DiagnosticID(
    "unknown-value",
    title: Message(fr: "Valeur inconnue", en: "Unknown value"),
    meaning: Message(
      fr: """
        Ce réglage ne prend que certains mots, et celui-ci n’en fait pas partie. Les mots possibles sont déclarés \
        avec leur libellé dans `site.yml` ; une fiche classée sous un autre mot n’apparaîtrait dans aucune liste.
        """,
      en: """
        This setting takes only certain words, and this is not one of them. The possible words are declared with \
        their labels in `site.yml`; an entry that is filed under another word would appear in no list.
        """
    ),
    remedy: Message(
      fr: """
        Choisissez l’un des mots déclarés (Trousse propose le plus proche) ou, si le mot est nouveau, ajoutez-le aux \
        `vocabulaires` de `site.yml`.
        """,
      en: """
        Choose one of the declared words (Trousse proposes the nearest one) or, if the word is new, add it to \
        `vocabulaires` in `site.yml`.
        """
    )
  )
}
