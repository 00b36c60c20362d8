import Diagnostics
import HTML
import Foundation

/// Sets the anchor of every heading, and checks the levels of the headings.
struct HeadingPass {
  private let source: SourceText
  private(set) var diagnostics = FindingList()
  private var anchors = AnchorRegister()
  private var lastLevel = 1

  init(source: SourceText) { self.source = source }

  /// First registers the anchors that editors chose. Then derives the anchors of the other headings from their texts. A
  /// derived anchor must differ from all registered anchors.
  mutating func run(on blocks: inout [Block]) {
    claim(in: &blocks)
    visit(&blocks)
  }

  // MARK: Chosen anchors

  private mutating func claim(in blocks: inout [Block]) {
    for index in blocks.indices {
      blocks[index].withTexts { claim(in: &$0) }
      switch blocks[index].content {
      case .heading(var heading):
        if let chosen = Self.removeChosenAnchor(from: &heading.inlines) {
          let isFirst = claim(chosen, at: heading.range)
          // Ids must be unique in a page. Therefore only the first heading keeps the id, and the second heading gets a
          // suffix.
          heading.anchor = isFirst ? chosen : anchors.makeUnique(chosen, at: heading.range)
          blocks[index].content = .heading(heading)
        }
      case .html(let html): blocks[index].content = .html(claim(in: html, at: blocks[index].range))
      default: blocks[index].withNestedBlocks { claim(in: &$0) }
      }
    }
  }

  private mutating func claim(in inlines: inout [Inline]) {
    for index in inlines.indices {
      if case .html(let html) = inlines[index].content {
        inlines[index].content = .html(claim(in: html, at: inlines[index].range))
      }
      inlines[index].withNestedText { claim(in: &$0) }
    }
  }

  /// Registers the anchors of raw HTML, and returns the HTML without the anchors that are already taken.
  private mutating func claim(in html: String, at range: SourceRange) -> String {
    let bytes = Array(html.utf8)
    var result: [UInt8] = []
    var copied = 0
    for case .start(let tag) in HTMLTokenizer(bytes) {
      // If the `id` and the `name` of an element are equal, they are one anchor.
      for id in Set(tag.anchors).sorted() where !id.isEmpty && !claim(id, at: range) {
        var text = String(decoding: bytes[tag.range], as: UTF8.self)
        for name in ["id", "name"] { text.replace(" \(name)=\"\(HTMLText.escape(id))\"", with: "") }
        result += bytes[copied..<tag.range.lowerBound] + Array(text.utf8)
        copied = tag.range.upperBound
      }
    }
    return copied == 0 ? html : String(decoding: result + bytes[copied...], as: UTF8.self)
  }

  /// Registers an id. If the id is already taken, reports the duplicate and returns false.
  private mutating func claim(_ id: String, at range: SourceRange) -> Bool {
    guard let first = anchors.claim(id, at: range) else { return true }
    diagnostics.append(.takenAnchor(source.file, range, id, first: first))
    return false
  }

  private static func removeChosenAnchor(from inlines: inout [Inline]) -> String? {
    guard let last = inlines.last, case .text(let text) = last.content, text.hasSuffix("}"),
      let open = text.ranges(of: "{#").last
    else { return nil }
    let id = text[open.upperBound...].dropLast()
    guard Slug.canBeChosen(id) else { return nil }
    var rest = text[..<open.lowerBound]
    while rest.last == " " { rest.removeLast() }
    if rest.isEmpty {
      inlines.removeLast()
    } else {
      inlines[inlines.count - 1].content = .text(String(rest))
      inlines[inlines.count - 1].range.trimEnd(by: text.unicodeScalars.count - rest.unicodeScalars.count)
    }
    // Converts the anchor to NFC, because browsers compare code points, and an accented letter may be one code point or
    // two. The anchors in links are converted to NFC too.
    return String(id).precomposedStringWithCanonicalMapping
  }

  // MARK: Derived anchors and levels

  private mutating func visit(_ blocks: inout [Block]) {
    for index in blocks.indices {
      let outerLevel = lastLevel
      switch blocks[index].content {
      case .heading(var heading):
        check(&heading)
        blocks[index].content = .heading(heading)
      case .container, .footnote:
        // An edition may leave this passage out. Therefore the levels after the passage must be correct without it.
        blocks[index].withNestedBlocks { visit(&$0) }
        lastLevel = outerLevel
      default: blocks[index].withNestedBlocks { visit(&$0) }
      }
    }
  }

  private mutating func check(_ heading: inout Heading) {
    let text = heading.plainText
    if heading.anchor.isEmpty { heading.anchor = anchors.makeUnique(Slug.make(text), at: heading.range) }
    if text.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
      diagnostics.append(.emptyHeading(source.file, heading.range))
    } else if heading.level == 1 {
      diagnostics.append(.headingTooHigh(source.file, heading.range))
    } else if heading.level > lastLevel + 1 {
      diagnostics.append(.headingJump(source.file, heading.range, from: lastLevel, to: heading.level))
    }
    // A heading “#” counts as “##” here, so that the heading after it does not give a second finding for the same
    // error.
    lastLevel = max(heading.level, 2)
  }
}

extension DiagnosticID {
  package static let headingLevel = DiagnosticID(
    "heading-level",
    title: Message(fr: "Niveau de titre incorrect", en: "Wrong heading level"),
    meaning: Message(
      fr: """
        Les intertitres forment le sommaire de la page, et les lecteurs d’écran s’en servent pour s’y déplacer. Un \
        niveau sauté, ou un second titre principal, donne l’impression qu’il manque une partie.
        """,
      en: """
        Headings make up the page’s table of contents, and screen readers use them to move about. A level that is \
        skipped, or a second main title, gives the impression that a part is missing.
        """
    ),
    remedy: Message(
      fr: """
        Le titre de la page vient de `titre:` ; commencez donc le texte à deux dièses et descendez d’un niveau à la \
        fois :

            ## Préparer l'accompagnement
            ### Avant le premier rendez-vous
        """,
      en: """
        The page’s title comes from `titre:`; so begin the text with two hash signs and go down one level at a time:

            ## Préparer l'accompagnement
            ### Avant le premier rendez-vous
        """
    )
  )

  package static let duplicateAnchor = DiagnosticID(
    "duplicate-anchor",
    title: Message(fr: "Ancre en double", en: "Duplicate anchor"),
    meaning: Message(
      fr: """
        Deux endroits de la même page portent la même ancre, c’est-à-dire le nom qui suit `#` dans un lien. Un lien \
        vers cette ancre mènerait toujours au premier, jamais au second.
        """,
      en: """
        Two places on the same page bear the same anchor, the name after `#` in a link. A link to this anchor would \
        always lead to the first, never to the second.
        """
    ),
    remedy: Message(
      fr: """
        Donnez à l’un des deux intertitres une autre ancre, entre accolades à la fin de la ligne :

            ## Pour aller plus loin {#plus-loin-charge}
        """,
      en: """
        Give one of the two headings another anchor, in braces at the end of the line:

            ## Pour aller plus loin {#plus-loin-charge}
        """
    )
  )
}

extension Diagnostic {
  static func headingTooHigh(_ file: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .headingLevel, at: SourceLocation(file: file, range: range),
      Message(
        fr: "un titre de premier niveau (« # ») : c’est le « titre » de l’en-tête qui en tient lieu",
        en: "a first-level heading (“#”): the front matter’s “titre” takes that place"),
      help: Message(fr: "écrivez « ## »", en: "write “##”"))
  }

  static func headingJump(_ file: String, _ range: SourceRange, from: Int, to: Int) -> Diagnostic {
    let right = String(repeating: "#", count: from + 1)
    return Diagnostic(
      .headingLevel, at: SourceLocation(file: file, range: range),
      Message(
        fr: "on passe d’un titre de niveau \(from) à un titre de niveau \(to) : un niveau est sauté",
        en: "the headings jump from level \(from) to level \(to)"),
      help: Message(fr: "écrivez « \(right) »", en: "write “\(right)”"))
  }

  fileprivate static func emptyHeading(_ file: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .headingLevel, at: SourceLocation(file: file, range: range),
      Message(fr: "ce titre n’a pas de texte", en: "this heading has no text"),
      help: Message(
        fr: "écrivez-le après les « # », ou supprimez la ligne", en: "write it after the “#”, or remove the line"))
  }

  /// The message contains no line number, because `Fingerprints` identifies a finding by its message, and line numbers
  /// change.
  fileprivate static func takenAnchor(
    _ file: String, _ range: SourceRange, _ anchor: String, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .duplicateAnchor, .warning, at: SourceLocation(file: file, range: range),
      Message(
        fr: "l’ancre « \(anchor) » est déjà prise dans ce document",
        en: "the anchor “\(anchor)” is already taken in this document"),
      help: Message(
        fr: "choisissez-en une autre : les liens mènent à la première",
        en: "choose another one: links lead to the first"),
      related: [
        Diagnostic.Related(
          SourceLocation(file: file, range: first), Message(fr: "elle est donnée ici", en: "it is given here"))
      ])
  }
}
