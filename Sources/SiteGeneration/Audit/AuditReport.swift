import Diagnostics

/// What loading each page of a site costs, and what is usual among them: for people a table, for programs JSON.
public struct AuditReport: Sendable {
  /// What is in the middle of some pages.
  struct Medians: Sendable, Hashable, Encodable {
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

    /// The value in the middle; between the two that are there where their number is even.
    static func median(_ values: [Int]) -> Double? {
      guard !values.isEmpty else { return nil }
      let sorted = values.sorted()
      let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
      return Double(low + high) / 2
    }
  }

  let pages: [PageMeasure]
  let medians: Medians?

  /// Creates a report on pages, which it shows in their order.
  public init(_ pages: [PageMeasure]) {
    self.pages = pages
    medians = Medians(pages)
  }

  // MARK: For people

  /// The table, a line a page, then the medians; nothing where there are no pages.
  public func text(in language: Language) -> String {
    guard let medians else { return "" }
    let rows = [heading(in: language)] + pages.map { row($0, in: language) } + [row(medians, in: language)]
    let widths = rows.reduce(Array(repeating: 0, count: Self.columns)) { zip($0, $1).map { max($0, $1.count) } }
    var lines = rows.map { Self.line($0, widths: widths) }
    lines.insert("", at: lines.count - 1)
    return lines.joined(separator: "\n") + "\n\n" + Self.legend.text(in: language) + "\n"
  }

  private static let columns = 6

  private static let legend = Message(
    fr: "Poids transféré : page et ce qu’elle charge, textes compressés, images comprises.",
    en: "Weight transferred: the page and what it loads, texts compressed, pictures included.")

  private func heading(in language: Language) -> [String] {
    switch language {
    case .french: ["Page", "Poids (ko)", "Requêtes", "Éléments", "EcoIndex", "Note"]
    case .english: ["Page", "Weight (kB)", "Requests", "Elements", "EcoIndex", "Grade"]
    }
  }

  private func row(_ page: PageMeasure, in language: Language) -> [String] {
    [
      TerminalText.escaped(page.path), Thousands(page.bytes).text(in: language), "\(page.requests)", "\(page.elements)",
      "\(page.ecoIndex.score)", page.ecoIndex.grade.rawValue,
    ]
  }

  private func row(_ medians: Medians, in language: Language) -> [String] {
    let name = Message(fr: "Médiane", en: "Median").text(in: language)
    let others = [medians.requests, medians.elements, medians.ecoIndex].map { Self.short($0, in: language) }
    return [name, Thousands(medians.bytes).text(in: language)] + others + [""]
  }

  /// A median: whole, or with a half.
  private static func short(_ value: Double, in language: Language) -> String {
    value == value.rounded() ? "\(Int(value))" : Thousands(value * 1000).text(in: language)
  }

  /// The first column to the left, the others to the right; nothing behind the last word.
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
  private struct Document: Encodable {
    struct Page: Encodable {
      var path: String
      var bytes: Int
      var pictureBytes: Int
      var requests: Int
      var pictures: Int
      var elements: Int
      var ecoIndex: Int
      var grade: String
    }
    var pages: [Page]
    var medians: Medians?
  }

  /// The same as an object: `pages`, each with its measures, and `medians`, which is not there where there are no pages.
  public func json() -> String {
    let pages = pages.map { page in
      let pictures = page.parts.filter(\.isOwnPicture)
      return Document.Page(
        path: page.path, bytes: page.bytes, pictureBytes: pictures.reduce(0) { $0 + $1.bytes },
        requests: page.requests, pictures: pictures.count, elements: page.elements, ecoIndex: page.ecoIndex.score,
        grade: page.ecoIndex.grade.rawValue)
    }
    return String(decoding: StableJSON.encode(Document(pages: pages, medians: medians)), as: UTF8.self)
  }
}
