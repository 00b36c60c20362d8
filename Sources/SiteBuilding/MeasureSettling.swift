import Engine
import PageRendering
import SiteAudit
import SitePlanning
import SiteVerification
import Toolbox
import ToolboxLoading

/// Finds a record that stays the same when the pages that show it are measured again. The eco-design page shows the
/// figures of all pages, and its own figures too. So new figures may change the weight of the eco-design page.
///
/// Only the eco-design page depends on the record, and it shows rounded figures. So a second measurement nearly always
/// gives the same record. If the records repeat in a cycle, the heaviest record of the cycle is kept, so that the
/// result does not depend on the first record.
struct MeasureSettling: Sendable {
  let generator: SiteGenerator
  /// Has the answers to all questions about the site, with the record that the pages showed when they were measured.
  let engine: Engine
  /// The measures of all pages.
  let measures: [PageMeasure]

  /// The maximum number of measurements. Two measurements are usually enough. The maximum only ensures that the
  /// measuring ends.
  private static let limit = 20

  /// The final record, with the given day as its date. If no figure changed, returns the present record with its former
  /// date.
  func record(on day: String) -> MeasureRecord {
    if let present = engine.asking({ $0.value(MeasuresTopic.self) }),
      settled(from: measured(on: present.date)) == present
    {
      return present
    }
    return settled(from: measured(on: day))
  }

  /// The measures of all pages, if the site shows the given record.
  func measures(showing record: MeasureRecord) -> [PageMeasure] {
    let again = Dictionary(remeasured(showing: record).map { ($0.path, $0) }) { first, _ in first }
    return measures.map { again[$0.path] ?? $0 }
  }

  private func measured(on day: String) -> MeasureRecord { MeasureRecord(date: day, measures: measures) }

  private func settled(from start: MeasureRecord) -> MeasureRecord {
    Self.settled(from: start, measuringAgain: measuredAgain(showing:))
  }

  /// Measures again until the record does not change any more, and returns this record. If the records repeat in a
  /// cycle, returns the heaviest record of the cycle.
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

  /// A record with new figures for the eco-design page, measured while this page shows the given record.
  private func measuredAgain(showing record: MeasureRecord) -> MeasureRecord {
    let rows = Dictionary(remeasured(showing: record).map { ($0.path, MeasureRecord.Page($0)) }) { first, _ in first }
    return MeasureRecord(date: record.date, pages: record.pages.map { rows[$0.path] ?? $0 })
  }

  private func remeasured(showing record: MeasureRecord) -> [PageMeasure] {
    let key = PageKey.declaration(.ecodesign)
    let rules: [Rule] = [
      .forwarded(About<MaterialTopic>.self, to: engine), .forwarded(TextQuery.self, to: engine),
      .forwarded(About<ImageSizeTopic>.self, to: engine), .forwarded(About<LinkRecordTopic>.self, to: engine),
      .about(MeasuresTopic.self) { _, _ in Fingerprinted(record, .none) },
    ]
    let again = Engine(PageRules.all + rules, isRecorded: false)
    let page = again.asking { $0.value(PageTopic.self, About<PageTopic>(key).key) }.file
    return engine.asking { asker in
      guard let material = asker.value(MaterialTopic.self),
        let planned = material.plan.pages.first(where: { $0.key == key })
      else { return [] }
      let figures = PageFigures(page, elements: PageReading(page).facts.elements)
      let files = generator.files(asker).files
      let others = generator.verifier(of: files, material, asker).files.all.filter { $0.path != page.path }
      let verifier = PageVerifier(others + [SiteFile(page)]) { _ in [] }
      return PageMeasuring([(planned, figures)], logo: material.logo, verifier: verifier)
        .run(generator.transferSize(among: files, asker))
    }
  }
}

extension MeasureRecord {
  /// The total size of all pages, in bytes. If the measures repeat in a cycle, the record with the largest total is used.
  /// No two records of a cycle have the same total.
  fileprivate var weight: Int { pages.reduce(0) { $0 + $1.bytes } }
}
