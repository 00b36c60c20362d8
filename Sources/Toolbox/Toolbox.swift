/// A toolbox: its typed entries and its configuration. It is a value and does no I/O.
package struct Toolbox: Sendable {
  /// The content of `site.yml`.
  package var site: Site
  /// The home page's texts.
  package let home: Home?
  /// The introductions of sections. The key is the kind of the entries in the section.
  package let introductions: [EntryKind: Page]
  /// The chapters, in order.
  package let chapters: [Chapter]
  /// The testimonials, in order.
  package let testimonials: [Testimonial]
  /// The success factors, in order.
  package let factors: [SuccessFactor]
  /// The resources, in order.
  package let resources: [Resource]
  /// The accompaniment types, in order.
  package let accompaniments: [AccompanimentType]
  /// The other pages, in order.
  package let pages: [Page]
  /// The publisher's declarations on the site.
  package let declarations: Declarations
  /// The paths of images and downloads, below the content folder.
  package let assets: [String]
  /// All audience groups. If there are accompaniment types, their group comes first.
  package let groups: [AudienceGroup]
  /// The declared editions.
  package let editions: [Edition]
  /// All entries, grouped by kind. The entries of each kind are in order. The introductions of sections are not
  /// included.
  package let entries: [any Entry]
  /// Every word that `pour` accepts.
  package let audienceWords: [String]

  // One dictionary per kind, because every reference to an entry needs a lookup. The key is the name of an entry. The
  // value is the index of the same entry.
  private let chapterPlaces: [String: Int]
  private let testimonialPlaces: [String: Int]
  private let factorPlaces: [String: Int]
  private let resourcePlaces: [String: Int]
  private let accompanimentPlaces: [String: Int]
  private let pagePlaces: [String: Int]
  private let knownAudienceWords: Set<String>

  /// Creates a toolbox. Sorts the entries, and computes the groups and editions from the entries and the configuration.
  package init(
    site: Site, home: Home?, introductions: [EntryKind: Page], chapters: [Chapter], testimonials: [Testimonial],
    factors: [SuccessFactor], resources: [Resource], accompaniments: [AccompanimentType], pages: [Page],
    assets: [String], declarations: Declarations = Declarations()
  ) {
    self.init(
      site: site, home: home, introductions: introductions, inOrder: chapters.inOrder(), testimonials.inOrder(),
      factors.inOrder(), resources.inOrder(), accompaniments.inOrder(), pages.inOrder(), assets: assets,
      declarations: declarations)
  }

  /// Creates a toolbox from entries that are already in order.
  package init(
    site: Site, home: Home?, introductions: [EntryKind: Page], inOrder chapters: [Chapter],
    _ testimonials: [Testimonial], _ factors: [SuccessFactor], _ resources: [Resource],
    _ accompaniments: [AccompanimentType], _ pages: [Page], assets: [String], declarations: Declarations
  ) {
    self.site = site
    self.home = home
    self.introductions = introductions
    self.chapters = chapters
    self.testimonials = testimonials
    self.factors = factors
    self.resources = resources
    self.accompaniments = accompaniments
    self.pages = pages
    self.assets = assets
    self.declarations = declarations
    let types = self.accompaniments.map { AudienceGroup.Value(id: $0.id.name, label: $0.shortTitle) }
    let first = AudienceGroup(id: AudienceGroup.accompaniment, title: "Accompagnement", values: types)
    let groups = (types.isEmpty ? [] : [first]) + site.groups
    self.groups = groups
    audienceWords = groups.flatMap { $0.values.map(\.id) }
    knownAudienceWords = Set(audienceWords)
    chapterPlaces = self.chapters.placesByName
    testimonialPlaces = self.testimonials.placesByName
    factorPlaces = self.factors.placesByName
    resourcePlaces = self.resources.placesByName
    accompanimentPlaces = self.accompaniments.placesByName
    pagePlaces = self.pages.placesByName
    entries =
      self.chapters as [any Entry] + self.testimonials + self.factors + self.resources + self.accompaniments
      + self.pages
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

  // MARK: By name

  /// The chapter with the given name; nil if there is no such chapter.
  package func chapter(named name: String) -> Chapter? { chapterPlaces[name].map { chapters[$0] } }

  /// The testimonial with the given name; nil if there is no such testimonial.
  package func testimonial(named name: String) -> Testimonial? { testimonialPlaces[name].map { testimonials[$0] } }

  /// The success factor with the given name; nil if there is no such factor.
  package func factor(named name: String) -> SuccessFactor? { factorPlaces[name].map { factors[$0] } }

  /// The resource with the given name; nil if there is no such resource.
  package func resource(named name: String) -> Resource? { resourcePlaces[name].map { resources[$0] } }

  /// The accompaniment type with the given name; nil if there is no such type.
  package func accompaniment(named name: String) -> AccompanimentType? {
    accompanimentPlaces[name].map { accompaniments[$0] }
  }

  /// The page with the given name; nil if there is no such page.
  package func page(named name: String) -> Page? { pagePlaces[name].map { pages[$0] } }

  /// The file of the entry with the given identity; nil if there is no such entry.
  package func file(of id: EntryID) -> String? {
    switch id.kind {
    case .chapter: chapterPlaces[id.name].map { chapters[$0].core.file }
    case .testimonial: testimonialPlaces[id.name].map { testimonials[$0].core.file }
    case .factor: factorPlaces[id.name].map { factors[$0].core.file }
    case .resource: resourcePlaces[id.name].map { resources[$0].core.file }
    case .accompaniment: accompanimentPlaces[id.name].map { accompaniments[$0].core.file }
    case .page: pagePlaces[id.name].map { pages[$0].core.file }
    }
  }

  /// Whether the toolbox has an entry with this name and this kind.
  package func has(_ name: String, of kind: EntryKind) -> Bool { places(of: kind)[name] != nil }

  /// Whether `pour` accepts a word.
  package func hasAudienceWord(_ word: String) -> Bool { knownAudienceWords.contains(word) }

  /// The names of the entries of a kind, in order.
  package func names(of kind: EntryKind) -> [String] { entries(of: kind).map(\.id.name) }

  private func entries(of kind: EntryKind) -> [any Entry] {
    switch kind {
    case .chapter: chapters
    case .testimonial: testimonials
    case .factor: factors
    case .resource: resources
    case .accompaniment: accompaniments
    case .page: pages
    }
  }

  private func places(of kind: EntryKind) -> [String: Int] {
    switch kind {
    case .chapter: chapterPlaces
    case .testimonial: testimonialPlaces
    case .factor: factorPlaces
    case .resource: resourcePlaces
    case .accompaniment: accompanimentPlaces
    case .page: pagePlaces
    }
  }

  // MARK: Sections, editions

  /// Whether the entries of a kind have a section page. Chapters always have a section page, and pages never have a
  /// section page. Entries of any other kind have a section page if there is an entry or an introduction.
  package func hasSection(_ kind: EntryKind) -> Bool {
    switch kind {
    case .chapter: true
    case .page: false
    case .accompaniment, .factor, .testimonial, .resource: introductions[kind] != nil || !places(of: kind).isEmpty
    }
  }

  /// The audience of an entry.
  package func condition(of entry: some Entry) -> AudienceCondition {
    AudienceCondition(words: entry.core.audience.map(\.name), groups: groups)
  }

  /// The filter of an edition. If `edition` is nil, the result is the filter of the general edition.
  package func filter(for edition: Edition?) -> AudienceFilter {
    AudienceFilter(groups: groups, edition: edition)
  }

  /// The accompaniment type that an edition chose; nil if the edition chose no type.
  package func accompaniment(of edition: Edition) -> AccompanimentType? {
    edition.accompaniment.flatMap(accompaniment(named:))
  }
}

extension Array where Element: Entry {
  /// The indices of the entries. The key is the name of an entry. If two entries have the same name, the value is the
  /// index of the first entry. A check reports duplicate names.
  fileprivate var placesByName: [String: Int] {
    Dictionary(enumerated().map { ($0.element.id.name, $0.offset) }) { first, _ in first }
  }
}
