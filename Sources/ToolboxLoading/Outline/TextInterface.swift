import CompiledBody
import Encodings
import Toolbox

/// The parts of a text that affect other texts and pages: link targets, images, headings, anchors and containers. A
/// change of any other part affects only the pages that show the text.
struct TextInterface {
  private var writer = ByteWriter()
  /// The number of open containers at the current position in the text.
  private var depth = 0

  /// Computes a SHA-256 digest. The digest covers the front matter, and the parts of the text that affect other texts
  /// and pages.
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
    case .html(let bytes): add(html: bytes)
    case .anchor(let name):
      writer.add(Part.anchor.rawValue)
      writer.add(name)
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

  /// If the HTML is in a container and has words, adds this fact to the digest. The fact is needed
  /// because the output of some containers depends on whether the container has words.
  private mutating func add(html bytes: [UInt8]) {
    if depth > 0, bytes.contains(where: { $0 > 0x20 }) { writer.add(Part.words.rawValue) }
  }
}
