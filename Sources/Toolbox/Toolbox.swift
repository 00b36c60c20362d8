/// A toolbox: its typed entries and its configuration. It is a value and does no I/O.
package struct Toolbox: ToolboxContent {
  /// The content of `site.yml`.
  package var site: Site
  /// The home page's texts.
  package let home: Home?
  /// The introductions of sections. The key is the kind of the entries in the section.
  package let introductions: [EntryKind: Page]
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

  /// The entries of each kind. All kinds have a table.
  private let tables: [EntryKind: any EntryTable]
  private let knownAudienceWords: Set<String>

  /// Creates a toolbox. Computes the groups and the editions from the entries and the configuration.
  ///
  /// - Parameter entries: the entries of all kinds, in any order.
  package init(
    site: Site, home: Home?, introductions: [EntryKind: Page], entries: [any Entry],
    assets: [String], declarations: Declarations = Declarations()
  ) {
    self.site = site
    self.home = home
    self.introductions = introductions
    self.assets = assets
    self.declarations = declarations
    let byKind = Dictionary(grouping: entries) { $0.id.kind }
    let tables = EntryKind.allCases.map { $0.type.table(of: byKind[$0] ?? []) }
    self.tables = Dictionary(zip(EntryKind.allCases, tables)) { first, _ in first }
    self.entries = tables.flatMap(\.all)
    let chosen = (self.tables[.accompaniment] as? TypedTable<AccompanimentType>)?.entries ?? []
    let types = chosen.map { AudienceGroup.Value(id: $0.id.name, label: $0.shortTitle) }
    let first = AudienceGroup(id: AudienceGroup.accompaniment, title: "Accompagnement", values: types)
    let groups = (types.isEmpty ? [] : [first]) + site.groups
    self.groups = groups
    audienceWords = groups.flatMap { $0.values.map(\.id) }
    knownAudienceWords = Set(audienceWords)
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

  // MARK: By kind and by name

  /// The entries of a type, in order.
  package func all<E: Entry>(_ type: E.Type) -> [E] { table(of: type)?.entries ?? [] }

  /// The entry of a type with the given name; nil if there is no such entry. If two entries have the same name, the
  /// result is the first of them. A check reports duplicate names.
  package func entry<E: Entry>(_ type: E.Type, named name: String) -> E? {
    table(of: type).flatMap { table in table.places[name].map { table.entries[$0] } }
  }

  private func table<E: Entry>(of type: E.Type) -> TypedTable<E>? { tables[E.kind] as? TypedTable<E> }

  /// The file of the entry with the given identity; nil if there is no such entry.
  package func file(of id: EntryID) -> String? { core(of: id)?.file }

  private func core(of id: EntryID) -> EntryCore? {
    tables[id.kind].flatMap { table in table.places[id.name].map { table.core(at: $0) } }
  }

  /// Whether the toolbox has an entry with this name and this kind.
  package func has(_ name: String, of kind: EntryKind) -> Bool { tables[kind]?.places[name] != nil }

  /// Whether `pour` accepts a word.
  package func hasAudienceWord(_ word: String) -> Bool { knownAudienceWords.contains(word) }

  /// The entries of a kind, in order.
  package func entries(of kind: EntryKind) -> [any Entry] { tables[kind]?.all ?? [] }

  /// The names of the entries of a kind, in order.
  package func names(of kind: EntryKind) -> [String] { entries(of: kind).map(\.id.name) }

  // MARK: Sections, editions

  /// Whether the entries of a kind have a section page. Chapters always have one. Entries of kinds that share the page
  /// of their section have one if there is an entry or an introduction.
  package func hasSection(_ kind: EntryKind) -> Bool {
    switch kind.traits.presence {
    case .pageInEachEdition: true
    case .page: false
    case .section: introductions[kind] != nil || tables[kind]?.places.isEmpty == false
    }
  }
}
