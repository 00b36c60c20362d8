import CompiledBody
import Diagnostics

/// A chapter of the guide.
package struct Chapter: Entry {
  /// The part that all kinds of entries share.
  package var core: EntryCore
  /// The title.
  package var title: String
  /// A summary in one sentence.
  package var summary: String?
  /// Keywords for the search.
  package var keywords: [String]
  /// The date of the last change, in ISO 8601.
  package var updated: String?

  /// Creates a chapter.
  package init(core: EntryCore, title: String, summary: String?, keywords: [String], updated: String?) {
    self.core = core
    self.title = title
    self.summary = summary
    self.keywords = keywords
    self.updated = updated
  }
}

/// A testimonial. The body is the literal quotation.
package struct Testimonial: Entry {
  /// The part that all kinds of entries share.
  package var core: EntryCore
  /// The quoted person.
  package var author: String
  /// The job of the quoted person.
  package var role: String
  /// The organisation that the quoted person works for.
  package var organisation: String
  /// The person's side in the accompaniment: a word of the vocabulary `cote`.
  package var side: String
  /// The other organisation in the accompaniment. This organisation accompanied the person's organisation, or the
  /// person's organisation accompanied this organisation.
  package var partner: String?
  /// The series of accompaniments to which the testimonial belongs. Example: `Vague 1`.
  package var wave: String?
  /// The chapters that the testimonial is about.
  package var chapters: [Reference]

  /// Creates a testimonial.
  package init(
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
  package var title: String { author }
}

/// A success factor.
package struct SuccessFactor: Entry {
  /// The part that all kinds of entries share.
  package var core: EntryCore
  /// The title.
  package var title: String
  /// The moment at which the factor matters: a word of the vocabulary `moment`.
  package var moment: String?
  /// The resources that help with the factor.
  package var resources: [Reference]

  /// Creates a success factor.
  package init(core: EntryCore, title: String, moment: String?, resources: [Reference]) {
    self.core = core
    self.title = title
    self.moment = moment
    self.resources = resources
  }
}

/// A resource.
package struct Resource: Entry {
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

/// An accompaniment type: a way in which a shared-services organisation accompanies a local authority.
package struct AccompanimentType: Entry {
  /// The part that all kinds of entries share.
  package var core: EntryCore
  /// The title.
  package var title: String
  /// A short name for labels; nil if labels use the title.
  package var label: String?
  /// A summary in one sentence.
  package var summary: String?
  /// The workload of the organisation that accompanies the local authority.
  package var workload: Workload

  /// Creates an accompaniment type.
  package init(core: EntryCore, title: String, label: String?, summary: String?, workload: Workload) {
    self.core = core
    self.title = title
    self.label = label
    self.summary = summary
    self.workload = workload
  }

  /// The name for labels.
  package var shortTitle: String { label ?? title }
}

/// A page that belongs to no section, such as the legal notice. The introduction of a section is also a page.
package struct Page: Entry {
  /// The place where readers find the link to a page.
  package enum Menu: String, Sendable, CaseIterable {
    /// The main menu.
    case main = "principal"
    /// The foot of every page.
    case footer = "pied"
    /// Only the site map.
    case none = "aucun"
  }

  /// The part that all kinds of entries share.
  package var core: EntryCore
  /// The title.
  package var title: String
  /// A summary in one sentence.
  package var summary: String?
  /// The place where readers find the link to the page.
  package var menu: Menu

  /// Creates a page.
  package init(core: EntryCore, title: String, summary: String?, menu: Menu) {
    self.core = core
    self.title = title
    self.summary = summary
    self.menu = menu
  }
}

/// The texts of the home page.
package struct Home: Sendable {
  /// The file, relative to the root of the toolbox.
  package var file: String
  /// The heading.
  package var title: String
  /// A description of the toolbox, in a sentence or two.
  package var summary: String?
  /// The question to the reader.
  package var question: String?
  /// The invitation to answer the question.
  package var invitation: String?
  /// The id of the testimonial that the home page quotes.
  package var voice: Reference?
  /// The compiled text.
  package var body: Body

  /// Creates the home page's texts.
  package init(
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
