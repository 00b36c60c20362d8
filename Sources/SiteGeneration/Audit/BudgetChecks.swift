import Diagnostics
import Toolbox

/// Checks the pages against the budgets of the site. For each measure, only the page that exceeds the limit most has a
/// finding: often all pages share the cause.
///
/// Exceeding a limit of `site.yml` is an error, exceeding Trousse's own limit a warning. The elements and the EcoIndex
/// of a print edition have no limit, because such a page contains a whole edition.
struct BudgetChecks {
  private let site: Site
  private let pages: [PageMeasure]

  init(site: Site, pages: [PageMeasure]) {
    self.site = site
    self.pages = pages
  }

  func run() -> [Diagnostic] { Budgets.Measure.allCases.compactMap(finding) }

  private func finding(on measure: Budgets.Measure) -> Diagnostic? {
    guard let limit = limit(on: measure) else { return nil }
    let beyond = pages.map { (page: $0, excess: $0.excess(beyond: limit.value, of: measure)) }.filter { $0.excess > 0 }
    // If several excesses are equal, the first one counts: max(by:) would return the last.
    guard let worst = beyond.reduce(beyond.first, { $1.excess > ($0?.excess ?? 0) ? $1 : $0 }) else { return nil }
    return .overBudget(
      measure, limit, page: worst.page, others: beyond.count - 1,
      at: limit.location ?? SourceLocation(file: site.file))
  }
}

extension BudgetChecks {
  /// A logo adds one request to every page. Trousse's own limit allows for it, a limit of `site.yml` does not.
  private func limit(on measure: Budgets.Measure) -> Budgets.Limit? {
    guard let limit = site.budgets[measure] else { return nil }
    let hasRoom = measure == .requests && site.logo != nil && limit.location == nil
    return hasRoom ? Budgets.Limit(limit.value + 1) : limit
  }
}

extension PageMeasure {
  /// The bytes to transfer, without the page's own pictures.
  var sharedBytes: Int { sharedParts.reduce(0) { $0 + $1.bytes } }

  /// The amount by which the page exceeds a limit; zero or negative if the page is within the limit.
  fileprivate func excess(beyond limit: Int, of measure: Budgets.Measure) -> Int {
    switch measure {
    case .weight: sharedBytes - limit * 1000
    case .requests: sharedParts.count - limit
    case .elements: isPrintEdition ? 0 : elements - limit
    case .ecoIndex: isPrintEdition ? 0 : limit - ecoIndex.score
    }
  }
}
