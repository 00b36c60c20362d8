import Toolbox

/// Finds a record that a new measurement does not change. The eco-design page shows its own figures, and new figures
/// may make the page heavier or lighter.
///
/// Only the eco-design page depends on the record, and only through rounded figures: a second measurement nearly always
/// gives the same record. If records repeat in a cycle, the heaviest one is kept, independently of the first.
struct MeasureSettling: Sendable {
  /// The material of the pages, with the record that was shown when ``measures`` were taken.
  let material: SiteMaterial
  /// The measures of all pages.
  let measures: [PageMeasure]
  /// All published files except the pages.
  let assets: [StagedFile]

  /// The maximum number of measurements. Figures settle after two, so no site needs as many.
  private static let limit = 20

  /// The record for a day. If no figure changed, returns the present record with its own day.
  func record(on day: String) -> MeasureRecord {
    if let present = material.measures, settled(from: measured(on: present.date)) == present { return present }
    return settled(from: measured(on: day))
  }

  /// The measures of all pages if the site shows a record.
  func measures(showing record: MeasureRecord) -> [PageMeasure] {
    let again = Dictionary(remeasured(showing: record).map { ($0.path, $0) }) { first, _ in first }
    return measures.map { again[$0.path] ?? $0 }
  }

  private func measured(on day: String) -> MeasureRecord { MeasureRecord(date: day, measures: measures) }

  private func settled(from start: MeasureRecord) -> MeasureRecord {
    Self.settled(from: start, measuringAgain: measuredAgain(showing:))
  }

  /// The record that a new measurement does not change, or the heaviest record of a cycle.
  static func settled(
    from start: MeasureRecord, measuringAgain: (MeasureRecord) -> MeasureRecord
  ) -> MeasureRecord {
    var seen: [MeasureRecord] = []
    var current = start
    while seen.count < limit {
      if let first = seen.firstIndex(of: current) {
        let circle = seen[first...]
        return circle.max { $0.weight < $1.weight } ?? current
      }
      seen.append(current)
      current = measuringAgain(current)
    }
    return current
  }

  /// The record with new figures for the page that shows the record.
  private func measuredAgain(showing record: MeasureRecord) -> MeasureRecord {
    let rows = Dictionary(remeasured(showing: record).map { ($0.path, MeasureRecord.Page($0)) }) { first, _ in first }
    return MeasureRecord(date: record.date, pages: record.pages.map { rows[$0.path] ?? $0 })
  }

  private func remeasured(showing record: MeasureRecord) -> [PageMeasure] {
    let planned = material.plan.pages.filter { $0.key == .declaration(.ecodesign) }
    let renderer = SiteRenderer(material: material.showing(record))
    let files = planned.map { renderer.page($0).file }
    let verifier = PageVerifier(pages: PageReading.all(of: files), others: assets, templates: [])
    return PageMeasuring(planned: planned, pages: files, others: assets, logo: material.logo, verifier: verifier).run()
  }
}

extension MeasureRecord {
  /// The bytes of all pages. The totals differ between the records of a cycle, so that one record is the heaviest.
  fileprivate var weight: Int { pages.reduce(0) { $0 + $1.bytes } }
}
