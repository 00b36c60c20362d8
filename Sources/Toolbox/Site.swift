import Diagnostics
import MarkdownTree

/// The content of `site.yml`.
package struct Site: Sendable {
  /// The source of the guide.
  package struct GuideSource: Sendable, Hashable {
    /// The title.
    package var title: String
    /// The author.
    package var author: String?
    /// The version.
    package var version: String?
    /// The date: a year or an ISO date.
    package var date: String?
    /// The address of the source, and the place of this address in `site.yml`.
    package var address: Reference?

    /// Creates a source.
    package init(title: String, author: String?, version: String?, date: String?, address: Reference?) {
      self.title = title
      self.author = author
      self.version = version
      self.date = date
      self.address = address
    }
  }

  /// An abbreviation: a short form and its long form.
  package struct Abbreviation: Sendable, Hashable {
    /// The short form.
    package var short: String
    /// The long form.
    package var long: String

    /// Creates an abbreviation.
    package init(short: String, long: String) {
      self.short = short
      self.long = long
    }
  }

  /// A term of the glossary, with the definition that the source gives.
  package struct Definition: Sendable, Hashable {
    /// The term.
    package var term: String
    /// The definition.
    package var text: String

    /// Creates a definition.
    package init(term: String, text: String) {
      self.term = term
      self.text = text
    }
  }

  /// The file, relative to the root of the toolbox.
  package var file: String
  /// The title of the site.
  package var title: String
  /// The subtitle.
  package var subtitle: String?
  /// The language of the content: a BCP 47 tag.
  package var language: String
  /// The version of the toolbox.
  package var version: String?
  /// The date of the toolbox, in ISO 8601.
  package var date: String?
  /// The source of the guide.
  package var source: GuideSource?
  /// The terms of use of the content.
  package var licence: String?
  /// The absolute address of the published site, if it is known.
  package var url: String?
  /// The publisher of the site.
  package var publisher: Publisher?
  /// The name of the theme.
  package var theme: Reference?
  /// The items of the main menu. Each item is the name of a section or the id of a page.
  package var menu: [Reference]
  /// The audience groups that `site.yml` declares. The accompaniment types form one more group. ``Toolbox/groups`` adds
  /// this group.
  package var groups: [AudienceGroup]
  /// The declared editions.
  package var editions: [EditionDeclaration]
  /// The vocabularies. The key is the name of a vocabulary. A vocabulary that could not be read is absent, so no check
  /// uses this vocabulary.
  package var vocabularies: [String: Vocabulary]
  /// The abbreviations. The glossary contains them too.
  package var abbreviations: [Abbreviation]
  /// The terms of the glossary that are not abbreviations.
  package var definitions: [Definition] = []
  /// Whether search engines may list the site.
  package var isIndexed: Bool
  /// Whether apostrophes and spaces follow French typography.
  package var usesTypography: Bool
  /// The address where a content file can be edited. In this address, `{fichier}` stands for the path of the file.
  package var repository: String?
  /// The way in which readers report dead links.
  package var deadLinkDesk: DeadLinkDesk?
  /// The limits on the cost of pages.
  package var budgets: Budgets
  /// The publisher's colours.
  package var colors: [ColorChoice] = []
  /// The publisher's logo.
  package var logo: Logo?
  /// The labels of the theme that the site replaces.
  package var labels: [Label] = []
  /// The place of `langue`; nil if the site does not give its language.
  package var languageLocation: SourceLocation?
  /// Whether `site.yml` could be read. If not, words that it may declare are not reported as unknown.
  package var isReadable: Bool
  /// The keys that `site.yml` contains in a misspelt or unusable form. Checks that need the values of these keys are
  /// skipped.
  package var unclearKeys: Set<String> = []

  /// The French typography of the site's texts; nil if the site is in another language or turns the typography off.
  package var typography: FrenchTypography? { Self.typography(language: language, isWanted: usesTypography) }

  /// The typography of texts in a language; nil if the language is not French or typography is not wanted.
  package static func typography(language: String, isWanted: Bool) -> FrenchTypography? {
    isWanted && Language(tag: language) == .french ? FrenchTypography() : nil
  }

  /// An edition as `site.yml` declares it. The words of its choice are not checked yet.
  package struct EditionDeclaration: Sendable, Hashable {
    /// The id and the place of its declaration.
    package var id: Reference
    /// The title for readers.
    package var title: String?
    /// One word for each chosen situation. If two words belong to the same group, a check reports the second word.
    package var choice: [Reference]

    /// Creates a declaration.
    package init(id: Reference, title: String?, choice: [Reference]) {
      self.id = id
      self.title = title
      self.choice = choice
    }
  }

  /// Creates a site's configuration.
  package init(
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
package struct Vocabulary: Sendable, Hashable {
  /// A word of the list, with its label.
  package struct Term: Sendable, Hashable {
    /// The word in the content.
    package var id: String
    /// The text for readers.
    package var label: String
    /// The words that a testimonial shows before the name of its partner, if the side of the testimonial is this term.
    /// Example: `accompagnée par`. Nil if the default words are used.
    package var partnership: String?

    /// Creates a term.
    package init(id: String, label: String, partnership: String? = nil) {
      self.id = id
      self.label = label
      self.partnership = partnership
    }
  }

  /// The words, in order.
  package var terms: [Term]

  /// Creates a list.
  package init(terms: [Term]) { self.terms = terms }

  /// The term with the given id; nil if the list has no such term.
  package func term(_ id: String) -> Term? { terms.first { $0.id == id } }

  /// The label of the term with the given id; nil if the list has no such term.
  package func label(of id: String) -> String? { term(id)?.label }
}
