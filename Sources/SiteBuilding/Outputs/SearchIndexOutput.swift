import SitePlanning
import Theming

/// The search index of each edition. A site has it if the theme has a search.
struct SearchIndexOutput: SiteOutput {
  func files(of site: AskedSite) -> OutputFiles? {
    guard site.material.theme.path(ofAsset: Theme.searchScript) != nil else { return nil }
    let editions = [nil] + site.toolbox.editions.map { Optional($0.id) }
    return OutputFiles(
      files: editions.map {
        OutputFile(path: SitePlan.searchIndex(of: $0), role: .resource, .searchIndex(edition: $0))
      })
  }
}
