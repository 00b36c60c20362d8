import MarkdownTree

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
    reader.read()
    title = reader.title
    sections = reader.joined()
  }
}

/// A pass over the tags of a page. What stands in no section of its own, such as notes, belongs to the section before it.
private struct SectionReader {
  private struct Open {
    let name: String
    let traits: Traits
    /// Whether what stands in it is for no search.
    let isSkipped: Bool
    let target: Target?
    /// Whether it begins what the theme marks as advice.
    let beginsAdvice: Bool
  }

  /// Where text goes.
  private enum Target {
    case body, heading, title
  }

  private let html: [UInt8]
  private var stack: [Open] = []
  /// How many elements of each name are open: an end tag that ends none is dropped without a look at the stack.
  private var open: [String: Int] = [:]
  private var isInMain = false
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

    static let void = Traits(rawValue: 1)
    static let skipped = Traits(rawValue: 1 << 1)
    static let card = Traits(rawValue: 1 << 2)
    static let heading = Traits(rawValue: 1 << 3)
    static let inline = Traits(rawValue: 1 << 4)

    static func of(_ name: String) -> Traits { byName[name] ?? [] }

    private static let byName: [String: Traits] = {
      let lists: [(Traits, [String])] = [
        (
          .void, ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
        ),
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

  mutating func read() {
    var position = 0
    for tag in HTMLTagScanner(html) {
      append(position..<tag.range.lowerBound)
      position = tag.range.upperBound
      if tag.name == "main" {
        if tag.isEnd { return }
        isInMain = true
      } else if isInMain, !tag.name.isEmpty {
        if tag.isEnd { end(tag.name) } else { begin(tag) }
      }
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

  private mutating func begin(_ tag: HTMLTagScanner.Tag) {
    let traits = Traits.of(tag.name)
    if !traits.contains(.inline) { space() }
    guard !traits.contains(.void) else { return }
    let isSkipped = stack.last?.isSkipped == true || traits.contains(.skipped) || Self.isSkipped(tag)
    let target = isSkipped ? nil : target(of: tag, traits)
    let beginsAdvice = !isInAdvice && !isSkipped && tag.attributes.contains { $0.name == Self.adviceMark }
    if beginsAdvice { toggleAdvice() }
    stack.append(
      Open(
        name: tag.name, traits: traits, isSkipped: isSkipped, target: target ?? stack.last?.target,
        beginsAdvice: beginsAdvice))
    open[tag.name, default: 0] += 1
  }

  private mutating func end(_ name: String) {
    guard let count = open[name], count > 0 else { return }
    while let last = stack.popLast() {
      open[last.name, default: 1] -= 1
      if last.beginsAdvice { toggleAdvice() }
      guard last.name == name else { continue }
      if !last.traits.contains(.inline) { space() }
      break
    }
  }

  /// Where the text of an element goes, if not where that around it does; begins a section where one begins.
  private mutating func target(of tag: HTMLTagScanner.Tag, _ traits: Traits) -> Target? {
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

  private static func isSkipped(_ tag: HTMLTagScanner.Tag) -> Bool {
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

  private mutating func append(_ range: Range<Int>) {
    guard isInMain, !range.isEmpty, stack.last?.isSkipped != true else { return }
    switch stack.last?.target ?? .body {
    case .body: sections[sections.count - 1].text.append(html[range])
    case .heading: sections[sections.count - 1].heading.append(html[range])
    case .title: titleText.append(html[range])
    }
  }

  private mutating func space() {
    sections[sections.count - 1].text.space()
    sections[sections.count - 1].heading.space()
    titleText.space()
  }
}
