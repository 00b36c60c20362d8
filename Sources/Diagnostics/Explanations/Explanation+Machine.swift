/// Explanations of findings on operations that the machine refuses.
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

  package static let outputLocked = DiagnosticID(
    "output-locked",
    title: Message(fr: "Construction déjà en cours", en: "A build is under way already"),
    meaning: Message(
      fr: """
        Une autre construction écrit en ce moment dans le même dossier de sortie. Deux à la fois mêleraient deux \
        versions du site : celle-ci n’a rien écrit. Le message nomme le processus qui écrit et depuis quand. Le verrou \
        est celui du système : il disparaît avec ce processus, même arrêté brutalement, et le fichier \
        `.trousse/lock.json` qui resterait ne bloque rien.
        """,
      en: """
        Another build is writing to the same output folder at this moment. Two at once would mix two versions of the \
        site: this one wrote nothing. The message names the process that writes, and since when. The lock is the \
        system’s: it goes with that process, even one that was killed, and a file `.trousse/lock.json` that is left \
        behind blocks nothing.
        """
    ),
    remedy: Message(
      fr: """
        Attendez la fin de l’autre construction, puis recommencez. Si elle ne finit pas, arrêtez son processus ; rien ne \
        sera perdu, la construction suivante termine ce qu’elle a commencé. Pour construire sans attendre, écrivez ailleurs :

            trousse build --output autre-dossier
        """,
      en: """
        Wait for the other build to end, then try again. If it does not end, stop its process; nothing will be lost, the \
        next build finishes what it began. To build without waiting, write elsewhere:

            trousse build --output another-folder
        """
    )
  )

  package static let noNetwork = DiagnosticID(
    "no-network",
    title: Message(fr: "Pas de réseau", en: "No network"),
    meaning: Message(
      fr: """
        Aucun des sites demandés n’a répondu, pas même ceux qui marchaient il y a peu. C’est donc cette machine qui \
        n’accède pas au réseau, et non les liens qui sont morts. Rien n’a été retenu de cette vérification.
        """,
      en: """
        None of the sites that were asked answered, not even those that worked not long ago. So it is this machine that \
        has no network, not the links that are dead. Nothing of this check was kept.
        """
    ),
    remedy: Message(
      fr: """
        Vérifiez la connexion, puis recommencez. Derrière un serveur mandataire (proxy), nommez-le :

            https_proxy=http://proxy.exemple.fr:8080 trousse check --external
        """,
      en: """
        Check the connection, then try again. Behind a proxy, name it:

            https_proxy=http://proxy.exemple.fr:8080 trousse check --external
        """
    )
  )

  package static let ignoredCache = DiagnosticID(
    "ignored-cache",
    title: Message(fr: "Fichier de travail abîmé", en: "Damaged working file"),
    meaning: Message(
      fr: """
        Dans le dossier `.trousse`, Trousse garde de quoi reconnaître que rien n’a changé depuis la dernière \
        construction. Ce fichier a été coupé ou modifié : il n’est pas cru, et tout est construit à neuf. Le site \
        publié est le même dans les deux cas.
        """,
      en: """
        In the folder `.trousse`, Trousse keeps what it takes to see that nothing changed since the last build. This \
        file was cut short or changed: it is not believed, and everything is built anew. The published site is the \
        same either way.
        """
    ),
    remedy: Message(
      fr: """
        Il n’y a rien à faire : le fichier est remplacé à la fin de la construction. Si cela revient, regardez si \
        un autre programme écrit dans ce dossier, ou supprimez-le :

            rm -r .trousse
        """,
      en: """
        There is nothing to do: the file is replaced at the end of the build. If it comes back, see whether another \
        program writes to this folder, or delete it:

            rm -r .trousse
        """
    )
  )
}
