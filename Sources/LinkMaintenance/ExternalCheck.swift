import Addresses
import Diagnostics
import ExternalLinks
import Foundation
import LinkValidation

/// Checks the links of a toolbox to other sites. If the record shows that a link worked recently, this link is not
/// checked again.
package struct ExternalCheck: Sendable {
  /// The result of a check.
  package struct Result: Sendable {
    /// Every address that has an entry in the record after this check.
    package var links: [CheckedLink]
    /// The addresses that needed a check, but could not be checked in time.
    package var unchecked: [String]
    /// The new record. The caller must store this record.
    package var record: LinkRecord
    /// The number of addresses that were checked in this run.
    package var asked: Int
    /// The number of addresses that were not checked again, because they worked recently.
    package var trusted: Int
    /// True if all sites failed to respond, including those that worked recently. In this case, this machine seems to have no
    /// network, and the check has no results.
    package var isOffline: Bool
  }

  /// If no address worked recently, this machine counts as offline only if at least this number of sites do not
  /// respond. If some addresses worked recently, this is the maximum number of these addresses that are requested to
  /// confirm that the machine is offline.
  private static let enoughSites = 3

  private let checker: LinkChecker
  private let maxAge: TimeInterval
  private let now: @Sendable () -> Date

  /// - Parameters:
  ///   - maxAge: the time, in seconds, after which an address that worked is checked again.
  ///   - now: returns the current time.
  package init(_ checker: LinkChecker, maxAge: TimeInterval, now: @escaping @Sendable () -> Date = { Date() }) {
    self.checker = checker
    self.maxAge = maxAge
    self.now = now
  }

  /// Checks every address, except the addresses that worked recently according to the record. If the task is cancelled,
  /// the check ends early. The result then contains only the outcomes of the finished requests.
  package func run(
    _ links: [ExternalLink], record: LinkRecord,
    progress: @escaping @Sendable (CheckProgress) -> Void = { _ in }
  ) async -> Result {
    let addresses = Set(links.map(\.address))
    let due = record.due(among: addresses, now: now(), maxAge: maxAge)
    let report = await checker.check(due.sorted().map { PlacedAddress($0, place: 0) }, progress: progress)
    if await isOffline(report, trusted: addresses.subtracting(due)) {
      return Result(
        links: CheckedLink.all(links, in: record), unchecked: due.sorted(), record: record, asked: 0,
        trusted: addresses.count - due.count, isOffline: true)
    }
    let earlier = record
    var record = record
    record.take(report.outcomes, now: now())
    let checked = CheckedLink.all(links, in: record, answers: report.outcomes, earlier: earlier)
    // Mail addresses and telephone numbers are checked each time without a request, so the record does not need them.
    record.keep(only: addresses.filter { if case .contact = LinkTarget($0) { false } else { true } })
    return Result(
      links: checked,
      unchecked: report.unchecked, record: record, asked: due.count - report.unchecked.count,
      trusted: addresses.count - due.count, isOffline: false)
  }

  /// Whether this machine seems to have no network. The result is true if no requested site responds, not even a site
  /// that worked recently.
  private func isOffline(_ report: LinkCheckReport, trusted: Set<String>) async -> Bool {
    let asked = report.outcomes.filter { Self.host(of: $0.address) != nil }
    guard !Task.isCancelled, !asked.isEmpty, asked.allSatisfy(Self.isSilent) else { return false }
    let witnesses = trusted.sorted().filter { Self.host(of: $0) != nil }.prefix(Self.enoughSites)
    let second = await checker.check(witnesses.map { PlacedAddress($0, place: 0) })
    guard second.outcomes.allSatisfy(Self.isSilent) else { return false }
    let sites = Set((asked + second.outcomes).compactMap { Self.host(of: $0.address) })
    return sites.count >= Self.enoughSites || !second.outcomes.isEmpty
  }

  private static func isSilent(_ outcome: LinkOutcome) -> Bool { outcome.verdict.reason?.isSilence ?? false }

  private static func host(of address: String) -> String? {
    guard case .web = LinkTarget(address) else { return nil }
    return WebAddress(address)?.host?.text
  }
}

extension DiagnosticID {
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
}

extension Diagnostic {
  /// The finding that this machine seems to have no network, because no site responded.
  package static func noNetwork() -> Diagnostic {
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

  /// The finding that some addresses were not checked.
  ///
  /// - Parameter isStrict: whether the finding is an error. If false, the finding is a warning.
  package static func uncheckedLinks(_ count: Int, isStrict: Bool) -> Diagnostic {
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
