import Diagnostics
import Files
import Toolbox

/// Finds a theme and reads it.
package struct ThemeLoader: Sendable {
  /// The result of loading a theme.
  package struct Result: Sendable {
    /// The theme; nil if it cannot be used.
    package var theme: Theme?
    /// The texts of the files that were read: templates, and one `theme.yml` per theme. The key is the path of the
    /// file.
    package var sources: [String: SourceText]
    /// The findings.
    package var diagnostics: [Diagnostic]
  }

  private let folders: [String]
  private let root: String
  private let templates: [TemplateDeclaration]
  private let fileSystem: FileSystem

  /// - Parameters:
  ///   - root: the folder of the toolbox; paths in messages are relative to it.
  ///   - folders: the folders in which themes are searched, in the order of the search.
  ///   - templates: the templates that the theme must have.
  package init(root: String, folders: [String], templates: [TemplateDeclaration], fileSystem: FileSystem = .disk) {
    self.root = root
    self.folders = folders
    self.templates = templates
    self.fileSystem = fileSystem
  }

  /// Loads a theme and the themes that it extends.
  /// - Parameters:
  ///   - place: the place where the name is written; nil if no file contains the name.
  ///   - isKnown: whether an earlier check of the same files gave no findings. If so, the templates are not checked
  ///     again.
  package func load(_ name: String, namedAt place: SourceLocation?, for site: Site, isKnown: Bool = false) -> Result {
    var chain = ThemeChain(root: root, folders: folders, fileSystem: fileSystem)
    chain.follow(name, namedAt: place)
    // If the chain of themes has errors, loading stops here. Otherwise the files of a missing theme would be reported
    // as missing too.
    guard chain.diagnostics.isEmpty else {
      return Result(theme: nil, sources: chain.sources, diagnostics: chain.diagnostics)
    }
    var reading = ThemeReading(
      name: name, chain: chain.members, templates: templates, request: LabelRequest(site), fileSystem: fileSystem)
    let theme = reading.read(isKnown: isKnown)
    let sources = reading.sources.merging(chain.sources) { first, _ in first }
    return Result(theme: theme, sources: sources, diagnostics: reading.diagnostics)
  }
}
