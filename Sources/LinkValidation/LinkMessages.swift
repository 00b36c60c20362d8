import Diagnostics
import Toolbox

extension DiagnosticID {
  package static let brokenLink = DiagnosticID(
    "broken-link",
    title: Message(fr: "Lien brisé", en: "Broken link"),
    meaning: Message(
      fr: """
        Le lien désigne un fichier qui n’existe pas dans le contenu : une faute de frappe, une majuscule de trop, un \
        fichier renommé ou déplacé depuis. Le lecteur arriverait sur une page d’erreur.
        """,
      en: """
        The link names a file that does not exist in the content: a slip, a wrong capital letter, a file that was \
        renamed or moved since. The reader would land on an error page.
        """
    ),
    remedy: Message(
      fr: """
        Écrivez le chemin du fichier à partir de celui où se trouve le lien, avec sa terminaison, majuscules et \
        minuscules comprises :

            Voir [la charge de travail](charge.md) et [le lexique](../pages/lexique.md).
        """,
      en: """
        Write the path to the file from the one that the link is in, with its ending, and with the same capital and \
        small letters:

            Voir [la charge de travail](charge.md) et [le lexique](../pages/lexique.md).
        """
    )
  )

  package static let linkOutsideContent = DiagnosticID(
    "link-outside-content",
    title: Message(fr: "Lien hors du contenu", en: "Link out of the content"),
    meaning: Message(
      fr: """
        Le lien mène à un fichier de votre machine, en dehors du dossier `content/`. Ce fichier n’est pas publié avec \
        le site : le lien ne fonctionnerait chez personne d’autre.
        """,
      en: """
        The link leads to a file on your machine, outside the folder `content/`. That file is not published with the \
        site: the link would work for nobody else.
        """
    ),
    remedy: Message(
      fr: """
        Copiez le document dans `content/fichiers/` et liez la copie, ou donnez son adresse publique :

            [Modèle de convention (ODT)](../fichiers/convention.odt)
        """,
      en: """
        Copy the document to `content/fichiers/` and link to the copy, or give its public address:

            [Modèle de convention (ODT)](../fichiers/convention.odt)
        """
    )
  )

  package static let unsupportedAddress = DiagnosticID(
    "unsupported-address",
    title: Message(fr: "Adresse non admise", en: "Address that is not supported"),
    meaning: Message(
      fr: """
        L’adresse commence par un mot qu’une page publique ne doit pas employer (`javascript:`, `file:`, `data:`), ou \
        par `//`, qui ne fonctionne pas hors connexion. Le lien serait dangereux, ou ne mènerait nulle part chez le \
        lecteur.
        """,
      en: """
        The address begins with a word that a public page must not use (`javascript:`, `file:`, `data:`), or with \
        `//`, which does not work offline. The link would be dangerous, or lead nowhere on the reader’s machine.
        """
    ),
    remedy: Message(
      fr: """
        Donnez une adresse complète en `https:`, `mailto:` ou `tel:`, ou le chemin d’un fichier du contenu :

            [cyber.gouv.fr](https://cyber.gouv.fr/)
        """,
      en: """
        Give a full address with `https:`, `mailto:` or `tel:`, or the path to a file of the content:

            [cyber.gouv.fr](https://cyber.gouv.fr/)
        """
    )
  )
}

extension Diagnostic {
  static func linkFailure(_ failure: LinkFailure, written: String, at location: SourceLocation) -> Diagnostic {
    switch failure {
    case .placeholder: placeholderLink(at: location)
    case .notFound(let path, let nearest): brokenLink(path, nearest: nearest, at: location)
    case .outsideContent(let nearest): linkOutside(written, nearest: nearest, at: location)
    case .unsupported(let scheme): unsupportedScheme(scheme, at: location)
    case .incomplete(let address): incompleteAddress(address, at: location)
    case .malformed(let address): malformedAddress(address, at: location)
    case .malformedContact(let address): malformedContact(address, at: location)
    case .protocolRelative(let address): protocolRelative(address, at: location)
    }
  }

  private static func placeholderLink(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .placeholderLink, .warning, at: location,
      Message(fr: "ce lien ne mène nulle part", en: "this link leads nowhere"),
      help: Message(
        fr: "écrivez l’adresse entre les parenthèses, ou ne gardez que le texte si elle n’est pas encore connue",
        en: "write the address between the brackets, or keep the text alone if it is not known yet"))
  }

  private static func brokenLink(_ path: String, nearest: String?, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .brokenLink, at: location,
      Message(fr: "le lien « \(path) » ne mène à aucun fichier", en: "the link “\(path)” leads to no file"),
      help: nearest.map { Message(fr: "écrivez « \($0) »", en: "write “\($0)”") }
        ?? Message(
          fr: "écrivez le chemin d’un fichier du contenu, par exemple « ../ressources/impact-co2.md »",
          en: "write the path of a file of the content, for example “../ressources/impact-co2.md”"))
  }

  private static func linkOutside(
    _ written: String, nearest: String?, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .linkOutsideContent, at: location,
      Message(
        fr: "le lien « \(written) » sort du dossier « content » : il ne mènerait nulle part une fois publié",
        en: "the link “\(written)” leaves the folder “content”: once published, it would lead nowhere"),
      help: nearest.map { Message(fr: "écrivez « \($0) »", en: "write “\($0)”") }
        ?? Message(
          fr:
            "copiez le fichier dans « content/fichiers », et écrivez un chemin relatif comme « ../fichiers/document.pdf »",
          en: "copy the file to “content/fichiers”, and write a relative path such as “../fichiers/document.pdf”"))
  }

  private static func incompleteAddress(_ address: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .unsupportedAddress, at: location,
      Message(
        fr: "l’adresse « \(address) » ne nomme aucun site", en: "the address “\(address)” names no site"),
      help: Message(
        fr: "écrivez-la en entier, par exemple « https://www.exemple.fr/page »",
        en: "write it in full, for example “https://www.exemple.fr/page”"))
  }

  private static func malformedAddress(_ address: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .unsupportedAddress, at: location,
      Message(
        fr: "aucun navigateur ne peut ouvrir l’adresse « \(address) »",
        en: "no browser can open the address “\(address)”"),
      help: Message(
        fr:
          "vérifiez le nom du site et le numéro qui suit « : », le plus sûr est de copier l’adresse depuis un navigateur",
        en: "check the name of the site and the number after “:”; it is safest to copy the address from a browser"))
  }

  private static func malformedContact(_ address: String, at location: SourceLocation) -> Diagnostic {
    let isMail = address.lowercased().hasPrefix("mailto:")
    return Diagnostic(
      .unsupportedAddress, at: location,
      Message(
        fr: "« \(address) » n’est pas \(isMail ? "une adresse électronique" : "un numéro de téléphone")",
        en: "“\(address)” is not \(isMail ? "an e-mail address" : "a telephone number")"),
      help: Message(
        fr: "écrivez par exemple « \(isMail ? "mailto:contact@exemple.fr" : "tel:+33123456789") »",
        en: "write for example “\(isMail ? "mailto:contact@example.org" : "tel:+33123456789")”"))
  }

  private static func unsupportedScheme(_ scheme: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .unsupportedAddress, at: location,
      Message(
        fr: "une adresse « \(scheme): » ne peut pas être publiée", en: "an address “\(scheme):” cannot be published"),
      help: Message(
        fr: "écrivez une adresse « https:// », ou le chemin d’un fichier « .md »",
        en: "write an “https://” address, or the path of an “.md” file"))
  }

  private static func protocolRelative(_ address: String, at location: SourceLocation) -> Diagnostic {
    let path = address.replacing("\\", with: "/")
    return Diagnostic(
      .unsupportedAddress, .warning, at: location,
      Message(
        fr:
          "l’adresse « \(address) » ne dit pas « https: » : elle ne marche pas quand le site est lu depuis un dossier",
        en: "the address “\(address)” does not say “https:”: it fails when the site is read from a folder"),
      help: Message(fr: "écrivez « https:\(path) »", en: "write “https:\(path)”"))
  }

  static func unknownMenuEntry(_ reference: Reference, known: [String]) -> Diagnostic {
    let nearest = NearestMatch.find(reference.name, among: known)
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .unknownEntry, at: reference.location,
      Message(
        fr: "le menu nomme « \(reference.name) », qui n’est ni une rubrique ni une page",
        en: "the menu names “\(reference.name)”, which is neither a section nor a page"),
      help: nearest.map { Message(fr: "écrivez « \($0) »", en: "write “\($0)”") }
        ?? Message(fr: "entrées possibles : \(list)", en: "possible entries: \(list)"))
  }
}
