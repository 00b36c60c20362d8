import Diagnostics
import PageRendering
import SitePlanning
import SiteVerification

/// Measures the cost of loading each page, before the pages are published.
package struct PageMeasuring {
  /// A page, and the paths of the other files that a browser loads with the page.
  private struct Load: Sendable {
    var page: SitePlan.PlannedPage
    var file: StagedFile
    var others: [String]
  }

  private let loads: [Load]
  private let files: [[UInt8]: StagedFile]
  private let verifier: PageVerifier
  private let logo: [UInt8]?

  /// - Parameters:
  ///   - planned: the pages to measure, from the plan.
  ///   - pages: the rendered files of these pages, in the same order.
  ///   - others: all other published files.
  ///   - logo: the logo, which all pages share. The logo does not count as a page's own picture.
  package init(
    planned: [SitePlan.PlannedPage], pages: [StagedFile], others: [StagedFile], logo: SiteLogo?, verifier: PageVerifier
  ) {
    self.verifier = verifier
    self.logo = logo.map { Array($0.path.utf8) }
    // The keys are bytes, because the verifier compares paths as bytes.
    files = Dictionary(others.map { (Array($0.path.utf8), $0) }) { first, _ in first }
    loads = concurrentMap(Array(zip(planned, pages))) { page, file in
      Load(page: page, file: file, others: verifier.loaded(with: file.path))
    }
  }

  /// Measures every page, in the order of the plan.
  package func run() -> [PageMeasure] {
    let sizes = sizes()
    return concurrentMap(loads, heaviestFirst: \.file.bytes.count) { load in
      let page = PageMeasure.Part(path: load.page.path, bytes: TransferSize.of(load.file), isOwnPicture: false)
      let others = load.others.map { path in
        let name = Array(path.utf8)
        return PageMeasure.Part(
          path: path, bytes: sizes[name] ?? 0,
          isOwnPicture: !path.hasPrefix(SitePlan.assetFolder + "/") && name != logo)
      }
      let isPrintEdition = if case .print = load.page.key { true } else { false }
      return PageMeasure(
        path: load.page.path, isPrintEdition: isPrintEdition, parts: [page] + others,
        elements: verifier.elements(of: load.page.path))
    }
  }

  /// The transferred sizes of the loaded files, in bytes. The key is the path of the file. Each file is compressed only
  /// once, because many pages load the same file.
  private func sizes() -> [[UInt8]: Int] {
    let names = Set(loads.flatMap(\.others).map { Array($0.utf8) })
    let sizes = concurrentMap(names.compactMap { files[$0] }) { (Array($0.path.utf8), TransferSize.of($0)) }
    return Dictionary(sizes) { first, _ in first }
  }
}
