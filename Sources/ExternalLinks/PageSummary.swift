/// What is kept of a page: its title, its anchors, and what tells whether it is what it claims to be.
struct PageSummary: Sendable, Hashable {
  /// The title, on one line.
  var title: String?
  /// The level-one headings.
  var headings: [String] = []
  /// What a fragment can name: ids, and names of `a`.
  var anchors: Set<String> = []
  /// How many characters a reader sees, spaces left out.
  var textLength = 0
  /// The beginning of what a reader sees, in small letters.
  var opening = ""
  /// Where scripts and frames come from.
  var sources: [String] = []
  /// How many scripts there are.
  var scriptCount = 0
  /// Whether there is an element that frameworks fill, such as `<div id="root">`.
  var hasAppRoot = false
  /// Whether an element that is there for the content of the page holds nothing: `<main></main>`, `<div id="root"></div>`.
  var hasEmptyRoot = false
  /// Whether there is something else that pages made by scripts have: programs in modules, or a plea to allow scripts.
  var leansOnScripts = false
  /// Whether a script is one of those that keep robots out.
  var hasWallScript = false
  /// Whether a script is one of those that fill the pages of unused domains.
  var hasParkingScript = false
  /// Whether the whole page was read.
  var isComplete: Bool

  /// Whether what a browser shows is made by scripts, so that what is missing here may be there. Such a page has a menu, a
  /// foot and a word on cookies of its own, which can be long.
  var isMadeByScripts: Bool {
    guard scriptCount > 0 else { return false }
    return textLength < 300 || hasEmptyRoot || ((hasAppRoot || leansOnScripts) && textLength < 3000)
  }

  private static let appRoots: Set<String> = [
    "root", "app", "__next", "__nuxt", "___gatsby", "svelte", "main-app", "react-root", "q-app",
  ]
  private static let pleas = [
    "enable javascript", "javascript is required", "requires javascript", "activer javascript", "activez javascript",
    "javascript doit être activé", "javascript est désactivé", "javascript est nécessaire", "nécessite javascript",
  ]
  private static let openingLimit = 4000
  private static let titleLimit = 200

  /// Reads a page.
  init(_ response: HTTPResponse) {
    self.init(
      bytes: Self.unicode(response.body, contentType: response.headers["content-type"] ?? ""),
      isComplete: response.isComplete)
  }

  /// Reads the bytes of a page, in UTF-8.
  init(bytes: [UInt8], isComplete: Bool) {
    self.isComplete = isComplete
    var scanner = PageScanner(bytes)
    var heading: String?
    var root: String?
    while let token = scanner.next() {
      if case .end(let name) = token, name == root { hasEmptyRoot = true }
      if !Self.isBlank(token, scanner) { root = nil }
      switch token {
      case .text(let range):
        let text = scanner.text(range)
        see(text)
        heading? += text
      case .end("h1"):
        if let text = heading { headings.append(Self.oneLine(text)) }
        heading = nil
      case .end: break
      case .start(let tag, let content):
        note(tag, content.map(scanner.text))
        if tag.name == "h1" { heading = "" }
        if tag.name == "main" || Self.isAppRoot(tag) { root = tag.name }
      }
    }
    if Self.pleas.contains(where: opening.contains) { leansOnScripts = true }
  }

  private mutating func see(_ text: String) {
    // In UTF-8, what is no ASCII space and does not continue a character begins one.
    for byte in text.utf8 where byte > 0x20 && byte & 0xC0 != 0x80 { textLength += 1 }
    if opening.utf8.count < Self.openingLimit {
      opening += HTMLEntities.decode(String(text.prefix(Self.openingLimit))).lowercased()
    }
  }

  private mutating func note(_ tag: PageTag, _ content: String?) {
    if let id = tag.attributes["id"], !id.isEmpty { anchors.insert(id) }
    if tag.name == "a", let name = tag.attributes["name"], !name.isEmpty { anchors.insert(name) }
    if ["script", "iframe", "frame"].contains(tag.name), let source = tag.attributes["src"] { sources.append(source) }
    switch tag.name {
    case "script": noteScript(tag, content ?? "")
    // Drawings have titles of their own, and come later.
    case "title" where title == nil: title = content.map(Self.oneLine).flatMap { $0.isEmpty ? nil : $0 }
    default: break
    }
    if Self.isAppRoot(tag) { hasAppRoot = true }
  }

  private mutating func noteScript(_ tag: PageTag, _ content: String) {
    let type = tag.attributes["type"] ?? ""
    // Data for search engines is no program.
    if !type.contains("json") { scriptCount += 1 }
    if type == "module" { leansOnScripts = true }
    // Those are short; to look through long ones would take longer than to read the page.
    guard content.utf8.count < 1 << 15 else { return }
    if RobotWall.isScript(content) { hasWallScript = true }
    if ParkingPage.isScript(content) { hasParkingScript = true }
  }

  private static func isAppRoot(_ tag: PageTag) -> Bool {
    appRoots.contains(tag.attributes["id"]?.lowercased() ?? "") || tag.name.hasPrefix("app-")
      || tag.attributes["ng-app"] != nil || tag.attributes["ng-version"] != nil
      || tag.attributes["data-reactroot"] != nil
  }

  private static func isBlank(_ token: PageScanner.Token, _ scanner: PageScanner) -> Bool {
    if case .text(let range) = token { scanner.text(range).allSatisfy(\.isWhitespace) } else { false }
  }

  /// A text on one line, without what a terminal would obey, and of bounded length.
  private static func oneLine(_ text: String) -> String {
    let words = HTMLEntities.decode(text).split { character in
      character.isWhitespace || character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
    }
    let line = words.joined(separator: " ")
    return line.count > titleLimit ? line.prefix(titleLimit - 1) + "…" : line
  }

  /// The bytes of a page in UTF-8. Old French sites still come in Latin 1; what is not UTF-8 is taken to be that.
  private static func unicode(_ body: [UInt8], contentType: String) -> [UInt8] {
    let declared = contentType.lowercased() + String(decoding: body.prefix(1024), as: UTF8.self).lowercased()
    guard
      [
        "charset=iso-8859-1", "charset=\"iso-8859-1", "charset=windows-1252", "charset=\"windows-1252",
        "charset=iso-8859-15", "charset=\"iso-8859-15",
      ].contains(where: declared.contains)
    else { return body }
    // Many a page is in UTF-8 and declares what its template declared long ago.
    return String(validating: body, as: UTF8.self) == nil ? Array(Windows1252.decode(body).utf8) : body
  }
}
