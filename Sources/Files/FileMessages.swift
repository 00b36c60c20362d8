import Diagnostics

extension DiagnosticID {
  package static let unreadableFile = DiagnosticID(
    "unreadable-file",
    title: Message(fr: "Fichier illisible", en: "Unreadable file"),
    meaning: Message(
      fr: """
        Le système a refusé d’ouvrir ce fichier ou ce dossier : droits d’accès insuffisants, disque retiré, partage \
        réseau coupé. Le contenu lui-même n’est pas en cause. Tant qu’il manque une pièce, rien n’est publié, pour ne \
        pas mettre en ligne un site incomplet.
        """,
      en: """
        The system refused to open this file or folder: missing permissions, a disk that was removed, a network share \
        that is gone. The content itself is not at fault. As long as a piece is missing nothing is published, so that \
        no incomplete site goes online.
        """
    ),
    remedy: Message(
      fr: """
        Vérifiez que vous pouvez ouvrir ce fichier vous-même, puis rendez-le lisible ou demandez-le à la personne qui \
        gère la machine. Sous Linux, par exemple :

            chmod u+r content/guide/charge.md
        """,
      en: """
        Check that you can open this file yourself, then make it readable or ask the administrator of the machine to. On \
        Linux, for example:

            chmod u+r content/guide/charge.md
        """
    )
  )

  package static let unwritableOutput = DiagnosticID(
    "unwritable-output",
    title: Message(fr: "Écriture impossible", en: "Output cannot be written"),
    meaning: Message(
      fr: """
        Le système a refusé d’écrire le site : disque plein, droits insuffisants, disque en lecture seule. Le site déjà publié n’a pas été modifié : Trousse prépare tout à côté et ne remplace les \
        pages qu’à la fin. S’il s’agit de la sortie standard ou de la sortie d’erreur, personne n’a pu lire ce qui devait y être \
        dit.
        """,
      en: """
        The system refused to write the site: the disk is full, permissions are missing, the disk is read-only. The site that was already published is unchanged: Trousse prepares everything beside \
        it and replaces pages only at the end. If it is standard output or standard error, nobody could read what was to be said \
        there.
        """
    ),
    remedy: Message(
      fr: """
        Libérez de la place ou vérifiez les droits sur le dossier de sortie, puis recommencez. Pour écrire ailleurs :

            trousse build --output /chemin/vers/un/dossier
        """,
      en: """
        Free some space or check the permissions of the output folder, then try again. To write elsewhere:

            trousse build --output /path/to/a/folder
        """
    )
  )

  package static let symbolicLinkOutside = DiagnosticID(
    "symbolic-link-outside",
    title: Message(fr: "Raccourci vers l’extérieur", en: "Symbolic link to the outside"),
    meaning: Message(
      fr: """
        Un lien symbolique (un raccourci) mène hors du dossier `content/`, ou hors du dossier des thèmes. Le site \
        dépendrait alors de fichiers que les autres n’ont pas, et un document qui n’est pas destiné au public pourrait \
        être publié par mégarde. Un lien qui reste dans son dossier est suivi.
        """,
      en: """
        A symbolic link (a shortcut) leads out of the folder `content/`, or out of the folder of themes. The site would \
        then depend on files that others do not have, and a document that is not meant for the public could be published \
        by mistake. A link that stays in its folder is followed.
        """
    ),
    remedy: Message(
      fr: "Remplacez le raccourci par une copie du fichier, dans `content/` ou dans le thème.",
      en: "Replace the shortcut with a copy of the file, inside `content/` or inside the theme."
    )
  )

  package static let invalidUTF8 = DiagnosticID(
    "invalid-utf8",
    title: Message(fr: "Fichier qui n’est pas en UTF-8", en: "File that is not UTF-8"),
    meaning: Message(
      fr: """
        Le fichier contient un octet qui n’existe pas en UTF-8, la façon normale de coder un texte aujourd’hui. Il \
        vient sans doute d’un ancien logiciel : les lettres accentuées y sont codées autrement et paraîtraient \
        abîmées.
        """,
      en: """
        The file contains a byte that does not exist in UTF-8, today’s usual way of encoding text. It probably comes \
        from old software: accented letters are encoded otherwise there and would come out garbled.
        """
    ),
    remedy: Message(
      fr: """
        Ouvrez le fichier dans votre éditeur de texte et enregistrez-le en choisissant l’encodage « UTF-8 ». Relisez \
        les accents autour de l’endroit indiqué.
        """,
      en: """
        Open the file in your text editor and save it with the encoding “UTF-8”. Read the accents again around the \
        place that is shown.
        """
    )
  )

  package static let fileTooLarge = DiagnosticID(
    "file-too-large",
    title: Message(fr: "Fichier trop volumineux", en: "File too large"),
    meaning: Message(
      fr: """
        Le fichier dépasse la taille que Trousse accepte : 4 Mo pour un texte, 100 Mo pour une image ou un document à \
        télécharger, 1 Go pour tous ensemble. Une fiche de texte n’atteint jamais cette taille : il s’agit sans doute \
        d’un autre fichier, placé ou renommé par erreur. Il n’est pas lu.
        """,
      en: """
        The file is larger than Trousse accepts: 4 MB for a text, 100 MB for an image or a download, 1 GB for all of \
        them together. An entry of text never gets that large: it is probably some other file that was put here or \
        renamed by mistake. It is not read.
        """
    ),
    remedy: Message(
      fr: """
        Retirez le fichier ou partagez son texte en plusieurs fiches. Un document à télécharger va dans \
        `content/fichiers/` ; allégez-le autant que possible, vos lecteurs n’ont pas tous une bonne connexion. Une \
        vidéo a sa place sur un site fait pour elle : donnez-en l’adresse.
        """,
      en: """
        Remove the file or split its text into several entries. A download goes to `content/fichiers/`; make it as \
        light as you can, as not all of your readers have a good connection. A video belongs on a site that is made \
        for it: give its address.
        """
    )
  )
}

extension Diagnostic {
  /// The finding on a file or a folder that could not be read. There are three possible reasons: the file is too large,
  /// a symbolic link leads out of the permitted folder, or the system refuses.
  package static func unreadableFile(_ path: String, _ error: FileSystemError) -> Diagnostic {
    if let excess = error.excess { return .fileTooLarge(path, size: excess.size, limit: excess.limit) }
    if error.isThroughLink { return .symbolicLinkOutside(path) }
    return Diagnostic(
      .unreadableFile, at: SourceLocation(file: path), error.unreadableMessage, help: error.unreadableHelp,
      cause: .machine)
  }

  /// The finding on a file that the system refuses to write.
  package static func unwritableFile(_ path: String, _ error: FileSystemError) -> Diagnostic {
    Diagnostic(
      .unwritableOutput, at: SourceLocation(file: path),
      Message(
        fr: "ce fichier ne peut pas être écrit : \(error.reason.french)",
        en: "this file cannot be written: \(error.reason.english)"),
      help: error.unwritableHelp, cause: .machine)
  }

  /// The finding on a symbolic link whose target is outside the permitted folder.
  ///
  /// - Parameter path: the path of the link, or the path of an item that is reached through the link.
  package static func symbolicLinkOutside(_ path: String) -> Diagnostic {
    let isContent = path.hasPrefix(ToolboxFolder.content + "/")
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

  /// The finding on a file that is not UTF-8.
  ///
  /// - Parameter skipped: the number of bytes before the text in the file. It is the length of the byte-order mark, or
  ///   0 if there is no such mark.
  package static func invalidUTF8(_ source: SourceText, offset: Int, skipped: Int) -> Diagnostic {
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
  package static func fileTooLarge(_ path: String, size: Int, limit: SizeLimit) -> Diagnostic {
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
