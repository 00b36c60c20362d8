import Addresses
import Diagnostics
import ExternalLinks

extension CheckedLink {
  /// What is to be said of the address, at its first place, with the others beside it; nil where all is well.
  ///
  /// - Parameter severity: how grave a broken link is; what moved and what nobody can tell are notes.
  public func finding(broken severity: Severity) -> Diagnostic? {
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

  /// What is the matter, in one sentence with the address.
  var message: Message {
    let shown = ShownAddress.text(known.address)
    let state = state
    return Message(fr: "« \(shown) » : \(state.french)", en: "“\(shown)”: \(state.english)")
  }

  /// What is the matter, in a few words.
  public var state: Message {
    switch known.verdict {
    case .works: return Message(fr: "ce lien marche", en: "this link works")
    case .moved: return Message(fr: "la page a changé d’adresse pour de bon", en: "the page has moved for good")
    case .broken(let reason), .toCheckByHand(let reason):
      let parts = [reason.message, whereItEnds(reason), howLong, confirmation].compactMap { $0 }
      return Message(
        fr: parts.map(\.french).joined(separator: " ; "), en: parts.map(\.english).joined(separator: "; "))
    }
  }

  /// The page that a redirect leads to, where what is wrong is wrong there: an editor looks for it at the address written.
  private func whereItEnds(_ reason: LinkReason) -> Message? {
    guard
      [.notFound, .gone, .missingFragment, .scriptedPage, .longPage, .looksNotFound, .looksParked].contains(reason),
      let final = known.finalAddress.flatMap({ WebAddress($0)?.withoutFragment }),
      final != WebAddress(known.address)?.withoutFragment
    else { return nil }
    let shown = ShownAddress.text(final.href)
    return Message(fr: "le lien est renvoyé vers « \(shown) »", en: "the link is sent on to “\(shown)”")
  }

  /// Until when the site asks to be left alone.
  private var howLong: Message? {
    guard let patience = answer?.patience else { return nil }
    let (hour, minute) = patience.timeOfDay
    let minutes = minute < 10 ? "0\(minute)" : "\(minute)"
    return Message(
      fr: "il demande d’attendre jusqu’au \(Language.french.date(patience.isoDay)) à \(hour) h \(minutes) (UTC)",
      en: "it asks to wait until \(Language.english.date(patience.isoDay)), \(hour):\(minutes) (UTC)")
  }

  private var confirmation: Message? {
    isFirstFailure ? Message(fr: "c’est à confirmer dans 24 heures", en: "to be confirmed in 24 hours") : nil
  }

  /// What to do, in one sentence.
  public var advice: Message? {
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

  /// What is said of an address for which there was no time.
  static let notAsked = Message(
    fr: "cette adresse n’a pas pu être redemandée", en: "this address could not be asked again")

  /// Whether it failed as a dead link does, but not long enough to be called one.
  private var isFirstFailure: Bool {
    guard case .toCheckByHand(let reason) = known.verdict else { return false }
    return known.failures > 0 && [.notFound, .noSuchHost, .missingFragment].contains(reason)
  }
}

extension Diagnostic {
  /// Nobody answered: this machine has no network.
  public static func noNetwork() -> Diagnostic {
    Diagnostic(
      .noNetwork, at: nil,
      Message(
        fr: "aucun site n’a répondu : cette machine semble privée de réseau, et les liens n’ont pas pu être vérifiés",
        en: "no site answered: this machine seems to have no network, and the links could not be checked"),
      help: Message(
        fr: "vérifiez la connexion ou le serveur mandataire (variable « https_proxy »), puis recommencez",
        en: "check the connection or the proxy (variable “https_proxy”), then try again"),
      cause: .machine)
  }
}

extension Diagnostic {
  /// Some addresses were not checked.
  ///
  /// - Parameter isStrict: whether that is to fail.
  public static func uncheckedLinks(_ count: Int, isStrict: Bool) -> Diagnostic {
    Diagnostic(
      .uncheckedLinks, isStrict ? .error : .warning, at: nil,
      Message(
        fr: count == 1 ? "une adresse n’a pas été vérifiée" : "\(count) adresses n’ont pas été vérifiées",
        en: count == 1 ? "one address was not checked" : "\(count) addresses were not checked"),
      help: Message(
        fr: "recommencez, avec plus de temps si besoin : « --total-timeout 30min »",
        en: "try again, with more time if need be: “--total-timeout 30min”"))
  }
}

/// Addresses as people read them.
public enum ShownAddress {
  /// The address with what stands for letters decoded (`%C3%A9` is `é`), and nothing else: a coded blank, slash or
  /// control character stays as it is.
  public static func text(_ address: String) -> String {
    let bytes = Array(address.utf8)
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let run = escapedBytes(in: bytes, at: index)
      // Only what is beyond ASCII is decoded, and only where it is well-formed.
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

  /// The bytes beyond ASCII that are written one after another as `%XX` from a place on.
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
