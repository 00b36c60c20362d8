import HTML

/// The summary of a page on another site: its title, its anchors, and signs that the page is not the expected page.
struct PageSummary: Sendable, Hashable {
  /// The title, on one line.
  var title: String?
  /// The level-one headings.
  var headings: [String] = []
  /// The names that a fragment can refer to: the `id` of any element, and the `name` of an `a` element.
  var anchors: Set<String> = []
  /// The number of visible characters, without white space.
  var textLength = 0
  /// The start of the visible text, in lower case.
  var opening = ""
  /// The addresses of the scripts and frames that the page loads.
  var sources: [String] = []
  /// The number of scripts, not counting scripts that contain JSON.
  var scriptCount = 0
  /// Whether the page has an element that JavaScript frameworks fill with content, such as `<div id="root">`.
  var hasAppRoot = false
  /// Whether the element for the main content is empty: `<main></main>`, `<div id="root"></div>`.
  var hasEmptyRoot = false
  /// Whether scripts seem to render the page, because the page has a module script or asks readers to enable
  /// JavaScript.
  var leansOnScripts = false
  /// Whether the page has a script that is known from robot walls. A robot wall is a page that keeps robots out.
  var hasWallScript = false
  /// Whether the page has a script that is known from the pages of parked domains.
  var hasParkingScript = false
  /// Whether the whole page was received.
  var isComplete: Bool

  /// Whether scripts seem to render the content. An anchor may then exist in a browser although it is missing in the
  /// HTML. The result can be true even if the HTML contains some text, for example a long menu, a footer or a cookie
  /// notice.
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

  /// Parses the body of a response.
  init(_ response: HTTPResponse) {
    self.init(
      bytes: Self.unicode(response.body, contentType: response.headers["content-type"] ?? ""),
      isComplete: response.isComplete)
  }

  /// Parses a page from its bytes. The bytes must be UTF-8.
  init(bytes: [UInt8], isComplete: Bool) {
    self.isComplete = isComplete
    var position = Position()
    for event in HTMLReader(bytes) { read(event, of: bytes, at: &position) }
    if Self.pleas.contains(where: opening.contains) { leansOnScripts = true }
  }
  /// The state of the parse.
  private struct Position {
    /// The text of the open `h1` element. Nil if no `h1` element is open.
    var heading: String?
    /// The name of the open element for the main content. Nil if no such element is open, or if the element already has
    /// content.
    var emptyRoot: String?
    /// The open element whose content is not visible text, for example a script. `content` is the part of its content
    /// that has been read. Nil if no such element is open.
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
    // In UTF-8, every byte that is not a continuation byte begins a character.
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
    // A script element that contains JSON is data for search engines, not a program.
    if !type.contains("json") { scriptCount += 1 }
    if type == "module" { leansOnScripts = true }
    // The scripts of robot walls and parking pages are short. So long scripts are not searched, because the search
    // would take longer than the parse of the page.
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

  /// Puts a text on one line and limits its length. Removes control characters, because a terminal would interpret
  /// them.
  private static func oneLine(_ text: String) -> String {
    let words = text.split { character in
      character.isWhitespace || character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
    }
    let line = words.joined(separator: " ")
    return line.count > titleLimit ? line.prefix(titleLimit - 1) + "…" : line
  }

  /// Converts the body of a page to UTF-8. If the page declares Latin 1, as old French sites do, the body is decoded as
  /// Windows-1252.
  private static func unicode(_ body: [UInt8], contentType: String) -> [UInt8] {
    let declared = contentType.lowercased() + String(decoding: body.prefix(1024), as: UTF8.self).lowercased()
    guard
      [
        "charset=iso-8859-1", "charset=\"iso-8859-1", "charset=windows-1252", "charset=\"windows-1252",
        "charset=iso-8859-15", "charset=\"iso-8859-15",
      ].contains(where: declared.contains)
    else { return body }
    // Many pages are in UTF-8 although an old template declares Latin 1.
    return String(validating: body, as: UTF8.self) == nil ? Array(Windows1252.decode(body).utf8) : body
  }
}
