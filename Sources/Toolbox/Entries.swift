import Diagnostics
import MarkdownTree

/// A chapter of the guide.
public struct Chapter: Entry {
  /// What every entry has.
  public var core: EntryCore
  /// Its title.
  public var title: String
  /// One sentence on what it says.
  public var summary: String?
  /// Words by which it should be found.
  public var keywords: [String]
  /// When it was last changed, as an ISO date.
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

/// A testimonial: its body is the quotation, word for word.
public struct Testimonial: Entry {
  /// What every entry has.
  public var core: EntryCore
  /// Who says it.
  public var author: String
  /// In which function.
  public var role: String
  /// For which body.
  public var organisation: String
  /// On which side: a value of the vocabulary `cote`.
  public var side: String
  /// Who accompanied, or whom.
  public var partner: String?
  /// During which wave.
  public var wave: String?
  /// The chapters that it speaks to.
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
  /// What every entry has.
  public var core: EntryCore
  /// Its title.
  public var title: String
  /// When it comes up: a value of the vocabulary `moment`.
  public var moment: String?
  /// The resources that help with it.
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
  /// Where a resource leads.
  public enum Destination: Sendable, Hashable {
    /// To an address, written at a place.
    case address(String, SourceLocation)
    /// Nowhere yet, and that is known.
    case planned(SourceLocation)
    /// Nowhere: an address was written that is none, and reported where it was read.
    case placeholder
    /// Nowhere, and nobody said why.
    case missing
  }

  /// What every entry has.
  public var core: EntryCore
  /// Its title.
  public var title: String
  /// Where it leads.
  public var destination: Destination
  /// Who offers it, where the source says so.
  public var publisher: String?
  /// Who made it with them.
  public var partners: [String]
  /// What it is: a value of the vocabulary `nature`.
  public var nature: String
  /// What it is about: a value of the vocabulary `theme`.
  public var topic: String
  /// How long it takes.
  public var duration: String?
  /// What it costs.
  public var cost: String?
  /// The format of the file.
  public var format: String?
  /// The weight of the file.
  public var weight: String?
  /// The language tag of the resource, where it is not the site's.
  public var language: String?
  /// Its date: a year or an ISO date.
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
  /// What every entry has.
  public var core: EntryCore
  /// Its title.
  public var title: String
  /// A short name for labels, or nothing where the title serves.
  public var label: String?
  /// One sentence on it.
  public var summary: String?
  /// What it asks of the body that accompanies.
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
  /// Where a page is linked from.
  public enum Menu: String, Sendable, CaseIterable {
    /// The main menu.
    case main = "principal"
    /// The foot of every page.
    case footer = "pied"
    /// The site map alone.
    case none = "aucun"
  }

  /// What every entry has.
  public var core: EntryCore
  /// Its title.
  public var title: String
  /// One sentence on it.
  public var summary: String?
  /// Where it is linked from.
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
  /// Its file, relative to the root of the toolbox.
  public var file: String
  /// Its heading.
  public var title: String
  /// What this is, in a sentence or two.
  public var summary: String?
  /// The one question that it asks.
  public var question: String?
  /// What invites to answer it.
  public var invitation: String?
  /// The testimonial that it lets speak, by its id.
  public var voice: Reference?
  /// Its text, compiled.
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
