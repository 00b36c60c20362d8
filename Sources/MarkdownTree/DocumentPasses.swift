import Diagnostics

/// Runs two passes over a tree that the parser just created. The passes handle the syntax that GitHub and Trousse add
/// to GFM, and check the document. The first pass visits the tree in reading order. The second pass is ``HeadingPass``.
struct DocumentPasses {
  private let source: SourceText
  /// The names of containers. Their meaning is defined in `Toolbox`.
  private let containers: Set<String>
  private(set) var diagnostics = FindingList()

  init(source: SourceText, containers: Set<String>) {
    self.source = source
    self.containers = containers
  }

  mutating func run(on blocks: inout [Block]) {
    visit(&blocks)
    var headings = HeadingPass(source: source)
    headings.run(on: &blocks)
    diagnostics += headings.diagnostics
  }

  // MARK: Blocks

  private mutating func visit(_ blocks: inout [Block]) {
    blocks.attachCaptions()
    var filter = RawHTMLFilter()
    var opening: SourceRange?
    for index in blocks.indices {
      switch blocks[index].content {
      case .quotation(var inner):
        let callout = inner.removeCalloutMarker()
        visit(&inner)
        blocks[index].content = callout.map { .callout($0, inner) } ?? .quotation(inner)
      case .html(let html):
        let wasOpen = !filter.open.isEmpty
        let filtered = filter.filter(html)
        report(filtered.findings, in: html, at: blocks[index].range)
        blocks[index].content = .html(filtered.html)
        if !wasOpen { opening = filter.open.isEmpty ? nil : blocks[index].range }
      default:
        if case .paragraph(let inlines) = blocks[index].content { checkContainerLines(in: inlines) }
        blocks[index].withTexts { visit(&$0) }
        blocks[index].withNestedBlocks { visit(&$0) }
      }
    }
    if let name = filter.open.first, let opening {
      diagnostics.append(.unclosedRawHTML(source.file, opening, tag: "<\(name)>"))
      blocks.append(Block(.html(filter.closeAll()), range: opening))
    }
    blocks.removeAll { $0.isBlankHTML }
  }

  /// Reports lines such as `:: pour binome`, in which a colon is missing. Such a line opens no container. Therefore a
  /// text for one audience would be published for all audiences.
  private mutating func checkContainerLines(in inlines: [Inline]) {
    var isLineStart = true
    for inline in inlines {
      if isLineStart, let line = NearContainer(in: source, at: inline.range.start, names: containers) {
        diagnostics.append(.nearContainer(line, in: source.file))
      }
      isLineStart = if case .softBreak = inline.content { true } else { false }
    }
  }

  private mutating func report(_ findings: [RawHTMLFilter.Finding], in html: String, at range: SourceRange) {
    guard !findings.isEmpty else { return }
    var places = RawHTMLPlaces(of: html, at: range, in: source)
    for finding in findings {
      let place = places.place(finding)
      switch finding.problem {
      case .notAllowed, .notInText: diagnostics.append(.rawHTML(source.file, place, tag: finding.tag))
      case .neverClosed: diagnostics.append(.unclosedRawHTML(source.file, place, tag: finding.tag))
      }
    }
  }

  // MARK: Text

  private mutating func visit(_ inlines: inout [Inline]) {
    inlines.endBareAddresses()
    inlines.attachDecorativeMarks()
    inlines.attachLanguageMarks()
    var filter = RawHTMLFilter(inText: true)
    var opening: SourceRange?
    var hasHTML = false
    for index in inlines.indices {
      let range = inlines[index].range
      switch inlines[index].content {
      case .toComplete: diagnostics.append(.toComplete(source.file, range))
      case .html(let html):
        let wasOpen = !filter.open.isEmpty
        let filtered = filter.filter(html)
        for finding in filtered.findings {
          let isInText = finding.problem == .notInText
          diagnostics.append(
            isInText
              ? .blockInText(source.file, range, tag: finding.tag) : .rawHTML(source.file, range, tag: finding.tag))
        }
        inlines[index].content = .html(filtered.html)
        hasHTML = true
        if !wasOpen { opening = filter.open.isEmpty ? nil : range }
      case .image(let image):
        if image.alternative.allSatisfy(\.isWhitespace), !image.isDecorative {
          diagnostics.append(.missingAlternative(source.file, image.targetRange))
        }
      default: inlines[index].withNestedText { visit(&$0) }
      }
    }
    if let name = filter.open.first, let opening {
      diagnostics.append(.unclosedRawHTML(source.file, opening, tag: "<\(name)>"))
      inlines.append(Inline(.html(filter.closeAll()), range: opening))
    }
    if hasHTML { inlines.removeAll { if case .html("") = $0.content { true } else { false } } }
  }
}

/// Finds the source ranges of the tags in a block of raw HTML. The caller must request the tags in source order.
private struct RawHTMLPlaces {
  private let source: SourceText
  private let html: [UInt8]
  private var counter: PositionCounter
  private var line: Int
  private var lineEnd = 0

  init(of html: String, at block: SourceRange, in source: SourceText) {
    self.source = source
    self.html = Array(html.utf8)
    line = block.start.line
    counter = PositionCounter(source, offset: source.byteRange(ofLine: line).lowerBound, line: line)
    lineEnd = endOfLine(from: 0)
  }

  /// The range of a finding in the source. The column is counted from the end of the line, because cmark removes the
  /// markers of quotations and lists at the start of each line.
  mutating func place(_ finding: RawHTMLFilter.Finding) -> SourceRange {
    while lineEnd < finding.offset {
      line += 1
      let isPair =
        lineEnd + 1 < html.count && html[lineEnd] == UInt8(ascii: "\r") && html[lineEnd + 1] == UInt8(ascii: "\n")
      lineEnd = endOfLine(from: lineEnd + (isPair ? 2 : 1))
    }
    let written = source.byteRange(ofLine: line)
    let start = max(written.upperBound - (lineEnd - finding.offset), written.lowerBound)
    return counter.range(start..<min(start + finding.tag.utf8.count, written.upperBound))
  }

  private func endOfLine(from start: Int) -> Int {
    var index = start
    while index < html.count, !html[index].isLineEnd { index += 1 }
    return index
  }
}

/// A line that would open a container if it had one more colon: `:: pour binome`.
private struct NearContainer {
  /// The corrected line.
  let right: String
  /// The range of the line.
  let range: SourceRange

  /// Reads the line at a position; nil if the line does not begin with `::` and one of the names of
  /// containers.
  init?(in source: SourceText, at start: SourcePosition, names: Set<String>) {
    let offset = source.byteOffset(of: start)
    let line = source.bytes[offset..<max(offset, source.byteRange(ofLine: start.line).upperBound)]
    guard line.starts(with: "::".utf8), let next = line.dropFirst(2).first, next == 0x20 || next == 0x09 else {
      return nil
    }
    let words = line.dropFirst(2).split { $0 == 0x20 || $0 == 0x09 }.map { String(decoding: $0, as: UTF8.self) }
    guard let name = words.first, names.contains(name) else { return nil }
    right = "::: " + words.joined(separator: " ")
    let length = String(decoding: line, as: UTF8.self).unicodeScalars.count
    range = SourceRange(start: start, end: SourcePosition(line: start.line, column: start.column + length))
  }
}

extension DiagnosticID {
  package static let unknownContainer = DiagnosticID(
    "unknown-container",
    title: Message(fr: "Bloc inconnu", en: "Unknown block"),
    meaning: Message(
      fr: """
        Le nom qui suit `:::` n’est celui d’aucun bloc. Un bloc réserve un passage à un public, change de langue ou \
        place des fiches dans le texte ; sans nom connu, Trousse ne peut pas savoir ce qui est voulu.
        """,
      en: """
        The name after `:::` is that of no block. A block keeps a passage for an audience, changes the language or \
        places entries in the text; without a known name Trousse cannot tell what is meant.
        """
    ),
    remedy: Message(
      fr: """
        Employez l’un des noms connus : `pour`, `langue`, `conseil`, `etapes`, `rex`, `facteurs`, \
        `ressources`, `charge` ou `editeur`. Le nom suit trois deux-points au moins.

            ::: facteurs
            :::
        """,
      en: """
        Use one of the known names: `pour`, `langue`, `conseil`, `etapes`, `rex`, `facteurs`, `ressources`, \
        `charge` or `editeur`.
        At least three colons stand before the name.

            ::: facteurs
            :::
        """
    )
  )

  package static let missingAlternative = DiagnosticID(
    "missing-alternative",
    title: Message(fr: "Image sans texte de remplacement", en: "Image without a text alternative"),
    meaning: Message(
      fr: """
        L’image n’a pas de texte qui la remplace. Une personne aveugle, ou dont la connexion est trop lente, ne \
        saurait pas ce qu’elle montre. Ce texte est une obligation légale pour les services publics (RGAA).
        """,
      en: """
        The image has no text to stand in for it. Somebody who is blind, or whose connection is too slow, would not \
        know what it shows. For French public services this text is required by law (RGAA).
        """
    ),
    remedy: Message(
      fr: """
        Entre les crochets, dites ce que l’image apprend au lecteur :

            ![Les quatre étapes, de l'accueil au bilan](../fichiers/etapes.png)

        Si elle n’apprend rien, dites-le aussi :

            ![](../fichiers/frise.png){decorative}
        """,
      en: """
        Between the brackets, say what the image tells the reader:

            ![Les quatre étapes, de l'accueil au bilan](../fichiers/etapes.png)

        If it tells nothing, say that too:

            ![](../fichiers/frise.png){decorative}
        """
    )
  )
}

extension Diagnostic {
  fileprivate static func nearContainer(_ line: NearContainer, in file: String) -> Diagnostic {
    Diagnostic(
      .unknownContainer, at: SourceLocation(file: file, range: line.range),
      Message(
        fr:
          "« :: » n’ouvre pas de bloc : cette ligne et ce qui la suit seraient publiés tels quels, pour tout le monde",
        en: "two colons open no block: this line and what follows would be published as they are, to everyone"),
      help: Message(fr: "écrivez « \(line.right) »", en: "write “\(line.right)”"))
  }

  package static func missingAlternative(_ file: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingAlternative, at: SourceLocation(file: file, range: range),
      Message(
        fr: "cette image n’a pas de texte de remplacement : qui ne la voit pas n’en saura rien",
        en: "this image has no alternative text: readers who cannot see it will know nothing of it"),
      help: Message(
        fr:
          "écrivez « ![ce que montre l’image](fichier.png) », ou « ![](fichier.png){decorative} » s’il n’y a rien à dire",
        en: "write “![what the image shows](file.png)”, or “![](file.png){decorative}” if there is nothing to tell"))
  }
}

extension Block {
  /// Whether the block is raw HTML that the filter removed completely. The filter does this to a comment, for example.
  fileprivate var isBlankHTML: Bool {
    if case .html(let html) = content { html.allSatisfy(\.isWhitespace) } else { false }
  }
}
