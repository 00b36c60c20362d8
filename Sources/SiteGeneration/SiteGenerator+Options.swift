extension SiteGenerator {
  /// The input, the output and the settings of a build.
  public struct Options: Sendable {
    /// The folder of the toolbox.
    public var root: String
    /// The output folder.
    public var output: String
    /// The output folder as messages name it.
    public var shownOutput: String
    /// The name of a theme that replaces the theme of the content; nil to use that of the content.
    public var theme: String?
    /// The folders that are searched for themes, in order.
    public var themeFolders: [String]
    /// The absolute address of the published site; nil to use the address in the content.
    public var baseURL: String?
    /// Whether warnings stop publication.
    public var isStrict: Bool
    /// Whether the recorded results of earlier link checks are reported. A command that checks the links again reports
    /// its own results instead.
    public var recallsLinks = true
    /// Identifies the program version. Results of another version are not reused, because its pages may differ.
    public var generator = ProgramVersion.current.description
    /// How to treat files at paths of the site that Trousse did not write.
    public var foreignFiles = ForeignFiles.refuse
    /// The path in the output of the page to explain; nil to explain none.
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
