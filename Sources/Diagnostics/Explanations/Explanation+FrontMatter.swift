/// Explanations of findings on the form of the front matter.
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
}
