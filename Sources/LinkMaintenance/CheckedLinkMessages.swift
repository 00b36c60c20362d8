import Addresses
import Diagnostics
import ExternalLinks

extension CheckedLink {
  /// The finding about the address; nil if the address works. The location of the finding is the first place of the
  /// address. The other places of the address are related locations.
  ///
  /// - Parameter severity: the severity of a broken link; moved and uncertain links are notes.
  package func finding(broken severity: Severity) -> Diagnostic? {
    guard let first = links.first else { return nil }
    let id: DiagnosticID
    switch known.verdict {
    case .works: return nil
    case .moved: id = .movedLink
    case .broken: id = .deadLink
    case .toCheckByHand: id = .uncertainLink
    }
    return Diagnostic(
      id, id == .deadLink ? severity : .note, at: first.location, message, help: advice,
      related: links.dropFirst().map {
        Diagnostic.Related($0.location, Message(fr: "ce lien aussi", en: "this link too"))
      })
  }

  /// The address and its problem, in one sentence.
  package var message: Message {
    let shown = ShownAddress.text(known.address)
    let state = state
    return Message(fr: "« \(shown) » : \(state.french)", en: "“\(shown)”: \(state.english)")
  }

  /// The state of the link, as a short phrase.
  package var state: Message {
    switch known.verdict {
    case .works: return Message(fr: "ce lien marche", en: "this link works")
    case .moved: return Message(fr: "la page a changé d’adresse pour de bon", en: "the page has moved for good")
    case .broken(let reason), .toCheckByHand(let reason):
      let parts = [reason.message, whereItEnds(reason), howLong, confirmation].compactMap { $0 }
      return Message(
        fr: parts.map(\.french).joined(separator: " ; "), en: parts.map(\.english).joined(separator: "; "))
    }
  }

  /// A clause that names the address where the redirects end, if the problem is at that address. Without this clause,
  /// an editor would look for the problem at the address in the content.
  private func whereItEnds(_ reason: LinkReason) -> Message? {
    guard
      [.notFound, .gone, .missingFragment, .scriptedPage, .longPage, .looksNotFound, .looksParked].contains(reason),
      let final = known.finalAddress.flatMap({ WebAddress($0)?.withoutFragment }),
      final != WebAddress(known.address)?.withoutFragment
    else { return nil }
    let shown = ShownAddress.text(final.href)
    return Message(fr: "le lien est renvoyé vers « \(shown) »", en: "the link is sent on to “\(shown)”")
  }

  /// A clause with the date and time from which the site accepts requests again. Nil if this date is unknown.
  private var howLong: Message? {
    guard let retryDate = answer?.retryDate else { return nil }
    let (hour, minute) = retryDate.timeOfDay
    let minutes = minute < 10 ? "0\(minute)" : "\(minute)"
    return Message(
      fr: "il demande d’attendre jusqu’au \(Language.french.date(retryDate.isoDay)) à \(hour) h \(minutes) (UTC)",
      en: "it asks to wait until \(Language.english.date(retryDate.isoDay)), \(hour):\(minutes) (UTC)")
  }

  private var confirmation: Message? {
    isFirstFailure ? Message(fr: "c’est à confirmer dans 24 heures", en: "to be confirmed in 24 hours") : nil
  }

  /// The advice to an editor, in one sentence; nil if the address works.
  package var advice: Message? {
    switch known.verdict {
    case .works: nil
    case .moved(let target) where confirmedMove == nil:
      Message(
        fr: "pour écrire « \(target) », lancez « trousse check --external --fix », qui redemande l’adresse d’abord",
        en: "to write “\(target)”, run “trousse check --external --fix”, which asks the address again first")
    case .moved(let target): Message(fr: "écrivez « \(target) »", en: "write “\(target)”")
    case .broken(let reason), .toCheckByHand(let reason): reason.advice
    }
  }

  /// The state of an address that was not requested in this run.
  static let notAsked = Message(
    fr: "cette adresse n’a pas pu être redemandée", en: "this address could not be asked again")

  /// Whether the address fails like a broken link, but has not failed long enough to count as broken.
  private var isFirstFailure: Bool {
    guard case .toCheckByHand(let reason) = known.verdict else { return false }
    return known.failures > 0 && [.notFound, .noSuchHost, .missingFragment].contains(reason)
  }
}

/// Converts addresses to a readable form.
package enum ShownAddress {
  /// Decodes percent-encoded letters (`%C3%A9` becomes `é`). All other encoded characters, such as a space, a slash or
  /// a control character, stay encoded.
  package static func text(_ address: String) -> String {
    let bytes = Array(address.utf8)
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let run = escapedBytes(in: bytes, at: index)
      // `run` contains only non-ASCII bytes. These bytes are decoded only if they are valid UTF-8, and form only
      // letters and combining marks.
      if let text = String(validating: run, as: UTF8.self), !run.isEmpty, text.unicodeScalars.allSatisfy(isLetterOrMark)
      {
        output += run
      } else {
        output += bytes[index..<index + max(1, run.count * 3)]
      }
      index += max(1, run.count * 3)
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Decodes the `%XX` escapes that begin at an offset. Stops at an escape of an ASCII byte, and at any other text. The
  /// result may be empty.
  private static func escapedBytes(in bytes: [UInt8], at start: Int) -> [UInt8] {
    var run: [UInt8] = []
    var index = start
    while let value = PercentEncoding.byte(escapedAt: index, in: bytes), value >= 0x80 {
      run.append(value)
      index += 3
    }
    return run
  }

  private static func isLetterOrMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
  }
}

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
}
