import MarkdownTree

/// A whole toolbox: the entries of the content, typed. A value; nothing in it touches a disk.
public struct Toolbox: Sendable {
  /// What `site.yml` says.
  public var site: Site
  /// The home page's own texts.
  public var home: Home?
  /// The introductions of the sections, by kind.
  public var introductions: [EntryKind: Page]
  /// The chapters, in order.
  public var chapters: [Chapter]
  /// The testimonials, in order.
  public var testimonials: [Testimonial]
  /// The success factors, in order.
  public var factors: [SuccessFactor]
  /// The resources, in order.
  public var resources: [Resource]
  /// The accompaniment types, in order.
  public var accompaniments: [AccompanimentType]
  /// The other pages, in order.
  public var pages: [Page]
  /// Images and downloads: their paths below the content folder.
  public var assets: [String]
  /// Every group: the accompaniment types first.
  public let groups: [AudienceGroup]
  /// The editions that exist.
  public let editions: [Edition]

  /// Creates a toolbox; groups and editions follow from what it holds.
  public init(
    site: Site, home: Home?, introductions: [EntryKind: Page], chapters: [Chapter], testimonials: [Testimonial],
    factors: [SuccessFactor], resources: [Resource], accompaniments: [AccompanimentType], pages: [Page],
    assets: [String]
  ) {
    self.site = site
    self.home = home
    self.introductions = introductions
    self.chapters = chapters.inOrder()
    self.testimonials = testimonials.inOrder()
    self.factors = factors.inOrder()
    self.resources = resources.inOrder()
    self.accompaniments = accompaniments.inOrder()
    self.pages = pages.inOrder()
    self.assets = assets
    let types = self.accompaniments.map { AudienceGroup.Value(id: $0.id.name, label: $0.shortTitle) }
    let first = AudienceGroup(id: AudienceGroup.accompaniment, title: "Accompagnement", values: types)
    let groups = (types.isEmpty ? [] : [first]) + site.groups
    self.groups = groups
    editions = site.editions.map { declaration in
      var choice: [String: String] = [:]
      for word in declaration.choice {
        if let group = groups.first(where: { $0.values.contains { $0.id == word.name } }) {
          choice[group.id] = word.name
        }
      }
      return Edition(id: declaration.id.name, title: declaration.title ?? declaration.id.name, choice: choice)
    }
  }

  /// Every entry but the introductions of sections, by kind and in order.
  public var entries: [any Entry] {
    chapters as [any Entry] + testimonials + factors + resources + accompaniments + pages
  }

  /// The names of the entries of a kind.
  public func names(of kind: EntryKind) -> [String] {
    entries.filter { $0.id.kind == kind }.map(\.id.name)
  }

  /// Whether a kind has a page of its own: the guide always, others once there is an entry or an introduction.
  public func hasSection(_ kind: EntryKind) -> Bool {
    switch kind {
    case .chapter: true
    case .page: false
    case .accompaniment, .factor, .testimonial, .resource: introductions[kind] != nil || !names(of: kind).isEmpty
    }
  }

  /// For whom an entry is.
  public func condition(of entry: some Entry) -> AudienceCondition {
    AudienceCondition(words: entry.core.audience.map(\.name), groups: groups)
  }

  /// The filter of an edition, or of the general one.
  public func filter(for edition: Edition?) -> AudienceFilter {
    AudienceFilter(groups: groups, edition: edition)
  }

  /// The accompaniment type that an edition is for, if it is for one.
  public func accompaniment(of edition: Edition) -> AccompanimentType? {
    accompaniments.first { $0.id.name == edition.accompaniment }
  }
}
