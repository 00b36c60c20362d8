import HTML

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
    var position = Position()
    for event in HTMLReader(bytes) { read(event, of: bytes, at: &position) }
    if Self.pleas.contains(where: opening.contains) { leansOnScripts = true }
  }
  /// Where in a page the reader is.
  private struct Position {
    /// The text of the level-one heading that is open.
    var heading: String?
    /// The element that was opened last, if it is there for the content of the page and nothing was met in it.
    var emptyRoot: String?
    /// The element that is open and whose content nobody reads as text, and that content.
    var unread: (tag: HTMLTag, content: String)?
  }

  private static let unreadElements: Set<String> = [
    "script", "style", "title", "textarea", "xmp", "iframe", "noframes", "noembed",
  ]

  private mutating func read(_ event: HTMLReader.Event, of bytes: [UInt8], at position: inout Position) {
    switch event {
    case .text(let range, let decodes):
      let text = decodes ? HTMLText.decode(bytes[range]) : String(decoding: bytes[range], as: UTF8.self)
      if position.emptyRoot != nil, !text.allSatisfy(\.isWhitespace) { position.emptyRoot = nil }
      if position.unread == nil {
        see(text)
        position.heading? += text
      } else {
        position.unread?.content += text
      }
    case .open(let element):
      let tag = element.tag
      note(tag)
      position.emptyRoot = tag.name == "main" || Self.isAppRoot(tag) ? tag.name : nil
      if tag.name == "h1" { position.heading = "" }
      if !element.isForeign, Self.unreadElements.contains(tag.name) { position.unread = (tag, "") }
    case .close(let name, let closing):
      if closing == .written, name == position.emptyRoot { hasEmptyRoot = true }
      position.emptyRoot = nil
      if name == "h1", let text = position.heading {
        headings.append(Self.oneLine(text))
        position.heading = nil
      }
      if let (tag, content) = position.unread, name == tag.name {
        note(tag, content)
        position.unread = nil
      }
    case .strayEnd: position.emptyRoot = nil
    case .comment, .doctype: break
    }
  }

  private mutating func see(_ text: String) {
    // In UTF-8, every byte that is no ASCII blank and does not continue a character begins one.
    for byte in text.utf8 where byte > 0x20 && byte & 0xC0 != 0x80 { textLength += 1 }
    if opening.utf8.count < Self.openingLimit { opening += text.prefix(Self.openingLimit).lowercased() }
  }

  private mutating func note(_ tag: HTMLTag) {
    if let id = tag.value(of: "id"), !id.isEmpty { anchors.insert(id) }
    if tag.name == "a", let name = tag.value(of: "name"), !name.isEmpty { anchors.insert(name) }
    if ["script", "iframe", "frame"].contains(tag.name), let source = tag.value(of: "src") { sources.append(source) }
    if Self.isAppRoot(tag) { hasAppRoot = true }
  }

  private mutating func note(_ tag: HTMLTag, _ content: String) {
    switch tag.name {
    case "script": noteScript(tag, content)
    case "title" where title == nil:
      let line = Self.oneLine(content)
      if !line.isEmpty { title = line }
    default: break
    }
  }

  private mutating func noteScript(_ tag: HTMLTag, _ content: String) {
    let type = tag.value(of: "type") ?? ""
    // Data for search engines is no program.
    if !type.contains("json") { scriptCount += 1 }
    if type == "module" { leansOnScripts = true }
    // Those are short; to look through long ones would take longer than to read the page.
    guard content.utf8.count < 1 << 15 else { return }
    if RobotWall.isScript(content) { hasWallScript = true }
    if ParkingPage.isScript(content) { hasParkingScript = true }
  }

  private static func isAppRoot(_ tag: HTMLTag) -> Bool {
    tag.name.hasPrefix("app-")
      || tag.attributes.contains { attribute in
        switch attribute.name {
        case "id": appRoots.contains(attribute.value.lowercased())
        case "ng-app", "ng-version", "data-reactroot": true
        default: false
        }
      }
  }

  /// A text on one line, without what a terminal would obey, and of bounded length.
  private static func oneLine(_ text: String) -> String {
    let words = text.split { character in
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
