import Encodings
import MarkdownTree
import Toolbox

/// What a text says to the rest of the toolbox: where it leads, what it places, what links to it may name. Whatever else
/// changes in it concerns the pages alone that show it.
struct TextInterface {
  private var writer = ByteWriter()
  /// In how many containers the fragment at hand stands.
  private var depth = 0

  /// The SHA-256 of all that, and of the front matter that stands before it.
  static func digest(ofFrontMatter frontMatter: ArraySlice<UInt8>, _ body: Body) -> [UInt8] {
    var interface = TextInterface()
    interface.writer.add(block: frontMatter)
    interface.add(body.fragments)
    return Digest.sha256Bytes(interface.writer.bytes)
  }

  private enum Part: UInt64 {
    case link, image, heading, container, end, anchor, words
  }

  private mutating func add(_ fragments: [Fragment]) {
    for fragment in fragments { add(fragment) }
  }

  private mutating func add(_ fragment: Fragment) {
    switch fragment {
    case .html(let bytes): add(html: bytes, fragment)
    case .link(let link, let inner):
      writer.add(Part.link.rawValue)
      writer.add(link.target)
      add(inner)
    case .image(let image), .figure(let image):
      writer.add(Part.image.rawValue)
      writer.add(image.target)
    case .heading(let heading, let inner):
      writer.add(Part.heading.rawValue)
      writer.add(count: heading.level)
      writer.add(heading.anchor)
      writer.add(heading.plainText)
      add(inner)
    case .container(let header, let inner):
      writer.add(Part.container.rawValue)
      writer.add(header.name)
      writer.add(each: header.arguments) { writer, argument in
        writer.add(argument.key ?? "")
        writer.add(argument.value)
      }
      depth += 1
      add(inner)
      depth -= 1
      writer.add(Part.end.rawValue)
    case .footnotes(let notes): for note in notes { add(note.body) }
    case .footnoteReference, .calloutTitle: break
    }
  }

  /// Ids are named by links; whether there are words at all is asked of some containers.
  private mutating func add(html bytes: [UInt8], _ fragment: Fragment) {
    for anchor in [fragment].anchors.sorted() {
      writer.add(Part.anchor.rawValue)
      writer.add(anchor)
    }
    if depth > 0, bytes.contains(where: { $0 > 0x20 }) { writer.add(Part.words.rawValue) }
  }
}
