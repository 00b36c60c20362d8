import Diagnostics
import Files
import SitePlanning
import SitePublication

/// The images and the documents of the content, unchanged.
struct DownloadOutput: SiteOutput {
  func files(from site: SiteContent) -> OutputFiles? {
    let content = Path.join(site.root, "content")
    var output = OutputFiles(wordChange: .never)
    var room = SizeLimit.allDownloads.bytes
    for path in site.toolbox.assets {
      let source = "content/" + path
      do throws(FileSystemError) {
        let bytes = try site.fileSystem.read(Path.join(content, path), .download, .within(content))
        room -= bytes.count
        if room >= 0 {
          let file = StagedFile(path: path, bytes: bytes, role: .resource)
          output.files.append(OutputFile(file: file, origin: SourceLocation(file: source)))
        } else if room + bytes.count >= 0 {
          output.findings.append(.tooManyDownloads(from: path))
        }
      } catch {
        output.findings.append(.unreadableFile(source, error))
      }
    }
    return output
  }
}
