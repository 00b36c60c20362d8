import Diagnostics
import Toolbox
import ToolboxLoading

/// Finds a theme and reads it.
public struct ThemeLoader: Sendable {
  /// The result of loading. It has no theme if the theme cannot be used.
  public struct Result: Sendable {
    /// The theme, or nil.
    public var theme: Theme?
    /// The templates and the `theme.yml` that were read, by path.
    public var sources: [String: SourceText]
    /// The findings.
    public var diagnostics: [Diagnostic]
  }

  private let folders: [String]
  private let root: String
  private let fileSystem: FileSystem

  /// - Parameters:
  ///   - root: the folder of the toolbox; paths in messages are relative to it.
  ///   - folders: the folders that are searched for themes, in order.
  ///   - fileSystem: the disk.
  public init(root: String, folders: [String], fileSystem: FileSystem = .disk) {
    self.root = root
    self.folders = folders
    self.fileSystem = fileSystem
  }

  /// Loads a theme and the themes that it extends.
  /// - Parameters:
  ///   - place: the place where the name is written; nil if it is not written.
  ///   - site: the site whose language and labels the theme shows.
  ///   - isKnown: whether the same files were checked before without a finding: their templates are then not checked
  ///     again.
  public func load(_ name: String, namedAt place: SourceLocation?, for site: Site, isKnown: Bool = false) -> Result {
    var chain = ThemeChain(root: root, folders: folders, fileSystem: fileSystem)
    chain.follow(name, namedAt: place)
    // If the chain is broken, stops here: files of the missing part would be reported as missing too.
    guard chain.diagnostics.isEmpty else {
      return Result(theme: nil, sources: chain.sources, diagnostics: chain.diagnostics)
    }
    var reading = ThemeReading(
      name: name, chain: chain.members, request: LabelRequest(site), fileSystem: fileSystem)
    let theme = reading.read(isKnown: isKnown)
    let sources = reading.sources.merging(chain.sources) { first, _ in first }
    return Result(theme: theme, sources: sources, diagnostics: reading.diagnostics)
  }
}
