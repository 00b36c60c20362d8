/// Explanations of findings on `:::` containers and on nesting that is too deep.
extension DiagnosticID {
  package static let unclosedContainer = DiagnosticID(
    "unclosed-container",
    title: Message(fr: "Bloc non fermé", en: "Unclosed block"),
    meaning: Message(
      fr: """
        Un bloc ouvert par `:::` et un nom n’est pas fermé. Tout ce qui suit en ferait partie : réservé à un public, \
        par exemple, alors que ce n’était pas voulu.
        """,
      en: """
        A block that was opened with `:::` and a name is not closed. All that follows would be part of it: kept for \
        one audience, for example, where that was not meant.
        """
    ),
    remedy: Message(
      fr: """
        Ajoutez une ligne `:::` à la fin du bloc. Un bloc qui en contient un autre s’écrit avec un deux-points de \
        plus :

            :::: pour binome
            Ce passage s'adresse au binôme.

            ::: pour avec-dsi
            Et celui-ci, quand il y a une DSI.
            :::
            ::::
        """,
      en: """
        Add a line `:::` at the end of the block. A block that contains another is written with one more colon:

            :::: pour binome
            Ce passage s'adresse au binôme.

            ::: pour avec-dsi
            Et celui-ci, quand il y a une DSI.
            :::
            ::::
        """
    )
  )

  package static let strayContainerEnd = DiagnosticID(
    "stray-container-end",
    title: Message(fr: "Fin de bloc isolée", en: "Stray end of a block"),
    meaning: Message(
      fr: """
        Cette ligne `:::` ferme un bloc, mais aucun n’est ouvert à cet endroit. La ligne d’ouverture manque, est mal \
        écrite, ou le bloc a déjà été fermé plus haut.
        """,
      en: """
        This line `:::` closes a block, but none is open here. The opening line is missing or mistyped, or the block \
        was closed further up.
        """
    ),
    remedy: Message(
      fr: """
        Supprimez la ligne, ou rétablissez l’ouverture du bloc :

            ::: pour binome
            Ce passage s'adresse au binôme.
            :::
        """,
      en: """
        Delete the line, or put back the opening of the block:

            ::: pour binome
            Ce passage s'adresse au binôme.
            :::
        """
    )
  )

  package static let unknownContainer = DiagnosticID(
    "unknown-container",
    title: Message(fr: "Bloc inconnu", en: "Unknown block"),
    meaning: Message(
      fr: """
        Le nom qui suit `:::` n’est celui d’aucun bloc. Un bloc réserve un passage à un public, change de langue ou \
        place des fiches dans le texte ; sans nom connu, Trousse ne peut pas savoir ce qui est voulu.
        """,
      en: """
        The name after `:::` is that of no block. A block keeps a passage for an audience, changes the language or \
        places entries in the text; without a known name Trousse cannot tell what is meant.
        """
    ),
    remedy: Message(
      fr: """
        Employez l’un des noms connus : `pour`, `langue`, `rex`, `facteurs`, `ressources`, `charge` ou \
        `editeur`. Le nom suit trois deux-points au moins.

            ::: facteurs
            :::
        """,
      en: """
        Use one of the known names: `pour`, `langue`, `rex`, `facteurs`, `ressources`, `charge` or `editeur`.
        At least three colons stand before the name.

            ::: facteurs
            :::
        """
    )
  )

  package static let containerArgument = DiagnosticID(
    "container-argument",
    title: Message(fr: "Précision de bloc incorrecte", en: "Faulty setting of a block"),
    meaning: Message(
      fr: """
        Ce qui suit le nom du bloc ne convient pas : il manque un mot, il y en a un de trop, ou la forme n’est pas la \
        bonne. Le bloc montrerait autre chose que ce qui est voulu.
        """,
      en: """
        What follows the name of the block does not fit: a word is missing, there is one too many, or the form is \
        wrong. The block would show something else than is meant.
        """
    ),
    remedy: Message(
      fr: """
        Écrivez un public après `pour`, un code de langue après `langue`, et un choix de la forme `nom=valeur` pour \
        les fiches placées :

            ::: pour binome avec-dsi
            ::: langue en
            ::: rex cote=collectivite
            ::: ressources theme=formation
        """,
      en: """
        Write an audience after `pour`, a language code after `langue`, and a choice in the form `name=value` for \
        placed entries:

            ::: pour binome avec-dsi
            ::: langue en
            ::: rex cote=collectivite
            ::: ressources theme=formation
        """
    )
  )

  package static let containerContent = DiagnosticID(
    "container-content",
    title: Message(fr: "Texte dans un bloc de fiches", en: "Text inside a block of entries"),
    meaning: Message(
      fr: """
        Ce bloc place des fiches dans la page ; ce qu’il montre vient d’elles. Le texte écrit à l’intérieur ne serait \
        publié nulle part.
        """,
      en: """
        This block places entries in the page; what it shows comes from them. Text that is written inside would be \
        published nowhere.
        """
    ),
    remedy: Message(
      fr: """
        Déplacez le texte avant ou après le bloc :

            Voici ce qu'en disent les collectivités.

            ::: rex cote=collectivite
            :::
        """,
      en: """
        Move the text before or after the block:

            Voici ce qu'en disent les collectivités.

            ::: rex cote=collectivite
            :::
        """
    )
  )

  package static let nestingTooDeep = DiagnosticID(
    "nesting-too-deep",
    title: Message(fr: "Trop de niveaux emboîtés", en: "Nested too deeply"),
    meaning: Message(
      fr: """
        Des listes, des citations ou des blocs sont emboîtés les uns dans les autres au-delà de la limite. Aucun \
        lecteur ne s’y retrouverait ; il s’agit en général d’un fichier abîmé ou d’un copier-coller malheureux.
        """,
      en: """
        Lists, quotations or blocks are nested in one another beyond the limit. No reader would find their way; \
        usually the file is damaged, or something was pasted badly.
        """
    ),
    remedy: Message(
      fr: """
        Ramenez le passage à deux ou trois niveaux, en coupant la liste ou en donnant un intertitre à chaque partie.
        """,
      en: """
        Bring the passage back to two or three levels, by splitting the list or by giving each part a heading.
        """
    )
  )
}
