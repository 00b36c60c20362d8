import MarkdownTree
import Toolbox

/// A label that the program shows without a template: a title, a unit, a part of a date.
package struct ProgramLabel: Sendable, Hashable {
  /// The key in the files of labels.
  package let key: String
  /// The variables that the text may contain.
  package let variables: [String]

  private init(_ key: String, _ variables: [String] = []) {
    self.key = key
    self.variables = variables
  }

  // MARK: Titles

  package static let home = ProgramLabel("pages.accueil")
  package static let siteMap = ProgramLabel("pages.plan-du-site")
  package static let glossary = ProgramLabel("pages.glossaire")
  package static let notFound = ProgramLabel("pages.introuvable")
  package static let print = ProgramLabel("pages.imprimer")
  package static let criteria = ProgramLabel("pages.criteres")
  package static let generalEdition = ProgramLabel("editions.complete")
  package static let anyMoment = ProgramLabel("facteurs.a-tout-moment")

  /// The title of a section that has no introduction of its own.
  package static func section(_ kind: EntryKind) -> ProgramLabel { ProgramLabel("sections." + kind.folder) }

  /// The title of a declaration.
  package static func declaration(_ kind: DeclarationKind) -> ProgramLabel {
    switch kind {
    case .accessibility: ProgramLabel("pages.accessibilite")
    case .ecodesign: ProgramLabel("pages.ecoconception")
    }
  }

  // MARK: Declarations

  package static let toComplete = ProgramLabel("declarations.a-completer")
  package static let accessibility = ProgramLabel("accessibilite.mention", ["conformity"])

  package static func conformity(_ conformity: Conformity) -> ProgramLabel {
    switch conformity {
    case .none: ProgramLabel("accessibilite.conformite.non")
    case .partial: ProgramLabel("accessibilite.conformite.partielle")
    case .full: ProgramLabel("accessibilite.conformite.totale")
    }
  }

  package static func criterion(_ criterion: EcodesignCriterion) -> ProgramLabel {
    ProgramLabel("rgesn.criteres.\(criterion.topic)-\(criterion.number)")
  }

  /// The name of a topic of the RGESN. Topics are counted from 1.
  package static func topic(_ number: Int) -> ProgramLabel { ProgramLabel("rgesn.themes.\(number)") }

  package static func priority(_ priority: EcodesignCriterion.Priority) -> ProgramLabel {
    switch priority {
    case .high: ProgramLabel("rgesn.priorites.prioritaire")
    case .medium: ProgramLabel("rgesn.priorites.recommande")
    case .low: ProgramLabel("rgesn.priorites.modere")
    }
  }

  // MARK: Texts

  package static let externalSite = ProgramLabel("textes.site-externe")
  package static let plannedLink = ProgramLabel("textes.lien-a-venir")
  package static let notes = ProgramLabel("textes.notes")
  package static let note = ProgramLabel("textes.note")
  package static let backToText = ProgramLabel("textes.retour", ["number"])
  package static let deadLink = ProgramLabel("courriel.lien-mort", ["page"])

  package static func callout(_ kind: Callout) -> ProgramLabel {
    switch kind {
    case .note: ProgramLabel("encadres.note")
    case .tip: ProgramLabel("encadres.astuce")
    case .important: ProgramLabel("encadres.important")
    case .warning: ProgramLabel("encadres.attention")
    case .caution: ProgramLabel("encadres.prudence")
    }
  }

  /// The name of the language of a tag; nil if there is no label for the language.
  package static func language(_ tag: String) -> ProgramLabel? {
    let primary = tag.lowercased().prefix { $0 != "-" }
    return namedLanguages.contains(String(primary)) ? ProgramLabel("langues." + primary) : nil
  }

  private static let namedLanguages = ["ar", "br", "ca", "de", "en", "es", "eu", "fr", "it", "nl", "oc", "pt"]

  package static let separator = ProgramLabel("enumeration.separateur")
  package static let or = ProgramLabel("enumeration.ou", ["start", "end"])
  package static let and = ProgramLabel("enumeration.et", ["start", "end"])

  // MARK: Workload

  package static let with = ProgramLabel("charge.avec")
  package static let preparation = ProgramLabel("charge.preparation")
  package static let about = ProgramLabel("charge.environ")
  package static let hoursBriefly = ProgramLabel("charge.heures-courtes", ["number"])

  package static func hours(isSingular: Bool) -> ProgramLabel {
    ProgramLabel(isSingular ? "charge.heures.un" : "charge.heures.autres", ["number"])
  }

  package static func days(isSingular: Bool) -> ProgramLabel {
    ProgramLabel(isSingular ? "charge.jours.un" : "charge.jours.autres", ["number"])
  }

  // MARK: Numbers and dates

  package static let decimalMark = ProgramLabel("formats.decimale")
  package static let groupMark = ProgramLabel("formats.milliers")
  package static let groupedDigits = ProgramLabel("formats.milliers-des")
  package static let singular = ProgramLabel("formats.singulier")
  package static let percentage = ProgramLabel("formats.pourcentage", ["number"])
  package static let day = ProgramLabel("formats.jour", ["day", "month", "year"])
  package static let firstDay = ProgramLabel("formats.premier-du-mois")
  package static let monthAndYear = ProgramLabel("formats.mois", ["month", "year"])

  /// The name of a month. Months are counted from 1.
  package static func month(_ number: Int) -> ProgramLabel {
    ProgramLabel("mois." + (number < 10 ? "0" : "") + String(number))
  }

  // MARK: All

  /// All labels that the program may show.
  package static let all: [ProgramLabel] =
    [
      home, siteMap, glossary, notFound, print, criteria, generalEdition, anyMoment, toComplete, accessibility,
      externalSite, plannedLink, notes, note, backToText, deadLink, separator, or, and, with, preparation, about,
      hoursBriefly, decimalMark, groupMark, groupedDigits, singular, percentage, day, firstDay, monthAndYear,
    ]
    + EntryKind.allCases.filter { $0 != .page }.map(section) + DeclarationKind.allCases.map(declaration)
    + Conformity.allCases.map(conformity) + Callout.allCases.map(callout)
    + [true, false].flatMap { [hours(isSingular: $0), days(isSingular: $0)] } + (1...12).map(month)
    + namedLanguages.compactMap(language) + EcodesignCriterion.Priority.allCases.map(priority)
    + EcodesignCriterion.all.map(criterion)
    + (1...EcodesignCriterion.topicCount).map(topic)
}
