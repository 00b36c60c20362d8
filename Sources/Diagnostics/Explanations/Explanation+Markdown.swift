/// Explanations of findings on the Markdown text.
extension DiagnosticID {
  package static let headingLevel = DiagnosticID(
    "heading-level",
    title: Message(fr: "Niveau de titre incorrect", en: "Wrong heading level"),
    meaning: Message(
      fr: """
        Les intertitres forment le sommaire de la page, et les lecteurs d’écran s’en servent pour s’y déplacer. Un \
        niveau sauté, ou un second titre principal, donne l’impression qu’il manque une partie.
        """,
      en: """
        Headings make up the page’s table of contents, and screen readers use them to move about. A level that is \
        skipped, or a second main title, gives the impression that a part is missing.
        """
    ),
    remedy: Message(
      fr: """
        Le titre de la page vient de `titre:` ; commencez donc le texte à deux dièses et descendez d’un niveau à la \
        fois :

            ## Préparer l'accompagnement
            ### Avant le premier rendez-vous
        """,
      en: """
        The page’s title comes from `titre:`; so begin the text with two hash signs and go down one level at a time:

            ## Préparer l'accompagnement
            ### Avant le premier rendez-vous
        """
    )
  )

  package static let duplicateAnchor = DiagnosticID(
    "duplicate-anchor",
    title: Message(fr: "Ancre en double", en: "Duplicate anchor"),
    meaning: Message(
      fr: """
        Deux endroits de la même page portent la même ancre, c’est-à-dire le nom qui suit `#` dans un lien. Un lien \
        vers cette ancre mènerait toujours au premier, jamais au second.
        """,
      en: """
        Two places on the same page bear the same anchor, the name after `#` in a link. A link to this anchor would \
        always lead to the first, never to the second.
        """
    ),
    remedy: Message(
      fr: """
        Donnez à l’un des deux intertitres une autre ancre, entre accolades à la fin de la ligne :

            ## Pour aller plus loin {#plus-loin-charge}
        """,
      en: """
        Give one of the two headings another anchor, in braces at the end of the line:

            ## Pour aller plus loin {#plus-loin-charge}
        """
    )
  )

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

  package static let missingAlternative = DiagnosticID(
    "missing-alternative",
    title: Message(fr: "Image sans texte de remplacement", en: "Image without a text alternative"),
    meaning: Message(
      fr: """
        L’image n’a pas de texte qui la remplace. Une personne aveugle, ou dont la connexion est trop lente, ne \
        saurait pas ce qu’elle montre. Ce texte est une obligation légale pour les services publics (RGAA).
        """,
      en: """
        The image has no text to stand in for it. Somebody who is blind, or whose connection is too slow, would not \
        know what it shows. For French public services this text is required by law (RGAA).
        """
    ),
    remedy: Message(
      fr: """
        Entre les crochets, dites ce que l’image apprend au lecteur :

            ![Les quatre étapes, de l'accueil au bilan](../fichiers/etapes.png)

        Si elle n’apprend rien, dites-le aussi :

            ![](../fichiers/frise.png){decorative}
        """,
      en: """
        Between the brackets, say what the image tells the reader:

            ![Les quatre étapes, de l'accueil au bilan](../fichiers/etapes.png)

        If it tells nothing, say that too:

            ![](../fichiers/frise.png){decorative}
        """
    )
  )
}
