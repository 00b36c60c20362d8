import Diagnostics
import Encodings
import SiteVerification

/// The cost of loading each page of a site, the medians of these costs, and the RGAA criteria that each page does not
/// meet. The report is written as a table for people, or as JSON for programs.
package struct AuditReport: Sendable {
  struct Medians: Sendable, Hashable {
    var bytes: Double
    var requests: Double
    var elements: Double
    var ecoIndex: Double

    init?(_ pages: [PageMeasure]) {
      guard let bytes = Self.median(pages.map(\.bytes)), let requests = Self.median(pages.map(\.requests)),
        let elements = Self.median(pages.map(\.elements)), let ecoIndex = Self.median(pages.map(\.ecoIndex.score))
      else { return nil }
      (self.bytes, self.requests, self.elements, self.ecoIndex) = (bytes, requests, elements, ecoIndex)
    }

    /// The middle value or, for an even number of values, the mean of the two middle values; nil if there are no
    /// values.
    static func median(_ values: [Int]) -> Double? {
      guard !values.isEmpty else { return nil }
      let sorted = values.sorted()
      let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
      return Double(low + high) / 2
    }
  }

  package let pages: [PageMeasure]
  let medians: Medians?

  /// Creates a report on pages, in the given order.
  package init(_ pages: [PageMeasure]) {
    self.pages = pages
    medians = Medians(pages)
  }

  // MARK: For people

  /// The report as a table: one line per page, then one line with the medians. The text is empty if there are no pages.
  package func text(in language: Language) -> String {
    guard let medians else { return "" }
    let rows = [heading(in: language)] + pages.map { row($0, in: language) } + [row(medians, in: language)]
    let widths = rows.reduce(Array(repeating: 0, count: Self.columns)) { zip($0, $1).map { max($0, $1.count) } }
    var lines = rows.map { Self.line($0, widths: widths) }
    lines.insert("", at: lines.count - 1)
    let legends = [Self.legend, Self.accessibilityLegend].map { $0.text(in: language) }
    return lines.joined(separator: "\n") + "\n\n" + legends.joined(separator: "\n") + "\n"
  }

  private static let columns = 7

  private static let legend = Message(
    fr: "Poids transféré : page et ce qu’elle charge, textes compressés, images comprises.",
    en: "Weight transferred: the page and what it loads, texts compressed, pictures included.")

  /// Explains the last column of the table. Lists the criteria that this column counts, and states that Trousse checks
  /// the criteria only in part.
  private static var accessibilityLegend: Message {
    let criteria = AccessibilityRules.criteria
    let (count, list) = (criteria.count, criteria.map(\.description).joined(separator: ", "))
    return Message(
      fr:
        "RGAA : critères non respectés, ou à revoir. \(count) critères du RGAA sur \(Criterion.total) sont vérifiés en "
        + "partie (\(list)) ; cela ne remplace pas un audit.",
      en: "RGAA: criteria that are not met, or to look at. \(count) criteria of the RGAA out of \(Criterion.total) are "
        + "checked in part (\(list)); this does not replace an audit.")
  }

  private func heading(in language: Language) -> [String] {
    switch language {
    case .french: ["Page", "Poids (ko)", "Requêtes", "Éléments", "EcoIndex", "Note", "RGAA"]
    case .english: ["Page", "Weight (kB)", "Requests", "Elements", "EcoIndex", "Grade", "RGAA"]
    }
  }

  private func row(_ page: PageMeasure, in language: Language) -> [String] {
    [
      TerminalText.escaped(page.path), ShownNumber.kilobytes(page.bytes).text(in: language),
      ShownNumber(page.requests).text(in: language), ShownNumber(page.elements).text(in: language),
      "\(page.ecoIndex.score)", page.ecoIndex.grade.rawValue, "\(page.missedCriteria.count)",
    ]
  }

  private func row(_ medians: Medians, in language: Language) -> [String] {
    let name = Message(fr: "Médiane", en: "Median").text(in: language)
    let others = [medians.requests, medians.elements, medians.ecoIndex].map { ShownNumber($0).text(in: language) }
    return [name, ShownNumber.kilobytes(medians.bytes).text(in: language)] + others + ["", ""]
  }

  /// Aligns the first column to the left and the other columns to the right. Trailing spaces are removed.
  private static func line(_ cells: [String], widths: [Int]) -> String {
    let padded = zip(cells, widths).enumerated().map { column, cell in
      let blank = String(repeating: " ", count: cell.1 - cell.0.count)
      return column == 0 ? cell.0 + blank : blank + cell.0
    }
    let line = padded.joined(separator: "  ")
    return String(line.reversed().drop { $0 == " " }.reversed())
  }
}

// MARK: For programs

extension AuditReport {
  /// The report as a JSON object. `pages` lists the pages with their measures. For each page, `rgaa` lists the RGAA
  /// criteria that the page does not meet. `medians` is absent if there are no pages. `rgaaChecked` lists the criteria
  /// that are checked completely or in part.
  package func json() -> String {
    let document = JSONValue.object(present: [
      "medians": medians?.json, "pages": .array(pages.map(Self.json)),
      "rgaaChecked": .strings(AccessibilityRules.criteria.map(\.description)),
    ])
    return document.text(.wide, .terminal) + "\n"
  }

  private static func json(_ page: PageMeasure) -> JSONValue {
    let pictures = page.parts.filter(\.isOwnPicture)
    return [
      "bytes": .integer(page.bytes), "ecoIndex": .integer(page.ecoIndex.score), "elements": .integer(page.elements),
      "grade": .string(page.ecoIndex.grade.rawValue), "path": .string(page.path),
      "pictureBytes": .integer(pictures.reduce(0) { $0 + $1.bytes }), "pictures": .integer(pictures.count),
      "requests": .integer(page.requests), "rgaa": .strings(page.missedCriteria),
    ]
  }
}

extension AuditReport.Medians {
  fileprivate var json: JSONValue {
    [
      "bytes": .decimal(bytes), "ecoIndex": .decimal(ecoIndex), "elements": .decimal(elements),
      "requests": .decimal(requests),
    ]
  }
}
