import Diagnostics
import MarkdownTree

/// What `site.yml` says.
public struct Site: Sendable {
  /// Where the guide comes from.
  public struct GuideSource: Sendable, Hashable {
    /// Its title.
    public var title: String
    /// Who wrote it.
    public var author: String?
    /// Its version.
    public var version: String?
    /// Its date: a year or an ISO date.
    public var date: String?
    /// Where it is to be found, and where that is written.
    public var address: Reference?

    /// Creates a source.
    public init(title: String, author: String?, version: String?, date: String?, address: Reference?) {
      self.title = title
      self.author = author
      self.version = version
      self.date = date
      self.address = address
    }
  }

  /// A word and what it stands for.
  public struct Abbreviation: Sendable, Hashable {
    /// The short form.
    public var short: String
    /// The long form.
    public var long: String

    /// Creates an abbreviation.
    public init(short: String, long: String) {
      self.short = short
      self.long = long
    }
  }

  /// A term of the approach and what the source says of it.
  public struct Definition: Sendable, Hashable {
    /// The term.
    public var term: String
    /// What it is.
    public var text: String

    /// Creates a definition.
    public init(term: String, text: String) {
      self.term = term
      self.text = text
    }
  }

  /// Its file, relative to the root of the toolbox.
  public var file: String
  /// The title of the site.
  public var title: String
  /// What stands below the title.
  public var subtitle: String?
  /// The language of the content: a BCP 47 tag.
  public var language: String
  /// The version of the toolbox.
  public var version: String?
  /// The date of the toolbox, ISO.
  public var date: String?
  /// Where the guide comes from.
  public var source: GuideSource?
  /// Under which terms the content may be used.
  public var licence: String?
  /// The absolute address of the published site, if it is known.
  public var url: String?
  /// Who publishes it.
  public var publisher: Publisher?
  /// The name of the theme.
  public var theme: Reference?
  /// The main menu: sections, or pages by id.
  public var menu: [Reference]
  /// The groups that are not the accompaniment types.
  public var groups: [AudienceGroup]
  /// The editions that exist.
  public var editions: [EditionDeclaration]
  /// The fixed lists of words. A list that could not be made out is not there: nothing can be said of its words.
  public var vocabularies: [String: Vocabulary]
  /// Abbreviations, which stand in the glossary too.
  public var abbreviations: [Abbreviation]
  /// The terms that the glossary explains beside abbreviations.
  public var definitions: [Definition] = []
  /// Whether search engines may list the site.
  public var isIndexed: Bool
  /// Whether apostrophes and spaces are set as French typography asks.
  public var usesTypography: Bool
  /// The address where a file of the content can be changed; `{fichier}` stands for its path.
  public var repository: String?
  /// Where readers say that a link is dead.
  public var deadLinkDesk: DeadLinkDesk?
  /// What a page may cost those who load it.
  public var budgets: Budgets
  /// The colours that the publisher chose.
  public var colors: [ColorChoice] = []
  /// The publisher's logo.
  public var logo: Logo?
  /// Whether `site.yml` could be read; where not, nothing can be said of the words that it declares.
  public var isReadable: Bool
  /// The keys that are probably there, but misspelt or of the wrong type: what depends on them cannot be checked.
  public var unclearKeys: Set<String> = []

  /// How the site's texts are set: as French should be, unless the site is in another language or does not want it.
  public var typography: FrenchTypography? { Self.typography(language: language, isWanted: usesTypography) }

  /// How texts are set in a language.
  public static func typography(language: String, isWanted: Bool) -> FrenchTypography? {
    isWanted && Language(tag: language) == .french ? FrenchTypography() : nil
  }

  /// An edition as it is declared, before its words are checked.
  public struct EditionDeclaration: Sendable, Hashable {
    /// Its id and where it is declared.
    public var id: Reference
    /// What readers see.
    public var title: String?
    /// One word for each group that it settles.
    public var choice: [Reference]

    /// Creates a declaration.
    public init(id: Reference, title: String?, choice: [Reference]) {
      self.id = id
      self.title = title
      self.choice = choice
    }
  }

  /// Creates a site's configuration.
  public init(
    file: String, title: String, subtitle: String?, language: String, version: String?, date: String?,
    source: GuideSource?, licence: String?, url: String?, publisher: Publisher?, theme: Reference?, menu: [Reference],
    groups: [AudienceGroup], editions: [EditionDeclaration], vocabularies: [String: Vocabulary],
    abbreviations: [Abbreviation], isIndexed: Bool, usesTypography: Bool = true, repository: String? = nil,
    deadLinkDesk: DeadLinkDesk? = nil, budgets: Budgets = Budgets(), isReadable: Bool = true
  ) {
    self.file = file
    self.title = title
    self.subtitle = subtitle
    self.language = language
    self.version = version
    self.date = date
    self.source = source
    self.licence = licence
    self.url = url
    self.publisher = publisher
    self.theme = theme
    self.menu = menu
    self.groups = groups
    self.editions = editions
    self.vocabularies = vocabularies
    self.abbreviations = abbreviations
    self.isIndexed = isIndexed
    self.usesTypography = usesTypography
    self.repository = repository
    self.deadLinkDesk = deadLinkDesk
    self.budgets = budgets
    self.isReadable = isReadable
  }
}

/// A fixed list of words with their labels, in order.
public struct Vocabulary: Sendable, Hashable {
  /// A word.
  public struct Term: Sendable, Hashable {
    /// What the content says.
    public var id: String
    /// What readers see.
    public var label: String
    /// How the partner of an entry that has this word is announced: `accompagnée par`; nil where nothing is said of it.
    public var partnership: String?

    /// Creates a word.
    public init(id: String, label: String, partnership: String? = nil) {
      self.id = id
      self.label = label
      self.partnership = partnership
    }
  }

  /// The words, in order.
  public var terms: [Term]

  /// Creates a list.
  public init(terms: [Term]) { self.terms = terms }

  /// A word, or nil where the list does not have it.
  public func term(_ id: String) -> Term? { terms.first { $0.id == id } }

  /// The label of a word, or nil where the list does not have it.
  public func label(of id: String) -> String? { term(id)?.label }
}
