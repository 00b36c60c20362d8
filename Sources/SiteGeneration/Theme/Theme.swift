import Diagnostics
import Encodings
import Mustache
import Toolbox
import ToolboxLoading

/// A theme, loaded and checked together with the themes that it extends. It contains templates, colours, and files for
/// pages to load.
public struct Theme: Sendable {
  /// A file of the theme that pages load, such as the style sheet.
  struct Asset: Sendable {
    /// The name in the theme.
    var name: String
    /// The path in the output. The path contains a digest of the content, so it changes with the content.
    var path: String
    var bytes: [UInt8]

    init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
      let ending = Path.fileExtension(name)
      let fingerprint = Digest.sha256(bytes).prefix(Digest.fingerprintLength)
      path = SitePlan.assetFolder + "/" + Path.stem(name) + ".\(fingerprint)" + (ending.isEmpty ? "" : "." + ending)
    }
  }

  /// The name of the only style sheet that pages load.
  static let styleSheet = "style.css"
  /// The name of the script that all pages load. It joins all scripts of the theme except the search script.
  static let script = "script.js"
  /// The name of the search script, which is loaded at the first search. A theme without this script has no search.
  static let searchScript = "recherche.js"

  /// The name of the script with what search knows of a language: common words, and forms of words. Only the script of
  /// the site's language is published, as the start of the search script.
  static func searchScript(for language: String) -> String { "recherche.\(language).js" }

  /// The tag of an undetermined language in BCP 47.
  static let anyLanguage = "und"

  /// Whether a file is such a script, for any language.
  static func isSearchLanguage(_ name: String) -> Bool { name.hasPrefix("recherche.") && name != searchScript }

  let name: String
  /// The declarations of the theme and of the themes that it extends, nearest first.
  let declarations: [ThemeDeclaration]
  let roles: [ColorRole]
  let library: MustacheLibrary
  /// The labels in the language of the site.
  let labels: Labels
  /// The style sheets, under the names that they have in the theme's folder.
  let styleSheets: [SourceText]
  /// The texts of the templates, which are needed to locate errors. The key is the path of the template.
  let sources: [String: SourceText]
  private(set) var assets: [Asset]

  /// - Parameters:
  ///   - styleSheets: the style sheets of the theme, in the order in which they are joined.
  ///   - scripts: the joined scripts of the theme.
  ///   - files: the other files of the theme, with their names.
  init(
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

  /// Renders a template that ``TemplateName`` lists.
  func render(_ name: TemplateName, _ context: some TemplateContext) -> String {
    library.render(TemplateObject(context), withTemplate: name.rawValue) ?? ""
  }

  /// The path in the output of a theme file; nil if the theme has no such file.
  func path(ofAsset name: String) -> String? { assets.first { $0.name == name }?.path }

  /// Puts the colours that the publisher chose at the start of the style sheet. So the colours need no extra request,
  /// and the name of the style sheet changes with the colours.
  mutating func paint(with choices: [Site.ColorChoice]) {
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
