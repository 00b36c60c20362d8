import Diagnostics
import MarkdownTree

/// A chapter of the guide.
public struct Chapter: Entry {
  /// The part that all kinds of entries share.
  public var core: EntryCore
  /// The title.
  public var title: String
  /// A summary in one sentence.
  public var summary: String?
  /// Keywords for the search.
  public var keywords: [String]
  /// The date of the last change, ISO.
  public var updated: String?

  /// Creates a chapter.
  public init(core: EntryCore, title: String, summary: String?, keywords: [String], updated: String?) {
    self.core = core
    self.title = title
    self.summary = summary
    self.keywords = keywords
    self.updated = updated
  }
}

/// A testimonial: its body is the literal quotation.
public struct Testimonial: Entry {
  /// The part that all kinds of entries share.
  public var core: EntryCore
  /// The quoted person.
  public var author: String
  /// The function of that person.
  public var role: String
  /// The body that the person works for.
  public var organisation: String
  /// The side: a value of the vocabulary `cote`.
  public var side: String
  /// The other body of the accompaniment: the one that accompanied, or the one that was accompanied.
  public var partner: String?
  /// The wave of accompaniments: `Vague 1`.
  public var wave: String?
  /// The chapters that the testimonial is about.
  public var chapters: [Reference]

  /// Creates a testimonial.
  public init(
    core: EntryCore, author: String, role: String, organisation: String, side: String, partner: String?, wave: String?,
    chapters: [Reference]
  ) {
    self.core = core
    self.author = author
    self.role = role
    self.organisation = organisation
    self.side = side
    self.partner = partner
    self.wave = wave
    self.chapters = chapters
  }

  /// The author's name.
  public var title: String { author }
}

/// A success factor.
public struct SuccessFactor: Entry {
  /// The part that all kinds of entries share.
  public var core: EntryCore
  /// The title.
  public var title: String
  /// The moment at which the factor matters: a value of the vocabulary `moment`.
  public var moment: String?
  /// The resources that help with the factor.
  public var resources: [Reference]

  /// Creates a success factor.
  public init(core: EntryCore, title: String, moment: String?, resources: [Reference]) {
    self.core = core
    self.title = title
    self.moment = moment
    self.resources = resources
  }
}

/// A resource.
public struct Resource: Entry {
  /// The destination of a resource.
  public enum Destination: Sendable, Hashable {
    /// An address and its place.
    case address(String, SourceLocation)
    /// No address yet, as the author declares.
    case planned(SourceLocation)
    /// An invalid address, which has already been reported.
    case placeholder
    /// No address and no reason.
    case missing
  }

  /// The part that all kinds of entries share.
  public var core: EntryCore
  /// The title.
  public var title: String
  /// The destination.
  public var destination: Destination
  /// The body that offers the resource, if the source names one.
  public var publisher: String?
  /// The bodies that made the resource together with the publisher.
  public var partners: [String]
  /// The nature of the resource: a value of the vocabulary `nature`.
  public var nature: String
  /// The topic: a value of the vocabulary `theme`.
  public var topic: String
  /// The time that the resource takes.
  public var duration: String?
  /// The price of the resource.
  public var cost: String?
  /// The file format.
  public var format: String?
  /// The file size.
  public var weight: String?
  /// The language tag of the resource, if it differs from the site's.
  public var language: String?
  /// The date: a year or an ISO date.
  public var date: String?

  /// Creates a resource.
  public init(
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

/// An accompaniment type: how a shared-services body accompanies a local authority.
public struct AccompanimentType: Entry {
  /// The part that all kinds of entries share.
  public var core: EntryCore
  /// The title.
  public var title: String
  /// A short name for labels; nil if labels use the title.
  public var label: String?
  /// A summary in one sentence.
  public var summary: String?
  /// The workload for the body that accompanies.
  public var workload: Workload

  /// Creates an accompaniment type.
  public init(core: EntryCore, title: String, label: String?, summary: String?, workload: Workload) {
    self.core = core
    self.title = title
    self.label = label
    self.summary = summary
    self.workload = workload
  }

  /// The name for labels.
  public var shortTitle: String { label ?? title }
}

/// A page such as the legal notice, or the introduction of a section.
public struct Page: Entry {
  /// The place of the link to a page.
  public enum Menu: String, Sendable, CaseIterable {
    /// The main menu.
    case main = "principal"
    /// The foot of every page.
    case footer = "pied"
    /// Only the site map.
    case none = "aucun"
  }

  /// The part that all kinds of entries share.
  public var core: EntryCore
  /// The title.
  public var title: String
  /// A summary in one sentence.
  public var summary: String?
  /// The place of the link to the page.
  public var menu: Menu

  /// Creates a page.
  public init(core: EntryCore, title: String, summary: String?, menu: Menu) {
    self.core = core
    self.title = title
    self.summary = summary
    self.menu = menu
  }
}

/// The home page's own texts.
public struct Home: Sendable {
  /// The file, relative to the root of the toolbox.
  public var file: String
  /// The heading.
  public var title: String
  /// A description of the toolbox, in a sentence or two.
  public var summary: String?
  /// The question to the reader.
  public var question: String?
  /// The invitation to answer the question.
  public var invitation: String?
  /// The id of the testimonial that the home page quotes.
  public var voice: Reference?
  /// The compiled text.
  public var body: Body

  /// Creates the home page's texts.
  public init(
    file: String, title: String, summary: String?, question: String?, invitation: String?, voice: Reference?, body: Body
  ) {
    self.file = file
    self.title = title
    self.summary = summary
    self.question = question
    self.invitation = invitation
    self.voice = voice
    self.body = body
  }
}
