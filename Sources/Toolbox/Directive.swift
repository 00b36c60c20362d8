import Diagnostics
import MarkdownTree

/// The instruction of a `:::` container.
package enum Directive: Sendable, Hashable {
  /// `::: pour …`: the content is for readers in some situations.
  case audience(AudienceCondition)
  /// `::: langue en`: the content is in another language.
  case language(String)
  /// `::: conseil`: the content is advice by the authors of the toolbox. The advice does not come from the source.
  case advice
  /// Places the selected entries of a kind. The name of the container is the folder of the kind, as in `::: rex …`.
  case entries(EntryKind, Selection)
  /// `::: charge`: places the workload of the named accompaniment types. Without names, the workload of the type that
  /// the edition chose is placed. If the edition chose no type, the workload of every type is placed.
  case workload(names: [String])
  /// `::: editeur …`: places the publisher's identity and contact details, or another part of ``Site/Publisher``.
  case publisher(Site.Publisher.Part)

  /// Selects the entries to place. If there are names, only the named entries are selected, in the order of the names.
  /// Entries that lack a required value are left out.
  package struct Selection: Sendable, Hashable {
    /// The names of the entries; empty for all entries.
    package var names: [String]
    /// The values that an entry must have. In the example `theme=formation`, the key is `theme` and the value is
    /// `formation`.
    package var values: [String: String]

    /// Creates a selection.
    package init(names: [String], values: [String: String]) {
      self.names = names
      self.values = values
    }
  }

  /// The names of containers.
  package enum Name: RawRepresentable, Sendable, Hashable, CaseIterable {
    /// The content is for some readers.
    case audience
    /// The content is in another language.
    case language
    /// The content is advice by the authors of the toolbox.
    case advice
    /// Places entries of a kind.
    case entries(EntryKind)
    /// Places the workload of accompaniment types.
    case workload
    /// Places the publisher's details.
    case publisher

    package static let allCases: [Name] =
      [.audience, .language, .advice] + EntryKind.allCases.filter { $0.traits.placing != nil }.map(Name.entries)
      + [.workload, .publisher]

    /// The names, as they are written.
    package static let written = Set(allCases.map(\.rawValue))

    private static let byText = Dictionary(allCases.map { ($0.rawValue, $0) }) { first, _ in first }

    package init?(rawValue: String) {
      guard let name = Self.byText[rawValue] else { return nil }
      self = name
    }

    package var rawValue: String {
      switch self {
      case .audience: "pour"
      case .language: "langue"
      case .advice: "conseil"
      case .entries(let kind): kind.folder
      case .workload: "charge"
      case .publisher: "editeur"
      }
    }

    /// Whether the author writes the content of the container. If not, Trousse generates the content.
    package var enclosesText: Bool {
      switch self {
      case .audience, .language, .advice: true
      case .entries, .workload, .publisher: false
      }
    }

    /// Whether the container needs a word after its name.
    var needsWord: Bool { self == .audience || self == .language }

    /// The kind of the entries whose texts the container places; nil if the container places no texts of entries.
    var placedKind: EntryKind? { if case .entries(let kind) = self { kind } else { nil } }

    /// The keys that the container accepts. Example: `theme` in `theme=formation`.
    var keys: [EntryTraits.SelectionKey] { placedKind?.traits.selection ?? [] }
  }

  /// Creates the instruction from the opening line of a container. Nil if the name of the container is unknown. A check
  /// reports unknown names.
  package init?(_ header: ContainerHeader, groups: [AudienceGroup]) {
    let words = header.arguments.filter { $0.key == nil }.map(\.value)
    let pairs = header.arguments.compactMap { argument in argument.key.map { ($0, argument.value) } }
    let selection = Selection(names: words, values: Dictionary(pairs) { first, _ in first })
    switch Name(rawValue: header.name) {
    case .audience: self = .audience(AudienceCondition(words: words, groups: groups))
    case .language: self = .language(words.first ?? "")
    case .advice: self = .advice
    case .entries(let kind): self = .entries(kind, selection)
    case .workload: self = .workload(names: words)
    case .publisher: self = .publisher(words.first.flatMap(Site.Publisher.Part.init(word:)) ?? .identity)
    case nil: return nil
    }
  }
}

extension Toolbox {
  /// The entries of a selection. If the selection has names, each name takes one lookup, and the entries are in the
  /// order of the names. If the selection has no names, all entries are filtered, in order.
  package func entries<E: Entry>(_ selection: Directive.Selection, of type: E.Type) -> [E] {
    let named = selection.names.isEmpty ? all(type) : selection.names.compactMap { entry(type, named: $0) }
    if selection.values.isEmpty { return named }
    return named.filter { entry in
      selection.values.allSatisfy { entry.values(for: $0.key, in: self).contains($0.value) }
    }
  }
}
