extension SiteGenerator {
  /// What to build, and where.
  public struct Options: Sendable {
    /// The folder of the toolbox.
    public var root: String
    /// The output folder.
    public var output: String
    /// The output folder as messages name it.
    public var shownOutput: String
    /// The name of the theme, where it is not the content's own.
    public var theme: String?
    /// Where themes are looked for, in order.
    public var themeFolders: [String]
    /// The absolute address of the published site, where it is not the content's own.
    public var baseURL: String?
    /// Whether warnings stop publication.
    public var isStrict: Bool
    /// Whether what is known of links to other sites, from earlier checks, is reported. Whoever checks them anew reports
    /// what comes of that instead.
    public var recallsLinks = true
    /// What tells this program from another one that may make other pages of the same content.
    public var generator = ProgramVersion.current.description
    /// What is done with files that are in the way of the site and that Trousse did not write.
    public var foreignFiles = ForeignFiles.refuse
    /// The page that is asked about, as a path in the output.
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
