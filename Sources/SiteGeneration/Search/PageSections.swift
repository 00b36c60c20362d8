import HTML

/// What a reader can find on a page, read from the very HTML that will be published: `main`, cut at its anchors.
struct PageSections: Sendable, Equatable {
  /// A heading, or a card with an address of its own, and the text down to the next one.
  struct Section: Sendable, Equatable {
    /// The id that leads to it; empty for the start of the page.
    var anchor: String
    /// Empty for the start of the page, whose heading is the page's title.
    var heading: String
    /// Its text, blanks folded; ``SearchText/adviceMark`` stands before and behind what is advice.
    var text: String
  }

  /// The first heading of the page.
  let title: String
  /// Its sections, in order; the first is its start.
  let sections: [Section]

  /// Reads a page.
  init(_ html: [UInt8]) {
    var reader = SectionReader(html)
    for event in HTMLReader(html) { reader.read(event) }
    self.init(reader)
  }

  init(_ reader: SectionReader) {
    title = reader.title
    sections = reader.joined()
  }
}

/// Puts the sections of a page together while it is read. What stands in no section of its own, such as notes, belongs to the
/// section before it.
struct SectionReader {
  private struct Open {
    let isInline: Bool
    /// Whether what stands in it is for no search.
    let isSkipped: Bool
    let target: Target?
    /// Whether it begins what the theme marks as advice.
    let beginsAdvice: Bool
  }

  /// Whether the page's first `main` is being read.
  private enum Main {
    case before, inside, behind
  }

  /// Where text goes.
  private enum Target {
    case body, heading, title
  }

  private let html: [UInt8]
  /// The elements that are open in `main`, itself included.
  private var stack: [Open] = []
  private var main = Main.before
  /// Whether what is being read is advice.
  private var isInAdvice = false
  private var titleText = SearchText()
  private var sections = [Draft()]

  private struct Draft {
    var anchor = ""
    var heading = SearchText()
    var text = SearchText()
    /// Whether the anchor is that of a card, which takes the first heading in it as its own.
    var isCard = false
  }

  /// What an element's name makes it.
  private struct Traits: OptionSet {
    let rawValue: UInt8

    static let skipped = Traits(rawValue: 1)
    static let card = Traits(rawValue: 1 << 1)
    static let heading = Traits(rawValue: 1 << 2)
    static let inline = Traits(rawValue: 1 << 3)

    static func of(_ name: String) -> Traits { byName[name] ?? [] }

    private static let byName: [String: Traits] = {
      let lists: [(Traits, [String])] = [
        (.skipped, ["nav", "script", "style", "svg", "template", "textarea", "title"]),
        (.card, ["li", "article", "section"]),
        (.heading, ["h1", "h2", "h3", "h4", "h5", "h6", "dt"]),
        (
          .inline,
          [
            "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
            "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
          ]
        ),
      ]
      var traits: [String: Traits] = [:]
      for (trait, names) in lists {
        for name in names { traits[name, default: []].insert(trait) }
      }
      return traits
    }()
  }
  /// What a theme writes on an element that is not to be found.
  private static let mark = "data-unsearched"
  /// What a theme writes on what encloses advice.
  private static let adviceMark = "data-advice"
  /// What a theme hides from sight with.
  private static let hiddenClass: Substring = "visually-hidden"

  init(_ html: [UInt8]) { self.html = html }

  var title: String { titleText.string }

  /// Takes what comes next.
  mutating func read(_ event: HTMLReader.Event) {
    switch event {
    case .text(let range, let decodes) where main == .inside: append(range, decodes)
    case .open(let element) where main == .inside: begin(element)
    case .open(let element) where main == .before && element.tag.name == "main":
      main = .inside
      stack.append(Open(isInline: false, isSkipped: false, target: nil, beginsAdvice: false))
    case .close where main == .inside: end()
    default: break
    }
  }

  /// The sections; those without a heading are joined to the one before.
  func joined() -> [PageSections.Section] {
    var result: [PageSections.Section] = []
    for (index, draft) in sections.enumerated() {
      let heading = draft.heading.string
      let text = draft.text.string
      if index > 0, heading.isEmpty, let last = result.popLast() {
        let both = [last.text, text].filter { !$0.isEmpty }.joined(separator: " ")
        result.append(PageSections.Section(anchor: last.anchor, heading: last.heading, text: both))
      } else {
        result.append(PageSections.Section(anchor: draft.anchor, heading: heading, text: text))
      }
    }
    return result
  }

  private mutating func begin(_ element: HTMLReader.Opening) {
    let tag = element.tag
    let traits = Traits.of(tag.name)
    if !traits.contains(.inline) { space() }
    guard !element.isEmpty else { return }
    let isSkipped = stack.last?.isSkipped == true || traits.contains(.skipped) || Self.isSkipped(tag)
    let target = isSkipped ? nil : target(of: tag, traits)
    let beginsAdvice = !isInAdvice && !isSkipped && tag.attributes.contains { $0.name == Self.adviceMark }
    if beginsAdvice { toggleAdvice() }
    stack.append(
      Open(
        isInline: traits.contains(.inline), isSkipped: isSkipped, target: target ?? stack.last?.target,
        beginsAdvice: beginsAdvice))
  }

  private mutating func end() {
    guard let last = stack.popLast() else { return }
    if last.beginsAdvice { toggleAdvice() }
    if !last.isInline { space() }
    if stack.isEmpty { main = .behind }
  }

  /// Where the text of an element goes, if not where that around it does; begins a section where one begins.
  private mutating func target(of tag: HTMLTag, _ traits: Traits) -> Target? {
    let id = tag.value(of: "id") ?? ""
    let last = sections.count - 1
    let waits = sections[last].isCard && sections[last].heading.isEmpty
    if tag.name == "h1" { return titleText.isEmpty ? .title : nil }
    if traits.contains(.heading) {
      if waits, sections[last].text.isEmpty { return .heading }
      // Titles without an anchor, such as those of callouts, are text: nothing leads to them.
      guard !id.isEmpty else { return nil }
      begin(Draft(anchor: id))
      return .heading
    }
    // Whoever speaks is what a testimonial is found by.
    if tag.name == "figcaption", waits { return .heading }
    if traits.contains(.card), !id.isEmpty { begin(Draft(anchor: id, isCard: true)) }
    return nil
  }

  /// Begins a section. Advice that goes on is marked in each: every section has as many beginnings as ends.
  private mutating func begin(_ draft: Draft) {
    let goesOn = isInAdvice
    if goesOn { toggleAdvice() }
    sections.append(draft)
    if goesOn { toggleAdvice() }
  }

  private mutating func toggleAdvice() {
    isInAdvice.toggle()
    sections[sections.count - 1].text.markAdvice()
  }

  private static func isSkipped(_ tag: HTMLTag) -> Bool {
    tag.attributes.contains { attribute in
      switch attribute.name {
      case "hidden", mark: true
      case "class":
        attribute.value.utf8.count >= hiddenClass.utf8.count
          && attribute.value.split(separator: " ").contains(hiddenClass)
      // Calls of notes, and the way back from them.
      case "href":
        tag.name == "a" && attribute.value.utf8.first == UInt8(ascii: "#") && attribute.value.last?.isNumber == true
          && (attribute.value.contains("note-") || attribute.value.contains("appel-"))
      default: false
      }
    }
  }

  private mutating func append(_ range: Range<Int>, _ decodes: Bool) {
    guard stack.last?.isSkipped != true else { return }
    switch stack.last?.target ?? .body {
    case .body: sections[sections.count - 1].text.append(html[range], decodes)
    case .heading: sections[sections.count - 1].heading.append(html[range], decodes)
    case .title: titleText.append(html[range], decodes)
    }
  }

  private mutating func space() {
    sections[sections.count - 1].text.space()
    sections[sections.count - 1].heading.space()
    titleText.space()
  }
}
