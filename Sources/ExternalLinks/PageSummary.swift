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
  /// Whether the whole page was read.
  var isComplete: Bool

  /// Whether what a browser shows is made by scripts, so that what is missing here may be there.
  var isMadeByScripts: Bool { scriptCount > 0 && (textLength < 300 || (hasAppRoot && textLength < 3000)) }

  private static let appRoots: Set<String> = [
    "root", "app", "__next", "__nuxt", "___gatsby", "svelte", "main-app", "react-root", "q-app",
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
    while let token = scanner.next() {
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
      }
    }
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
    case "script":
      // Data for search engines is no program.
      if tag.attributes["type"]?.contains("json") != true { scriptCount += 1 }
    // Drawings have titles of their own, and come later.
    case "title" where title == nil: title = content.map(Self.oneLine).flatMap { $0.isEmpty ? nil : $0 }
    default: break
    }
    if Self.appRoots.contains(tag.attributes["id"]?.lowercased() ?? "") || tag.name.hasPrefix("app-")
      || tag.attributes["ng-app"] != nil || tag.attributes["ng-version"] != nil
      || tag.attributes["data-reactroot"] != nil
    {
      hasAppRoot = true
    }
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
