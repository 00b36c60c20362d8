import Diagnostics
import PageRendering
import SitePlanning
import SiteVerification

/// Measures the cost of loading each page, before the pages are published.
package struct PageMeasuring {
  private let pages: [(page: SitePlan.PlannedPage, figures: PageFigures)]
  private let verifier: PageVerifier
  private let logo: [UInt8]?

  /// - Parameters:
  ///   - pages: the pages to measure, from the plan.
  ///   - logo: the logo, which all pages share. The logo does not count as a page's own picture.
  ///   - verifier: knows the files of the site.
  package init(
    _ pages: [(page: SitePlan.PlannedPage, figures: PageFigures)], logo: SiteLogo?, verifier: PageVerifier
  ) {
    self.pages = pages
    self.verifier = verifier
    self.logo = logo.map { Array($0.path.utf8) }
  }

  /// Measures every page, in the order of the plan.
  ///
  /// - Parameter size: the transferred size in bytes of a file that pages load, given by its path.
  package func run(_ size: (_ path: String) -> Int) -> [PageMeasure] {
    let loads = pages.map { page, figures in (page, figures, verifier.loaded(with: page.path).map(\.path)) }
    // Many pages load the same files. The keys are bytes, because the verifier compares paths as bytes.
    var sizes: [[UInt8]: Int] = [:]
    for path in loads.flatMap(\.2) where sizes[Array(path.utf8)] == nil { sizes[Array(path.utf8)] = size(path) }
    return loads.map { page, figures, others in
      let own = PageMeasure.Part(path: page.path, bytes: figures.bytes, isOwnPicture: false)
      let parts = others.map { path in
        let name = Array(path.utf8)
        return PageMeasure.Part(
          path: path, bytes: sizes[name] ?? 0,
          isOwnPicture: !path.hasPrefix(SitePlan.assetFolder + "/") && name != logo)
      }
      let isPrintEdition = if case .print = page.key { true } else { false }
      return PageMeasure(
        path: page.path, isPrintEdition: isPrintEdition, parts: [own] + parts, elements: figures.elements,
        commonestElement: figures.commonestElement)
    }
  }
}
