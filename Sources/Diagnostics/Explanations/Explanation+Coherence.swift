/// Explanations of findings on the consistency of entries.
extension DiagnosticID {
  package static let workloadMismatch = DiagnosticID(
    "workload-mismatch",
    title: Message(fr: "Charge de travail incohérente", en: "Workload that does not add up"),
    meaning: Message(
      fr: """
        Ce que la fiche annonce par semaine, multiplié par le nombre de semaines, doit faire au moins les trois quarts \
        du total des heures, et pas plus que lui si la préparation y est comprise. Une collectivité s’engage sur ces \
        chiffres : ils doivent se répondre. Une journée compte pour 7 heures. Le site, lui, ne divise jamais : il montre \
        les chiffres de la source, et les multiplie par le nombre de collectivités.
        """,
      en: """
        What the entry announces for a week, times the number of weeks, must be at least three quarters of the total of \
        hours, and no more than it where the preparation is counted in. Local authorities commit themselves on these \
        figures: they must agree. A day counts as 7 hours. The site itself never divides: it shows the source’s figures, \
        and multiplies them by the number of authorities.
        """
    ),
    remedy: Message(
      fr: """
        Vérifiez les trois chiffres dans la source, sans les arrondir pour faire taire ce message :

            heures: environ 50
            par-semaine: 3 heures
            semaines: 15
        """,
      en: """
        Check the three figures in the source, without rounding them to silence this message:

            heures: environ 50
            par-semaine: 3 heures
            semaines: 15
        """
    )
  )

  package static let unusedResource = DiagnosticID(
    "unused-resource",
    title: Message(fr: "Ressource jamais citée", en: "Resource that nothing refers to"),
    meaning: Message(
      fr: """
        Cette ressource figure dans la liste des ressources, mais aucun chapitre ni aucun facteur n’y renvoie. Ce \
        n’est pas une faute ; elle sera simplement peu lue.
        """,
      en: """
        This resource is in the list of resources, but no chapter and no factor refers to it. That is no fault; it \
        will simply be read little.
        """
    ),
    remedy: Message(
      fr: """
        Citez-la là où elle sert, dans le texte d’un chapitre ou dans l’en-tête d’un facteur :

            ressources: [mooc-cybersecurite]
        """,
      en: """
        Refer to it where it is useful, in the text of a chapter or in the front matter of a factor:

            ressources: [mooc-cybersecurite]
        """
    )
  )

  package static let unusedFile = DiagnosticID(
    "unused-file",
    title: Message(fr: "Fichier inutilisé", en: "Unused file"),
    meaning: Message(
      fr: """
        Cette image ou ce document est publié avec le site, mais aucune page ne le montre ni n’y mène. Un lien a sans \
        doute été supprimé, ou une nouvelle version l’a remplacé. Chacun peut encore le lire, s’il en connaît l’adresse.
        """,
      en: """
        This image or document is published with the site, but no page shows it or links to it. A link was probably \
        removed, or a newer version has taken its place. Anyone who knows its address can still read it.
        """
    ),
    remedy: Message(
      fr: """
        Citez-le dans un texte, ou supprimez-le de `content/fichiers/` :

            [Modèle de convention (ODT)](../fichiers/modele.odt)
        """,
      en: """
        Name it in a text, or delete it from `content/fichiers/`:

            [Modèle de convention (ODT)](../fichiers/modele.odt)
        """
    )
  )

  package static let orphanPage = DiagnosticID(
    "orphan-page",
    title: Message(fr: "Page isolée", en: "Orphan page"),
    meaning: Message(
      fr: """
        En partant de l’accueil, aucune suite de liens ne mène à cette page : elle ne figure que dans le plan du site. \
        Ce n’est pas une faute ; elle sera simplement peu lue. Des pages qui ne se lient qu’entre elles sont isolées \
        aussi.
        """,
      en: """
        No chain of links leads from the home page to this page: it appears on the site map alone. That is no fault; \
        it will simply be read little. Pages that link to each other alone are orphans too.
        """
    ),
    remedy: Message(
      fr: """
        Menez-y par un lien, là où le lecteur en a besoin, ou liez-la au bas de chaque page, par son en-tête :

            menu: pied
        """,
      en: """
        Lead to it by a link where the reader needs it, or link it at the foot of every page, by its front matter:

            menu: pied
        """
    )
  )

  package static let factorWithoutMoment = DiagnosticID(
    "factor-without-moment",
    title: Message(fr: "Facteur sans moment", en: "Factor without a moment"),
    meaning: Message(
      fr: """
        Ce facteur de réussite ne dit pas à quel moment de l’accompagnement il compte. Dans les éditions, les \
        facteurs se suivent dans l’ordre où ils se présentent : celui-ci viendra en dernier.
        """,
      en: """
        This success factor does not say at which moment of the accompaniment it matters. In the editions, factors \
        follow one another in the order in which they come up: this one will come last.
        """
    ),
    remedy: Message(
      fr: """
        Ajoutez `moment:` à l’en-tête, avec l’un des mots que `vocabulaires` déclare dans `site.yml` :

            moment: preparation
        """,
      en: """
        Add `moment:` to the front matter, with one of the words that `vocabulaires` declares in `site.yml`:

            moment: preparation
        """
    )
  )

  package static let testimonialWithoutChapter = DiagnosticID(
    "testimonial-without-chapter",
    title: Message(fr: "Témoignage sans chapitre", en: "Testimonial without a chapter"),
    meaning: Message(
      fr: """
        Ce témoignage n’est rattaché à aucun chapitre. Il paraît sur la page des retours d’expérience, mais nul ne le \
        rencontrera en lisant le guide.
        """,
      en: """
        This testimonial belongs to no chapter. It appears on the page of testimonials, but nobody will come across \
        it while reading the guide.
        """
    ),
    remedy: Message(
      fr: """
        Ajoutez à l’en-tête les chapitres qu’il éclaire :

            chapitres: [charge]
        """,
      en: """
        Add the chapters that it sheds light on to the front matter:

            chapitres: [charge]
        """
    )
  )

  package static let toComplete = DiagnosticID(
    "to-complete",
    title: Message(fr: "Information à compléter", en: "Information to complete"),
    meaning: Message(
      fr: """
        La mention `à compléter` tient lieu d’une information que seul l’éditeur du site connaît : son adresse, son \
        directeur de la publication, son hébergeur. Elle paraît aussi là où rien n’est écrit du tout. Plusieurs de ces \
        informations sont obligatoires en France : complétez-les avant la mise en ligne.
        """,
      en: """
        The words `à compléter` stand for something that only the site’s publisher knows: its address, its director \
        of publication, its host. They also appear where nothing at all is written. French law requires several of \
        these: complete them before the site goes online.
        """
    ),
    remedy: Message(
      fr: """
        Remplacez la mention par l’information exacte, ou ajoutez la ligne qui manque, sans jamais rien inventer :

            directeur: Camille Martin, présidente du syndicat
        """,
      en: """
        Replace the words with the exact information, or add the line that is missing, and never invent anything:

            directeur: Camille Martin, présidente du syndicat
        """
    )
  )
}
