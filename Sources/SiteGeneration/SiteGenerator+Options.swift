extension SiteGenerator {
  /// What to build, and where.
  public struct Options: Sendable {
    /// The folder of the toolbox.
    public var root: String
    /// The output folder.
    public var output: String
    /// The output folder as messages name it.
    public var shownOutput: String
    /// The name of the theme, if it is not the one that the content names.
    public var theme: String?
    /// The folders that are searched for themes, in order.
    public var themeFolders: [String]
    /// The absolute address of the published site, if it is not the one that the content gives.
    public var baseURL: String?
    /// Whether warnings stop publication.
    public var isStrict: Bool
    /// Whether the recorded results of earlier link checks are reported. A command that checks the links again reports
    /// its own results instead.
    public var recallsLinks = true
    /// Identifies the program: another program may make other pages of the same content.
    public var generator = ProgramVersion.current.description
    /// What to do with files that are in the way of the site and that Trousse did not write.
    public var foreignFiles = ForeignFiles.refuse
    /// The page to explain, as a path in the output.
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
