import Diagnostics
import Encodings
import MarkdownTree

/// The binary form of an outline (``Body/outline``). Of the inlines of links and headings, only their text is kept.
extension Body {
  /// Writes the outline.
  ///
  /// - Parameter withPlaces: whether the places in the file are written. Without them, the form cannot be read.
  package func writeOutline(to writer: inout ByteWriter, withPlaces: Bool = true) {
    var outline = OutlineWriter(writer, withPlaces: withPlaces)
    // Bytes with two owners would be copied.
    writer = ByteWriter()
    outline.add(fragments)
    writer = outline.writer
  }

  /// Reads an outline.
  package init(outline reader: inout ByteReader) throws(DamagedBytes) {
    self.init(fragments: try reader.outlined(depth: 0))
  }
}

/// How deep fragments may be nested. Texts that are nested deeper are refused before they are compiled.
private let depthLimit = 200

private enum FragmentKind: UInt64 {
  case blank, words, anchor, link, image, figure, heading, calloutTitle, container, footnoteReference, footnotes
}

/// Writes outlines.
private struct OutlineWriter {
  private(set) var writer: ByteWriter
  private let withPlaces: Bool

  init(_ writer: ByteWriter, withPlaces: Bool) {
    self.writer = writer
    self.withPlaces = withPlaces
  }

  mutating func add(_ fragments: [Fragment]) {
    writer.add(count: fragments.count)
    for fragment in fragments { add(fragment) }
  }

  private mutating func add(_ kind: FragmentKind) { writer.add(kind.rawValue) }

  private mutating func add(_ place: SourceRange) { if withPlaces { place.write(to: &writer) } }

  private mutating func add(_ texts: [String]) { for text in texts { writer.add(text) } }

  private mutating func add(_ fragment: Fragment) {
    switch fragment {
    case .html(let bytes): add(bytes.isEmpty ? FragmentKind.blank : .words)
    case .anchor(let name):
      add(FragmentKind.anchor)
      writer.add(name)
    case .link(let link, let inner):
      add(FragmentKind.link)
      add([link.target, link.title, link.inlines.plainText])
      add(link.targetRange)
      add(inner)
    case .image(let image): add(image, FragmentKind.image)
    case .figure(let image): add(image, FragmentKind.figure)
    case .heading(let heading, let inner):
      add(FragmentKind.heading)
      writer.add(count: heading.level)
      add([heading.anchor, heading.plainText])
      add(heading.range)
      add(inner)
    case .calloutTitle(let callout, let level):
      add(FragmentKind.calloutTitle)
      writer.add(callout.rawValue)
      writer.add(count: level)
    case .container(let header, let inner):
      add(FragmentKind.container)
      add(header)
      add(inner)
    case .footnoteReference(let number):
      add(FragmentKind.footnoteReference)
      writer.add(count: number)
    case .footnotes(let notes):
      add(FragmentKind.footnotes)
      writer.add(count: notes.count)
      for note in notes {
        writer.add(count: note.number)
        add(note.body)
      }
    }
  }

  private mutating func add(_ image: Image, _ kind: FragmentKind) {
    add(kind)
    add([image.target, image.title, image.alternative])
    writer.add(image.isDecorative)
    add(image.targetRange)
  }

  private mutating func add(_ header: ContainerHeader) {
    writer.add(header.name)
    add(header.range)
    writer.add(count: header.arguments.count)
    for argument in header.arguments {
      writer.add(optional: argument.key) { $0.add($1) }
      writer.add(argument.value)
      add(argument.range)
    }
  }
}

extension ByteReader {
  fileprivate mutating func outlined(depth: Int) throws(DamagedBytes) -> [Fragment] {
    guard depth < depthLimit else { throw DamagedBytes() }
    return try each { (reader) throws(DamagedBytes) in try reader.outlinedFragment(depth: depth) }
  }

  private mutating func outlinedFragment(depth: Int) throws(DamagedBytes) -> Fragment {
    switch FragmentKind(rawValue: try number()) {
    case .blank: return .html([])
    case .words: return .html(Body.wordsMark)
    case .anchor: return .anchor(try text())
    case .link:
      let (target, title, shown) = (try text(), try text(), try text())
      let range = try SourceRange(&self)
      let link = Link(target: target, title: title, inlines: [Inline(.text(shown), range: range)], targetRange: range)
      return .link(link, try outlined(depth: depth + 1))
    case .image: return .image(try image())
    case .figure: return .figure(try image())
    case .heading:
      let (level, anchor, shown) = (try count(), try text(), try text())
      let range = try SourceRange(&self)
      let heading = Heading(level: level, inlines: [Inline(.text(shown), range: range)], anchor: anchor, range: range)
      return .heading(heading, try outlined(depth: depth + 1))
    case .calloutTitle:
      guard let callout = Callout(rawValue: try text()) else { throw DamagedBytes() }
      return .calloutTitle(callout, level: try count())
    case .container: return .container(try containerHeader(), try outlined(depth: depth + 1))
    case .footnoteReference: return .footnoteReference(number: try count())
    case .footnotes:
      return .footnotes(
        try each { (reader) throws(DamagedBytes) in
          Fragment.Footnote(number: try reader.count(), body: try reader.outlined(depth: depth + 1))
        })
    case nil: throw DamagedBytes()
    }
  }

  private mutating func image() throws(DamagedBytes) -> Image {
    Image(
      target: try text(), title: try text(), alternative: try text(), isDecorative: try flag(),
      targetRange: try SourceRange(&self))
  }

  private mutating func containerHeader() throws(DamagedBytes) -> ContainerHeader {
    let name = try text()
    let range = try SourceRange(&self)
    let arguments = try each { (reader) throws(DamagedBytes) in
      ContainerHeader.Argument(
        key: try reader.optional { (reader) throws(DamagedBytes) in try reader.text() }, value: try reader.text(),
        range: try SourceRange(&reader))
    }
    return ContainerHeader(name: name, arguments: arguments, range: range)
  }
}
