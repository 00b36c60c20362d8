/// Explanations of findings on the publisher's declarations and on the file with the measures of pages.
extension DiagnosticID {
  package static let missingDeclaration = DiagnosticID(
    "missing-declaration",
    title: Message(fr: "Déclaration d’accessibilité absente", en: "Missing accessibility declaration"),
    meaning: Message(
      fr: """
        Le site d’un organisme public porte une déclaration d’accessibilité, et chaque page y mène. Sans données, Trousse \
        publie une déclaration que rien ne contredit : le site est non conforme, et le reste est à compléter.
        """,
      en: """
        The site of a public body bears an accessibility declaration, and every page leads to it. Without data, Trousse \
        publishes one that nothing contradicts: the site does not conform, and the rest is to be filled in.
        """
    ),
    remedy: Message(
      fr: """
        Créez `content/declarations/accessibilite.yml`. Ce que le fichier ne dit pas vient de `site.yml` : l’organisme, \
        l’adresse, la date, le schéma pluriannuel, le plan d’action. Une ligne suffit pour commencer :

            technologies: [HTML5, CSS, SVG, JavaScript]
        """,
      en: """
        Create `content/declarations/accessibilite.yml`. What the file does not say comes from `site.yml`: the body, the \
        address, the date, the plan over several years, the action plan. One line is enough to begin with:

            technologies: [HTML5, CSS, SVG, JavaScript]
        """
    )
  )

  package static let incoherentDeclaration = DiagnosticID(
    "incoherent-declaration",
    title: Message(fr: "Déclaration qui se contredit", en: "Declaration that contradicts itself"),
    meaning: Message(
      fr: """
        Deux choses déclarées ne peuvent pas être vraies ensemble, ou l’une manque à l’autre. L’état de conformité et le \
        score se calculent d’après ces données : ils seraient faux sur toutes les pages.
        """,
      en: """
        Two things that are declared cannot both be true, or one lacks the other. The state of conformity and the score \
        are computed from these data: they would be wrong on every page.
        """
    ),
    remedy: Message(
      fr: """
        Reprenez le rapport d’audit et recopiez ses nombres ; le taux est facultatif, il se calcule :

            audit:
              date: 2026-10-01
              auditeur: Nom de l’auditeur
              criteres: {conformes: 60, non-conformes: 10, non-applicables: 36}
        """,
      en: """
        Take the audit report and copy its numbers; the rate is optional, it is computed:

            audit:
              date: 2026-10-01
              auditeur: The name of the auditor
              criteres: {conformes: 60, non-conformes: 10, non-applicables: 36}
        """
    )
  )

  package static let expiredAudit = DiagnosticID(
    "expired-audit",
    title: Message(fr: "Audit ou déclaration hors délai", en: "Audit or declaration out of date"),
    meaning: Message(
      fr: """
        Une déclaration d’accessibilité, et l’audit dont elle donne le résultat, valent trois ans, et dix-huit mois après \
        une nouvelle version du RGAA. Au-delà, la seule mention permise est « non conforme », que Trousse écrit au bas de \
        chaque page. Les dates comparées sont celle de la déclaration et celle de `site.yml`, jamais celle du jour.
        """,
      en: """
        An accessibility declaration, and the audit that it gives the result of, hold for three years, and for eighteen \
        months after a new version of the RGAA. After that “non-conforming” is all that may be said, which Trousse writes at \
        the foot of every page. The dates compared are those of the declaration and of `site.yml`, never that of today.
        """
    ),
    remedy: Message(
      fr: "Faites faire un nouvel audit, ou revoyez la déclaration. Écrivez ensuite la nouvelle date à cette ligne.",
      en: "Have a new audit made, or go through the declaration again. Then write the new date on this line.")
  )

  package static let staleMeasures = DiagnosticID(
    "stale-measures",
    title: Message(fr: "Mesures d’un autre jeu de pages", en: "Measures of another set of pages"),
    meaning: Message(
      fr: """
        La page d’écoconception montre ce que pèse chaque page, d’après `content/declarations/mesures.json`. Depuis la \
        dernière mesure, des pages sont apparues ou ont disparu, ou rien n’a encore été mesuré.
        """,
      en: """
        The eco-design page shows what each page weighs, after `content/declarations/mesures.json`. Since the last \
        measure pages were added or are gone, or nothing has been measured yet.
        """
    ),
    remedy: Message(
      fr: """
        Mesurez de nouveau, puis enregistrez le fichier avec le reste du contenu :

            trousse audit
        """,
      en: """
        Measure again, then save the file with the rest of the content:

            trousse audit
        """
    )
  )

  package static let damagedMeasures = DiagnosticID(
    "damaged-measures",
    title: Message(fr: "Mesures illisibles", en: "Damaged measures"),
    meaning: Message(
      fr: """
        Le fichier `content/declarations/mesures.json`, que `trousse audit` écrit, ne se lit pas : deux versions ont été \
        mêlées, ou il a été modifié à la main. Il n’est pas remplacé, pour que rien ne soit perdu.
        """,
      en: """
        The file `content/declarations/mesures.json`, which `trousse audit` writes, cannot be read: two versions were \
        mixed, or it was changed by hand. It is not replaced, so that nothing is lost.
        """
    ),
    remedy: Message(
      fr: """
        Supprimez-le, puis lancez `trousse audit` : il n’y a rien dedans qui ne se mesure de nouveau. Pour garder les \
        anciennes mesures, reprenez plutôt une version précédente du fichier.
        """,
      en: """
        Delete it, then run `trousse audit`: there is nothing in it that cannot be measured again. To keep the former \
        measures, take an earlier version of the file instead.
        """
    )
  )
}
