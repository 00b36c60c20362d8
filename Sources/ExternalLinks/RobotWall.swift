/// Signs of a robot wall. A robot wall is a challenge, a proof of work or a captcha that a site sends to robots in
/// place of the page. Even if its status is successful, a robot wall proves nothing about the page or its anchors.
enum RobotWall {
  /// Titles of robot walls. A title or heading matches if the whole text, or its part before a bar or a dash, is in
  /// this list.
  private static let titles: Set<String> = [
    "just a moment", "un instant", "attention required!", "please wait", "one moment, please", "one moment please",
    "making sure you're not a bot!", "checking your browser", "checking you are not a bot", "access denied",
    "pardon our interruption", "human verification", "bot verification", "client challenge", "robot check",
    "are you a robot?", "are you human?", "verify you are human", "security check", "security verification", "captcha",
    "ddos-guard", "access to this page has been denied", "vercel security checkpoint", "radware bot manager captcha",
    "request rejected", "you are being redirected", "vérification de sécurité", "vérification humaine",
    "êtes-vous un robot ?", "browser check", "validation request", "challenge validation",
  ]

  /// Phrases in the text of robot walls. Readers see some of the phrases only if JavaScript is off.
  private static let phrases = [
    "checking your browser before accessing", "checking if the site connection is secure",
    "enable javascript and cookies to continue", "needs to review the security of your connection",
    "verifying you are human", "verify you are human", "verify that you're not a robot", "confirm you are a human",
    "confirm you are human", "making sure you're not a bot", "proof-of-work", "proof of work",
    "request unsuccessful. incapsula incident id", "please complete the security check",
    "please enable js and disable any ad blocker", "you have been blocked", "ddos protection by",
    "pardon our interruption", "something about your browser made us think you were a bot",
    "believe you are using automation tools", "unusual traffic from your computer network",
    "the requested url was rejected. please consult with your administrator",
    "you don't have permission to access this resource. reference #",
    "vérifions que vous êtes humain", "vérifiez que vous êtes humain", "vérifier que vous êtes humain",
    "vérifions que vous n'êtes pas un robot", "vérifier que vous n'êtes pas un robot",
    "prouvez que vous n'êtes pas un robot", "vérification de votre navigateur", "vérifions votre navigateur",
    "activez javascript et les cookies pour continuer",
  ]

  /// Texts, in lower case, that occur in the addresses of the scripts and frames of robot walls.
  private static let sources = [
    "/cdn-cgi/challenge-platform/h/", "/_incapsula_resource?swudnsai", "captcha-delivery.com/",
    "captcha.px-cdn.net/", "/.within.website/x/cmd/anubis/", "/.well-known/ddos-guard/",
  ]

  /// Ids of elements that occur in robot walls.
  private static let ids: Set<String> = [
    "px-captcha", "challenge-error-text", "challenge-running", "cf-challenge-running", "cf-error-details",
    "anubis_challenge", "anubis_version", "ddg-captcha", "sec-if-cpt-container", "sec-bc-text-container",
  ]

  /// Code that occurs only in the scripts of robot walls.
  private static let scripts = ["_cf_chl_opt", "gokuProps", "captcha-delivery.com", "_Incapsula_Resource?SWUDNSAI"]

  /// The maximum number of visible characters of a robot wall. A longer page may be an article about robot walls. It
  /// may also be an ordinary page that contains traces of a robot wall.
  private static let lengthLimit = 1500

  /// Whether a response is a robot wall.
  static func stands(in response: HTTPResponse, _ page: PageSummary?) -> Bool {
    // If the site reports that the page is missing or gone, the response is not a robot wall.
    guard response.status != 404, response.status != 410 else { return false }
    if response.headers["cf-mitigated"] == "challenge" { return true }
    if ["challenge", "captcha"].contains(response.headers["x-amzn-waf-action"]) { return true }
    guard let page, page.textLength < lengthLimit else { return false }
    return page.hasWallScript || !page.anchors.isDisjoint(with: ids)
      || page.sources.contains { source in sources.contains(where: source.lowercased().contains) }
      || ([page.title].compactMap { $0 } + page.headings).contains(where: isTitle)
      || says(page)
  }

  /// Whether a script contains code that occurs only in the scripts of robot walls.
  static func isScript(_ text: String) -> Bool { scripts.contains(where: text.contains) }

  private static func says(_ page: PageSummary) -> Bool {
    let text = page.opening.split { $0.isWhitespace }.joined(separator: " ").replacing("’", with: "'")
    return phrases.contains(where: text.contains)
  }

  private static func isTitle(_ text: String) -> Bool {
    let plain = text.lowercased().replacing("’", with: "'").replacing("\u{A0}", with: " ")
    let part = (plain.split(separator: "|").first ?? "").split(separator: " - ").first ?? ""
    return titles.contains { name in
      let rest = part.drop { $0 == " " }
      return rest.hasPrefix(name) && rest.dropFirst(name.count).allSatisfy { " .…!".contains($0) }
    }
  }
}
