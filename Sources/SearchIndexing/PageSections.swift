import HTML

/// The searchable content of a published page: the content of `main`, divided into sections at headings and cards with
/// anchors.
package struct PageSections: Sendable, Equatable {
  /// One heading or one card with an anchor, together with the text up to the next section.
  package struct Section: Sendable, Equatable {
    /// The id of the section; empty for the start of the page.
    package var anchor: String
    /// The text of the heading; empty for the start of the page, because the page title is its heading.
    package var heading: String
    /// The text of the section, with collapsed white space. A passage that the theme marks as advice begins and ends
    /// with ``SearchText/adviceMark``.
    package var text: String
  }

  /// The text of the first `h1`.
  package let title: String
  /// The sections, in order. The first section is the start of the page.
  package let sections: [Section]

  /// Reads a page.
  package init(_ html: [UInt8]) {
    var reader = SectionReader(html)
    for event in HTMLReader(html) { reader.read(event) }
    self.init(reader)
  }

  package init(_ reader: SectionReader) {
    title = reader.title
    sections = reader.joined()
  }
}

/// Collects the sections of a page during the parse. Content without a section of its own, such as notes, belongs to
/// the preceding section.
package struct SectionReader {
  private struct Open {
    let isInline: Bool
    /// Whether the content of the element is not searchable.
    let isSkipped: Bool
    let target: Target?
    /// Whether a passage of advice begins and ends with this element. False for advice inside other advice.
    let beginsAdvice: Bool
  }

  /// The position relative to the first `main` of the page.
  private enum Main {
    case before, inside, behind
  }

  /// The part of the page to which a text is added.
  private enum Target {
    case body, heading, title
  }

  private let html: [UInt8]
  /// The open elements from `main` inwards.
  private var stack: [Open] = []
  private var main = Main.before
  /// Whether the current element is in advice.
  private var isInAdvice = false
  private var titleText = SearchText()
  private var sections = [Draft()]

  private struct Draft {
    var anchor = ""
    var heading = SearchText()
    var text = SearchText()
    /// Whether the anchor belongs to a card. The first heading in a card becomes the heading of the section.
    var isCard = false
  }

  /// The properties that an element name implies.
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
  /// The attribute with which a theme excludes an element from the search.
  private static let mark = "data-unsearched"
  /// The attribute with which a theme marks an element as advice.
  private static let adviceMark = "data-advice"
  /// The class with which a theme hides an element visually.
  private static let hiddenClass: Substring = "visually-hidden"

  package init(_ html: [UInt8]) { self.html = html }

  package var title: String { titleText.string }

  package mutating func read(_ event: HTMLReader.Event) {
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

  /// The sections. A section without a heading is joined to the preceding section.
  package func joined() -> [PageSections.Section] {
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

  /// The part of the page to which the text of an element is added; nil if the text is added to the same part as the
  /// text of the parent element. Begins a new section if the element starts a section.
  private mutating func target(of tag: HTMLTag, _ traits: Traits) -> Target? {
    let id = tag.value(of: "id") ?? ""
    let last = sections.count - 1
    let waits = sections[last].isCard && sections[last].heading.isEmpty
    if tag.name == "h1" { return titleText.isEmpty ? .title : nil }
    if traits.contains(.heading) {
      if waits, sections[last].text.isEmpty { return .heading }
      // Headings without an anchor, such as the titles of callouts, are treated as text, because no link can lead to
      // such headings.
      guard !id.isEmpty else { return nil }
      begin(Draft(anchor: id))
      return .heading
    }
    // A testimonial has no heading, so its caption becomes the heading. The caption names the speaker.
    if tag.name == "figcaption", waits { return .heading }
    if traits.contains(.card), !id.isEmpty { begin(Draft(anchor: id, isCard: true)) }
    return nil
  }

  /// Begins a section. If advice continues into the new section, adds an end mark to the preceding section and a start
  /// mark to the new section. Therefore the marks are balanced in every section.
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
      // Excludes the links to notes, and the links from notes back to the text.
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
