extension DiagnosticID {
  package static let rgaaImages = DiagnosticID(
    "rgaa-images",
    title: Message(fr: "Image inaccessible (RGAA 1)", en: "Inaccessible image (RGAA 1)"),
    meaning: Message(
      fr: """
        Une image n’a pas d’alternative, ou dit à la fois qu’elle décore et qu’elle informe. Qui n’y voit pas \
        ne sait pas ce qu’elle apprend, ou l’entend annoncer pour rien. Le message donne le critère du RGAA : \
        1.1 et 1.2 pour l’alternative, 1.3 pour sa justesse, 1.9 pour la légende.
        """,
      en: """
        An image has no alternative, or says both that it decorates and that it tells something. Who cannot \
        see it does not learn what it tells, or hears it announced for nothing. The message names the \
        criterion of the RGAA: 1.1 and 1.2 for the alternative, 1.3 for its quality, 1.9 for the caption.
        """
    ),
    remedy: Message(
      fr: """
        Dans un texte, dites ce que l’image apprend. Dans un gabarit, donnez-lui `alt` ; un dessin est ignoré, \
        ou nommé :

            ![Les étapes, de la préparation au bilan](../fichiers/etapes.png)
            <svg aria-hidden="true">…</svg>
            <svg role="img" aria-label="Trois étapes">…</svg>
        """,
      en: """
        In a text, say what the image tells. In a template, give it an `alt`; a drawing is ignored, or named:

            ![Les étapes, de la préparation au bilan](../fichiers/etapes.png)
            <svg aria-hidden="true">…</svg>
            <svg role="img" aria-label="Trois étapes">…</svg>
        """
    )
  )

  package static let rgaaFrames = DiagnosticID(
    "rgaa-frames",
    title: Message(fr: "Cadre sans titre (RGAA 2)", en: "Frame without a title (RGAA 2)"),
    meaning: Message(
      fr: """
        Un gabarit du thème insère un cadre (`iframe`) sans dire ce qu’il montre. Un lecteur d’écran n’annonce \
        alors qu’un cadre, et il faut y entrer pour savoir de quoi il s’agit.
        """,
      en: """
        A template of the theme puts in a frame (`iframe`) without saying what it shows. A screen reader then \
        only says that there is a frame, and one must go into it to learn what it is.
        """
    ),
    remedy: Message(
      fr: """
        Donnez un titre au cadre :

            <iframe title="Carte du territoire" src="…"></iframe>
        """,
      en: """
        Give the frame a title:

            <iframe title="Carte du territoire" src="…"></iframe>
        """
    )
  )

  package static let rgaaMultimedia = DiagnosticID(
    "rgaa-multimedia",
    title: Message(fr: "Son qui part de lui-même (RGAA 4)", en: "Sound that begins by itself (RGAA 4)"),
    meaning: Message(
      fr: """
        Un son ou une vidéo démarre à l’ouverture de la page, et rien ne permet de l’arrêter. Il couvre la \
        voix du lecteur d’écran et surprend tout le monde.
        """,
      en: """
        A sound or a video begins when the page opens, and nothing stops it. It drowns the voice of a screen \
        reader and surprises everybody.
        """
    ),
    remedy: Message(
      fr: """
        Retirez `autoplay` et montrez les commandes :

            <video controls src="…"></video>
        """,
      en: """
        Take out `autoplay` and show the controls:

            <video controls src="…"></video>
        """
    )
  )

  package static let rgaaTables = DiagnosticID(
    "rgaa-tables",
    title: Message(fr: "Tableau inaccessible (RGAA 5)", en: "Inaccessible table (RGAA 5)"),
    meaning: Message(
      fr: """
        Un tableau n’a pas de titre, pas d’en-têtes, ou des en-têtes qui ne disent pas à quelles cellules ils \
        s’appliquent. Un lecteur d’écran lit alors une suite de chiffres sans rien pour les comprendre. Le \
        message donne le critère : 5.4 pour le titre, 5.6 et 5.7 pour les en-têtes, 5.8 pour les tableaux de \
        mise en forme.
        """,
      en: """
        A table has no title, no headers, or headers that do not say which cells they hold for. A screen \
        reader then reads figures with nothing to understand them by. The message names the criterion: 5.4 for \
        the title, 5.6 and 5.7 for headers, 5.8 for tables for layout.
        """
    ),
    remedy: Message(
      fr: """
        Dans un texte, écrivez le titre juste au-dessus du tableau ; dans un gabarit, prenez `caption` et \
        `scope` :

            Table : Les deux temps de la démarche
            <caption>Les deux temps</caption>
            <th scope="col">Étape</th>
        """,
      en: """
        In a text, write the title just above the table; in a template, use `caption` and `scope`:

            Table : Les deux temps de la démarche
            <caption>Les deux temps</caption>
            <th scope="col">Étape</th>
        """
    )
  )

  package static let rgaaLinks = DiagnosticID(
    "rgaa-links",
    title: Message(fr: "Lien inaccessible (RGAA 6)", en: "Inaccessible link (RGAA 6)"),
    meaning: Message(
      fr: """
        Un lien n’a pas d’intitulé, ou le sien ne dit pas où il mène. Un lecteur d’écran lit souvent les liens \
        les uns après les autres, hors de leur phrase ; et qui commande à la voix dit ce qu’il voit. Le \
        message donne le critère : 6.1 pour un intitulé qui dise où l’on va, 6.2 pour un lien vide.
        """,
      en: """
        A link has no text, or its text does not say where it leads. Screen readers often read links one after \
        the other, out of their sentences; and who commands by voice says what is seen. The message names the \
        criterion: 6.1 for a text that says where one goes, 6.2 for an empty link.
        """
    ),
    remedy: Message(
      fr: """
        Nommez la page où mène le lien :

            Lisez [la charte du réseau](charte.md).
        """,
      en: """
        Name the page that the link leads to:

            Lisez [la charte du réseau](charte.md).
        """
    )
  )

  package static let rgaaScripts = DiagnosticID(
    "rgaa-scripts",
    title: Message(
      fr: "Élément hors d’atteinte du clavier (RGAA 7)", en: "Something out of reach of the keyboard (RGAA 7)"),
    meaning: Message(
      fr: """
        Un gabarit fait réagir un élément à la souris sans qu’on puisse l’atteindre au clavier. Qui n’a pas de \
        souris, ou n’y voit pas, ne peut rien en faire.
        """,
      en: """
        A template makes an element answer to a mouse that no keyboard reaches. Who has no mouse, or cannot \
        see, can do nothing with it.
        """
    ),
    remedy: Message(
      fr: """
        Prenez un bouton, que le clavier atteint de lui-même :

            <button type="button">Montrer la suite</button>
        """,
      en: """
        Use a button, which the keyboard reaches by itself:

            <button type="button">Montrer la suite</button>
        """
    )
  )

  package static let rgaaMandatoryElements = DiagnosticID(
    "rgaa-mandatory-elements",
    title: Message(fr: "Page mal formée (RGAA 8)", en: "Page that is not well formed (RGAA 8)"),
    meaning: Message(
      fr: """
        Le code de la page n’est pas correct : éléments mal fermés ou mal placés, langue ou titre absents, \
        sauts de ligne à la place de paragraphes. Les aides techniques, comme les lecteurs d’écran, devinent \
        alors ce qui est voulu, et se trompent. Le message donne le critère : 8.1 et 8.2 pour le code, 8.3, \
        8.4 et 8.8 pour la langue, 8.5 et 8.6 pour le titre, 8.9 pour les paragraphes, 8.10 pour le sens de \
        lecture.
        """,
      en: """
        The code of the page is not right: elements closed or placed wrongly, no language or no title, line \
        breaks instead of paragraphs. Assistive technology such as screen readers then guesses what is meant, \
        and errs. The message names the criterion: 8.1 and 8.2 for the code, 8.3, 8.4 and 8.8 for the \
        language, 8.5 and 8.6 for the title, 8.9 for paragraphs, 8.10 for the direction.
        """
    ),
    remedy: Message(
      fr: """
        Corrigez l’élément cité, le plus souvent dans le thème. Le début d’une page s’écrit ainsi :

            <!doctype html>
            <html lang="{{site.language}}">
            <title>{{page.headTitle}}</title>
        """,
      en: """
        Correct the element that is named, usually in the theme. A page begins like this:

            <!doctype html>
            <html lang="{{site.language}}">
            <title>{{page.headTitle}}</title>
        """
    )
  )

  package static let rgaaStructure = DiagnosticID(
    "rgaa-structure",
    title: Message(fr: "Structure inaccessible (RGAA 9)", en: "Inaccessible structure (RGAA 9)"),
    meaning: Message(
      fr: """
        Les titres, les listes, les citations ou les grandes parties de la page ne sont pas marqués pour ce \
        qu’ils sont. Un lecteur d’écran s’en sert pour parcourir la page : un titre qui manque, ou un niveau \
        sauté, y fait perdre son chemin. Le message donne le critère : 9.1 pour les titres, 9.2 pour les \
        parties, 9.3 pour les listes, 9.4 pour les citations.
        """,
      en: """
        Headings, lists, quotations or the main parts of the page are not marked as what they are. Screen \
        readers use them to move about the page: where a heading is missing, or a level left out, one loses \
        the way. The message names the criterion: 9.1 for headings, 9.2 for parts, 9.3 for lists, 9.4 for \
        quotations.
        """
    ),
    remedy: Message(
      fr: """
        Dans un texte, écrivez de vrais titres, listes et citations :

            ## Préparer la démarche
            - choisir une collectivité
            > Ce que nous avons appris.
        """,
      en: """
        In a text, write real headings, lists and quotations:

            ## Préparer la démarche
            - choisir une collectivité
            > Ce que nous avons appris.
        """
    )
  )

  package static let rgaaPresentation = DiagnosticID(
    "rgaa-presentation",
    title: Message(fr: "Apparence inaccessible (RGAA 10)", en: "Inaccessible looks (RGAA 10)"),
    meaning: Message(
      fr: """
        Le thème règle l’apparence d’une façon qui gêne des lecteurs : éléments ou attributs réservés à la \
        feuille de style, agrandissement interdit, focus invisible, couleur sans fond. Chacun doit pouvoir \
        agrandir la page, changer ses couleurs et voir où en est le clavier. Le message donne le critère : \
        10.1 pour ce qui revient à la feuille de style, 10.4 et 10.11 pour l’agrandissement, 10.5 pour les \
        couleurs, 10.7 pour le focus, 10.8 pour ce qui est caché.
        """,
      en: """
        The theme sets looks in a way that hinders readers: elements or attributes that belong in the style \
        sheet, no zoom, a focus that is not seen, a colour without its background. Everybody must be able to \
        zoom the page, to change its colours and to see where the keyboard is. The message names the \
        criterion: 10.1 for what belongs in the style sheet, 10.4 and 10.11 for zoom, 10.5 for colours, 10.7 \
        for the focus, 10.8 for what is hidden.
        """
    ),
    remedy: Message(
      fr: """
        Réglez l’apparence dans la feuille de style, et gardez le focus visible :

            :focus-visible { outline: 3px solid var(--accent); }
        """,
      en: """
        Set looks in the style sheet, and keep the focus visible:

            :focus-visible { outline: 3px solid var(--accent); }
        """
    )
  )

  package static let rgaaForms = DiagnosticID(
    "rgaa-forms",
    title: Message(fr: "Formulaire inaccessible (RGAA 11)", en: "Inaccessible form (RGAA 11)"),
    meaning: Message(
      fr: """
        Un champ n’a pas d’étiquette, un bouton pas d’intitulé, ou un regroupement de champs pas de légende. \
        Un lecteur d’écran ne peut pas dire ce qu’il faut saisir. Le message donne le critère : 11.1 et 11.2 \
        pour les étiquettes, 11.5 et 11.6 pour les regroupements, 11.9 pour les boutons.
        """,
      en: """
        A field has no label, a button no text, or a group of fields no legend. A screen reader cannot say \
        what to enter. The message names the criterion: 11.1 and 11.2 for labels, 11.5 and 11.6 for groups, \
        11.9 for buttons.
        """
    ),
    remedy: Message(
      fr: """
        Donnez une étiquette au champ :

            <label for="_nom">Votre nom</label>
            <input id="_nom">
        """,
      en: """
        Give the field a label:

            <label for="_nom">Votre nom</label>
            <input id="_nom">
        """
    )
  )

  package static let rgaaNavigation = DiagnosticID(
    "rgaa-navigation",
    title: Message(fr: "Navigation inaccessible (RGAA 12)", en: "Inaccessible navigation (RGAA 12)"),
    meaning: Message(
      fr: """
        Le site ne donne pas deux moyens d’aller à une page, change l’ordre de ses menus d’une page à l’autre, \
        ou n’a pas de lien qui saute au contenu. Qui navigue au clavier repasse alors par tout le menu à \
        chaque page. Le message donne le critère : 12.1 pour les deux moyens, 12.2, 12.4 et 12.5 pour leur \
        place, 12.6 pour les zones, 12.7 pour l’accès rapide, 12.8 pour l’ordre du clavier.
        """,
      en: """
        The site does not give two ways to a page, changes the order of its menus from page to page, or has no \
        link that skips to the content. Who uses a keyboard then goes through the whole menu on each page. The \
        message names the criterion: 12.1 for the two ways, 12.2, 12.4 and 12.5 for their place, 12.6 for \
        regions, 12.7 for skipping, 12.8 for the order of the keyboard.
        """
    ),
    remedy: Message(
      fr: """
        Gardez dans le gabarit `layout` ce que toutes les pages partagent, et le lien d’accès rapide en \
        premier :

            <a href="#_contenu">Contenu</a>
            <main id="_contenu" tabindex="-1">
        """,
      en: """
        Keep in the template `layout` what all pages share, and the link that skips first:

            <a href="#_contenu">Contenu</a>
            <main id="_contenu" tabindex="-1">
        """
    )
  )

  package static let rgaaConsultation = DiagnosticID(
    "rgaa-consultation",
    title: Message(fr: "Consultation gênée (RGAA 13)", en: "Reading that is disturbed (RGAA 13)"),
    meaning: Message(
      fr: """
        La page se recharge toute seule, ou un lien ouvre une fenêtre sans le dire. Le lecteur perd l’endroit \
        où il en était, sans comprendre pourquoi. Le message donne le critère : 13.1 pour le rechargement, \
        13.2 pour les fenêtres.
        """,
      en: """
        The page reloads by itself, or a link opens a window without saying so. Readers lose their place and \
        do not understand why. The message names the criterion: 13.1 for reloading, 13.2 for windows.
        """
    ),
    remedy: Message(
      fr: """
        Retirez `target`, ou dites-le dans l’intitulé :

            <a href="…" target="_blank">Le guide (nouvelle fenêtre)</a>
        """,
      en: """
        Take out `target`, or say it in the text:

            <a href="…" target="_blank">Le guide (nouvelle fenêtre)</a>
        """
    )
  )
}
