/// Explanations of findings on links to other sites.
extension DiagnosticID {
  package static let deadLink = DiagnosticID(
    "dead-link",
    title: Message(fr: "Lien mort", en: "Dead link"),
    meaning: Message(
      fr: """
        L’adresse, sur un autre site, ne mène plus nulle part. La vérification l’a constaté deux fois, à 24 heures au \
        moins d’intervalle : une panne d’une nuit ne suffit pas. Elle l’affirme à la première fois quand le site \
        lui-même dit que la page est retirée pour de bon (410), ou quand l’adresse ne peut pas en être une. La date \
        donnée est celle du premier échec.
        """,
      en: """
        The address, on another site, leads nowhere any more. The check saw it twice, at least 24 hours apart: an \
        outage of one night is not enough. It says so the first time where the site itself says that the page was \
        removed for good (410), or where the address cannot be one. The date given is that of the first failure.
        """
    ),
    remedy: Message(
      fr: """
        Cherchez la nouvelle adresse sur le site, ou retirez le lien. Pour une ressource dont l’adresse n’est pas \
        retrouvée, remplacez `adresse` par `a-venir: oui` : le titre reste, sans lien.

        Puis lancez de nouveau :

            trousse check --external
        """,
      en: """
        Look for the new address on the site, or remove the link. For a resource whose address cannot be found, \
        replace `adresse` by `a-venir: oui`: the title stays, without a link.

        Then run again:

            trousse check --external
        """
    )
  )

  package static let movedLink = DiagnosticID(
    "moved-link",
    title: Message(fr: "Lien à mettre à jour", en: "Link to update"),
    meaning: Message(
      fr: """
        Le lien marche, mais le site dit que la page a changé d’adresse pour de bon (redirection permanente). Un jour, \
        l’ancienne adresse cessera de répondre.
        """,
      en: """
        The link works, but the site says that the page has moved for good (a permanent redirect). One day the former \
        address will stop answering.
        """
    ),
    remedy: Message(
      fr: """
        Écrivez la nouvelle adresse, ou laissez Trousse le faire ; la première commande montre ce qui changerait. \
        L’adresse est alors redemandée à son site : ce que la mémoire des liens en dit ne suffit pas pour écrire.

            trousse check --external --fix --dry-run
            trousse check --external --fix
        """,
      en: """
        Write the new address, or let Trousse do it; the first command shows what would change. The address is then \
        asked again of its site: what the record of links says of it is not enough to write anything.

            trousse check --external --fix --dry-run
            trousse check --external --fix
        """
    )
  )

  package static let uncertainLink = DiagnosticID(
    "uncertain-link",
    title: Message(fr: "Lien à vérifier à la main", en: "Link to check by hand"),
    meaning: Message(
      fr: """
        Un programme ne peut pas dire si ce lien marche : le site refuse les robots, ou leur montre une \
        vérification à la place de la page, demande de s’identifier, répond \
        trop lentement, présente un certificat douteux, ou montre ce qui ressemble à une page d’erreur. Un premier \
        échec est ici aussi, jusqu’à ce qu’un second, 24 heures plus tard, le confirme.
        """,
      en: """
        A program cannot say whether this link works: the site refuses robots, or shows them a check instead of the \
        page, asks to sign in, answers too slowly, \
        shows a doubtful certificate, or shows what looks like an error page. A first failure is here too, until a \
        second one, 24 hours later, confirms it.
        """
    ),
    remedy: Message(
      fr: """
        Ouvrez le lien dans un navigateur. S’il s’affiche, rien n’est à changer. S’il ne s’affiche pas, réessayez le \
        lendemain avant de chercher une autre adresse. Rien de ceci n’empêche de publier.

        Un site du réseau interne est refusé par prudence ; s’il doit être vérifié, nommez-le :

            trousse check --external --allow-host intranet.exemple.fr
        """,
      en: """
        Open the link in a browser. If it shows, nothing needs to change. If it does not, try again the next day \
        before you look for another address. None of this stops publication.

        A site of the internal network is refused out of caution; if it must be checked, name it:

            trousse check --external --allow-host intranet.exemple.fr
        """
    )
  )

  package static let uncheckedLinks = DiagnosticID(
    "unchecked-links",
    title: Message(fr: "Liens non vérifiés", en: "Links not checked"),
    meaning: Message(
      fr: """
        Le temps accordé à la vérification était écoulé, ou elle a été arrêtée, avant que toutes les adresses aient été \
        demandées. Rien n’est dit de celles qui restent : ni qu’elles marchent, ni qu’elles sont mortes. Avec \
        `--strict`, c’est une erreur.
        """,
      en: """
        The time given to the check was over, or the check was stopped, before every address had been asked. Nothing is \
        said of those that are left: neither that they work nor that they are dead. With `--strict`, this is an error.
        """
    ),
    remedy: Message(
      fr: """
        Lancez de nouveau la vérification : ce qui marchait n’est pas redemandé avant un jour. S’il le faut, donnez-lui \
        plus de temps :

            trousse check --external --total-timeout 30min
        """,
      en: """
        Run the check again: what worked is not asked again before a day has passed. If need be, give it more time:

            trousse check --external --total-timeout 30min
        """
    )
  )

  package static let damagedRecord = DiagnosticID(
    "damaged-record",
    title: Message(fr: "Mémoire des liens illisible", en: "Damaged record of links"),
    meaning: Message(
      fr: """
        Le fichier `content/liens.json` retient ce que l’on sait des liens : depuis quand l’un est mort, quand l’autre a \
        marché pour la dernière fois. Il ne se lit pas, souvent parce que deux versions ont été mêlées. Il n’est pas \
        remplacé, pour que rien ne soit perdu.
        """,
      en: """
        The file `content/liens.json` holds what is known of links: since when one is dead, when another last worked. \
        It cannot be read, often because two versions were mixed. It is not replaced, so that nothing is lost.
        """
    ),
    remedy: Message(
      fr: """
        À la ligne indiquée, enlevez ce qui n’est pas une ligne de lien (`<<<<<<<`, `=======`, `>>>>>>>`), ou reprenez \
        une version précédente du fichier. À défaut, supprimez-le : la prochaine vérification le refait, sans \
        l’historique.
        """,
      en: """
        At the line named, remove every line that is not the line of a link (`<<<<<<<`, `=======`, `>>>>>>>`), or take an \
        earlier version of the file. Failing that, delete it: the next check makes it again, without its history.
        """
    )
  )
}
