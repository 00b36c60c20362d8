/// The texts of a sample toolbox.
extension SampleToolbox {
  /// Two chapters and the introduction of the guide, with the passages that the facets add.
  var guide: [String: String] {
    var start = """
      ---
      titre: Commencer
      ordre: 1
      resume: Par où commencer, avec NR.
      mots-cles: [début, NR]
      mis-a-jour: 2026-01-15
      ---

      Un premier texte parle de NR et du COPIL, avant [la suite](suivre.md#etapes).

      ## Les étapes

      Un mot[^un], puis une liste :

      - un point ;
      - un autre, avec `code` et **gras**.

      > [!NOTE]
      > Un encadré cite [la suite](suivre.md).

      [^un]: Une note de bas de page.

      """
    var next = """
      ---
      titre: Suivre
      ordre: 2
      ---

      Retour au [début](commencer.md), ou à [ses étapes](commencer.md#les-etapes).

      ## Étapes

      Table : Deux temps

      | Temps | Nombre |
      |---|---|
      | Avant | 6 |

      <details><summary>Plus</summary>

      Un détail.

      </details>

      <!-- une remarque pour soi -->

      ## Combien de temps ? {#temps}

      Le temps se compte en mois.

      """
    if facets.contains(.editions) {
      start += "\n::: pour binome\nÀ deux, le COPIL compte.\n\n## À deux\n\nAinsi.\n:::\n"
      start += "\n::: pour sans-dsi\nSans informatique, on demande.\n:::\n\n[Tout](guide:suivre.md) est là.\n"
      next += "\n::: charge\n:::\n\nVoir [les deux façons](../accompagnements/index.md).\n"
    }
    if facets.contains(.collections) {
      start += "\n::: rex cote=collectivite\n:::\n\nEt [un outil](../ressources/outil.md).\n"
      // The link without a target has a finding, whose place moves with edits before it.
      next +=
        "\n::: facteurs etape=avant\n:::\n\n::: etapes\n:::\n\n::: ressources theme=former\n:::\n\nVoir [la suite](#).\n"
    }
    if facets.contains(.pages) {
      start += "\n![Un schéma](../fichiers/schema.svg)\n\nLire [la notice](../fichiers/notice.txt).\n"
      next += "\n![](../fichiers/filet.svg){decorative}\n\n::: editeur\n:::\n"
    }
    return [
      "guide/index.md": "---\ntitre: Le guide\nresume: Deux chapitres.\n---\n\nPour qui lit NR.\n",
      "guide/commencer.md": start, "guide/suivre.md": next,
    ]
  }

  static let accompaniments = [
    "accompagnements/index.md": "---\ntitre: Deux façons\n---\n\nÀ comparer.\n",
    "accompagnements/binome.md": """
    ---
    titre: En binôme
    libelle: Binôme
    heures: 50
    par-semaine: 3 heures
    semaines: 15
    base: 2 dispositifs
    avertissement: Chiffre indicatif.
    ordre: 1
    ---

    ## Les rôles

    Chacun le sien, et un COPIL.

    """,
    "accompagnements/referent.md": """
    ---
    titre: Comme référent
    heures: 110
    par-semaine: 1 journée
    semaines: 15
    ordre: 2
    ---

    Un seul rôle : [les étapes](../guide/suivre.md#etapes).

    ::: pour avec-dsi
    Avec elle.
    :::

    """,
  ]

  static let collections = [
    "rex/index.md": "---\ntitre: Témoignages\n---\n\nIls racontent.\n",
    "rex/a-martin.md": """
    ---
    auteur: A. Martin
    fonction: Directrice
    organisme: Un syndicat
    cote: collectivite
    chapitres: [commencer]
    ---

    Nous avons appris le NR en marchant.

    """,
    "etapes/avant.md":
      "---\ntitre: Avant\nordre: 1\nsemaines: preparation\nfacteurs: [preparer]\n---\n\nOn prépare le COPIL.\n",
    "etapes/apres.md":
      "---\ntitre: Après\nordre: 2\nquestions: [Et ensuite]\nressources: [outil]\n---\n\nOn continue.\n",
    "facteurs/index.md": "---\ntitre: Facteurs\n---\n\nDans l'ordre.\n",
    "facteurs/preparer.md": """
    ---
    titre: Préparer le COPIL
    ordre: 1
    ressources: [outil]
    ---

    Un COPIL se prépare : [commencer](../guide/commencer.md).

    """,
    "ressources/index.md": "---\ntitre: Ressources\n---\n\nPour aller plus loin.\n",
    "ressources/outil.md": """
    ---
    titre: Un outil
    adresse: https://www.exemple.fr/outil
    editeur: Un éditeur
    nature: outil
    theme: former
    ---

    Pour agir sans attendre.

    """,
    "ressources/promesse.md": """
    ---
    titre: Une promesse
    a-venir: oui
    editeur: Un éditeur
    nature: guide
    theme: agir
    date: 2025
    ---

    Elle viendra.

    """,
  ]

  static let pages = [
    "pages/a-propos.md": """
    ---
    titre: À propos
    menu: pied
    ordre: 1
    ---

    D'où vient la boîte : [du guide](../guide/index.md). Adresse : à compléter.

    """,
    "pages/mentions.md": "---\ntitre: Mentions\nmenu: aucun\n---\n\n## Qui\n\nVoir [à propos](a-propos.md).\n",
    "fichiers/schema.svg": drawing(width: 30),
    "fichiers/filet.svg": drawing(width: 40),
    "fichiers/notice.txt": "Une notice.\n",
    "declarations/ecoconception.yml": """
    objectif: Peser peu.
    date: 2026-01-31
    referent: à compléter
    engagements: ["Tenir [la mesure](../pages/a-propos.md)."]
    criteres:
      respectes: {4.8: Aucune police.}

    """,
  ]

  static func drawing(width: Int) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"10\"></svg>\n"
  }

  static let ownTheme = [
    theme + "/theme.yml": "extends: default\nfeuilles: [style.css, essai.css]\n",
    theme + "/assets/essai.css": ".essai{margin:0}\n",
    theme + "/templates/glossary.mustache": glossary("Sigles"),
    theme + "/templates/page-head.mustache": pageHead("essai"),
  ]

  static func glossary(_ label: String) -> String {
    "{{<layout}}\n{{$main}}\n<h1>{{page.title}}</h1>\n<p>\(label)</p>\n<dl>\n{{#terms}}<div><dt{{#anchor}} id=\"{{anchor}}\""
      + "{{/anchor}}>{{short}}</dt><dd>{{long}}</dd></div>\n{{/terms}}</dl>\n{{/main}}\n{{/layout}}\n"
  }

  static func pageHead(_ name: String) -> String { "<h1 class=\"\(name)\">{{page.title}}</h1>\n" }
}
