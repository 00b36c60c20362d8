import Toolbox

/// Finds the record that agrees with itself: the eco-design page shows its own measure, and showing another figure may make
/// it heavier or lighter.
///
/// Only that page depends on the record, and only through figures that are rounded: measuring it once more nearly always
/// gives the same. Where two records lead to each other, the heavier one is kept, whichever one begins with.
struct MeasureSettling: Sendable {
  /// What the pages are made from; its record is the one that ``measures`` were made with.
  let material: SiteMaterial
  /// What every page cost.
  let measures: [PageMeasure]
  /// Everything that is published beside the pages.
  let assets: [StagedFile]

  /// More rounds than any site needs: figures settle after two.
  private static let limit = 20

  /// The record of a day; the present one, with its own day, where nothing else changed.
  func record(on day: String) -> MeasureRecord {
    if let present = material.measures, settled(from: measured(on: present.date)) == present { return present }
    return settled(from: measured(on: day))
  }

  /// What every page costs once a record is shown.
  func measures(showing record: MeasureRecord) -> [PageMeasure] {
    let again = Dictionary(remeasured(showing: record).map { ($0.path, $0) }) { first, _ in first }
    return measures.map { again[$0.path] ?? $0 }
  }

  private func measured(on day: String) -> MeasureRecord { MeasureRecord(date: day, measures: measures) }

  private func settled(from start: MeasureRecord) -> MeasureRecord {
    Self.settled(from: start, measuringAgain: measuredAgain(showing:))
  }

  /// The record that measuring again does not change, or the heaviest of those that it goes round.
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

  /// The same record, but for the page that shows it.
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
  /// What all pages weigh; more than one record of a circle never has the same.
  fileprivate var weight: Int { pages.reduce(0) { $0 + $1.bytes } }
}
