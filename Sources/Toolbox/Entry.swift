import Diagnostics
import MarkdownTree

/// The kinds of entry; each has a folder of its own in the content.
public enum EntryKind: String, Sendable, CaseIterable, Hashable {
  /// A chapter of the guide.
  case chapter = "guide"
  /// A testimonial (retour d'expérience).
  case testimonial = "rex"
  /// A success factor.
  case factor = "facteurs"
  /// A resource.
  case resource = "ressources"
  /// An accompaniment type.
  case accompaniment = "accompagnements"
  /// A page such as the legal notice.
  case page = "pages"

  /// The folder that holds the entries of this kind, below the content folder.
  public var folder: String { rawValue }
}

/// The identity of an entry: its kind and the name of its file without the ending.
public struct EntryID: Sendable, Hashable, Comparable {
  /// The kind.
  public let kind: EntryKind
  /// The file's name without its ending.
  public let name: String
  /// The anchor, and the name in addresses: the slug of the name.
  public let slug: String

  /// Creates an identity.
  public init(_ kind: EntryKind, _ name: String) {
    self.kind = kind
    self.name = name
    slug = Slug.make(name)
  }

  /// An identity whose slug is known: that of its name.
  package init(_ kind: EntryKind, _ name: String, slug: String) {
    self.kind = kind
    self.name = name
    self.slug = slug
  }

  /// Orders by kind, then by name.
  public static func < (left: EntryID, right: EntryID) -> Bool {
    (left.kind.rawValue, left.name) < (right.kind.rawValue, right.name)
  }
}

/// The id of another entry, as written in front matter, and its place.
public struct Reference: Sendable, Hashable {
  /// The name that was written.
  public var name: String
  /// Where it was written.
  public var location: SourceLocation

  /// Creates a reference.
  public init(name: String, location: SourceLocation) {
    self.name = name
    self.location = location
  }
}

/// What every entry has, whatever its kind.
public struct EntryCore: Sendable {
  /// Its identity.
  public var id: EntryID
  /// Its file, relative to the root of the toolbox.
  public var file: String
  /// Its place among those of its kind; entries without one come last, by title.
  public var order: Int?
  /// The values of `pour:` as written; empty means everyone.
  public var audience: [Reference]
  /// Its own licence, if it has one.
  public var licence: String?
  /// Where it comes from, if it says so.
  public var origin: String?
  /// Its text, compiled.
  public var body: Body
  /// Where the value of each key of its front matter stands.
  public var places: [String: SourceLocation]
  /// Whether its front matter could be read; where not, it is there to be referred to, and nothing is said of the rest.
  public var isReadable: Bool

  /// Creates the common part of an entry.
  public init(
    id: EntryID, file: String, order: Int?, audience: [Reference], licence: String?, origin: String?, body: Body,
    places: [String: SourceLocation], isReadable: Bool = true
  ) {
    self.id = id
    self.file = file
    self.order = order
    self.audience = audience
    self.licence = licence
    self.origin = origin
    self.body = body
    self.places = places
    self.isReadable = isReadable
  }

  /// Where the value of a key stands, or the file where the key is absent.
  public func place(of key: String) -> SourceLocation { places[key] ?? SourceLocation(file: file) }
}

/// An entry of the toolbox.
public protocol Entry: Sendable {
  /// What every entry has.
  var core: EntryCore { get }
  /// What it is called in lists and in messages.
  var title: String { get }
}

extension Entry {
  /// Its identity.
  public var id: EntryID { core.id }
  /// Its text, compiled.
  public var body: Body { core.body }
}

extension Sequence where Element: Entry {
  /// The entries in their own order: by `ordre:`, then by title.
  public func inOrder() -> [Element] {
    // The keys are made once for each entry, not once for each comparison.
    map { (entry: $0, key: ($0.core.order ?? .max, Slug.make($0.title), $0.id.name, $0.core.file)) }
      .sorted { $0.key < $1.key }.map(\.entry)
  }
}
