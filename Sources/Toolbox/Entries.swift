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
  /// The date of the last change, in ISO 8601.
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

/// A testimonial. The body is the literal quotation.
public struct Testimonial: Entry {
  /// The part that all kinds of entries share.
  public var core: EntryCore
  /// The quoted person.
  public var author: String
  /// The job of the quoted person.
  public var role: String
  /// The organisation that the quoted person works for.
  public var organisation: String
  /// The person's side in the accompaniment: a word of the vocabulary `cote`.
  public var side: String
  /// The other organisation in the accompaniment. This organisation accompanied the person's organisation, or the
  /// person's organisation accompanied this organisation.
  public var partner: String?
  /// The series of accompaniments to which the testimonial belongs. Example: `Vague 1`.
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
  /// The moment at which the factor matters: a word of the vocabulary `moment`.
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
  public var core: EntryCore
  /// The title.
  public var title: String
  /// The destination.
  public var destination: Destination
  /// The organisation that offers the resource; nil if the file names no organisation.
  public var publisher: String?
  /// The organisations that made the resource together with the publisher.
  public var partners: [String]
  /// The nature of the resource: a word of the vocabulary `nature`.
  public var nature: String
  /// The topic of the resource: a word of the vocabulary `theme`.
  public var topic: String
  /// The time that the resource takes.
  public var duration: String?
  /// The price of the resource.
  public var cost: String?
  /// The file format.
  public var format: String?
  /// The file size.
  public var weight: String?
  /// The language tag of the resource; nil if the resource is in the language of the site.
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

/// An accompaniment type: a way in which a shared-services organisation accompanies a local authority.
public struct AccompanimentType: Entry {
  /// The part that all kinds of entries share.
  public var core: EntryCore
  /// The title.
  public var title: String
  /// A short name for labels; nil if labels use the title.
  public var label: String?
  /// A summary in one sentence.
  public var summary: String?
  /// The workload of the organisation that accompanies the local authority.
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

/// A page that belongs to no section, such as the legal notice. The introduction of a section is also a page.
public struct Page: Entry {
  /// The place where readers find the link to a page.
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
  /// The place where readers find the link to the page.
  public var menu: Menu

  /// Creates a page.
  public init(core: EntryCore, title: String, summary: String?, menu: Menu) {
    self.core = core
    self.title = title
    self.summary = summary
    self.menu = menu
  }
}

/// The texts of the home page.
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
