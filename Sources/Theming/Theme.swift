import Diagnostics
import Encodings
import Files
import Mustache
import SitePlanning
import Toolbox

/// A theme, loaded and checked together with the themes that it extends. It contains templates, colours, and files for
/// pages to load.
package struct Theme: Sendable {
  /// A file of the theme that pages load, such as the style sheet.
  package struct Asset: Sendable {
    /// The name in the theme.
    package var name: String
    /// The path in the output. The path contains a digest of the content, so it changes with the content.
    package var path: String
    package var bytes: [UInt8]

    init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
      let ending = Path.fileExtension(name)
      let fingerprint = Digest.sha256(bytes).prefix(Digest.fingerprintLength)
      path = SitePlan.assetFolder + "/" + Path.stem(name) + ".\(fingerprint)" + (ending.isEmpty ? "" : "." + ending)
    }
  }

  /// The name of the only style sheet that pages load.
  package static let styleSheet = "style.css"
  /// The name of the script that all pages load. It joins all scripts of the theme except the search script.
  package static let script = "script.js"
  /// The name of the search script, which is loaded at the first search. A theme without this script has no search.
  package static let searchScript = "recherche.js"

  /// The name of the script with what search knows of a language: common words, and forms of words. Only the script of
  /// the site's language is published, as the start of the search script.
  package static func searchScript(for language: String) -> String { "recherche.\(language).js" }

  /// The tag of an undetermined language in BCP 47.
  static let anyLanguage = "und"

  /// Whether a file is such a script, for any language.
  static func isSearchLanguage(_ name: String) -> Bool { name.hasPrefix("recherche.") && name != searchScript }

  package let name: String
  /// The declarations of the theme and of the themes that it extends, nearest first.
  package let declarations: [ThemeDeclaration]
  let roles: [ColorRole]
  let library: MustacheLibrary
  /// The labels in the language of the site.
  package let labels: Labels
  /// The style sheets, under the names that they have in the theme's folder.
  package let styleSheets: [SourceText]
  /// The texts of the templates, which are needed to locate errors. The key is the path of the template.
  package let sources: [String: SourceText]
  package private(set) var assets: [Asset]

  /// - Parameters:
  ///   - styleSheets: the style sheets of the theme, in the order in which they are joined.
  ///   - scripts: the joined scripts of the theme.
  ///   - files: the other files of the theme, with their names.
  package init(
    name: String, declarations: [ThemeDeclaration], roles: [ColorRole], library: MustacheLibrary, labels: Labels,
    sources: [String: SourceText], styleSheets: [SourceText], scripts: ScriptBundle,
    files: [(name: String, bytes: [UInt8])]
  ) {
    self.name = name
    self.declarations = declarations
    self.roles = roles
    self.library = library
    self.labels = labels
    self.sources = sources
    self.styleSheets = styleSheets
    assets = files.map { Asset(name: $0.name, bytes: $0.bytes) }
    if !scripts.bytes.isEmpty { assets.append(Asset(name: Self.script, bytes: scripts.bytes)) }
    paint(with: [])
  }

  /// Renders a template; empty if the theme has no template of this name.
  package func render(_ name: String, _ context: some TemplateContext) -> String {
    library.render(TemplateObject(context), withTemplate: name) ?? ""
  }

  /// The path in the output of a theme file; nil if the theme has no such file.
  package func path(ofAsset name: String) -> String? { assets.first { $0.name == name }?.path }

  /// Puts the colours that the publisher chose at the start of the style sheet. So the colours need no extra request,
  /// and the name of the style sheet changes with the colours.
  package mutating func paint(with choices: [Site.ColorChoice]) {
    let colors = Palette(roles: roles, choices: choices).style
    assets = assets.filter { $0.name != Self.styleSheet }
    assets.append(Asset(name: Self.styleSheet, bytes: Array(colors.utf8) + joinedStyle))
    assets.sort { $0.name < $1.name }
  }

  private var joinedStyle: [UInt8] {
    var style: [UInt8] = []
    for sheet in styleSheets {
      style += sheet.bytes
      // A sheet may end without a line break, but the next sheet must begin on a new line.
      if style.last != UInt8(ascii: "\n"), styleSheets.count > 1 { style.append(UInt8(ascii: "\n")) }
    }
    return style
  }
}
