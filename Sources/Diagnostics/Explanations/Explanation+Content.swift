/// Explanations of findings on the content folder.
extension DiagnosticID {
  package static let missingContent = DiagnosticID(
    "missing-content",
    title: Message(fr: "Dossier de contenu absent", en: "No content folder"),
    meaning: Message(
      fr: """
        Trousse n’a pas trouvé le dossier `content/`, qui contient tout ce que le site publie. Le plus souvent, la \
        commande a été lancée depuis un autre dossier que celui de la boîte à outils.
        """,
      en: """
        Trousse did not find the folder `content/`, which holds all that the site publishes. Most often the command \
        was started in another folder than the toolbox’s own.
        """
    ),
    remedy: Message(
      fr: """
        Placez-vous dans le dossier qui contient `content/`, ou indiquez-le :

            trousse build --root /chemin/vers/la/boite-a-outils
        """,
      en: """
        Go to the folder that contains `content/`, or name it:

            trousse build --root /path/to/the/toolbox
        """
    )
  )

  package static let emptyContent = DiagnosticID(
    "empty-content",
    title: Message(fr: "Aucun contenu", en: "No content"),
    meaning: Message(
      fr: """
        Le dossier de contenu existe, mais il ne contient aucune fiche à publier. Un site vide n’aurait pas de sens \
        et remplacerait peut-être un site qui fonctionne : rien n’est donc écrit.
        """,
      en: """
        The content folder exists but holds no entry to publish. An empty site would make no sense and might replace \
        one that works, so nothing is written.
        """
    ),
    remedy: Message(
      fr: """
        Vérifiez que vous êtes dans le bon dossier. Pour commencer un site, écrivez un premier chapitre, par exemple \
        dans `content/guide/bienvenue.md` :

            ---
            titre: Bienvenue
            ordre: 1
            ---

            Le texte commence ici.
        """,
      en: """
        Check that this is the right folder. To start a site, write a first chapter, for example in \
        `content/guide/bienvenue.md`:

            ---
            titre: Bienvenue
            ordre: 1
            ---

            Le texte commence ici.
        """
    )
  )

  package static let missingConfiguration = DiagnosticID(
    "missing-configuration",
    title: Message(fr: "Configuration absente", en: "No configuration"),
    meaning: Message(
      fr: """
        Le fichier `content/site.yml` manque. Il dit comment s’appelle le site, qui le publie, quelles éditions \
        existent et quels mots les fiches peuvent employer : sans lui, rien ne peut être vérifié.
        """,
      en: """
        The file `content/site.yml` is missing. It says what the site is called, who publishes it, which editions \
        exist and which words entries may use: without it nothing can be checked.
        """
    ),
    remedy: Message(
      fr: """
        Créez `content/site.yml`, en commençant par le titre et la langue :

            titre: Boîte à outils
            langue: fr
        """,
      en: """
        Create `content/site.yml`, starting with the title and the language:

            titre: Boîte à outils
            langue: fr
        """
    )
  )

  package static let unknownFolder = DiagnosticID(
    "unknown-folder",
    title: Message(fr: "Dossier inconnu", en: "Unknown folder"),
    meaning: Message(
      fr: """
        Ce dossier de `content/` ne correspond à aucun type de fiche. Trousse reconnaît le type d’une fiche au \
        dossier où elle se trouve ; celles d’un dossier inconnu ne paraîtraient nulle part.
        """,
      en: """
        This folder of `content/` stands for no type of entry. Trousse tells the type of an entry by the folder that \
        it is in; those of an unknown folder would appear nowhere.
        """
    ),
    remedy: Message(
      fr: """
        Corrigez le nom du dossier ou déplacez ce qu’il contient. Les dossiers connus sont `guide`, `rex`, \
        `facteurs`, `ressources`, `accompagnements`, `pages` et `fichiers`.
        """,
      en: """
        Correct the folder’s name or move what it contains. The known folders are `guide`, `rex`, `facteurs`, \
        `ressources`, `accompagnements`, `pages` and `fichiers`.
        """
    )
  )

  package static let misplacedFile = DiagnosticID(
    "misplaced-file",
    title: Message(fr: "Fichier mal rangé", en: "Misplaced file"),
    meaning: Message(
      fr: """
        Ce fichier n’est pas à sa place : une image parmi les fiches, par exemple, ou une fiche en dehors des \
        dossiers de fiches. Là où il est, il ne serait pas publié.
        """,
      en: """
        This file is not where it belongs: an image among entries, for example, or an entry outside the folders for \
        entries. Where it is, it would not be published.
        """
    ),
    remedy: Message(
      fr: """
        Déplacez les images et les documents à télécharger dans `content/fichiers/`, et chaque fiche (un fichier en \
        `.md`) dans le dossier de son type. Depuis un chapitre, une image s’appelle alors ainsi :

            ![Les quatre étapes, de l'accueil au bilan](../fichiers/etapes.png)
        """,
      en: """
        Move images and downloads to `content/fichiers/`, and each entry (a file that ends in `.md`) to the folder of \
        its type. A chapter then shows an image in this way:

            ![Les quatre étapes, de l'accueil au bilan](../fichiers/etapes.png)
        """
    )
  )
}
