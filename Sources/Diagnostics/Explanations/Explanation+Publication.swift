/// Explanations of findings on the output folder.
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
