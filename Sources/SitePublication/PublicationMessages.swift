import Diagnostics
import Files
import Foundation

extension DiagnosticID {
  package static let foreignFile = DiagnosticID(
    "foreign-file",
    title: Message(fr: "Fichier étranger", en: "Foreign file"),
    meaning: Message(
      fr: """
        Le dossier de sortie contient un fichier que Trousse n’a pas écrit, ou qu’une main a modifié depuis. Trousse n’efface ni ne remplace jamais ce \
        qui n’est pas de lui : quelqu’un y tient peut-être. S’il occupe l’adresse d’une page du site, rien n’est \
        publié.
        """,
      en: """
        The output folder contains a file that Trousse did not write, or that somebody changed since. Trousse never deletes or replaces what is not \
        its own: somebody may care about it. If it takes the address of a page of the site, nothing is published.
        """
    ),
    remedy: Message(
      fr: """
        Si le fichier doit être publié, mettez-le dans `content/fichiers/` ; sinon, supprimez-le ou déplacez-le \
        vous-même, puis recommencez. Pour que le site prenne sa place sans le garder :

            trousse build --take-over

        Seuls les fichiers que le site remplace ou n’a plus sont pris ; les autres restent. D’un lien symbolique, c’est \
        le lien qui est remplacé, jamais ce à quoi il mène. Un dossier n’est jamais remplacé.
        """,
      en: """
        If the file is to be published, put it in `content/fichiers/`; otherwise delete or move it yourself, then try \
        again. To let the site take its place, without keeping it:

            trousse build --take-over

        Only files that the site replaces, or has no more, are taken; others stay. Of a symbolic link, the link is \
        replaced, never what it leads to. A folder is never replaced.
        """
    )
  )

  package static let foreignFolder = DiagnosticID(
    "foreign-folder",
    title: Message(fr: "Dossier de sortie déjà occupé", en: "Output folder in use"),
    meaning: Message(
      fr: """
        Le dossier de sortie n’est pas vide, et Trousse n’y a jamais écrit. Un nom de dossier se tape vite de travers, et \
        un site ne se publie pas parmi des documents ou des programmes : rien n’a été écrit. Les fichiers cachés, comme \
        `.gitkeep` ou `.htaccess`, ne comptent pas.
        """,
      en: """
        The output folder is not empty, and Trousse never wrote to it. The name of a folder is easily mistyped, and a \
        site is not published among documents or programs: nothing was written. Hidden files, such as `.gitkeep` or \
        `.htaccess`, do not count.
        """
    ),
    remedy: Message(
      fr: """
        Choisissez un dossier vide, ou un nouveau :

            trousse build --output mon-site

        Si c’est bien ce dossier, dites-le une fois ; ses fichiers restent, sauf ceux dont le site prend la place :

            trousse build --output mon-site --take-over
        """,
      en: """
        Choose an empty folder, or a new one:

            trousse build --output my-site

        If it is this folder that you mean, say so once; its files stay, but for those whose place the site takes:

            trousse build --output my-site --take-over
        """
    )
  )
}

extension Diagnostic {
  /// Reports that the downloads of a site together exceed the size limit.
  ///
  /// - Parameter path: the path, in the content folder, of the first file that takes the total size above the limit.
  package static func tooManyDownloads(from path: String) -> Diagnostic {
    let limit = SizeLimit.allDownloads.megabytes
    return Diagnostic(
      .fileTooLarge, at: SourceLocation(file: "content/" + path),
      Message(
        fr: "avec ce fichier, les images et les documents du site pèsent plus de \(limit.french)",
        en: "with this file, the images and documents of the site weigh more than \(limit.english)"),
      help: Message(
        fr: "réduisez-les, ou mettez-en sur un autre site et donnez leur adresse",
        en: "make them smaller, or put some on another site and give their address"))
  }

  /// - Parameters:
  ///   - isLink: whether the foreign item is a symbolic link.
  ///   - canBeTakenOver: whether `--take-over` would replace or remove the foreign item.
  ///   - damaged: the records of the output that cannot be decoded.
  package static func foreignFile(_ path: String, isLink: Bool, canBeTakenOver: Bool, damaged: [String]) -> Diagnostic {
    let move =
      canBeTakenOver
      ? Message(
        fr: """
          déplacez-le, ou recommencez avec « --take-over » pour que le site prenne sa place ; ou choisissez un autre \
          dossier avec « --output »
          """,
        en: """
          move it, or try again with “--take-over” to let the site take its place; or choose another folder with \
          “--output”
          """)
      : Message(
        fr: "déplacez-le ou supprimez-le, ou choisissez un autre dossier avec « --output »",
        en: "move it or delete it, or choose another folder with “--output”")
    let doubt = Message(
      fr: "\n(Trousse a perdu la liste de ce qu’il a écrit : ce fichier est peut-être de lui)",
      en: "\n(Trousse lost the list of what it wrote: this file may be its own)")
    return Diagnostic(
      .foreignFile, at: SourceLocation(file: path),
      isLink
        ? Message(
          fr: "ce lien symbolique n’est pas de Trousse : il n’est ni suivi ni remplacé",
          en: "this symbolic link is not Trousse’s: it is neither followed nor replaced")
        : Message(
          fr: "ce fichier n’a pas été écrit par Trousse, ou a été modifié depuis : il n’est pas remplacé",
          en: "Trousse did not write this file, or somebody changed it since: it is not replaced"),
      help: damaged.isEmpty || isLink
        ? move : Message(fr: move.french + doubt.french, en: move.english + doubt.english),
      related: isLink
        ? []
        : damaged.map {
          Related(
            SourceLocation(file: $0),
            Message(
              fr:
                "ce registre n’a pas pu être lu : rien de ce qu’il nommait ne peut être reconnu comme étant de Trousse",
              en: "this record could not be read: nothing that it named can be recognised as Trousse’s"))
        })
  }

  /// - Parameters:
  ///   - shown: the name of the output folder in messages.
  ///   - names: the names of the visible items in the output folder.
  package static func foreignFolder(_ shown: String, names: [String]) -> Diagnostic {
    let list = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
    return Diagnostic(
      .foreignFolder, at: SourceLocation(file: shown),
      Message(
        fr: "ce dossier n’est pas vide, et Trousse n’y a jamais écrit : il contient \(list)",
        en: "this folder is not empty, and Trousse never wrote to it: it holds \(list)"),
      help: Message(
        fr: """
          choisissez un dossier vide ou nouveau avec « --output », ou recommencez avec « --take-over » pour publier \
          parmi ces fichiers
          """,
        en: """
          choose an empty or a new folder with “--output”, or try again with “--take-over” to publish among these files
          """))
  }

  /// - Parameter isBegun: whether some published files may already be replaced.
  package static func unwritableOutput(_ error: FileSystemError, output: String, shown: String, isBegun: Bool)
    -> Diagnostic
  {
    let prefix = output.hasSuffix("/") ? output : output + "/"
    let inside = error.path.hasPrefix(prefix) ? Path.join(shown, String(error.path.dropFirst(prefix.count))) : nil
    // The name of a staged file means nothing to a user, so the message names the folder of the file.
    let told = inside.map { OutputPath.isStaged(Path.name($0)) ? OutputPath.parent($0) : $0 }
    let place = told.map { " (\($0))" } ?? ""
    let help = unwritableHelp(error)
    return Diagnostic(
      .unwritableOutput, at: nil,
      Message(
        fr: "le dossier « \(shown) » ne peut pas être écrit : \(error.reason.french)\(place)",
        en: "the folder “\(shown)” cannot be written: \(error.reason.english)\(place)"),
      help: isBegun
        ? Message(
          fr: "\(help.french) ; une partie du site a déjà été remplacée : la prochaine construction finira",
          en: "\(help.english); a part of the site has been replaced already: the next build will finish it")
        : help,
      cause: .machine)
  }

  private static func unwritableHelp(_ error: FileSystemError) -> Message {
    let other = Message(
      fr: "choisissez un autre dossier avec « --output »", en: "choose another folder with “--output”")
    guard let help = error.unwritableHelp else { return other }
    return Message(fr: "\(help.french), ou \(other.french)", en: "\(help.english), or \(other.english)")
  }
}
