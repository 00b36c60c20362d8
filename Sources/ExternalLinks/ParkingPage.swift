import Addresses

/// Signs of a parked domain: a domain that is for sale, expired, or bought but unused. No sign is a proof.
enum ParkingPage {
  /// The hosts of parking pages, and of the scripts and frames that parking pages load.
  private static let hosts = [
    "sedoparking.com", "parkingcrew.net", "bodis.com", "afternic.com", "hugedomains.com", "dan.com", "above.com",
    "parklogic.com", "domainsponsor.com", "undeveloped.com", "skenzo.com", "parkingpage.namecheap.com",
    "forsale.godaddy.com", "cashparking.com", "smartname.com", "buydomains.com", "domainmarket.com", "brandbucket.com",
    "voodoo.com", "parking.ovh.net", "parking.gandi.net", "parkingspa.com", "dsparking.com",
    "parking-page.ionos.com", "domainnamesales.com", "uniregistrymarket.com", "d38psrni17bvxu.cloudfront.net",
  ]

  /// Texts that occur in the addresses of parking scripts. The hosts of these scripts also serve other content, so the
  /// host alone is not a sign.
  private static let sources = ["wsimg.com/parking-lander/", "/parking-lander/", "/sedoparking/"]

  /// Code that occurs in the scripts of parking pages. GoDaddy's parking page has no text, only a script that redirects
  /// to another page. So this page is recognized by the code of its script.
  private static let scripts = ["location.href=\"/lander\"", "window.park = ", "parking-lander"]

  private static let phrases = [
    "domain is for sale", "domain name is for sale", "buy this domain", "domain is parked", "domain may be for sale",
    "domaine est à vendre", "domaine à vendre", "acheter ce domaine", "acheter ce nom de domaine", "domaine est parqué",
    "nom de domaine a expiré", "domaine est expiré", "domain has expired", "related searches",
    // The phrases below come from these registrars: OVHcloud, Gandi, IONOS, GoDaddy, Namecheap, Hostinger, Dynadot,
    // Name.com.
    "domaine a bien été créé chez ovh", "domain has been created at ovh", "domain has been successfully created at ovh",
    "registered with gandi", "enregistré avec gandi", "enregistré chez gandi", "enregistré sur gandi",
    "domain name has just been registered", "nom de domaine vient d'être enregistré",
    "hier entsteht eine neue internetpräsenz", "parked free, courtesy of", "parked for free", "parked courtesy of",
    "recently registered at namecheap", "parked domain name on", "is registered at dynadot",
    "domaine est enregistré chez", "domaine est réservé", "domain is registered, but may still be available",
  ]

  /// The maximum number of visible characters of a parking page. A longer page may be an article about parked domains.
  private static let lengthLimit = 1500

  /// Whether a page looks like a parking page.
  static func isOne(_ page: PageSummary, at url: WebAddress) -> Bool {
    if isParking(url.hostName) { return true }
    let sources = page.sources.map { $0.lowercased() }
    if sources.contains(where: { isParking(WebAddress($0, base: url)?.hostName ?? "") }) { return true }
    guard page.textLength < lengthLimit else { return false }
    if page.hasParkingScript || sources.contains(where: { Self.sources.contains(where: $0.contains) }) { return true }
    let text = page.opening.split { $0.isWhitespace }.joined(separator: " ").replacing("’", with: "'")
    return phrases.contains { text.contains($0) && ($0 != "related searches" || page.textLength < 300) }
  }

  /// Whether a script contains code that occurs in the scripts of parking pages.
  static func isScript(_ text: String) -> Bool { scripts.contains(where: text.contains) }

  private static func isParking(_ host: String) -> Bool {
    hosts.contains { host == $0 || host.hasSuffix("." + $0) }
  }
}
