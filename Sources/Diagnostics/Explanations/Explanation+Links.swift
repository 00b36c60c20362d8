/// Explanations of findings on links.
extension DiagnosticID {
  package static let brokenLink = DiagnosticID(
    "broken-link",
    title: Message(fr: "Lien brisé", en: "Broken link"),
    meaning: Message(
      fr: """
        Le lien désigne un fichier qui n’existe pas dans le contenu : une faute de frappe, une majuscule de trop, un \
        fichier renommé ou déplacé depuis. Le lecteur arriverait sur une page d’erreur.
        """,
      en: """
        The link names a file that does not exist in the content: a slip, a wrong capital letter, a file that was \
        renamed or moved since. The reader would land on an error page.
        """
    ),
    remedy: Message(
      fr: """
        Écrivez le chemin du fichier à partir de celui où se trouve le lien, avec sa terminaison, majuscules et \
        minuscules comprises :

            Voir [la charge de travail](charge.md) et [le lexique](../pages/lexique.md).
        """,
      en: """
        Write the path to the file from the one that the link is in, with its ending, and with the same capital and \
        small letters:

            Voir [la charge de travail](charge.md) et [le lexique](../pages/lexique.md).
        """
    )
  )

  package static let missingAnchor = DiagnosticID(
    "missing-anchor",
    title: Message(fr: "Ancre introuvable", en: "Missing anchor"),
    meaning: Message(
      fr: """
        La page existe, mais rien n’y porte le nom écrit après `#`. Le lecteur arriverait en haut de la page, sans \
        trouver ce qu’on lui annonçait. Un intertitre a sans doute été reformulé.
        """,
      en: """
        The page exists, but nothing on it bears the name after `#`. The reader would land at the top of the page and \
        not find what was announced. A heading was probably reworded.
        """
    ),
    remedy: Message(
      fr: """
        Reprenez l’ancre de l’intertitre visé : son texte en minuscules, sans accents, avec des traits d’union. Pour \
        qu’elle ne change plus, choisissez-la :

            ## Le temps à prévoir {#temps}

            Voir [le temps à prévoir](charge.md#temps).
        """,
      en: """
        Use the anchor of the heading that you mean: its text in lower case, without accents, with hyphens. To keep \
        it from changing, choose it:

            ## Le temps à prévoir {#temps}

            Voir [le temps à prévoir](charge.md#temps).
        """
    )
  )

  package static let renamedHeading = DiagnosticID(
    "renamed-heading",
    title: Message(fr: "Intertitre renommé", en: "Renamed heading"),
    meaning: Message(
      fr: """
        L’ancre d’un intertitre vient de son texte : quand il change, les liens qui y menaient sont brisés. Des liens \
        désignent une ancre qui n’existe plus, et cet intertitre est sans doute celui qui la portait. Chaque lien a sa \
        propre erreur ; ce message les réunit là où un seul mot peut suffire.
        """,
      en: """
        The anchor of a heading comes from its text: when it changes, the links that led there are broken. Links name \
        an anchor that does not exist any more, and this heading is probably the one that bore it. Each link has an \
        error of its own; this message brings them together where one word may be enough.
        """
    ),
    remedy: Message(
      fr: """
        Rendez à l’intertitre son ancienne ancre, et tous les liens fonctionnent à nouveau :

            ## Combien d’heures prévoir ? {#temps}

        Ou écrivez la nouvelle ancre dans chaque lien.
        """,
      en: """
        Give the heading its former anchor back, and all links work again:

            ## Combien d’heures prévoir ? {#temps}

        Or write the new anchor in each link.
        """
    )
  )

  package static let linkOutsideContent = DiagnosticID(
    "link-outside-content",
    title: Message(fr: "Lien hors du contenu", en: "Link out of the content"),
    meaning: Message(
      fr: """
        Le lien mène à un fichier de votre machine, en dehors du dossier `content/`. Ce fichier n’est pas publié avec \
        le site : le lien ne fonctionnerait chez personne d’autre.
        """,
      en: """
        The link leads to a file on your machine, outside the folder `content/`. That file is not published with the \
        site: the link would work for nobody else.
        """
    ),
    remedy: Message(
      fr: """
        Copiez le document dans `content/fichiers/` et liez la copie, ou donnez son adresse publique :

            [Modèle de convention (ODT)](../fichiers/convention.odt)
        """,
      en: """
        Copy the document to `content/fichiers/` and link to the copy, or give its public address:

            [Modèle de convention (ODT)](../fichiers/convention.odt)
        """
    )
  )

  package static let linkLeftOut = DiagnosticID(
    "link-left-out",
    title: Message(fr: "Lien vers ce que l’édition ne contient pas", en: "Link into what the edition leaves out"),
    meaning: Message(
      fr: """
        Une édition ne contient que ce qui concerne une situation. Dans celle-ci, ce lien mène à une page ou à un \
        passage destiné à d’autres : le lecteur ne trouverait rien.
        """,
      en: """
        An edition contains only what concerns one situation. In this one, the link leads to a page or a passage that \
        is meant for others: the reader would find nothing.
        """
    ),
    remedy: Message(
      fr: """
        Réservez le lien au même public que sa cible, ou envoyez exprès vers l’édition générale, avec `guide:` :

            [la charge des autres formules](guide:charge.md)
        """,
      en: """
        Keep the link for the audience of its target, or lead to the general edition on purpose, with `guide:`:

            [la charge des autres formules](guide:charge.md)
        """
    )
  )

  package static let placeholderLink = DiagnosticID(
    "placeholder-link",
    title: Message(fr: "Lien sans adresse", en: "Link without an address"),
    meaning: Message(
      fr: """
        Le lien ne mène nulle part : son adresse est vide ou réduite à `#`, ou la ressource n’a ni `adresse` ni \
        `a-venir`. C’est sans doute un oubli. Avec `--strict`, c’est une erreur.
        """,
      en: """
        The link leads nowhere: its address is empty or a mere `#`, or the resource has neither `adresse` nor \
        `a-venir`. It was probably forgotten. With `--strict` it is an error.
        """
    ),
    remedy: Message(
      fr: """
        Donnez l’adresse, dans le texte ou dans l’en-tête de la ressource :

            adresse: https://exemple.fr/mooc

        Si elle n’existe pas encore, dites-le dans cet en-tête :

            a-venir: oui
        """,
      en: """
        Give the address, in the text or in the front matter of the resource:

            adresse: https://exemple.fr/mooc

        If it does not exist yet, say so in that front matter:

            a-venir: oui
        """
    )
  )

  package static let plannedLink = DiagnosticID(
    "planned-link",
    title: Message(fr: "Lien à venir", en: "Planned link"),
    meaning: Message(
      fr: """
        La ressource dit `a-venir: oui` : son adresse n’existe pas encore, et c’est connu. Le site l’annonce sans en \
        faire un lien, et l’inventaire la mentionne pour qu’elle ne soit pas oubliée. Il n’y a rien à corriger \
        aujourd’hui.
        """,
      en: """
        The resource says `a-venir: oui`: its address does not exist yet, and that is known. The site announces it \
        without making it a link, and the inventory lists it so that it is not forgotten. There is nothing to mend \
        today.
        """
    ),
    remedy: Message(
      fr: """
        Le jour où la ressource paraît, remplacez `a-venir: oui` par son adresse :

            adresse: https://exemple.fr/mooc
        """,
      en: """
        On the day when the resource is published, replace `a-venir: oui` with its address:

            adresse: https://exemple.fr/mooc
        """
    )
  )

  package static let unsupportedAddress = DiagnosticID(
    "unsupported-address",
    title: Message(fr: "Adresse non admise", en: "Address that is not supported"),
    meaning: Message(
      fr: """
        L’adresse commence par un mot qu’une page publique ne doit pas employer (`javascript:`, `file:`, `data:`), ou \
        par `//`, qui ne fonctionne pas hors connexion. Le lien serait dangereux, ou ne mènerait nulle part chez le \
        lecteur.
        """,
      en: """
        The address begins with a word that a public page must not use (`javascript:`, `file:`, `data:`), or with \
        `//`, which does not work offline. The link would be dangerous, or lead nowhere on the reader’s machine.
        """
    ),
    remedy: Message(
      fr: """
        Donnez une adresse complète en `https:`, `mailto:` ou `tel:`, ou le chemin d’un fichier du contenu :

            [cyber.gouv.fr](https://cyber.gouv.fr/)
        """,
      en: """
        Give a full address with `https:`, `mailto:` or `tel:`, or the path to a file of the content:

            [cyber.gouv.fr](https://cyber.gouv.fr/)
        """
    )
  )
}
