import CompiledBody
import Diagnostics
import MarkdownTree

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
  /// The rank among the entries of the same kind or, for a chapter of a part, of the same part. Entries without a rank come last, sorted by title.
  package var order: Int?
  /// The words of `pour:`, exactly as in the file. If there are no words, the entry is for everyone.
  package var audience: [Reference]
  /// The licence that the entry declares for itself; nil if the entry declares no licence.
  package var licence: String?
  /// The source that the entry declares; nil if the entry declares no source.
  package var origin: String?
  /// The outline of the text (``Body/outline``). Pages read the text itself apart from the entry.
  package var outline: Body
  /// The place of each value in the front matter. The dictionary has the same keys as the front matter.
  package var places: [String: SourceLocation]
  /// Whether the front matter could be read. If not, other entries can still refer to this entry, but checks ignore the
  /// other fields of this entry.
  package var isReadable: Bool

  /// Creates the common part of an entry.
  package init(
    id: EntryID, file: String, order: Int?, audience: [Reference], licence: String?, origin: String?, outline: Body,
    places: [String: SourceLocation], isReadable: Bool = true
  ) {
    self.id = id
    self.file = file
    self.order = order
    self.audience = audience
    self.licence = licence
    self.origin = origin
    self.outline = outline
    self.places = places
    self.isReadable = isReadable
  }

  /// The place of the value that belongs to a key. If the key is absent, the location is the whole file.
  package func place(of key: String) -> SourceLocation { places[key] ?? SourceLocation(file: file) }
}

/// An entry of the toolbox.
package protocol Entry: Sendable {
  /// The kind of the entries of this type.
  static var kind: EntryKind { get }
  /// The facts that all entries of this type share.
  static var traits: EntryTraits { get }
  /// The part that all kinds of entries share.
  var core: EntryCore { get set }
  /// The name in lists and messages.
  var title: String { get }
  /// The entries that the front matter names.
  var relations: [EntryRelation] { get }
  /// The values of the entry for a key by which containers select entries (``EntryTraits/selection``).
  func values(for key: String, in toolbox: Toolbox) -> [String]
  /// The findings on the values of this entry alone.
  func check() -> [Diagnostic]
  /// The entry that contains this one. Readers who do not see the containing entry do not see this one either.
  var parent: EntryID? { get }
  /// The anchors of the groups into which the page of the section divides the entries.
  static func groupAnchors(in toolbox: Toolbox) -> [String]
  /// The entries in the order of the site.
  static func inOrder(_ entries: [Self]) -> [Self]
}

/// The entries of one kind that an entry names in its front matter.
package struct EntryRelation: Sendable {
  /// The kind of the named entries.
  package var kind: EntryKind
  /// Their names.
  package var names: [Reference]

  /// Creates a relation.
  package init(kind: EntryKind, names: [Reference]) {
    self.kind = kind
    self.names = names
  }
}

extension Entry {
  package var relations: [EntryRelation] { [] }

  package func values(for key: String, in toolbox: Toolbox) -> [String] { [] }

  package func check() -> [Diagnostic] { [] }

  package var parent: EntryID? { nil }

  package static func groupAnchors(in toolbox: Toolbox) -> [String] { [] }

  package static func inOrder(_ entries: [Self]) -> [Self] { entries.sorted() }

  /// The identity.
  package var id: EntryID { core.id }
  /// The outline of the text.
  package var outline: Body { core.outline }
}

extension Sequence where Element: Entry {
  /// The entries sorted by `ordre:`, then by title.
  func sorted() -> [Element] {
    // Each sort key is computed once per entry, not once per comparison.
    map { (entry: $0, key: ($0.core.order ?? .max, Slug.make($0.title), $0.id.name, $0.core.file)) }
      .sorted { $0.key < $1.key }.map(\.entry)
  }
}
