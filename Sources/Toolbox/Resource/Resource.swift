import Diagnostics

/// A resource.
package struct Resource: Entry {
  package static let kind = EntryKind.resource
  package static let traits = EntryTraits(
    presence: .section, placing: 2, vocabularies: ["nature", "theme"], selection: [.word("theme"), .word("nature")])

  /// The destination of a resource.
  package enum Destination: Sendable, Hashable {
    /// An address, and its place in the file.
    case address(String, SourceLocation)
    /// The author declares that there is no address yet. The location is the place of this declaration.
    case planned(SourceLocation)
    /// The file has an unusable address or a misspelt key. A finding already reports this problem.
    case placeholder
    /// The file gives no address, and does not declare that the address will follow.
    case missing
  }

  /// The part that all kinds of entries share.
  package var core: EntryCore
  /// The title.
  package var title: String
  /// The destination.
  package var destination: Destination
  /// The organisation that offers the resource; nil if the file names no organisation.
  package var publisher: String?
  /// The organisations that made the resource together with the publisher.
  package var partners: [String]
  /// The nature of the resource: a word of the vocabulary `nature`.
  package var nature: String
  /// The topic of the resource: a word of the vocabulary `theme`.
  package var topic: String
  /// The time that the resource takes.
  package var duration: String?
  /// The price of the resource.
  package var cost: String?
  /// The file format.
  package var format: String?
  /// The file size.
  package var weight: String?
  /// The language tag of the resource; nil if the resource is in the language of the site.
  package var language: String?
  /// The date: a year or an ISO date.
  package var date: String?

  /// Creates a resource.
  package init(
    core: EntryCore, title: String, destination: Destination, publisher: String?, partners: [String], nature: String,
    topic: String, duration: String?, cost: String?, format: String?, weight: String?, language: String?, date: String?
  ) {
    self.core = core
    self.title = title
    self.destination = destination
    self.publisher = publisher
    self.partners = partners
    self.nature = nature
    self.topic = topic
    self.duration = duration
    self.cost = cost
    self.format = format
    self.weight = weight
    self.language = language
    self.date = date
  }
}

extension Resource {
  package func check() -> [Diagnostic] {
    destination == .missing && core.isReadable ? [.resourceWithoutAddress(self)] : []
  }

  package func values(for key: String, in toolbox: Toolbox) -> [String] {
    switch key {
    case "theme": [topic]
    case "nature": [nature]
    default: []
    }
  }

  package static func groupAnchors(in toolbox: Toolbox) -> [String] {
    toolbox.resources.map { GroupAnchor.topic($0.topic) }
  }
}

extension ToolboxContent {
  /// The resources, in order.
  package var resources: [Resource] { all(Resource.self) }

  /// The resource with the given name; nil if there is no such resource.
  package func resource(named name: String) -> Resource? { entry(Resource.self, named: name) }
}
