import Diagnostics

extension LinkReason {
  /// The problem as a short phrase. This phrase is shown after the address.
  package var message: Message {
    switch self {
    case .notFound: Message(fr: "cette page n’existe plus (404)", en: "this page no longer exists (404)")
    case .gone: Message(fr: "cette page a été retirée pour de bon (410)", en: "this page was removed for good (410)")
    case .noSuchHost: Message(fr: "ce site n’existe pas, ou plus", en: "this site does not exist, or no longer does")
    case .missingFragment:
      Message(fr: "la page existe, mais pas l’ancre écrite après #", en: "the page exists, but not the anchor after #")
    case .malformedAddress: Message(fr: "cette adresse est mal formée", en: "this address is malformed")
    case .signInRequired: Message(fr: "le site demande de s’identifier (401)", en: "the site asks to sign in (401)")
    case .forbidden: Message(fr: "le site refuse de répondre à un robot (403)", en: "the site refuses robots (403)")
    case .robotWall:
      Message(
        fr: "le site refuse les robots : il montre une vérification au lieu de la page",
        en: "the site refuses robots: it shows a check instead of the page")
    case .methodRefused:
      Message(
        fr: "le site refuse toutes nos façons de demander (405)", en: "the site refuses every way of asking (405)")
    case .tooManyRequests:
      Message(fr: "le site demande de patienter, et insiste (429)", en: "the site keeps asking for patience (429)")
    case .serverError: Message(fr: "le site est en panne", en: "the site is out of order")
    case .unexpectedStatus: Message(fr: "le site donne une réponse inhabituelle", en: "the site answers unusually")
    case .redirectLoop: Message(fr: "les redirections tournent en rond", en: "the redirects go round in circles")
    case .tooManyRedirects: Message(fr: "les redirections sont trop nombreuses", en: "there are too many redirects")
    case .redirectWithoutTarget:
      Message(fr: "une redirection ne dit pas où aller", en: "a redirect does not say where to go")
    case .timedOut: Message(fr: "le site n’a pas répondu à temps", en: "the site did not answer in time")
    case .certificate:
      Message(fr: "le certificat du site n’est pas valable", en: "the certificate of the site is not to be trusted")
    case .secureConnection:
      Message(fr: "la connexion chiffrée échoue", en: "the secure connection fails")
    case .nameLookupFailed:
      Message(fr: "le nom du site n’a pas pu être cherché", en: "the name of the site could not be looked up")
    case .cannotConnect: Message(fr: "le site refuse la connexion", en: "the site refuses the connection")
    case .connectionLost: Message(fr: "le site coupe la connexion", en: "the site drops the connection")
    case .proxy: Message(fr: "le serveur mandataire refuse la demande", en: "the proxy refuses the request")
    case .networkError: Message(fr: "la demande a échoué", en: "the request failed")
    case .privateAddress:
      Message(fr: "cette adresse est celle d’un réseau privé", en: "this address is that of a private network")
    case .credentialsInAddress:
      Message(fr: "l’adresse contient un identifiant", en: "the address holds a user name or a password")
    case .unsupportedScheme:
      Message(fr: "ce type d’adresse n’est pas vérifié", en: "this kind of address is not checked")
    case .malformedContact:
      Message(
        fr: "cette adresse de courriel ou ce numéro semble mal formé", en: "this mail address or number seems malformed"
      )
    case .scriptedPage:
      Message(
        fr: "l’ancre n’est pas dans la page, que des scripts complètent",
        en: "the anchor is not in the page, which scripts complete")
    case .longPage:
      Message(
        fr: "l’ancre n’est pas dans le début de la page, trop longue pour être lue en entier",
        en: "the anchor is not in the beginning of the page, which is too long to be read to its end")
    case .pdfPage:
      Message(fr: "le numéro de page après # n’en est pas un", en: "the page number after # is not one")
    case .looksNotFound:
      Message(
        fr: "le site répond par une page d’erreur ou son accueil", en: "the site answers with an error page or its home"
      )
    case .looksParked:
      Message(fr: "le nom de domaine semble à l’abandon ou à vendre", en: "the domain seems abandoned or for sale")
    case .pageInsteadOfFile:
      Message(fr: "une page arrive à la place du fichier", en: "a page comes instead of the file")
    }
  }

  /// The advice to an editor, in one sentence.
  package var advice: Message {
    switch self {
    case .notFound, .gone, .looksNotFound, .pageInsteadOfFile:
      Message(
        fr: "Cherchez la nouvelle adresse sur le site, ou retirez le lien.",
        en: "Look for the new address on the site, or remove the link.")
    case .noSuchHost, .looksParked:
      Message(
        fr: "Vérifiez l’orthographe du site, cherchez sa nouvelle adresse, ou retirez le lien.",
        en: "Check the spelling of the site, look for its new address, or remove the link.")
    case .missingFragment, .scriptedPage, .longPage, .pdfPage:
      Message(
        fr: "Ouvrez la page : si le lien n’arrive pas au bon endroit, corrigez ou enlevez ce qui suit #.",
        en: "Open the page: if the link does not land in the right place, correct or remove what follows #.")
    case .malformedAddress, .malformedContact:
      Message(fr: "Corrigez l’adresse.", en: "Correct the address.")
    case .signInRequired, .forbidden, .robotWall, .methodRefused, .unexpectedStatus:
      Message(
        fr: "Ouvrez le lien dans un navigateur : s’il s’affiche, rien n’est à changer.",
        en: "Open the link in a browser: if it shows, nothing needs to change.")
    case .tooManyRequests, .serverError, .timedOut, .nameLookupFailed, .connectionLost, .cannotConnect, .networkError:
      Message(
        fr: "Réessayez plus tard ; si cela dure, ouvrez le lien dans un navigateur.",
        en: "Try again later; if it lasts, open the link in a browser.")
    case .redirectLoop, .tooManyRedirects, .redirectWithoutTarget:
      Message(
        fr: "Ouvrez le lien dans un navigateur et recopiez l’adresse où il arrive.",
        en: "Open the link in a browser and copy the address at which it ends.")
    case .certificate, .secureConnection:
      Message(
        fr: "Ouvrez le lien dans un navigateur ; s’il avertit d’un danger, prévenez le site ou retirez le lien.",
        en: "Open the link in a browser; if it warns of a danger, tell the site or remove the link.")
    case .proxy:
      Message(
        fr: "Demandez à votre service informatique si ce site est autorisé.",
        en: "Ask your IT department whether this site is allowed.")
    case .privateAddress:
      Message(
        fr: "Retirez le lien si les lecteurs n’ont pas accès à ce réseau ; sinon, autorisez ce site par son nom.",
        en: "Remove the link if readers have no access to that network; otherwise allow this site by its name.")
    case .credentialsInAddress:
      Message(
        fr: "Retirez l’identifiant de l’adresse : tout lecteur le verrait.",
        en: "Remove the user name and password from the address: every reader would see them.")
    case .unsupportedScheme:
      Message(fr: "Vérifiez ce lien vous-même.", en: "Check this link yourself.")
    }
  }
}
