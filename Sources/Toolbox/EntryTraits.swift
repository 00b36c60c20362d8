/// The facts that all entries of one kind share.
package struct EntryTraits: Sendable {
  /// Where readers find the entries.
  package enum Presence: Sendable {
    /// Each entry has a page of its own in each edition that shows it.
    case pageInEachEdition
    /// Each entry has one page, which all editions share.
    case page
    /// The entries are together on the page of their section.
    case section
  }

  /// The entries that the home page of a tailored edition shows with their texts. In such an edition, links to these
  /// entries lead to its home page.
  package enum OnEditionHome: Sendable {
    case none
    case all
    /// Only the entry that the edition chose.
    case chosen
  }

  /// A key by which a container selects entries to place.
  package struct SelectionKey: Sendable {
    /// The values that the key accepts.
    package enum Values: Sendable {
      /// The words of the vocabulary with the name of the key.
      case words
      /// The names of the entries of a kind.
      case names(EntryKind)
    }

    /// The name, such as `theme` in `theme=formation`.
    package var name: String
    /// The values that the key accepts.
    package var values: Values

    static func word(_ name: String) -> SelectionKey { SelectionKey(name: name, values: .words) }

    static func name(_ name: String, of kind: EntryKind) -> SelectionKey {
      SelectionKey(name: name, values: .names(kind))
    }
  }

  /// Where readers find the entries.
  package var presence: Presence
  /// The entries that the home page of a tailored edition shows.
  package var onEditionHome: OnEditionHome
  /// The rank among the kinds that a text can place; nil if no text can place entries of this kind. An entry places only
  /// entries of higher ranks, so no entry can place itself through other entries. Entries without a rank place entries
  /// of all ranks.
  package var placing: Int?
  /// Whether a folder of the kind’s folder is a part, which the file `index.md` of the folder opens. For other kinds,
  /// such folders have no meaning.
  package var hasParts: Bool
  /// Whether the front matter may have the key `pour`.
  package var hasAudience: Bool
  /// Whether the text is a quotation, whose words and punctuation marks are not changed.
  package var isQuotation: Bool
  /// The vocabularies of `site.yml` from which the front matter takes words.
  package var vocabularies: [String]
  /// The keys by which containers select entries of this kind.
  package var selection: [SelectionKey]

  /// Declares the facts of a kind.
  init(
    presence: Presence, onEditionHome: OnEditionHome = .none, placing: Int? = nil, hasParts: Bool = false,
    hasAudience: Bool = true, isQuotation: Bool = false, vocabularies: [String] = [], selection: [SelectionKey] = []
  ) {
    self.presence = presence
    self.onEditionHome = onEditionHome
    self.placing = placing
    self.hasParts = hasParts
    self.hasAudience = hasAudience
    self.isQuotation = isQuotation
    self.vocabularies = vocabularies
    self.selection = selection
  }
}

extension EntryKind {
  /// Whether the text of an entry of this kind may place entries of another kind.
  func mayPlace(_ other: EntryKind) -> Bool {
    guard let rank = other.traits.placing else { return false }
    return traits.placing.map { $0 < rank } ?? true
  }

  /// Whether an edition shows an entry of this kind with its text on its home page.
  package func isOnHome(of edition: Edition, named name: String) -> Bool {
    switch traits.onEditionHome {
    case .none: false
    case .all: true
    case .chosen: edition.accompaniment == name
    }
  }
}
