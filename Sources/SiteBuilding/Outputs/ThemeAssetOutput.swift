import SitePlanning
import Theming

/// The style sheet, the scripts and the other files of the theme.
struct ThemeAssetOutput: SiteOutput {
  func files(from site: SiteContent) -> OutputFiles? {
    OutputFiles(
      files: site.theme.assets.map {
        OutputFile(file: StagedFile(path: $0.path, bytes: $0.bytes, role: .resource))
      },
      wordChange: .never)
  }
}
