import SitePlanning
import Theming

/// The style sheet, the scripts and the other files of the theme.
struct ThemeAssetOutput: SiteOutput {
  func files(of site: AskedSite) -> OutputFiles? {
    OutputFiles(
      files: site.material.theme.assets.map {
        OutputFile(file: StagedFile(path: $0.path, bytes: $0.bytes, role: .resource))
      })
  }
}
