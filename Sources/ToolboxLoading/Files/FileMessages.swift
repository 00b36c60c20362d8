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

  /// The finding on a file or a folder that could not be read. There are three possible reasons: the file is too large,
  /// a symbolic link leads out of the permitted folder, or the system refuses.
  public static func unreadableFile(_ path: String, _ error: FileSystemError) -> Diagnostic {
    if let excess = error.excess { return .fileTooLarge(path, size: excess.size, limit: excess.limit) }
    if error.isThroughLink { return .symbolicLinkOutside(path) }
    return Diagnostic(
      .unreadableFile, at: SourceLocation(file: path), error.unreadableMessage, help: error.unreadableHelp,
      cause: .machine)
  }

  /// The finding on a file that the system refuses to write.
  public static func unwritableFile(_ path: String, _ error: FileSystemError) -> Diagnostic {
    Diagnostic(
      .unwritableOutput, at: SourceLocation(file: path),
      Message(
        fr: "ce fichier ne peut pas être écrit : \(error.reason.french)",
        en: "this file cannot be written: \(error.reason.english)"),
      help: error.unwritableHelp, cause: .machine)
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

  /// The finding on a symbolic link whose target is outside the permitted folder.
  ///
  /// - Parameter path: the path of the link, or the path of an item that is reached through the link.
  public static func symbolicLinkOutside(_ path: String) -> Diagnostic {
    let isContent = path.hasPrefix(ContentTree.folder + "/")
    return Diagnostic(
      .symbolicLinkOutside, at: SourceLocation(file: path),
      isContent
        ? Message(
          fr: "ce lien symbolique sort du dossier « content »",
          en: "this symbolic link leads out of the folder “content”")
        : Message(
          fr: "un lien symbolique sort ici du dossier où il se trouve",
          en: "a symbolic link leads out of the folder that it is in here"),
      help: isContent
        ? Message(fr: "copiez le fichier dans « content »", en: "copy the file into “content”")
        : Message(
          fr: "remplacez le lien par une copie de ce qu’il montre", en: "replace the link with a copy of what it shows")
    )
  }

  static func danglingLink(_ path: String) -> Diagnostic {
    Diagnostic(
      .symbolicLinkOutside, at: SourceLocation(file: path),
      Message(fr: "ce lien symbolique ne mène nulle part", en: "this symbolic link leads nowhere"),
      help: Message(fr: "supprimez-le ou rétablissez sa cible", en: "remove it, or restore its target"))
  }

  /// The finding on a file that is not UTF-8.
  ///
  /// - Parameter skipped: the number of bytes before the text in the file. It is the length of the byte-order mark, or
  ///   0 if there is no such mark.
  static func invalidUTF8(_ source: SourceText, offset: Int, skipped: Int) -> Diagnostic {
    let byte = offset < source.bytes.count ? source.bytes[offset] : 0
    let hex = "0x" + String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      .invalidUTF8, at: SourceLocation(file: source.file, at: source.position(ofByte: offset)),
      Message(
        fr: "ce fichier n’est pas en UTF-8 : l’octet \(offset + skipped + 1) (\(hex)) n’y a pas sa place",
        en: "this file is not UTF-8: byte \(offset + skipped + 1) (\(hex)) does not belong"),
      help: Message(
        fr: "réenregistrez-le en « UTF-8 » depuis votre éditeur", en: "save it again as “UTF-8” from your editor"))
  }

  /// The finding on a file above its size limit.
  ///
  /// - Parameter size: the size in bytes, or the number of bytes that were read before the limit was exceeded.
  public static func fileTooLarge(_ path: String, size: Int, limit: SizeLimit) -> Diagnostic {
    // The size is rounded up. Otherwise, a size just above the limit would be shown as the limit.
    let weight = ShownNumber(Double(size) / 1_000_000, .exactly(0), rounded: .up).megabytes
    let permitted = limit.megabytes
    return Diagnostic(
      .fileTooLarge, at: SourceLocation(file: path),
      Message(
        fr: "ce fichier pèse \(weight.french) ; la limite est de \(permitted.french)",
        en: "this file weighs \(weight.english); the limit is \(permitted.english)"),
      help: limit == .text
        ? Message(fr: "partagez-le en plusieurs fichiers", en: "split it into several files")
        : Message(
          fr: "réduisez-le, ou mettez-le sur un autre site et donnez son adresse",
          en: "make it smaller, or put it on another site and give its address"))
  }
}
