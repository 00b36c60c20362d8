import Diagnostics
import MarkdownTree

/// The instruction of a `:::` container.
public enum Directive: Sendable, Hashable {
  /// `::: pour …`: the content is for readers in some situations.
  case audience(AudienceCondition)
  /// `::: langue en`: the content is in another language.
  case language(String)
  /// `::: conseil`: the content is advice by the authors of the toolbox. The advice does not come from the source.
  case advice
  /// `::: rex …`: places the selected testimonials.
  case testimonials(Selection)
  /// `::: facteurs …`: places the selected success factors.
  case factors(Selection)
  /// `::: ressources …`: places the selected resources.
  case resources(Selection)
  /// `::: charge`: places the workload of the named accompaniment types. Without names, it places the workload of the
  /// type that the edition chose, or of all types if the edition chose none.
  case workload(names: [String])
  /// `::: editeur …`: places the publisher's identity and contact details, or another part of ``Site/Publisher``.
  case publisher(Site.Publisher.Part)

  /// Selects the entries to place. If there are names, only the named entries are selected, in the order of the names.
  /// Entries that lack a required value are left out.
  public struct Selection: Sendable, Hashable {
    /// The names of the entries; empty for all entries.
    public var names: [String]
    /// Maps a key to the value that an entry must have for this key. Example: `theme=formation`.
    public var values: [String: String]

    /// Creates a selection.
    public init(names: [String], values: [String: String]) {
      self.names = names
      self.values = values
    }
  }

  /// The names of containers.
  public enum Name: String, Sendable, CaseIterable {
    /// For some readers.
    case audience = "pour"
    /// In another language.
    case language = "langue"
    /// The toolbox’s own advice.
    case advice = "conseil"
    /// Testimonials.
    case testimonials = "rex"
    /// Success factors.
    case factors = "facteurs"
    /// Resources.
    case resources = "ressources"
    /// The workload.
    case workload = "charge"
    /// The publisher's details.
    case publisher = "editeur"

    /// Whether the author writes the content of the container. If not, Trousse writes it.
    public var enclosesText: Bool {
      switch self {
      case .audience, .language, .advice: true
      case .testimonials, .factors, .resources, .workload, .publisher: false
      }
    }

    /// Whether the container needs a word after its name.
    var needsWord: Bool { self == .audience || self == .language }

    /// The kind of the entries that the container places with their texts; nil if the container places no entries.
    var placedKind: EntryKind? {
      switch self {
      case .testimonials: .testimonial
      case .factors: .factor
      case .resources: .resource
      case .audience, .language, .advice, .workload, .publisher: nil
      }
    }
  }

  /// Creates the instruction from the opening line of a container. Nil if the name of the container is unknown. A check
  /// reports unknown names.
  public init?(_ header: ContainerHeader, groups: [AudienceGroup]) {
    let words = header.arguments.filter { $0.key == nil }.map(\.value)
    let pairs = header.arguments.compactMap { argument in argument.key.map { ($0, argument.value) } }
    let selection = Selection(names: words, values: Dictionary(pairs) { first, _ in first })
    switch Name(rawValue: header.name) {
    case .audience: self = .audience(AudienceCondition(words: words, groups: groups))
    case .language: self = .language(words.first ?? "")
    case .advice: self = .advice
    case .testimonials: self = .testimonials(selection)
    case .factors: self = .factors(selection)
    case .resources: self = .resources(selection)
    case .workload: self = .workload(names: words)
    case .publisher: self = .publisher(words.first.flatMap(Site.Publisher.Part.init(word:)) ?? .identity)
    case nil: return nil
    }
  }
}

extension EntryKind {
  /// The kinds of entries that a text of this kind may place. The order of kinds is: chapters, accompaniment types and
  /// pages, then factors, then resources, then testimonials. Each kind places only later kinds. Therefore no entry can
  /// place itself through other entries.
  var placeableKinds: [EntryKind] {
    switch self {
    case .chapter, .accompaniment, .page: [.factor, .resource, .testimonial]
    case .factor: [.resource, .testimonial]
    case .resource: [.testimonial]
    case .testimonial: []
    }
  }
}

extension Directive.Selection {
  /// The keys that a container with this name accepts. Example: `theme` in `theme=formation`.
  public static func keys(for name: Directive.Name) -> [String] {
    switch name {
    case .testimonials: ["cote", "chapitre"]
    case .factors: ["moment"]
    case .resources: ["theme", "nature"]
    case .audience, .language, .advice, .workload, .publisher: []
    }
  }

  /// The entries that have all required values.
  ///
  /// - Parameter value: returns the values of an entry for a key.
  fileprivate func filter<T: Entry>(_ entries: [T], value: (T, String) -> [String]) -> [T] {
    entries.filter { entry in values.allSatisfy { value(entry, $0.key).contains($0.value) } }
  }
}

/// Finds the entries of a selection. Each named entry takes one lookup. Without names, all entries are filtered, in
/// order.
extension Toolbox {
  /// The testimonials of a selection.
  public func testimonials(_ selection: Directive.Selection) -> [Testimonial] {
    let named = selection.names.isEmpty ? testimonials : selection.names.compactMap(testimonial(named:))
    return selection.filter(named) { entry, key in
      switch key {
      case "cote": [entry.side]
      case "chapitre": entry.chapters.map(\.name)
      default: []
      }
    }
  }

  /// The success factors of a selection.
  public func factors(_ selection: Directive.Selection) -> [SuccessFactor] {
    let named = selection.names.isEmpty ? factors : selection.names.compactMap(factor(named:))
    return selection.filter(named) { entry, key in key == "moment" ? [entry.moment].compactMap { $0 } : [] }
  }

  /// The resources of a selection.
  public func resources(_ selection: Directive.Selection) -> [Resource] {
    let named = selection.names.isEmpty ? resources : selection.names.compactMap(resource(named:))
    return selection.filter(named) { entry, key in
      switch key {
      case "theme": [entry.topic]
      case "nature": [entry.nature]
      default: []
      }
    }
  }
}
