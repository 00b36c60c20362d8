import Diagnostics
import MarkdownTree

/// What a `:::` container asks for.
public enum Directive: Sendable, Hashable {
  /// `::: pour …`: what it encloses is for some.
  case audience(AudienceCondition)
  /// `::: langue en`: what it encloses is in another language.
  case language(String)
  /// `::: conseil`: what it encloses is the toolbox’s own advice, which its source does not give.
  case advice
  /// `::: rex …`: testimonials are placed here.
  case testimonials(Selection)
  /// `::: facteurs …`: success factors are placed here.
  case factors(Selection)
  /// `::: ressources …`: resources are placed here.
  case resources(Selection)
  /// `::: charge`: the workload is placed here, of the reader's own type or of the types named.
  case workload(names: [String])
  /// `::: editeur …`: what the publisher says of itself is placed here, or another part of what only it knows.
  case publisher(Site.Publisher.Part)

  /// Which entries are placed: those named, in that order, or all; of these, those that have the given values.
  public struct Selection: Sendable, Hashable {
    /// The ids that are named; none means all.
    public var names: [String]
    /// The values asked for, by key: `theme=formation`.
    public var values: [String: String]

    /// Creates a selection.
    public init(names: [String], values: [String: String]) {
      self.names = names
      self.values = values
    }
  }

  /// The names that may follow `:::`.
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

    /// Whether the container encloses a text of its own, rather than being filled by Trousse.
    public var enclosesText: Bool {
      switch self {
      case .audience, .language, .advice: true
      case .testimonials, .factors, .resources, .workload, .publisher: false
      }
    }

    /// Whether the container says nothing without a word behind its name.
    var needsWord: Bool { self == .audience || self == .language }

    /// The kind of the entries that it places with their own texts, if it does.
    var placedKind: EntryKind? {
      switch self {
      case .testimonials: .testimonial
      case .factors: .factor
      case .resources: .resource
      case .audience, .language, .advice, .workload, .publisher: nil
      }
    }
  }

  /// Reads the opening line of a container; nil for an unknown name (reported where it is checked).
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
  /// The kinds of entries that a text of this kind may place. Each places only kinds that come after it, so that
  /// placing always ends.
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
  /// The keys that a directive understands.
  public static func keys(for name: Directive.Name) -> [String] {
    switch name {
    case .testimonials: ["cote", "chapitre"]
    case .factors: ["moment"]
    case .resources: ["theme", "nature"]
    case .audience, .language, .advice, .workload, .publisher: []
    }
  }

  /// Those of some entries that have each value that is asked for.
  ///
  /// - Parameter value: the values that an entry has for a key.
  fileprivate func filter<T: Entry>(_ entries: [T], value: (T, String) -> [String]) -> [T] {
    entries.filter { entry in values.allSatisfy { value(entry, $0.key).contains($0.value) } }
  }
}

/// What a selection places: the entries that it names, found without a look at others, else all of them in order.
extension Toolbox {
  /// The testimonials that a selection places.
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

  /// The success factors that a selection places.
  public func factors(_ selection: Directive.Selection) -> [SuccessFactor] {
    let named = selection.names.isEmpty ? factors : selection.names.compactMap(factor(named:))
    return selection.filter(named) { entry, key in key == "moment" ? [entry.moment].compactMap { $0 } : [] }
  }

  /// The resources that a selection places.
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
