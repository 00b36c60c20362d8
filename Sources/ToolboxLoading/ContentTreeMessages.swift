import Diagnostics
import Files

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

  package static let symbolicLinkCycle = DiagnosticID(
    "symbolic-link-cycle",
    title: Message(fr: "Raccourci qui tourne en rond", en: "Symbolic links in a circle"),
    meaning: Message(
      fr: """
        Un lien symbolique (un raccourci) mène à un dossier qui le contient, directement ou par un autre raccourci. \
        En le suivant, on n’arriverait jamais au bout du contenu.
        """,
      en: """
        A symbolic link (a shortcut) leads to a folder that contains it, directly or through another shortcut. \
        Following it would never come to the end of the content.
        """
    ),
    remedy: Message(
      fr: """
        Supprimez ce raccourci, ou faites-le mener à un dossier qui ne le contient pas. Le dossier vers lequel il \
        pointe n’est pas touché par cette suppression.
        """,
      en: """
        Delete this shortcut, or point it to a folder that does not contain it. Deleting it does not touch the folder \
        that it points to.
        """
    )
  )
}

extension Diagnostic {
  package static func missingContent(root: String) -> Diagnostic {
    Diagnostic(
      .missingContent, at: nil,
      Message(
        fr: "il n’y a pas de dossier « content » dans « \(root) »", en: "there is no folder “content” in “\(root)”"),
      help: Message(
        fr: "placez-vous dans le dossier de la boîte à outils, ou indiquez-le avec « --root DOSSIER »",
        en: "go to the toolbox’s folder, or name it with “--root FOLDER”"))
  }

  package static func emptyContent() -> Diagnostic {
    Diagnostic(
      .emptyContent, at: SourceLocation(file: ToolboxFolder.content),
      Message(fr: "le dossier « content » est vide", en: "the folder “content” is empty"),
      help: Message(
        fr: "il contient au moins « site.yml » et un chapitre dans « guide/ »",
        en: "it holds at least “site.yml” and a chapter in “guide/”"))
  }

  package static func missingConfiguration() -> Diagnostic {
    Diagnostic(
      .missingConfiguration, at: SourceLocation(file: "content/site.yml"),
      Message(fr: "le fichier « content/site.yml » manque", en: "the file “content/site.yml” is missing"),
      help: Message(
        fr: "créez-le avec au moins une ligne « titre: Le titre du site »",
        en: "create it with at least a line “titre: The site’s title”"))
  }

  package static func unknownFolder(_ path: String, name: String, known: [String]) -> Diagnostic {
    let nearest = NearestMatch.find(name, among: known)
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .unknownFolder, at: SourceLocation(file: path),
      Message(
        fr: "le dossier « \(name) » n’est pas un dossier de contenu connu",
        en: "“\(name)” is not a known content folder"),
      help: nearest.map { Message(fr: "renommez-le « \($0) »", en: "rename it “\($0)”") }
        ?? Message(fr: "dossiers connus : \(list)", en: "known folders: \(list)"))
  }

  /// The remedy for a file in the wrong place.
  package enum MisplacedFileHelp {
    case rename(String)
    case move
    case name
    case notMarkdown
    case notAFile

    fileprivate var message: Message {
      switch self {
      case .rename(let name): Message(fr: "renommez-le « \(name) »", en: "rename it “\(name)”")
      case .move:
        Message(
          fr:
            "déplacez-le dans le dossier de son type (guide, rex, ressources…), ou dans « fichiers » si c’est une image ou un document",
          en:
            "move it to the folder of its type (guide, rex, ressources…), or to “fichiers” if it is an image or a document"
        )
      case .name:
        Message(
          fr: "renommez-le d’après ce qu’il dit, par exemple « mentions-legales.md »",
          en: "name it after what it says, for example “mentions-legales.md”")
      case .notMarkdown:
        Message(
          fr: "ce dossier ne contient que des fichiers « .md » ; images et documents vont dans « fichiers »",
          en: "this folder holds “.md” files only; images and documents go to “fichiers”")
      case .notAFile: Message(fr: "supprimez-le", en: "remove it")
      }
    }
  }

  package static func misplacedFile(_ path: String, help: MisplacedFileHelp) -> Diagnostic {
    Diagnostic(
      .misplacedFile, at: SourceLocation(file: path),
      Message(
        fr: "ce fichier n’est pas à sa place : il ne serait pas publié",
        en: "this file is not in its place: it would not be published"),
      help: help.message)
  }

  package static func symbolicLinkCycle(_ path: String) -> Diagnostic {
    Diagnostic(
      .symbolicLinkCycle, at: SourceLocation(file: path),
      Message(
        fr: "ce lien symbolique ramène à un dossier qui le contient",
        en: "this symbolic link leads back to a folder around it"),
      help: Message(fr: "supprimez ce lien", en: "remove this link"))
  }

  static func danglingLink(_ path: String) -> Diagnostic {
    Diagnostic(
      .symbolicLinkOutside, at: SourceLocation(file: path),
      Message(fr: "ce lien symbolique ne mène nulle part", en: "this symbolic link leads nowhere"),
      help: Message(fr: "supprimez-le ou rétablissez sa cible", en: "remove it, or restore its target"))
  }
}
