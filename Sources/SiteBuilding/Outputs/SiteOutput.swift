import DiskInputs
import Diagnostics
import Engine
import Files
import PageRendering
import SitePlanning
import Theming
import Toolbox

/// A part of what a site publishes: its pages, the files of its theme, its downloads, its search indexes.
///
/// ``SiteOutputs/all`` lists the outputs. Verification, measuring, publication and preview go over the files of this list
/// and know no output by name. So a new output is a type with this protocol and a line in the list.
protocol SiteOutput: Sendable {
  /// The files of the output; nil if the site does not have this output.
  func files(of site: AskedSite) -> OutputFiles?
}

/// The site as outputs read it. Whatever they read is noted.
struct AskedSite: Sendable {
  let asker: Asker
  let material: SiteMaterial
  /// The folder of the toolbox.
  let root: String
  /// The disk for the files of the content.
  let fileSystem: FileSystem

  var toolbox: Toolbox { material.toolbox }
}

/// The files that an output gives.
struct OutputFiles: Sendable {
  var files: [OutputFile] = []
  /// The reasons why files are missing or wrong.
  var findings: [Diagnostic] = []
}

/// A file of an output.
struct OutputFile: Sendable {
  /// Where the bytes of the file come from.
  enum Content: Sendable {
    case bytes([UInt8])
    /// A page of the plan.
    case page(PageKey)
    /// An image or a download of the content, with the same path.
    case asset
    /// The search index of an edition; nil for the general pages.
    case searchIndex(edition: String?)
  }

  /// The path in the output folder.
  let path: String
  let role: StagedFile.Role
  let content: Content
  /// The location in the content from which the address of the file comes; nil if Trousse chooses the address.
  let origin: SourceLocation?
  /// The texts from which the file is made, for `--why`. Nil if they are not known, or if the file is a page of the plan.
  let sources: PageSources?

  init(
    path: String, role: StagedFile.Role, _ content: Content, origin: SourceLocation? = nil, sources: PageSources? = nil
  ) {
    self.path = path
    self.role = role
    self.content = content
    self.origin = origin
    self.sources = sources
  }

  /// A file with the given bytes.
  init(file: StagedFile, origin: SourceLocation? = nil, sources: PageSources? = nil) {
    self.init(path: file.path, role: file.role, .bytes(file.bytes), origin: origin, sources: sources)
  }
}
