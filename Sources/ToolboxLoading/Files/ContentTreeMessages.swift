import Diagnostics

extension Diagnostic {
  static func missingContent(root: String) -> Diagnostic {
    Diagnostic(
      .missingContent, at: nil,
      Message(
        fr: "il n’y a pas de dossier « content » dans « \(root) »", en: "there is no folder “content” in “\(root)”"),
      help: Message(
        fr: "placez-vous dans le dossier de la boîte à outils, ou indiquez-le avec « --root DOSSIER »",
        en: "go to the toolbox’s folder, or name it with “--root FOLDER”"))
  }

  static func emptyContent() -> Diagnostic {
    Diagnostic(
      .emptyContent, at: SourceLocation(file: ContentTree.folder),
      Message(fr: "le dossier « content » est vide", en: "the folder “content” is empty"),
      help: Message(
        fr: "il contient au moins « site.yml » et un chapitre dans « guide/ »",
        en: "it holds at least “site.yml” and a chapter in “guide/”"))
  }

  static func missingConfiguration() -> Diagnostic {
    Diagnostic(
      .missingConfiguration, at: SourceLocation(file: "content/site.yml"),
      Message(fr: "le fichier « content/site.yml » manque", en: "the file “content/site.yml” is missing"),
      help: Message(
        fr: "créez-le avec au moins une ligne « titre: Le titre du site »",
        en: "create it with at least a line “titre: The site’s title”"))
  }

  static func unknownFolder(_ path: String, name: String, known: [String]) -> Diagnostic {
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
  enum MisplacedFileHelp {
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

  static func misplacedFile(_ path: String, help: MisplacedFileHelp) -> Diagnostic {
    Diagnostic(
      .misplacedFile, at: SourceLocation(file: path),
      Message(
        fr: "ce fichier n’est pas à sa place : il ne serait pas publié",
        en: "this file is not in its place: it would not be published"),
      help: help.message)
  }

  static func symbolicLinkCycle(_ path: String) -> Diagnostic {
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
