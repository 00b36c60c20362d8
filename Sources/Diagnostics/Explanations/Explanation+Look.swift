/// Explanations of findings on themes that extend other themes, and on colours.
extension DiagnosticID {
  package static let themeCycle = DiagnosticID(
    "theme-cycle",
    title: Message(fr: "Thèmes qui s’étendent en rond", en: "Themes that extend each other"),
    meaning: Message(
      fr: """
        Un thème en étend un autre, qui finit par étendre le premier. Trousse chercherait sans fin un fichier qu’aucun \
        des deux n’a.
        """,
      en: """
        A theme extends another one, which in the end extends the first. Trousse would look for ever for a file that \
        neither has.
        """
    ),
    remedy: Message(
      fr: """
        Retirez l’une des lignes `extends` que le message énumère. Un thème du même nom dans un autre dossier, comme le \
        thème par défaut fourni avec Trousse, peut être étendu :

            extends: default
        """,
      en: """
        Remove one of the lines `extends` that the message lists. A theme of the same name in another folder, such as \
        the default theme that comes with Trousse, may be extended:

            extends: default
        """
    )
  )

  package static let newerProgramNeeded = DiagnosticID(
    "newer-program-needed",
    title: Message(fr: "Thème fait pour un Trousse plus récent", en: "Theme for a newer Trousse"),
    meaning: Message(
      fr: """
        Le fichier `theme.yml` du thème demande une version de Trousse plus récente que ce programme. Ses gabarits \
        peuvent employer des informations que celui-ci ne donne pas encore.
        """,
      en: """
        The theme’s file `theme.yml` asks for a version of Trousse that is newer than this program. Its templates may \
        use what this one does not give yet.
        """
    ),
    remedy: Message(
      fr: """
        Installez la version demandée, ou prenez un autre thème dans `site.yml`. Si le thème est le vôtre, demandez la \
        version la plus ancienne avec laquelle il marche :

            demande:
              trousse: "0.1"
        """,
      en: """
        Install the version that is asked for, or name another theme in `site.yml`. If the theme is yours, ask for the \
        oldest version that it works with:

            demande:
              trousse: "0.1"
        """
    )
  )

  package static let lowContrast = DiagnosticID(
    "low-contrast",
    title: Message(fr: "Contraste trop faible", en: "Contrast too low"),
    meaning: Message(
      fr: """
        Une couleur ressort trop peu sur celle qui lui sert de fond : une partie des lecteurs ne lirait pas le texte. \
        Le RGAA (critère 3.2) et WCAG 2.1 demandent un rapport de 4,5 pour les textes ; 3 suffit aux traits et aux \
        cadres qu’il faut voir. Le thème dit dans `theme.yml` quelles couleurs se rencontrent.
        """,
      en: """
        A colour stands out too little from the one behind it: some readers would not be able to read the text. RGAA \
        (criterion 3.2) and WCAG 2.1 ask for a ratio of 4.5 for text; 3 is enough for lines and frames that have to be \
        seen. The theme says in `theme.yml` which colours meet.
        """
    ),
    remedy: Message(
      fr: """
        Prenez la nuance que le message propose : c’est la plus proche de la vôtre, dans la même teinte, qui convienne. \
        Dans `site.yml`, une couleur par sorte d’écran s’écrit ainsi :

            couleurs:
              accent: {clair: "#7a1f52", sombre: "#e7a3c6"}
        """,
      en: """
        Use the shade that the message proposes: it is the nearest to yours, in the same hue, that will do. In \
        `site.yml`, a colour for each kind of screen is written like this:

            couleurs:
              accent: {clair: "#7a1f52", sombre: "#e7a3c6"}
        """
    )
  )
}
