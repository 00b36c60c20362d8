import Addresses

/// Signs that a page with a successful status is not the intended page. No sign is a proof.
enum PageSigns {
  /// Titles and headings of “not found” pages. A title or heading matches if the whole text, or a part of the text, is
  /// in this list.
  private static let notFound: Set<String> = [
    "404", "404 not found", "404 error", "error 404", "erreur 404", "404 page not found", "page 404", "not found",
    "page not found", "page introuvable", "page non trouvée", "page inexistante", "page inconnue", "404 introuvable",
    "404 page introuvable", "404 page non trouvée", "erreur 404 page introuvable", "erreur 404 page non trouvée",
    "contenu introuvable", "contenu non trouvé", "document introuvable", "ressource introuvable", "fichier introuvable",
    "article introuvable", "this page does not exist", "cette page n'existe pas", "cette page n'existe plus",
    "la page demandée n'existe pas", "la page demandée est introuvable", "la page que vous cherchez n'existe pas",
    "la page que vous recherchez n'existe pas", "la page que vous recherchez est introuvable",
    "cette page est introuvable",
    "seite nicht gefunden", "página no encontrada", "file not found", "object not found", "content not found",
    "page cannot be found", "the page you requested cannot be found", "sorry, page not found",
  ]

  /// Whether a text is the title or a heading of a “not found” page.
  static func saysNotFound(_ text: String) -> Bool {
    let plain = text.lowercased().replacing("’", with: "'").replacing("\u{A0}", with: " ")
    // The title often contains the name of the site as a separate part: "Page introuvable | Ville de Lyon".
    var parts = plain.split { "|–—·:•»«/".contains($0) }.map(String.init)
    parts += plain.components(separatedBy: " - ")
    return (parts + [plain, plain.replacing(/[-–—:|]/, with: " ")]).contains { part in
      let words = part.split { $0.isWhitespace || "!.?…()\"".contains($0) }
      return notFound.contains(words.joined(separator: " "))
    }
  }

  /// Whether the redirects lead from an inner page to a home page.
  static func endsAtFrontDoor(asked: WebAddress, final: WebAddress) -> Bool {
    func parts(_ url: WebAddress) -> [String] {
      url.path.lowercased().split(separator: "/").map(String.init).filter { part in
        !["index.html", "index.php", "index.htm", "accueil", "home", "fr", "en", "fr-fr"].contains(part)
      }
    }
    return parts(final).isEmpty && final.query == nil && !parts(asked).isEmpty
  }
}

extension AddressFinding {
  /// The reason to suspect that the response is not the intended page, or nil if there is no such reason.
  func sign(asked: WebAddress) -> LinkReason? {
    guard reason == nil, response != nil else { return nil }
    if let page {
      if ParkingPage.isOne(page, at: chain.finalURL) { return .looksParked }
      if ([page.title].compactMap { $0 } + page.headings).contains(where: PageSigns.saysNotFound) {
        return .looksNotFound
      }
      // A response without a media type counts as a page, but the response may be the file itself. So only a response
      // with a declared media type is reported here.
      if AddressCheck.isFile(asked), response?.mediaType?.isEmpty == false { return .pageInsteadOfFile }
    }
    return chain.hops.isEmpty || !PageSigns.endsAtFrontDoor(asked: asked, final: chain.finalURL)
      || (!isSameSite(asked) && asked.names.count <= 1) ? nil : .looksNotFound
  }

  /// Whether the final address should replace the address in the content. Every redirect must be permanent, and the
  /// redirects must not lead from an inner page to a home page. If a short address leads to the home page of another
  /// site, the link works, but its address is not replaced.
  func hasMoved(from asked: WebAddress) -> Bool {
    chain.isPermanent && !PageSigns.endsAtFrontDoor(asked: asked, final: chain.finalURL)
  }

  private func isSameSite(_ asked: WebAddress) -> Bool { Self.site(asked) == Self.site(chain.finalURL) }

  private static func site(_ url: WebAddress) -> String {
    let host = url.hostName
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }
}
