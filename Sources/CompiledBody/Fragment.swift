import MarkdownTree

/// A part of a compiled body. It is either finished HTML, or a hole: a part whose HTML depends on the page.
///
/// A body is compiled only once. Each page then fills the holes in its own way. For example, the same body is part of
/// pages of different editions, of pages for print, and of pages that show the entry inside another text.
package indirect enum Fragment: Sendable {
  /// Finished HTML, in UTF-8.
  case html([UInt8])
  /// An anchor in raw HTML. The prefix of the anchor depends on the page.
  case anchor(String)
  /// A link. Its address depends on the page.
  case link(Link, [Fragment])
  /// An image in running text. Its address depends on the page.
  case image(Image)
  /// An image that is a paragraph of its own, with a caption.
  case figure(Image)
  /// A heading. Its level depends on the headings around the body.
  case heading(Heading, [Fragment])
  /// The title of a callout. It is a heading in the language of the site. Its level is one more than the level of the
  /// heading before it.
  case calloutTitle(Callout, level: Int)
  /// A container. Its meaning is defined in `Toolbox`.
  case container(ContainerHeader, [Fragment])
  /// A reference to a footnote. The id of the reference depends on the page.
  case footnoteReference(number: Int)
  /// The footnotes, in order.
  case footnotes([Footnote])

  /// A footnote.
  package struct Footnote: Sendable {
    /// The number, from 1, in the order of first use.
    package var number: Int
    /// The text.
    package var body: [Fragment]

    /// Creates a footnote.
    package init(number: Int, body: [Fragment]) {
      self.number = number
      self.body = body
    }
  }
}

/// A compiled body.
package struct Body: Sendable {
  /// The fragments, in order.
  package var fragments: [Fragment]

  /// Compiles a document. The caller can then discard the document.
  package init(_ document: Document) {
    var writer = BodyWriter()
    writer.write(document.blocks)
    fragments = writer.finish()
  }

  /// Creates a body from fragments. They may be a part of another body, for example the part that an edition shows.
  package init(fragments: [Fragment]) { self.fragments = fragments }

  /// Whether the body has no fragments.
  package var isEmpty: Bool { fragments.isEmpty }
}

extension [Fragment] {
  /// Calls a function with each fragment and each nested fragment, in reading order.
  package func forEachFragment(_ body: (Fragment) -> Void) {
    for fragment in self {
      body(fragment)
      switch fragment {
      case .html, .anchor, .image, .figure, .footnoteReference, .calloutTitle: break
      case .link(_, let inner), .heading(_, let inner), .container(_, let inner): inner.forEachFragment(body)
      case .footnotes(let notes): for note in notes { note.body.forEachFragment(body) }
      }
    }
  }

  /// The headings, in reading order.
  package var headings: [Heading] {
    var headings: [Heading] = []
    forEachFragment { if case .heading(let heading, _) = $0 { headings.append(heading) } }
    return headings
  }

  /// All anchors of headings, and all anchors in raw HTML.
  package var anchors: Set<String> {
    var anchors: Set<String> = []
    forEachFragment { fragment in
      switch fragment {
      case .heading(let heading, _): anchors.insert(heading.anchor)
      case .anchor(let name): anchors.insert(name)
      case .html, .link, .image, .figure, .container, .footnoteReference, .footnotes, .calloutTitle: break
      }
    }
    return anchors
  }
}
