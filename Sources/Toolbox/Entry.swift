import CompiledBody
import Diagnostics
import MarkdownTree

/// The kinds of entry. The entries of each kind are in one folder of the content.
package enum EntryKind: String, Sendable, CaseIterable, Hashable {
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
  package var folder: String { rawValue }
}

/// The identity of an entry: its kind and its file name without the extension.
package struct EntryID: Sendable, Hashable, Comparable {
  /// The kind.
  package let kind: EntryKind
  /// The file name without the extension.
  package let name: String
  /// The slug of the name, for anchors and addresses.
  package let slug: String

  /// Creates an identity.
  package init(_ kind: EntryKind, _ name: String) {
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
  package static func < (left: EntryID, right: EntryID) -> Bool {
    (left.kind.rawValue, left.name) < (right.kind.rawValue, right.name)
  }
}

/// The part that all kinds of entries share.
package struct EntryCore: Sendable {
  /// The identity.
  package var id: EntryID
  /// The file, relative to the root of the toolbox.
  package var file: String
  /// The rank among the entries of the same kind. Entries without a rank come last, sorted by title.
  package var order: Int?
  /// The words of `pour:`, exactly as in the file. If there are no words, the entry is for everyone.
  package var audience: [Reference]
  /// The licence that the entry declares for itself; nil if the entry declares no licence.
  package var licence: String?
  /// The source that the entry declares; nil if the entry declares no source.
  package var origin: String?
  /// The compiled text.
  package var body: Body
  /// The place of each value in the front matter. The dictionary has the same keys as the front matter.
  package var places: [String: SourceLocation]
  /// Whether the front matter could be read. If not, other entries can still refer to this entry, but checks ignore the
  /// other fields of this entry.
  package var isReadable: Bool

  /// Creates the common part of an entry.
  package init(
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
  package func place(of key: String) -> SourceLocation { places[key] ?? SourceLocation(file: file) }
}

/// An entry of the toolbox.
package protocol Entry: Sendable {
  /// The part that all kinds of entries share.
  var core: EntryCore { get }
  /// The name in lists and messages.
  var title: String { get }
}

extension Entry {
  /// The identity.
  package var id: EntryID { core.id }
  /// The compiled text.
  package var body: Body { core.body }
}

extension Sequence where Element: Entry {
  /// The entries sorted by `ordre:`, then by title.
  package func inOrder() -> [Element] {
    // Each sort key is computed once per entry, not once per comparison.
    map { (entry: $0, key: ($0.core.order ?? .max, Slug.make($0.title), $0.id.name, $0.core.file)) }
      .sorted { $0.key < $1.key }.map(\.entry)
  }
}
