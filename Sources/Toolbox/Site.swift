import Diagnostics
import MarkdownTree

/// The content of `site.yml`.
public struct Site: Sendable {
  /// The source of the guide.
  public struct GuideSource: Sendable, Hashable {
    /// The title.
    public var title: String
    /// The author.
    public var author: String?
    /// The version.
    public var version: String?
    /// The date: a year or an ISO date.
    public var date: String?
    /// The address and the place of the address in `site.yml`.
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

  /// A short form and its long form.
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

  /// A term of the approach with the source's definition.
  public struct Definition: Sendable, Hashable {
    /// The term.
    public var term: String
    /// The definition.
    public var text: String

    /// Creates a definition.
    public init(term: String, text: String) {
      self.term = term
      self.text = text
    }
  }

  /// The file, relative to the root of the toolbox.
  public var file: String
  /// The title of the site.
  public var title: String
  /// The subtitle.
  public var subtitle: String?
  /// The language of the content: a BCP 47 tag.
  public var language: String
  /// The version of the toolbox.
  public var version: String?
  /// The date of the toolbox, ISO.
  public var date: String?
  /// The source of the guide.
  public var source: GuideSource?
  /// The terms of use of the content.
  public var licence: String?
  /// The absolute address of the published site, if it is known.
  public var url: String?
  /// The publisher of the site.
  public var publisher: Publisher?
  /// The name of the theme.
  public var theme: Reference?
  /// The main menu: sections, or pages by id.
  public var menu: [Reference]
  /// The audience groups, except the accompaniment types.
  public var groups: [AudienceGroup]
  /// The declared editions.
  public var editions: [EditionDeclaration]
  /// Maps names to fixed lists of words. A list that could not be read is absent, and its words are not checked.
  public var vocabularies: [String: Vocabulary]
  /// The abbreviations, which are also in the glossary.
  public var abbreviations: [Abbreviation]
  /// The other terms of the glossary.
  public var definitions: [Definition] = []
  /// Whether search engines may list the site.
  public var isIndexed: Bool
  /// Whether apostrophes and spaces follow French typography.
  public var usesTypography: Bool
  /// The address where a content file can be edited; `{fichier}` stands for the file's path.
  public var repository: String?
  /// The way in which readers report dead links.
  public var deadLinkDesk: DeadLinkDesk?
  /// The limits on the cost of pages.
  public var budgets: Budgets
  /// The publisher's colours.
  public var colors: [ColorChoice] = []
  /// The publisher's logo.
  public var logo: Logo?
  /// The labels of the theme that the site replaces.
  public var labels: [Label] = []
  /// The place of `langue`; nil if the site does not give its language.
  public var languageLocation: SourceLocation?
  /// Whether `site.yml` could be read. If not, words that it may declare are not reported as unknown.
  public var isReadable: Bool
  /// Keys that are probably present but misspelt or of the wrong type: checks that depend on them are skipped.
  public var unclearKeys: Set<String> = []

  /// The typography of the site's texts: French, unless the site is in another language or turns it off.
  public var typography: FrenchTypography? { Self.typography(language: language, isWanted: usesTypography) }

  /// The typography of texts in a language; nil if it is not French or not wanted.
  public static func typography(language: String, isWanted: Bool) -> FrenchTypography? {
    isWanted && Language(tag: language) == .french ? FrenchTypography() : nil
  }

  /// An edition as declared, before its words are checked.
  public struct EditionDeclaration: Sendable, Hashable {
    /// The id and the place of its declaration.
    public var id: Reference
    /// The title for readers.
    public var title: String?
    /// One word for each group that the edition fixes.
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
    /// The word in the content.
    public var id: String
    /// The text for readers.
    public var label: String
    /// The phrase before the partner of an entry with this word: `accompagnée par`; nil if there is none.
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

  /// The term with an id, or nil.
  public func term(_ id: String) -> Term? { terms.first { $0.id == id } }

  /// The label of the term with an id, or nil.
  public func label(of id: String) -> String? { term(id)?.label }
}
