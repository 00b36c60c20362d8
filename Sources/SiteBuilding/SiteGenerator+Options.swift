import SitePublication
import Theming

extension SiteGenerator {
  /// The input, the output and the settings of a build.
  package struct Options: Sendable {
    /// The folder of the toolbox.
    package var root: String
    /// The output folder.
    package var output: String
    /// The name of the output folder in messages.
    package var shownOutput: String
    /// The name of the theme to use; nil to use the theme that the content names.
    package var theme: String?
    /// The folders in which themes are searched, in the order of the search.
    package var themeFolders: [String]
    /// The absolute address of the published site; nil to use the address in the content.
    package var baseURL: String?
    /// Whether warnings stop publication.
    package var isStrict: Bool
    /// Whether the report contains the recorded results of earlier link checks. False for a command that checks the
    /// links again and reports its own results.
    package var recallsLinks = true
    /// The version of the program. The results of another version are not reused, because that version may write
    /// different pages.
    package var generator = ProgramVersion.current.description
    /// Selects whether Trousse replaces a file that it did not write, if the site has a file with the same path.
    package var foreignFiles = ForeignFiles.refuse
    /// The page whose sources the report explains. Contains the path of the page in the output; nil to explain no page.
    package var explainedPage: String?

    /// Creates options.
    package init(
      root: String, output: String, shownOutput: String, theme: String?, themeFolders: [String], baseURL: String?,
      isStrict: Bool
    ) {
      self.root = root
      self.output = output
      self.shownOutput = shownOutput
      self.theme = theme
      self.themeFolders = themeFolders
      self.baseURL = baseURL
      self.isStrict = isStrict
    }
  }
}
