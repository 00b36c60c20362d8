import ArgumentParser
import ExternalLinks
import Foundation

/// The options for the check of links to other sites.
struct ExternalOptions: ParsableArguments {
  @Flag(name: .long, help: "Vérifie aussi les liens vers d’autres sites. / Checks links to other sites, too.")
  var external = false

  @Flag(name: .long, help: "Écrit la nouvelle adresse des pages déplacées. / Writes the new address of moved pages.")
  var fix = false

  @Flag(
    name: .customLong("dry-run"),
    help: "Avec --fix : montre le correctif et n’écrit rien. / With --fix: shows the patch, writes nothing.")
  var dryRun = false

  @Option(
    name: .customLong("max-age"),
    help: "Combien de temps croire un lien qui marchait : 12h, 2j, 0. / How long to trust a link that worked.")
  var maxAge = LengthOfTime(seconds: 86_400, typed: "1j")

  @Option(
    name: .customLong("allow-host"),
    help: "Un site du réseau interne à vérifier aussi ; répétable. / A host of the internal network; repeatable.")
  var allowHost: [String] = []

  @Option(
    name: .customLong("request-timeout"), help: "Patience pour une demande. / Patience for one request.")
  var requestTimeout = LengthOfTime(seconds: 10, typed: "10s")

  @Option(name: .customLong("total-timeout"), help: "Patience pour le tout. / Patience for the whole check.")
  var totalTimeout = LengthOfTime(seconds: 900, typed: "15min")

  @Option(name: .long, help: "Écrit aussi une page HTML du résultat. / Also writes an HTML page of the result.")
  var report: String?

  func validate() throws {
    let needing = [("--fix", fix), ("--report", report != nil)].first { $0.1 }
    if let needing, !external {
      throw ValidationError(
        "\(needing.0) demande aussi --external. / \(needing.0) needs --external as well.")
    }
    if dryRun, !fix {
      throw ValidationError("--dry-run demande aussi --fix. / --dry-run needs --fix as well.")
    }
    if let host = allowHost.first(where: { CheckOptions.allowedHost($0) == nil }) {
      throw ValidationError(
        """
        --allow-host attend le nom d’un site, comme « intranet.exemple.fr » ; « \(host) » n’en est pas un. / \
        --allow-host expects the name of a site, such as “intranet.example.org”; “\(host)” is not one.
        """)
    }
    if requestTimeout.seconds <= 0 || totalTimeout.seconds <= 0 {
      throw ValidationError(
        """
        Une patience ne peut pas être nulle : écrivez par exemple 10s ou 15min. / \
        Patience cannot be nil: write 10s or 15min, for example.
        """)
    }
  }

  /// - Parameter contact: a web address that is sent with each request. The owners of the requested sites can then find
  ///   the sender of the requests.
  func checkOptions(contact: String?) -> CheckOptions {
    CheckOptions(
      userAgent: CheckOptions.userAgent(version: Trousse.version, contact: contact),
      allowedHosts: Set(allowHost.compactMap(CheckOptions.allowedHost)), requestLimit: requestTimeout.seconds,
      linkLimit: max(60, requestTimeout.seconds * 3), totalLimit: totalTimeout.seconds)
  }
}
