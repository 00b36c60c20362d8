import CompiledBody
import Diagnostics
import MarkdownTree
import Theming
import Toolbox

/// The words of pages that the program shows without a template, in the language of the site.
package struct SiteWording: Sendable {
  private let labels: Labels
  /// The form of numbers.
  private let numbers: NumberFormat
  /// Whether an amount below 2, such as 0 or 1.5, takes the singular. If not, only 1 does.
  private let hasWideSingular: Bool
  /// The words that the HTML of texts needs.
  package let fragments: FragmentWording

  package init(_ labels: Labels) {
    self.labels = labels
    numbers = NumberFormat(
      decimalMark: labels.text(.decimalMark), groupMark: labels.text(.groupMark),
      groupedDigits: Int(labels.text(.groupedDigits)) ?? 4)
    hasWideSingular = labels.text(.singular) == Self.wideSingular
    fragments = FragmentWording(
      externalSite: labels.text(.externalSite), plannedLink: labels.text(.plannedLink), notes: labels.text(.notes),
      note: labels.text(.note), backToText: labels.text(.backToText, ["number": "#"]),
      callouts: Dictionary(Callout.allCases.map { ($0, labels.text(.callout($0))) }) { first, _ in first })
  }

  /// The value of the label ``ProgramLabel/singular`` in languages such as French.
  private static let wideSingular = "moins de 2"

  /// The text of a label without variables.
  package func callAsFunction(_ label: ProgramLabel) -> String { labels.text(label) }

  /// The accessibility mention of every page.
  package func accessibility(_ conformity: Conformity) -> String {
    labels.text(.accessibility, ["conformity": labels.text(.conformity(conformity))])
  }

  /// The subject of a mail that reports a dead link.
  package func deadLink(on page: String) -> String { labels.text(.deadLink, ["page": page]) }

  /// Joins words as alternatives: `A`, `A ou B`, `A, B ou C`.
  func alternatives(_ words: [String]) -> String { joined(words, by: .or) }

  /// Joins words as a list: `A`, `A et B`, `A, B et C`.
  package func all(_ words: [String]) -> String { joined(words, by: .and) }

  private func joined(_ words: [String], by conjunction: ProgramLabel) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    let start = words.dropLast().joined(separator: labels.text(.separator))
    return labels.text(conjunction, ["start": start, "end": last])
  }

  /// Names an audience. Joins the values of each group as alternatives, and then joins the groups with commas, as in
  /// `En binôme, avec ou sans DSI`.
  func audience(_ groups: [[AudienceGroup.Value]]) -> String {
    groups.map { alternatives($0.map(\.label)) }.joined(separator: labels.text(.separator))
  }

  /// The name of a language, or the tag if there is no label for it.
  package func language(_ tag: String) -> String { ProgramLabel.language(tag).map { labels.text($0) } ?? tag }

  // MARK: Numbers

  /// Formats a number: `50`, `3,3`, `1 250`.
  package func number(_ value: Double) -> String { number(ShownNumber(value)) }

  package func number(_ value: ShownNumber) -> String { value.text(as: numbers) }

  /// Formats a share from 0 to 1 as a percentage: `9 %`.
  func percentage(_ share: Double) -> String {
    labels.text(.percentage, ["number": number((share * 100).rounded())])
  }

  /// A weekly effort in a sentence: `3 heures`, `1 journée`.
  func effort(_ effort: Workload.WeeklyEffort) -> String {
    guard effort.unit == .day else { return hours(effort.amount) }
    return labels.text(.days(isSingular: isSingular(effort.amount)), ["number": number(effort.amount)])
  }

  /// A number of hours in a sentence: `3 heures`.
  func hours(_ amount: Double) -> String {
    labels.text(.hours(isSingular: isSingular(amount)), ["number": number(amount)])
  }

  /// A weekly effort in a table: `12 h`, `4 journées`.
  func briefly(_ effort: Workload.WeeklyEffort) -> String {
    briefly(number(effort.amount), effort.unit, isSingular: isSingular(effort.amount))
  }

  /// An amount with a short unit; the amount may be a placeholder, such as `#`.
  func briefly(_ amount: String, _ unit: Workload.Unit, isSingular: Bool) -> String {
    labels.text(unit == .day ? .days(isSingular: isSingular) : .hoursBriefly, ["number": amount])
  }

  /// Whether an amount takes the singular.
  func isSingular(_ amount: Double) -> Bool { hasWideSingular ? amount < 2 : amount == 1 }

  // MARK: Dates

  /// An ISO date in words: `25 novembre 2026`, `novembre 2026`, `2026`.
  package func date(_ iso: String) -> String {
    guard let date = ISODate(iso), let month = date.month else { return iso }
    let name = labels.text(.month(month))
    guard let day = date.day else { return labels.text(.monthAndYear, ["month": name, "year": date.year]) }
    let shownDay = day == 1 ? labels.text(.firstDay) : String(day)
    return labels.text(.day, ["day": shownDay, "month": name, "year": date.year])
  }
}
