import SiteSupport

/// A toolbox with one of everything that a print page holds, some of it for one edition only.
enum PrintedSite {
  static let source = "https://www.exemple.fr/origine"
  static let tool = "https://www.exemple.fr/outil"
  static let law = "https://www.exemple.fr/loi?a=1&b=2"

  /// - Parameter url: the address of the published site, if it is known.
  static func fixture(url: String? = nil) -> FixtureSite {
    FixtureSite(files, site: site + (url.map { "url: \($0)\n" } ?? ""))
  }

  private static let site = """
    titre: Ma boîte
    sous-titre: Pour apprendre
    version: "2.1"
    date: 2026-03-02
    source: {titre: Le guide premier, auteur: Une agence, adresse: "\(source)"}
    licence: Elle peut être reprise.
    editeur: {nom: Syndicat du Val}
    groupes:
      dsi:
        titre: DSI
        valeurs: {avec-dsi: Avec une DSI, sans-dsi: Sans DSI}
    editions:
      binome: {titre: Édition binôme, choix: [binome]}
      referent: {titre: Édition référent, choix: [referent]}
    vocabulaires:
      nature: {outil: Outil}
      theme: {methode: La méthode}
      cote: {collectivite: Du côté des collectivités}
    abreviations:
      COPIL: comité de pilotage

    """

  private static func type(_ title: String, hours: Int, week: String) -> String {
    """
    ---
    titre: \(title)
    resume: Résumé de \(title).
    heures: \(hours)
    par-semaine: \(week)
    semaines: 15
    avertissement: Réserve de \(title).
    ---

    ## Les rôles

    Le rôle de \(title).
    """
  }

  private static let files = [
    "accompagnements/binome.md": type("En binôme", hours: 50, week: "3 heures"),
    "accompagnements/referent.md": type("Comme référent", hours: 110, week: "1 journée"),
    "guide/index.md": "---\ntitre: Le guide\n---\n\n## À qui ?\n\nÀ vous.\n",
    "guide/charge.md": """
    ---
    titre: Quelle charge ?
    ordre: 1
    resume: Le temps passé.
    ---

    ## Chiffres

    Le temps[^a], vu au COPIL.

    ::: charge
    :::

    ::: rex collegue
    :::

    Lire [la suite](suite.md), [son début](suite.md#chiffres), [l’introduction](index.md), [rassurer](../facteurs/rassurer.md),
    [l’outil](../ressources/outil.md), [sa collègue](../rex/collegue.md), [le maire](../rex/maire.md),
    [les ressources](../ressources/index.md), [à propos](../pages/a-propos.md), [tout le guide](guide:suite.md) et
    [la loi](\(law)).

    | Étape | Durée |
    |---|---|
    | Première | Un mois |

    [^a]: Note de la charge.
    """,
    "guide/suite.md": """
    ---
    titre: Et la suite ?
    ordre: 2
    ---

    ## Chiffres

    Encore[^a], selon [la même loi](\(law)) et [l’origine](\(source)).

    ::: pour binome
    À deux.
    :::

    ::: pour referent
    Tout seul : [rien que vous](seul.md).
    :::

    [^a]: Note de la suite.
    """,
    "guide/seul.md": "---\ntitre: Rien que vous\nordre: 3\npour: [referent]\n---\n\nTexte du référent.\n",
    "etapes/diagnostic.md":
      "---\ntitre: Diagnostic\nordre: 1\nfacteurs: [rassurer, diriger]\n---\n\nOn regarde, voir [rassurer](../facteurs/rassurer.md).\n",
    "facteurs/index.md": "---\ntitre: Les facteurs\n---\n\nCe qui réussit.\n",
    "facteurs/rassurer.md": """
    ---
    titre: Rassurer
    ordre: 1
    ressources: [outil]
    ---

    Il faut rassurer.
    """,
    "facteurs/diriger.md": "---\ntitre: Diriger\nordre: 2\npour: [referent]\n---\n\nSeul à bord.\n",
    "rex/index.md": "---\ntitre: Les voix\n---\n\nDes voix.\n",
    "rex/collegue.md": voice("A. Collègue", "Il fallait oser."),
    "rex/maire.md": voice("B. Maire", "Nous l’avons fait."),
    "ressources/index.md": "---\ntitre: Les ressources\n---\n\nPour aller plus loin.\n",
    "ressources/outil.md": """
    ---
    titre: Un outil
    adresse: \(tool)
    editeur: Une école
    nature: outil
    theme: methode
    ---

    Il compte.
    """,
    "ressources/prevue.md": """
    ---
    titre: Une suite prévue
    a-venir: oui
    editeur: Une école
    nature: outil
    theme: methode
    pour: [referent]
    ---

    Elle viendra.
    """,
    "pages/a-propos.md": "---\ntitre: À propos\n---\n\nTexte de la page.\n",
  ]

  private static func voice(_ author: String, _ words: String) -> String {
    """
    ---
    auteur: \(author)
    fonction: Élu
    organisme: Une commune
    cote: collectivite
    ---

    \(words)
    """
  }
}
