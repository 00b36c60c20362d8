import Diagnostics
import MarkdownTree
import Toolbox

/// The few words of a published page that are not in a template, in the language of the site.
struct SiteWording: Sendable {
  private let isFrench: Bool

  /// English words if the language tag begins with `en`, French words for any other language.
  init(language: String) { isFrench = !language.lowercased().hasPrefix("en") }

  /// The language of these words.
  var language: Language { isFrench ? .french : .english }

  var home: String { isFrench ? "Accueil" : "Home" }
  var siteMap: String { isFrench ? "Plan du site" : "Site map" }
  var glossary: String { isFrench ? "Glossaire" : "Glossary" }
  var notFound: String { isFrench ? "Page introuvable" : "Page not found" }
  var print: String { isFrench ? "Version à imprimer" : "Print version" }
  var guide: String { isFrench ? "Guide" : "Guide" }
  var generalEdition: String { isFrench ? "Guide complet" : "Complete guide" }
  var anyMoment: String { isFrench ? "À tout moment" : "At any time" }

  var criteria: String { isFrench ? "Critères d’écoconception" : "Eco-design criteria" }
  var toComplete: String { "à compléter" }

  /// The title of a declaration.
  func declaration(_ kind: DeclarationKind) -> String {
    switch kind {
    case .accessibility: isFrench ? "Déclaration d’accessibilité" : "Accessibility declaration"
    case .ecodesign: isFrench ? "Écoconception" : "Eco-design"
    }
  }

  /// The state of conformity, in the words of the law.
  func conformity(_ conformity: Conformity) -> String {
    switch conformity {
    case .none: isFrench ? "non conforme" : "non-conforming"
    case .partial: isFrench ? "partiellement conforme" : "partially conforming"
    case .full: isFrench ? "totalement conforme" : "fully conforming"
    }
  }

  /// The state of accessibility, as every page mentions it.
  func accessibility(_ conformity: Conformity) -> String {
    (isFrench ? "Accessibilité\u{A0}: " : "Accessibility: ") + self.conformity(conformity)
  }

  /// The words that ``FragmentWriter`` adds to the HTML of texts.
  var fragments: FragmentWording {
    FragmentWording(
      externalSite: isFrench ? "site externe" : "external site",
      plannedLink: isFrench ? "lien à venir" : "link to come",
      notes: "Notes",
      note: "Note",
      backToText: isFrench ? "Retour au texte de la note" : "Back to the text of note",
      callouts: isFrench
        ? [.note: "À noter", .tip: "Astuce", .important: "Important", .warning: "Attention", .caution: "Prudence"]
        : [.note: "Note", .tip: "Tip", .important: "Important", .warning: "Warning", .caution: "Caution"]
    )
  }

  /// The subject of a mail that reports a dead link.
  func deadLink(on page: String) -> String { (isFrench ? "Lien mort\u{A0}: " : "Dead link: ") + page }

  /// The title of a section that has no introduction of its own.
  func section(_ name: String) -> String {
    switch name {
    case "guide": guide
    case "rex": isFrench ? "Témoignages" : "Testimonials"
    case "facteurs": isFrench ? "Facteurs de succès" : "Success factors"
    case "ressources": isFrench ? "Ressources" : "Resources"
    case "accompagnements": isFrench ? "Accompagnements" : "Accompaniments"
    default: name
    }
  }

  /// Joins words as alternatives: `A`, `A ou B`, `A, B ou C`.
  func alternatives(_ words: [String]) -> String { joined(words, by: isFrench ? "ou" : "or") }

  /// Joins words as a list: `A`, `A et B`, `A, B et C`.
  func all(_ words: [String]) -> String { joined(words, by: isFrench ? "et" : "and") }

  private func joined(_ words: [String], by conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// Names an audience. Joins the values of each group as alternatives, and then joins the groups with commas, as in
  /// `En binôme, avec ou sans DSI`.
  func audience(_ groups: [[AudienceGroup.Value]]) -> String {
    groups.map { alternatives($0.map(\.label)) }.joined(separator: ", ")
  }

  /// Formats a number: `50`, `3,3`, `1 250`.
  func number(_ value: Double) -> String { ShownNumber(value).text(in: language) }

  /// Formats a share from 0 to 1 as a percentage: `9 %`.
  func percentage(_ share: Double) -> String {
    number((share * 100).rounded()) + (isFrench ? "\u{A0}%" : "%")
  }

  /// The default word before the name of a testimonial's partner.
  var with: String { isFrench ? "avec" : "with" }

  /// The default name of the preparation phase.
  var preparation: String { isFrench ? "la préparation" : "the preparation" }

  /// The word before an approximate figure.
  var about: String { isFrench ? "environ" : "about" }

  /// A weekly effort in a sentence: `3 heures`, `1 journée`.
  func effort(_ effort: Workload.WeeklyEffort) -> String {
    let amount = number(effort.amount)
    let isSingular = isSingular(effort.amount)
    switch effort.unit {
    case .day: return briefly(amount, .day, isSingular: isSingular)
    case .hour: return amount + "\u{A0}" + (isFrench ? "heure" : "hour") + (isSingular ? "" : "s")
    }
  }

  /// A weekly effort in a table: `12 h`, `4 journées`.
  func briefly(_ effort: Workload.WeeklyEffort) -> String {
    briefly(number(effort.amount), effort.unit, isSingular: isSingular(effort.amount))
  }

  /// An amount with a short unit; the amount may be a placeholder, such as `#`.
  func briefly(_ amount: String, _ unit: Workload.Unit, isSingular: Bool) -> String {
    switch unit {
    case .hour: amount + "\u{A0}h"
    case .day: amount + "\u{A0}" + (isFrench ? "journée" : "day") + (isSingular ? "" : "s")
    }
  }

  /// Whether an amount takes the singular: below 2 in French, exactly 1 in English.
  private func isSingular(_ amount: Double) -> Bool { isFrench ? amount < 2 : amount == 1 }

  /// An ISO date in words: `25 novembre 2026`, `novembre 2026`, `2026`.
  func date(_ iso: String) -> String { language.date(iso) }
}
