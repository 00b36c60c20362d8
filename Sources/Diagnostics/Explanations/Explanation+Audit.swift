/// Explanations of findings on the cost of loading a page.
extension DiagnosticID {
  package static let overBudget = DiagnosticID(
    "over-budget",
    title: Message(fr: "Page trop lourde", en: "Page over its budget"),
    meaning: Message(
      fr: """
        Une page dépasse une limite de poids, de requêtes, d’éléments ou d’EcoIndex. Le RGESN demande (critère 6.1) \
        d’annoncer de telles limites et de s’y tenir : elles gardent les pages lisibles sur un vieux téléphone et une \
        connexion lente. Une limite écrite dans `site.yml` arrête la publication ; celles de Trousse, qui valent sinon, \
        avertissent seulement.
        """,
      en: """
        A page exceeds a limit on weight, requests, elements or EcoIndex. The RGESN asks (criterion 6.1) to declare \
        such limits and to keep to them: they keep pages readable on an old telephone and a slow line. A limit written in \
        `site.yml` stops publication; those of Trousse, which hold otherwise, only warn.
        """
    ),
    remedy: Message(
      fr: """
        Regardez quelles pages dépassent avec `trousse audit`. Partagez un long chapitre en deux, allégez le thème ou, \
        si la page vaut son poids, changez la limite dans `site.yml` :

            budgets:
              poids: 40
              requetes: 4
              elements: 500
              ecoindex: 75
        """,
      en: """
        See which pages are over with `trousse audit`. Split a long chapter in two, lighten the theme or, if the page \
        is worth its weight, change the limit in `site.yml`:

            budgets:
              poids: 40
              requetes: 4
              elements: 500
              ecoindex: 75
        """
    )
  )
}
