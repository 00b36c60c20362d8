import Diagnostics
import PageRendering
import SitePlanning
import SiteVerification

/// Measures the cost of loading each page, before the pages are published.
package struct PageMeasuring {
  /// A page, and the other files that a browser loads with the page.
  private struct Load: Sendable {
    var page: SitePlan.PlannedPage
    var file: StagedFile
    var others: [StagedFile]
  }

  private let loads: [Load]
  private let verifier: PageVerifier
  private let logo: [UInt8]?

  /// - Parameters:
  ///   - pages: the pages to measure, from the plan.
  ///   - logo: the logo, which all pages share. The logo does not count as a page's own picture.
  ///   - verifier: has read the files of the site.
  package init(_ pages: [SitePlan.PlannedPage], logo: SiteLogo?, verifier: PageVerifier) {
    self.verifier = verifier
    self.logo = logo.map { Array($0.path.utf8) }
    loads = concurrentMap(pages) { page in
      verifier.files[page.path].map { Load(page: page, file: $0, others: verifier.loaded(with: page.path)) }
    }.compactMap { $0 }
  }

  /// Measures every page, in the order of the plan.
  package func run() -> [PageMeasure] {
    let sizes = sizes()
    return concurrentMap(loads, heaviestFirst: \.file.bytes.count) { load in
      let page = PageMeasure.Part(path: load.page.path, bytes: TransferSize.of(load.file), isOwnPicture: false)
      let others = load.others.map { file in
        let name = Array(file.path.utf8)
        return PageMeasure.Part(
          path: file.path, bytes: sizes[name] ?? 0,
          isOwnPicture: !file.path.hasPrefix(SitePlan.assetFolder + "/") && name != logo)
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
    // The keys are bytes, because the verifier compares paths as bytes.
    let files = Dictionary(loads.flatMap(\.others).map { (Array($0.path.utf8), $0) }) { first, _ in first }
    let sizes = concurrentMap(Array(files)) { ($0.key, TransferSize.of($0.value)) }
    return Dictionary(sizes) { first, _ in first }
  }
}
