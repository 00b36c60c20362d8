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
  /// `::: rex …`: places the selected testimonials.
  case testimonials(Selection)
  /// `::: facteurs …`: places the selected success factors.
  case factors(Selection)
  /// `::: ressources …`: places the selected resources.
  case resources(Selection)
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
  package enum Name: String, Sendable, CaseIterable {
    /// The content is for some readers.
    case audience = "pour"
    /// The content is in another language.
    case language = "langue"
    /// The content is advice by the authors of the toolbox.
    case advice = "conseil"
    /// Places testimonials.
    case testimonials = "rex"
    /// Places success factors.
    case factors = "facteurs"
    /// Places resources.
    case resources = "ressources"
    /// Places the workload of accompaniment types.
    case workload = "charge"
    /// Places the publisher's details.
    case publisher = "editeur"

    /// Whether the author writes the content of the container. If not, Trousse generates the content.
    package var enclosesText: Bool {
      switch self {
      case .audience, .language, .advice: true
      case .testimonials, .factors, .resources, .workload, .publisher: false
      }
    }

    /// Whether the container needs a word after its name.
    var needsWord: Bool { self == .audience || self == .language }

    /// The kind of the entries whose texts the container places; nil if the container places no texts of entries.
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
  package init?(_ header: ContainerHeader, groups: [AudienceGroup]) {
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
  /// The kinds of entries that a text of this kind is allowed to place. The kinds have an order. First come chapters,
  /// accompaniment types and pages. Then come factors, then resources, and then testimonials. A text places only
  /// entries of later kinds. Therefore no entry can place itself through other entries.
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
  package static func keys(for name: Directive.Name) -> [String] {
    switch name {
    case .testimonials: ["cote", "chapitre"]
    case .factors: ["moment"]
    case .resources: ["theme", "nature"]
    case .audience, .language, .advice, .workload, .publisher: []
    }
  }

  /// The entries that have all required values.
  ///
  /// - Parameter value: a function that returns the values that an entry has for a key.
  fileprivate func filter<T: Entry>(_ entries: [T], value: (T, String) -> [String]) -> [T] {
    entries.filter { entry in values.allSatisfy { value(entry, $0.key).contains($0.value) } }
  }
}

/// Finds the entries of a selection. If the selection has names, each name takes one lookup. If the selection has no
/// names, all entries are filtered, in order.
extension Toolbox {
  /// The testimonials of a selection.
  package func testimonials(_ selection: Directive.Selection) -> [Testimonial] {
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
  package func factors(_ selection: Directive.Selection) -> [SuccessFactor] {
    let named = selection.names.isEmpty ? factors : selection.names.compactMap(factor(named:))
    return selection.filter(named) { entry, key in key == "moment" ? [entry.moment].compactMap { $0 } : [] }
  }

  /// The resources of a selection.
  package func resources(_ selection: Directive.Selection) -> [Resource] {
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
