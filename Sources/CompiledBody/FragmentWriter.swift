import HTML
import MarkdownTree

/// Fills the holes of a compiled body. The body is part of a page, or of a document that is rendered alone.
package protocol HoleFiller {
  /// The target of a link.
  func address(of link: Link) -> LinkAddress
  /// The file of an image; nil if the target of the image leads to no file.
  func file(of image: Image) -> ImageFile?
  /// The HTML of a container.
  /// - Parameter writer: a writer for the content of the container. It has the same settings as the writer of the
  ///   container.
  func html(for header: ContainerHeader, enclosing fragments: [Fragment], writer: FragmentWriter<Self>) -> String
}

/// The target of a link.
package enum LinkAddress: Sendable, Hashable {
  /// A page or file of the site.
  case inside(String)
  /// An address of another site. The HTML tells readers that the link leads to another site. On print pages, `note` is
  /// the number of the note that contains the address.
  case outside(String, note: Int? = nil)
  /// An e-mail address or a telephone number.
  case contact(String)
  /// A page that does not exist yet. The link is rendered as text, with a remark.
  case planned
  /// A page whose address is unknown, because the document is rendered alone and not as part of a site. The link is
  /// rendered as text.
  case unreachable
}

/// The file of an image: its address, and its size if known.
package struct ImageFile: Sendable, Hashable {
  /// The address.
  package var address: String
  /// The width in CSS pixels, if known.
  package var width: Int?
  /// The height in CSS pixels, if known.
  package var height: Int?

  /// Creates a file.
  package init(address: String, width: Int? = nil, height: Int? = nil) {
    self.address = address
    self.width = width
    self.height = height
  }
}

/// The words that the writer adds to a body, in the language of the site.
package struct FragmentWording: Sendable {
  /// The text after a link to another site, for screen readers only.
  package var externalSite: String
  /// The text after a link to a page that does not exist yet.
  package var plannedLink: String
  /// The title of the footnotes.
  package var notes: String
  /// The text before the number of a footnote reference, for screen readers only.
  package var note: String
  /// The start of the accessible name of a link that leads from a footnote back to its reference. The number of the
  /// footnote follows these words.
  package var backToText: String

  /// The title of each kind of callout.
  package var callouts: [Callout: String]

  /// Creates the words.
  package init(
    externalSite: String, plannedLink: String, notes: String, note: String, backToText: String,
    callouts: [Callout: String]
  ) {
    self.externalSite = externalSite
    self.plannedLink = plannedLink
    self.notes = notes
    self.note = note
    self.backToText = backToText
    self.callouts = callouts
  }
}

/// Fills the holes of a compiled body, and writes its fragments as HTML in UTF-8.
package struct FragmentWriter<Filler: HoleFiller> {
  /// Provides the contents of the holes.
  package let filler: Filler
  private let wording: FragmentWording
  private let headingShift: Int
  private let anchorPrefix: String
  private var output: [UInt8] = []

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - headingShift: the number to add to heading levels.
  ///   - anchorPrefix: the prefix of all anchors of the body.
  package init(filler: Filler, wording: FragmentWording, headingShift: Int = 0, anchorPrefix: String = "") {
    self.filler = filler
    self.wording = wording
    self.headingShift = headingShift
    self.anchorPrefix = anchorPrefix
  }

  /// The HTML of some fragments.
  package func html(_ fragments: [Fragment]) -> String {
    var writer = self
    writer.write(fragments)
    return String(decoding: writer.output, as: UTF8.self)
  }

  private mutating func write(_ fragments: [Fragment]) {
    for fragment in fragments {
      switch fragment {
      case .html(let bytes): output += bytes
      case .anchor(let name): text(anchorPrefix + name)
      case .link(let link, let inner): write(link, inner)
      case .image(let image): write(image)
      case .figure(let image): writeFigure(image)
      case .heading(let heading, let inner): write(heading, inner)
      case .calloutTitle(let kind, let level):
        let level = min(6, level + headingShift)
        raw("<h\(level) class=\"callout-title\">")
        text(wording.callouts[kind] ?? kind.rawValue)
        raw("</h\(level)>\n")
      case .container(let header, let inner):
        let empty = FragmentWriter(
          filler: filler, wording: wording, headingShift: headingShift, anchorPrefix: anchorPrefix)
        raw(filler.html(for: header, enclosing: inner, writer: empty))
      case .footnoteReference(let number): writeReference(number)
      case .footnotes(let notes): write(notes)
      }
    }
  }

  // MARK: Links and images

  private mutating func write(_ link: Link, _ inner: [Fragment]) {
    switch filler.address(of: link) {
    case .planned:
      raw("<span class=\"planned\">")
      write(inner)
      raw(" (\(wording.plannedLink))</span>")
    case .unreachable: write(inner)
    case .inside(let href), .contact(let href): write(link, inner, to: href, isOutside: false, note: nil)
    case .outside(let href, let note): write(link, inner, to: href, isOutside: true, note: note)
    }
  }

  private mutating func write(_ link: Link, _ inner: [Fragment], to href: String, isOutside: Bool, note: Int?) {
    raw("<a")
    if let note { raw(" data-note=\"\(note)\"") }
    raw(" href=\"")
    text(href)
    raw("\"")
    if isOutside { raw(" class=\"external\"") }
    if !link.title.isEmpty {
      raw(" title=\"")
      text(link.title)
      raw("\"")
    }
    raw(">")
    write(inner)
    if isOutside { raw("<span class=\"visually-hidden\"> (\(wording.externalSite))</span>") }
    raw("</a>")
  }

  private mutating func write(_ image: Image) {
    guard let file = filler.file(of: image) else { return }
    raw("<img src=\"")
    text(file.address)
    raw("\" alt=\"")
    text(image.isDecorative ? "" : image.alternative)
    if let width = file.width, let height = file.height { raw("\" width=\"\(width)\" height=\"\(height)") }
    raw("\" loading=\"lazy\">")
  }

  private mutating func writeFigure(_ image: Image) {
    raw("<figure role=\"figure\" aria-label=\"")
    text(image.title)
    raw("\">")
    write(image)
    raw("<figcaption>")
    text(image.title)
    raw("</figcaption></figure>\n")
  }

  // MARK: Headings and notes

  private mutating func write(_ heading: Heading, _ inner: [Fragment]) {
    let level = min(6, heading.level + headingShift)
    raw("<h\(level) id=\"")
    text(anchorPrefix + heading.anchor)
    raw("\">")
    write(inner)
    raw("</h\(level)>\n")
  }

  private mutating func writeReference(_ number: Int) {
    raw("<sup><a href=\"#\(anchorPrefix)note-\(number)\" id=\"\(anchorPrefix)appel-\(number)\">")
    raw("<span class=\"visually-hidden\">\(wording.note) </span>\(number)</a></sup>")
  }

  private mutating func write(_ notes: [Fragment.Footnote]) {
    raw("<div class=\"footnotes\"><p class=\"footnotes-title\">\(wording.notes)</p>\n<ol>\n")
    for note in notes {
      raw("<li id=\"\(anchorPrefix)note-\(note.number)\">")
      write(note.body)
      raw(
        "<a href=\"#\(anchorPrefix)appel-\(note.number)\" aria-label=\"\(backToText(from: note.number))\">↑</a></li>\n"
      )
    }
    raw("</ol></div>\n")
  }

  private func backToText(from number: Int) -> String { wording.backToText.replacing("#", with: String(number)) }

  // MARK: Output

  private mutating func raw(_ html: String) { output += html.utf8 }

  private mutating func text(_ text: String) { HTMLText.append(text.utf8, to: &output) }
}
