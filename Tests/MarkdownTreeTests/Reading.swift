import CompiledBody
import Diagnostics
import HTML
import MarkdownTree
import TextSupport

/// A parsed text: its document, and the properties that tests check.
struct Reading {
  let document: Document
  let body: Body

  init(_ text: String, fromLine line: Int = 1) {
    document = Document(parsing: SourceText(file: "page.md", text: text), fromLine: line)
    body = Body(document)
  }

  /// The outline of the document, without ranges.
  var outline: String { TreeDump.of(document, ranges: false) }

  /// The outline of the document, with ranges.
  var outlineWithPlaces: String { TreeDump.of(document) }

  /// The ids of the diagnostics, in reading order.
  var findings: [DiagnosticID] { document.diagnostics.inReadingOrder().map(\.id) }

  /// The ranges of the diagnostics with an id.
  func places(of id: DiagnosticID) -> [SourceRange] {
    document.diagnostics.inReadingOrder().filter { $0.id == id }.compactMap { $0.location?.range }
  }

  var headings: [Heading] { body.fragments.headings }

  /// The anchors of the headings, in order.
  var anchors: [String] { headings.map(\.anchor) }

  var links: [Link] {
    var links: [Link] = []
    body.fragments.forEachFragment { if case .link(let link, _) = $0 { links.append(link) } }
    return links
  }

  var images: [Image] {
    var images: [Image] = []
    body.fragments.forEachFragment {
      if case .image(let image) = $0 { images.append(image) }
      if case .figure(let image) = $0 { images.append(image) }
    }
    return images
  }

  var containers: [ContainerHeader] {
    var headers: [ContainerHeader] = []
    body.fragments.forEachFragment { if case .container(let header, _) = $0 { headers.append(header) } }
    return headers
  }

  /// The body as HTML, with its holes filled in the simplest way.
  var html: String { String(decoding: Self.fill(body.fragments), as: UTF8.self) }

  /// The body as elements. ``HTMLElement/parse(_:)`` reports HTML that is not well formed.
  var page: HTMLElement { HTMLElement.parse(html).root }

  private static func fill(_ fragments: [Fragment]) -> [UInt8] {
    fragments.flatMap { fragment -> [UInt8] in
      switch fragment {
      case .html(let bytes): bytes
      case .anchor(let name): Array(HTMLText.escape(name).utf8)
      case .link(let link, let inner): element("a", ["href": link.target], fill(inner))
      case .image(let image): Array("<img src=\"\(HTMLText.escape(image.target))\">".utf8)
      case .figure(let image): element("figure", [:], Array(HTMLText.escape(image.title).utf8))
      case .heading(let heading, let inner): element("h\(heading.level)", ["id": heading.anchor], fill(inner))
      case .container(let header, let inner): element("section", ["class": header.name], fill(inner))
      case .calloutTitle(let kind, let level):
        element("h\(level)", ["class": "callout-title"], Array(kind.rawValue.utf8))
      case .footnoteReference(let number): element("sup", [:], Array("\(number)".utf8))
      case .footnotes(let notes):
        notes.flatMap { element("aside", ["id": "note-\($0.number)"], fill($0.body)) }
      }
    }
  }

  private static func element(_ name: String, _ attributes: [String: String], _ inner: [UInt8]) -> [UInt8] {
    let written = attributes.map { " \($0.key)=\"\(HTMLText.escape($0.value))\"" }.joined()
    return Array("<\(name)\(written)>".utf8) + inner + Array("</\(name)>".utf8)
  }
}

extension Reading {
  /// Parses a text without its markers.
  init(_ marked: MarkedText, fromLine line: Int = 1) { self.init(marked.text, fromLine: line) }
}
