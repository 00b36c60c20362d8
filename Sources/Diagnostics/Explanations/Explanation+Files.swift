/// Explanations of findings on files: symbolic links, encoding, size and names.
extension DiagnosticID {
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

  package static let unportableName = DiagnosticID(
    "unportable-name",
    title: Message(fr: "Nom qui ne convient pas partout", en: "Name that does not suit every system"),
    meaning: Message(
      fr: """
        Ce fichier, ce dossier ou cette adresse porte un nom que certains systèmes ne prennent pas. Windows réserve \
        `con`, `prn`, `aux`, `nul`, `com1` ou `lpt1`, quelle que soit la fin du nom, et refuse les signes \
        `< > : " / \\ | ? *`, les caractères invisibles, un point ou une espace à la fin ; aucun système ne va au-delà \
        de 255 octets. La boîte à outils ou le site ne pourraient pas être copiés sur une telle machine, ni sur une clé.
        """,
      en: """
        This file, this folder or this address has a name that some systems do not take. Windows keeps `con`, `prn`, \
        `aux`, `nul`, `com1` or `lpt1` for itself, whatever the name ends with, and refuses the signs \
        `< > : " / \\ | ? *`, invisible characters, a dot or a blank at the end; no system goes beyond 255 bytes. The \
        toolbox or the site could not be copied to such a machine, nor to a memory stick.
        """
    ),
    remedy: Message(
      fr: """
        Renommez le fichier, et les liens qui y mènent, avec des lettres, des chiffres et des tirets :

            git mv content/fichiers/aux.png content/fichiers/schema-aux.png
        """,
      en: """
        Rename the file, and the links that lead to it, with letters, digits and hyphens:

            git mv content/fichiers/aux.png content/fichiers/schema-aux.png
        """
    )
  )
}
