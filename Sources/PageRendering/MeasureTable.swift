import Diagnostics
import Theming
import Toolbox

/// The cost of the pages as a table with one row per page. If there are more than ``limit`` pages, the table has one
/// row per folder, with the worst figures of the folder. A table of all pages would itself be the most expensive page.
struct MeasureTable: TemplateContext {
  /// One page, or all pages of a folder.
  struct Row: TemplateContext {
    let name: String
    let pageCount: Int?
    let weight: String
    let requests: String
    let elements: String
    let ecoIndex: EcoIndex

    static let schema = TemplateSchema<Row>([
      .text("name") { $0.name }, .text("pageCount") { $0.pageCount.map(String.init) }, .text("weight") { $0.weight },
      .text("requests") { $0.requests }, .text("elements") { $0.elements },
      .text("ecoIndex") { String($0.ecoIndex.score) }, .text("grade") { $0.ecoIndex.grade.rawValue },
    ])
  }

  /// A site with more pages than this has one row for each folder instead of one for each page.
  static let limit = 40

  let date: String
  let rows: [Row]
  let isGrouped: Bool
  let pageCount: Int

  init(_ record: MeasureRecord, _ wording: SiteWording) {
    date = wording.date(record.date)
    pageCount = record.pages.count
    isGrouped = record.pages.count > Self.limit
    let groups = isGrouped ? Self.folders(record.pages) : record.pages.map { ($0.path, [$0]) }
    let hasCount = isGrouped
    rows = groups.compactMap { Row($0.name, $0.pages, hasCount: hasCount, wording) }
  }

  /// Groups pages by folder, in the order in which folders first occur.
  private static func folders(_ pages: [MeasureRecord.Page]) -> [(name: String, pages: [MeasureRecord.Page])] {
    let folders = Dictionary(grouping: pages, by: folder)
    var seen: Set<String> = []
    return pages.map(folder).filter { seen.insert($0).inserted }.map { ($0 + "*.html", folders[$0] ?? []) }
  }

  private static func folder(of page: MeasureRecord.Page) -> String {
    page.path.lastIndex(of: "/").map { String(page.path[...$0]) } ?? ""
  }

  static let schema = TemplateSchema<MeasureTable>([
    .text("date") { $0.date }, .list("rows") { $0.rows }, .flag("isGrouped") { $0.isGrouped },
    .text("pageCount") { String($0.pageCount) },
  ])
}

extension MeasureTable.Row {
  /// Creates a row with the worst value of each figure among these pages; nil if there are no pages.
  fileprivate init?(_ name: String, _ pages: [MeasureRecord.Page], hasCount: Bool, _ wording: SiteWording) {
    guard let bytes = pages.map(\.bytes).max(), let requests = pages.map(\.requests).max(),
      let elements = pages.map(\.elements).max(), let worst = pages.map(\.ecoIndex).min(by: { $0.score < $1.score })
    else { return nil }
    self.init(
      name: name, pageCount: hasCount ? pages.count : nil,
      weight: wording.number(ShownNumber.kilobytes(bytes)),
      requests: String(requests), elements: wording.number(Double(elements)), ecoIndex: worst)
  }
}
