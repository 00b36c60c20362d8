/// Explanations of findings on entries, on the addresses of entries, and on editions.
extension DiagnosticID {
  package static let duplicateEntry = DiagnosticID(
    "duplicate-entry",
    title: Message(fr: "Fiche en double", en: "Duplicate entry"),
    meaning: Message(
      fr: """
        Deux fiches du même type ont le même identifiant, c’est-à-dire le même nom de fichier sans sa terminaison. On \
        ne pourrait plus savoir laquelle un lien ou une référence désigne.
        """,
      en: """
        Two entries of one type have the same identifier, which is the file’s name without its ending. Nobody could \
        tell any more which of them a link or a reference means.
        """
    ),
    remedy: Message(
      fr: """
        Renommez l’un des deux fichiers, puis les liens qui y mènent ; si l’un est une ancienne copie, supprimez-le.
        """,
      en: """
        Rename one of the two files, and then the links that lead to it; if one is an old copy, delete it.
        """
    )
  )

  package static let duplicateAddress = DiagnosticID(
    "duplicate-address",
    title: Message(fr: "Deux pages à la même adresse", en: "Two pages with one address"),
    meaning: Message(
      fr: """
        Deux pages du site auraient la même adresse. Les adresses s’écrivent en minuscules et sans accent : deux noms \
        de fichiers différents peuvent donc donner la même. L’une des pages effacerait l’autre. Certaines adresses sont \
        aussi prises par le site lui-même (`plan-du-site`, `glossaire`, `guide`…), et un nom sans lettre ni chiffre n’en \
        donne aucune.
        """,
      en: """
        Two pages of the site would have the same address. Addresses are in lower case and without accents, so that \
        two different file names may give the same one. One of the pages would replace the other. Some addresses are also \
        taken by the site itself (`plan-du-site`, `glossaire`, `guide`…), and a name without letter or digit gives none.
        """
    ),
    remedy: Message(
      fr: """
        Renommez l’un des deux fichiers de sorte qu’ils diffèrent par autre chose que les accents, la casse ou la \
        ponctuation : `charge-binome.md` et `charge-referent.md`, par exemple.
        """,
      en: """
        Rename one of the two files so that they differ by more than accents, case or punctuation: `charge-binome.md` \
        and `charge-referent.md`, for example.
        """
    )
  )

  package static let unknownEntry = DiagnosticID(
    "unknown-entry",
    title: Message(fr: "Fiche introuvable", en: "Unknown entry"),
    meaning: Message(
      fr: """
        L’en-tête cite une fiche qui n’existe pas. Une fiche se désigne par son identifiant : le nom de son fichier, \
        sans dossier ni terminaison. La relation serait perdue sans bruit sur le site.
        """,
      en: """
        The front matter names an entry that does not exist. An entry is named by its identifier: the name of its \
        file, without folder or ending. The relation would be lost on the site without a word.
        """
    ),
    remedy: Message(
      fr: """
        Corrigez l’identifiant (Trousse propose le plus proche) ou créez la fiche. Pour citer \
        `content/guide/charge.md` :

            chapitres: [charge]
        """,
      en: """
        Correct the identifier (Trousse proposes the nearest one) or create the entry. To name \
        `content/guide/charge.md`:

            chapitres: [charge]
        """
    )
  )

  package static let unknownAudience = DiagnosticID(
    "unknown-audience",
    title: Message(fr: "Public inconnu", en: "Unknown audience"),
    meaning: Message(
      fr: """
        Le mot qui suit `pour` n’est celui d’aucune situation déclarée : ni un type d’accompagnement, ni une valeur \
        des `groupes` de `site.yml`. Trousse ne saurait pas à qui montrer le passage.
        """,
      en: """
        The word after `pour` names no situation that is declared: neither a type of accompaniment nor a value of \
        `groupes` in `site.yml`. Trousse would not know whom to show the passage to.
        """
    ),
    remedy: Message(
      fr: """
        Corrigez le mot (Trousse propose le plus proche) ou déclarez-le dans `site.yml`. Dans un en-tête, puis dans \
        le texte :

            pour: [binome, avec-dsi]

            ::: pour binome avec-dsi
        """,
      en: """
        Correct the word (Trousse proposes the nearest one) or declare it in `site.yml`. In the front matter, then in \
        the text:

            pour: [binome, avec-dsi]

            ::: pour binome avec-dsi
        """
    )
  )

  package static let invalidEdition = DiagnosticID(
    "invalid-edition",
    title: Message(fr: "Édition mal définie", en: "Faulty edition"),
    meaning: Message(
      fr: """
        Une édition est le guide vu d’une situation : elle choisit une seule valeur dans un ou plusieurs groupes. \
        Celle-ci choisit deux valeurs d’un même groupe, une valeur qui n’existe pas, ou porte un nom déjà pris. On ne \
        saurait pas quoi y mettre.
        """,
      en: """
        An edition is the guide as seen from one situation: it chooses a single value from one or more groups. This \
        one chooses two values of one group or a value that does not exist, or bears a name that is taken. Nobody \
        could tell what goes in it.
        """
    ),
    remedy: Message(
      fr: """
        Dans `editions`, de `site.yml`, ne gardez qu’une valeur par groupe, prise parmi celles qui sont déclarées, et \
        donnez à chaque édition un nom à elle.
        """,
      en: """
        In `editions` of `site.yml`, keep only one value from each group, among those that are declared, and give \
        each edition a name of its own.
        """
    )
  )
}
