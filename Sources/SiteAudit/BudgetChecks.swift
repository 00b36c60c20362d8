import Diagnostics
import Toolbox

/// Checks the pages against the budgets of the site. For each measure, only the page with the largest excess has a
/// finding, because often all pages exceed the limit for the same reason.
///
/// A page that exceeds a limit of `site.yml` is an error. A page that exceeds Trousse's own limit is a warning. For
/// print editions, the elements and the EcoIndex have no limit, because such a page contains a whole edition.
package struct BudgetChecks {
  private let site: Site
  private let pages: [PageMeasure]

  package init(site: Site, pages: [PageMeasure]) {
    self.site = site
    self.pages = pages
  }

  package func run() -> [Diagnostic] { Budgets.Measure.allCases.compactMap(finding) }

  private func finding(on measure: Budgets.Measure) -> Diagnostic? {
    guard let limit = limit(on: measure) else { return nil }
    let beyond = pages.map { (page: $0, excess: $0.excess(beyond: limit.value, of: measure)) }.filter { $0.excess > 0 }
    // If several pages have the same largest excess, the first page is reported. The method max(by:) would return the
    // last.
    guard let worst = beyond.reduce(beyond.first, { $1.excess > ($0?.excess ?? 0) ? $1 : $0 }) else { return nil }
    return .overBudget(
      measure, limit, page: worst.page, others: beyond.count - 1,
      at: limit.location ?? SourceLocation(file: site.file))
  }
}

extension BudgetChecks {
  /// The limit for a measure; nil if the measure has no limit. A logo adds one request to every page, so Trousse's own
  /// limit of requests is one higher on a site with a logo. A limit of `site.yml` is not changed.
  private func limit(on measure: Budgets.Measure) -> Budgets.Limit? {
    guard let limit = site.budgets[measure] else { return nil }
    let hasRoom = measure == .requests && site.logo != nil && limit.location == nil
    return hasRoom ? Budgets.Limit(limit.value + 1) : limit
  }
}

extension PageMeasure {
  /// The bytes to transfer for the page, without the page's own pictures.
  package var sharedBytes: Int { sharedParts.reduce(0) { $0 + $1.bytes } }

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
