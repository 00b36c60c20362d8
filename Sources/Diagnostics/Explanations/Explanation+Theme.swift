/// Explanations of findings on the theme, the generated pages and their publication.
extension DiagnosticID {
  package static let missingTheme = DiagnosticID(
    "missing-theme",
    title: Message(fr: "Thème absent", en: "No theme"),
    meaning: Message(
      fr: """
        Le thème demandé, qui donne au site son aspect, n’existe pas dans le dossier `themes/`. Sans lui, aucune page \
        ne peut être faite.
        """,
      en: """
        The theme that was asked for, which gives the site its looks, does not exist in the folder `themes/`. Without \
        it no page can be made.
        """
    ),
    remedy: Message(
      fr: """
        Corrigez le nom du thème dans `site.yml` (ou après `--theme`), ou ajoutez son dossier à `themes/`.
        """,
      en: """
        Correct the name of the theme in `site.yml` (or after `--theme`), or add its folder to `themes/`.
        """
    )
  )

  package static let missingTemplate = DiagnosticID(
    "missing-template",
    title: Message(fr: "Gabarit absent", en: "Missing template"),
    meaning: Message(
      fr: """
        Il manque au thème un gabarit, c’est-à-dire le modèle d’une sorte de page ou d’un morceau de page. La page, \
        ou le morceau, serait vide. C’est une faute du thème, pas du contenu.
        """,
      en: """
        The theme lacks a template, the model of a kind of page or of a part of one. The page, or the part, would be \
        empty. The theme is at fault, not the content.
        """
    ),
    remedy: Message(
      fr: """
        Corrigez le nom dans le gabarit qui l’appelle, ou ajoutez le fichier au thème. Cet appel demande \
        `menu.mustache` :

            {{> menu}}
        """,
      en: """
        Correct the name in the template that calls it, or add the file to the theme. This call asks for \
        `menu.mustache`:

            {{> menu}}
        """
    )
  )

  package static let templateSyntax = DiagnosticID(
    "template-syntax",
    title: Message(fr: "Gabarit mal écrit", en: "Syntax error in a template"),
    meaning: Message(
      fr: """
        Un gabarit du thème ne peut pas être lu : des accolades ne sont pas fermées, ou une section ouverte n’a pas \
        de fin. C’est une faute du thème, pas du contenu.
        """,
      en: """
        A template of the theme cannot be read: braces are not closed, or a section that was opened has no end. The \
        theme is at fault, not the content.
        """
    ),
    remedy: Message(
      fr: """
        Fermez chaque section du même nom que celui qui l’ouvre :

            {{#summary}}<p>{{summary}}</p>{{/summary}}
        """,
      en: """
        Close each section with the name that opens it:

            {{#summary}}<p>{{summary}}</p>{{/summary}}
        """
    )
  )

  package static let unknownVariable = DiagnosticID(
    "unknown-variable",
    title: Message(fr: "Variable inconnue", en: "Unknown variable"),
    meaning: Message(
      fr: """
        Un gabarit du thème demande une information que cette sorte de page ne fournit pas. À sa place, la page \
        serait vide, sans que rien ne le signale. C’est une faute du thème, pas du contenu.
        """,
      en: """
        A template of the theme asks for something that this kind of page does not provide. The page would be empty \
        in its place, and nothing would show it. The theme is at fault, not the content.
        """
    ),
    remedy: Message(
      fr: """
        Corrigez le nom entre les accolades (Trousse propose le plus proche) :

            <h1>{{page.title}}</h1>
        """,
      en: """
        Correct the name between the braces (Trousse proposes the nearest one):

            <h1>{{page.title}}</h1>
        """
    )
  )

  package static let templateCycle = DiagnosticID(
    "template-cycle",
    title: Message(fr: "Gabarits qui s’appellent en rond", en: "Templates that call each other"),
    meaning: Message(
      fr: """
        Un gabarit du thème s’appelle lui-même, directement ou par un autre. La page ne finirait jamais de se \
        construire. C’est une faute du thème, pas du contenu.
        """,
      en: """
        A template of the theme calls itself, directly or through another. The page would never be done. The theme is \
        at fault, not the content.
        """
    ),
    remedy: Message(
      fr: """
        Retirez l’un des appels de la boucle que le message énumère. Pour répéter un morceau, parcourez une liste :

            {{#chapters}}<li>{{title}}</li>{{/chapters}}
        """,
      en: """
        Remove one of the calls of the circle that the message lists. To repeat a part, go through a list:

            {{#chapters}}<li>{{title}}</li>{{/chapters}}
        """
    )
  )

  package static let brokenPageLink = DiagnosticID(
    "broken-page-link",
    title: Message(fr: "Lien brisé dans une page produite", en: "Broken link in a finished page"),
    meaning: Message(
      fr: """
        Dans la page terminée, un lien, une image ou une feuille de style désigne un fichier qui n’existera pas sur \
        le site. Le contenu a déjà été vérifié : le lien vient en général d’un gabarit du thème.
        """,
      en: """
        In the finished page, a link, an image or a style sheet names a file that will not exist on the site. The \
        content was checked before: usually the link comes from a template of the theme.
        """
    ),
    remedy: Message(
      fr: """
        Cherchez dans le thème l’adresse citée et corrigez-la. Les gabarits ne doivent pas écrire d’adresse à la \
        main, mais employer celles que Trousse leur donne.
        """,
      en: """
        Look in the theme for the address that is named and correct it. Templates should not write addresses by hand, \
        but use those that Trousse gives them.
        """
    )
  )

  package static let baseElement = DiagnosticID(
    "base-element",
    title: Message(fr: "Élément « base » dans une page", en: "Element “base” in a page"),
    meaning: Message(
      fr: """
        L’élément `<base>` change le point de départ de toutes les adresses de la page. Feuilles de style, images et liens \
        mèneraient ailleurs que là où Trousse les a vérifiés, parfois sur un autre site. Le site ne marcherait plus ni \
        hors ligne ni dans un sous-dossier.
        """,
      en: """
        The element `<base>` changes where all addresses of the page start from. Style sheets, images and links would lead \
        elsewhere than where Trousse checked them, perhaps to another site. The site would work neither offline nor in a \
        subfolder.
        """
    ),
    remedy: Message(
      fr: """
        Enlevez `<base>` du gabarit. Trousse écrit toutes les adresses à partir de leur page : rien d’autre n’est \
        nécessaire.
        """,
      en: """
        Remove `<base>` from the template. Trousse writes every address from its page: nothing else is needed.
        """
    )
  )

  package static let duplicateID = DiagnosticID(
    "duplicate-id",
    title: Message(fr: "Identifiant en double dans une page", en: "Duplicate id in a page"),
    meaning: Message(
      fr: """
        Dans la page terminée, deux éléments portent le même identifiant (`id`). Un lien ne peut atteindre que le \
        premier, et les aides techniques, comme les lecteurs d’écran, s’y perdent.
        """,
      en: """
        In the finished page, two elements bear the same `id`. A link can only reach the first, and assistive \
        technology such as screen readers gets lost.
        """
    ),
    remedy: Message(
      fr: """
        Si l’identifiant vient d’un intertitre, choisissez-lui une autre ancre :

            ## Contenu {#le-contenu}

        Sinon, changez l’un des deux `id` dans le thème.
        """,
      en: """
        If the id comes from a heading, choose another anchor for it:

            ## Contenu {#le-contenu}

        Otherwise, change one of the two `id` in the theme.
        """
    )
  )

  package static let externalSubresource = DiagnosticID(
    "external-subresource",
    title: Message(fr: "Élément chargé d’un autre site", en: "Something loaded from another host"),
    meaning: Message(
      fr: """
        La page chargerait une image, une police, une feuille de style ou un programme depuis un autre site. Cet \
        autre site connaîtrait alors chacun de vos lecteurs, et la page se déferait s’il tombait en panne. Une page \
        de Trousse ne charge rien d’ailleurs.
        """,
      en: """
        The page would load an image, a font, a style sheet or a program from another host. That host would then know \
        each of your readers, and the page would fall apart if it failed. A page by Trousse loads nothing from \
        elsewhere.
        """
    ),
    remedy: Message(
      fr: """
        Copiez le fichier dans le thème, ou dans `content/fichiers/` si c’est une image du contenu, après avoir \
        vérifié que sa licence le permet. Un simple lien vers un autre site reste permis.
        """,
      en: """
        Copy the file to the theme, or to `content/fichiers/` if it is an image of the content, after making sure \
        that its licence allows it. A mere link to another site is still allowed.
        """
    )
  )
}
