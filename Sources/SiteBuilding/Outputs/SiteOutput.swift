import CompiledBody
import Diagnostics
import Files
import PageRendering
import SitePlanning
import SiteVerification
import Theming
import Toolbox
import ToolboxLoading

/// A part of what a site publishes: its pages, the files of its theme, its downloads, its search indexes.
///
/// ``SiteOutputs/all`` lists the outputs. Rendering, verification, measuring, publication and preview go over the files
/// of this list and know no output by name. So a new output is a type with this protocol and a line in the list.
protocol SiteOutput: Sendable {
  /// The result of a build from which the output is made: ``SiteContent``, `SiteMaterial` or ``SitePages``.
  associatedtype Needs: OutputNeeds

  /// Creates the files of the output; nil if the site does not have this output.
  ///
  /// The answer nil may depend on the settings of the site, on its theme and on its entries, but not on the words of
  /// texts: a change of words is not built in full if the last build had no output that requires it.
  func files(from site: Needs) -> OutputFiles?

  /// The pages whose entries in search indexes the output needs, as positions in the plan. The entries are made while
  /// the pages are parsed, so that no page is parsed twice.
  func searchedPages(in site: SiteMaterial) -> Set<Int>
}

extension SiteOutput {
  func searchedPages(in site: SiteMaterial) -> Set<Int> { [] }

  /// The files of the output; nil if the output needs another result of the build, or if the site does not have the
  /// output.
  func files(ifMadeFrom result: any OutputNeeds) -> OutputFiles? { (result as? Needs).flatMap { files(from: $0) } }
}

/// A result of a build from which outputs are made. There are three results, in the order of a build.
protocol OutputNeeds: Sendable {}

/// The checked content with its plan and its theme, and the disk for the files of the content.
struct SiteContent: OutputNeeds {
  let toolbox: Toolbox
  /// The texts of the toolbox. The key is the file of a text.
  let texts: [String: Body]
  let fingerprints: ToolboxFingerprints?
  let plan: SitePlan
  let theme: Theme
  /// The folder of the toolbox.
  let root: String
  let fileSystem: FileSystem
}

/// Everything from which pages are rendered. It contains the sizes of the images among the files that are made from
/// ``SiteContent``.
extension SiteMaterial: OutputNeeds {}

/// The pages of the plan, rendered and parsed.
struct SitePages: OutputNeeds {
  let material: SiteMaterial
  /// The pages, in the order of the plan.
  let readings: [PageReading]
}

/// The files that an output gives.
struct OutputFiles: Sendable {
  var files: [OutputFile] = []
  /// The reasons why files are missing or wrong.
  var findings: [Diagnostic] = []
  /// How a change of words reaches the files.
  var wordChange = WordChange.rebuilt
}

/// A file of an output.
struct OutputFile: Sendable {
  var file: StagedFile
  /// The location in the content from which the address of the file comes; nil if Trousse chooses the address.
  var origin: SourceLocation?
  /// The texts from which the file is made, for `--why`. Nil if they are not known. The trace has the sources of pages.
  var sources: PageSources?
}

/// How a change of words in a text reaches the files of an output. A change of words leaves the front matter, the links
/// and the headings of the text as they were.
enum WordChange: Sendable {
  /// Words change no file of the output.
  case never
  /// The files are the pages of the plan, in its order. ``PartialBuild`` renders again those that show the text.
  case pages([RenderedPage])
  /// The files are search indexes. ``IndexMending`` replaces the entries that have words of the text.
  case indexes([SearchIndex])
  /// Words may change any file of the output, so a full build is required.
  case rebuilt
}
