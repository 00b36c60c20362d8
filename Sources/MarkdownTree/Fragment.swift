/// A piece of a compiled body: finished HTML, or a hole that only the page around it can fill.
///
/// A body is compiled once; editions, print pages and placed entries fill its holes each in their own way.
public indirect enum Fragment: Sendable {
  /// Finished HTML, in UTF-8.
  case html([UInt8])
  /// The name of an anchor within raw HTML, whose beginning depends on the page.
  case anchor(String)
  /// A link, whose address depends on the page.
  case link(Link, [Fragment])
  /// An image in running text, whose address depends on the page.
  case image(Image)
  /// An image that stands alone, with a caption.
  case figure(Image)
  /// A heading, whose level depends on what stands around the body.
  case heading(Heading, [Fragment])
  /// The title of a callout, a heading of the level that the text around it asks; its words are the site's.
  case calloutTitle(Callout, level: Int)
  /// A container, whose meaning belongs to the domain.
  case container(ContainerHeader, [Fragment])
  /// A reference to a footnote, whose id depends on the page.
  case footnoteReference(number: Int)
  /// The footnotes, in order.
  case footnotes([Footnote])

  /// A footnote and its text.
  public struct Footnote: Sendable {
    /// From 1, in the order of first use.
    public var number: Int
    /// Its text.
    public var body: [Fragment]

    /// Creates a footnote.
    public init(number: Int, body: [Fragment]) {
      self.number = number
      self.body = body
    }
  }
}

/// A compiled body.
public struct Body: Sendable {
  /// Its pieces, in order.
  public var fragments: [Fragment]

  /// Compiles a document: its tree may go.
  public init(_ document: Document) {
    var writer = BodyWriter()
    writer.write(document.blocks)
    fragments = writer.finish()
  }

  /// A body from pieces, such as what is left of another one in an edition.
  public init(fragments: [Fragment]) { self.fragments = fragments }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { fragments.isEmpty }
}

extension [Fragment] {
  /// Calls a function with each piece, those within others included, in reading order.
  public func forEachFragment(_ body: (Fragment) -> Void) {
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
  public var headings: [Heading] {
    var headings: [Heading] = []
    forEachFragment { if case .heading(let heading, _) = $0 { headings.append(heading) } }
    return headings
  }

  /// Every id that a link may name: those of headings and those in raw HTML.
  public var anchors: Set<String> {
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
