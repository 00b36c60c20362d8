import Diagnostics
import Encodings
import MarkdownTree

/// The binary form of an outline (``Body/outline``). Of the inlines of links and headings, only their text is kept.
extension Body {
  /// Writes the outline.
  package func writeOutline(to writer: inout ByteWriter) { writer.add(outlined: fragments) }

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

extension ByteWriter {
  fileprivate mutating func add(outlined fragments: [Fragment]) {
    add(each: fragments) { $0.add(outlined: $1) }
  }

  private mutating func add(_ kind: FragmentKind) { add(kind.rawValue) }

  private mutating func add(outlined fragment: Fragment) {
    switch fragment {
    case .html(let bytes): add(bytes.isEmpty ? FragmentKind.blank : .words)
    case .anchor(let name):
      add(FragmentKind.anchor)
      add(name)
    case .link(let link, let inner):
      add(FragmentKind.link)
      for text in [link.target, link.title, link.inlines.plainText] { add(text) }
      link.targetRange.write(to: &self)
      add(outlined: inner)
    case .image(let image): add(image, FragmentKind.image)
    case .figure(let image): add(image, FragmentKind.figure)
    case .heading(let heading, let inner):
      add(FragmentKind.heading)
      add(count: heading.level)
      for text in [heading.anchor, heading.plainText] { add(text) }
      heading.range.write(to: &self)
      add(outlined: inner)
    case .calloutTitle(let callout, let level):
      add(FragmentKind.calloutTitle)
      add(callout.rawValue)
      add(count: level)
    case .container(let header, let inner):
      add(FragmentKind.container)
      add(header)
      add(outlined: inner)
    case .footnoteReference(let number):
      add(FragmentKind.footnoteReference)
      add(count: number)
    case .footnotes(let notes):
      add(FragmentKind.footnotes)
      add(each: notes) { writer, note in
        writer.add(count: note.number)
        writer.add(outlined: note.body)
      }
    }
  }

  private mutating func add(_ image: Image, _ kind: FragmentKind) {
    add(kind)
    for text in [image.target, image.title, image.alternative] { add(text) }
    add(image.isDecorative)
    image.targetRange.write(to: &self)
  }

  private mutating func add(_ header: ContainerHeader) {
    add(header.name)
    header.range.write(to: &self)
    add(each: header.arguments) { writer, argument in
      writer.add(optional: argument.key) { $0.add($1) }
      writer.add(argument.value)
      argument.range.write(to: &writer)
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
