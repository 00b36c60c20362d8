import Diagnostics
import Files
import SitePlanning
import SitePublication

/// The images and the documents of the content, unchanged.
struct DownloadOutput: SiteOutput {
  func files(of site: AskedSite) -> OutputFiles? {
    var output = OutputFiles()
    var room = SizeLimit.allDownloads.bytes
    let paths = site.toolbox.assets
    for (path, asset) in zip(paths, site.asker.ask(all: paths.map { AssetQuery($0) })) {
      let source = ToolboxFolder.content + "/" + path
      if let size = asset.size {
        room -= size
        if room >= 0 {
          output.files.append(
            OutputFile(path: path, role: .resource, .asset, origin: SourceLocation(file: source)))
        } else if room + size >= 0 {
          output.findings.append(.tooManyDownloads(from: path))
        }
      } else if let error = asset.error {
        output.findings.append(.unreadableFile(source, error))
      }
    }
    return output
  }
}
