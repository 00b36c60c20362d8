import Diagnostics
import Toolbox

/// Whether pages keep to the budgets of the site. One finding a measure, on the page that is furthest beyond: what makes
/// one page too heavy is often what all of them share.
///
/// A limit that an editor wrote is an error to exceed, Trousse's own a warning. A print edition holds all of an edition on
/// purpose: its elements have no limit.
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
    // The first of those that are furthest: max(by:) would give the last.
    guard let worst = beyond.reduce(beyond.first, { $1.excess > ($0?.excess ?? 0) ? $1 : $0 }) else { return nil }
    return .overBudget(
      measure, limit, page: worst.page, others: beyond.count - 1,
      at: limit.location ?? SourceLocation(file: site.file))
  }
}

extension BudgetChecks {
  /// A logo is one request more on every page: Trousse's own limit leaves room for it, one that is written does not.
  private func limit(on measure: Budgets.Measure) -> Budgets.Limit? {
    guard let limit = site.budgets[measure] else { return nil }
    let hasRoom = measure == .requests && site.logo != nil && limit.location == nil
    return hasRoom ? Budgets.Limit(limit.value + 1) : limit
  }
}

extension PageMeasure {
  /// How many bytes cross the network beside the page's own pictures.
  var sharedBytes: Int { sharedParts.reduce(0) { $0 + $1.bytes } }

  /// By how much the page is beyond a limit; nothing or less where it keeps it.
  fileprivate func excess(beyond limit: Int, of measure: Budgets.Measure) -> Int {
    switch measure {
    case .weight: sharedBytes - limit * 1000
    case .requests: sharedParts.count - limit
    case .elements: isPrintEdition ? 0 : elements - limit
    case .ecoIndex: isPrintEdition ? 0 : limit - ecoIndex.score
    }
  }
}
