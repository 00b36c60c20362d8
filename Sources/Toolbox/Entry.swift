import Diagnostics
import MarkdownTree

/// The kinds of entry. The entries of each kind are in one folder of the content.
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

/// The identity of an entry: its kind and its file name without the extension.
public struct EntryID: Sendable, Hashable, Comparable {
  /// The kind.
  public let kind: EntryKind
  /// The file name without the extension.
  public let name: String
  /// The slug of the name, for anchors and addresses.
  public let slug: String

  /// Creates an identity.
  public init(_ kind: EntryKind, _ name: String) {
    self.kind = kind
    self.name = name
    slug = Slug.make(name)
  }

  /// Creates an identity whose slug is already known.
  ///
  /// - Parameter slug: the slug of the name.
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

/// A name that refers to an entry or to another item, and the place of this name in a file.
public struct Reference: Sendable, Hashable {
  /// The name, exactly as in the file.
  public var name: String
  /// The place of the name.
  public var location: SourceLocation

  /// Creates a reference.
  public init(name: String, location: SourceLocation) {
    self.name = name
    self.location = location
  }
}

/// The part that all kinds of entries share.
public struct EntryCore: Sendable {
  /// The identity.
  public var id: EntryID
  /// The file, relative to the root of the toolbox.
  public var file: String
  /// The rank among the entries of the same kind. Entries without a rank come last, sorted by title.
  public var order: Int?
  /// The words of `pour:`, exactly as in the file. If there are no words, the entry is for everyone.
  public var audience: [Reference]
  /// The licence that the entry declares for itself; nil if the entry declares no licence.
  public var licence: String?
  /// The source that the entry declares; nil if the entry declares no source.
  public var origin: String?
  /// The compiled text.
  public var body: Body
  /// The place of each value in the front matter. The dictionary has the same keys as the front matter.
  public var places: [String: SourceLocation]
  /// Whether the front matter could be read. If not, other entries can still refer to this entry, but checks ignore the
  /// other fields of this entry.
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

  /// The place of the value that belongs to a key. If the key is absent, the location is the whole file.
  public func place(of key: String) -> SourceLocation { places[key] ?? SourceLocation(file: file) }
}

/// An entry of the toolbox.
public protocol Entry: Sendable {
  /// The part that all kinds of entries share.
  var core: EntryCore { get }
  /// The name in lists and messages.
  var title: String { get }
}

extension Entry {
  /// The identity.
  public var id: EntryID { core.id }
  /// The compiled text.
  public var body: Body { core.body }
}

extension Sequence where Element: Entry {
  /// The entries sorted by `ordre:`, then by title.
  public func inOrder() -> [Element] {
    // Each sort key is computed once per entry, not once per comparison.
    map { (entry: $0, key: ($0.core.order ?? .max, Slug.make($0.title), $0.id.name, $0.core.file)) }
      .sorted { $0.key < $1.key }.map(\.entry)
  }
}
