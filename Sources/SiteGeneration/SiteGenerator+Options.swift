extension SiteGenerator {
  /// The input, the output and the settings of a build.
  public struct Options: Sendable {
    /// The folder of the toolbox.
    public var root: String
    /// The output folder.
    public var output: String
    /// The name of the output folder in messages.
    public var shownOutput: String
    /// The name of the theme to use; nil to use the theme that the content names.
    public var theme: String?
    /// The folders in which themes are searched, in the order of the search.
    public var themeFolders: [String]
    /// The absolute address of the published site; nil to use the address in the content.
    public var baseURL: String?
    /// Whether warnings stop publication.
    public var isStrict: Bool
    /// Whether the report contains the recorded results of earlier link checks. False for a command that checks the
    /// links again and reports its own results.
    public var recallsLinks = true
    /// The version of the program. The results of another version are not reused, because that version may write
    /// different pages.
    public var generator = ProgramVersion.current.description
    /// Selects whether Trousse replaces a file that it did not write, if the site has a file with the same path.
    public var foreignFiles = ForeignFiles.refuse
    /// The page whose sources the report explains. Contains the path of the page in the output; nil to explain no page.
    public var explainedPage: String?

    /// Creates options.
    public init(
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
