import CompiledBody
import Diagnostics
import MarkdownTree
import YAML

/// The content of a file, as a list of the pieces that the parsers read. A repair is allowed only if the pieces before
/// and after the repair are equal except for the new addresses.
struct FileMeaning: Sendable {
  /// The place of an address.
  enum Place: Sendable, Hashable {
    /// The target of a link or an image.
    case target(SourceRange)
    /// A YAML value. The value is identified by its start, because the end of a quoted value depends on its escapes.
    case scalar(SourcePosition)
  }

  /// Texts are stored as bytes, because Swift considers two strings with different Unicode forms of `é` to be equal.
  private enum Content: Equatable {
    case scalar(path: [String])
    case link(title: [UInt8])
    case image(title: [UInt8], alternative: [UInt8])
    case html([UInt8])
    case heading(level: Int, anchor: String)
    case container([String?])
    case callout(Callout, level: Int)
    case footnoteReference(Int)
    case footnote(Int)
    case end
  }

  private struct Piece: Equatable {
    var content: Content
    var address: [UInt8] = []
  }

  struct Address: Sendable {
    /// The address, decoded.
    var text: String
    /// Whether the address is also the text of the link.
    var isAutomatic: Bool
  }

  /// The addresses in the file. The key is the place of an address. The value is the address. In YAML, every text is
  /// included, even if it is not an address.
  private(set) var addresses: [Place: Address] = [:]
  private var pieces: [Piece] = []
  private var places: [Int: Place] = [:]

  /// Reads a file: its YAML, then its Markdown.
  init(of source: SourceText) {
    for text in YAMLText.all(in: source) {
      add(.scalar(path: text.path), text.text, at: .scalar(text.position))
    }
    guard !source.file.hasSuffix(".yml") else { return }
    let document = Document(parsing: source, fromLine: FrontMatter.bodyLine(of: source))
    add(Body(document).fragments)
  }

  /// Whether another version of this file has the same content, except for new addresses. In `replaced`, the key is the
  /// place of an address in this version. The value is the new address.
  func isKept(in other: FileMeaning, butFor replaced: [Place: String]) -> Bool {
    guard pieces.count == other.pieces.count else { return false }
    return pieces.indices.allSatisfy { index in
      var expected = pieces[index]
      if let place = places[index], let address = replaced[place] { expected.address = Array(address.utf8) }
      return expected == other.pieces[index]
    }
  }

  // MARK: Reading

  private mutating func add(_ content: Content) { pieces.append(Piece(content: content)) }

  private mutating func add(_ content: Content, _ address: String, at place: Place, isAutomatic: Bool = false) {
    places[pieces.count] = place
    pieces.append(Piece(content: content, address: Array(address.utf8)))
    addresses[place] = Address(text: address, isAutomatic: isAutomatic)
  }

  private mutating func add(_ fragments: [Fragment]) {
    for fragment in fragments {
      switch fragment {
      case .html(let bytes): add(.html(bytes))
      case .anchor(let name): add(.html(Array(name.utf8)))
      case .link(let link, let inner):
        let place = Place.target(link.targetRange)
        add(.link(title: Array(link.title.utf8)), link.target, at: place, isAutomatic: link.isAutomatic)
        // The text of an automatic link changes with its address, so this text is not compared.
        add(within: link.isAutomatic ? [] : inner)
      case .image(let image), .figure(let image):
        let content = Content.image(title: Array(image.title.utf8), alternative: Array(image.alternative.utf8))
        add(content, image.target, at: .target(image.targetRange))
      case .heading(let heading, let inner):
        add(.heading(level: heading.level, anchor: heading.anchor))
        add(within: inner)
      case .container(let header, let inner):
        add(.container([header.name] + header.arguments.flatMap { [$0.key, $0.value] }))
        add(within: inner)
      case .calloutTitle(let kind, let level): add(.callout(kind, level: level))
      case .footnoteReference(let number): add(.footnoteReference(number))
      case .footnotes(let notes):
        for note in notes {
          add(.footnote(note.number))
          add(within: note.body)
        }
      }
    }
  }

  /// This recursion needs no limit, because the parser limits the depth of the fragments.
  private mutating func add(within inner: [Fragment]) {
    add(inner)
    add(.end)
  }
}

extension Link {
  /// Whether the address is also the text of the link: `https://…` or `<https://…>`.
  fileprivate var isAutomatic: Bool {
    !inlines.isEmpty && inlines.allSatisfy { $0.range == targetRange } && targetRange.start < targetRange.end
  }
}
