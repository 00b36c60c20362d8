import Diagnostics
import DiskSupport
import Files
import Foundation
import SiteBuilding
import SitePublication
import TextSupport
import Toolbox

/// A small toolbox in memory, built with the theme of the tests.
package struct FixtureSite: Sendable {
  /// The folder of the toolbox.
  package static let root = "/boite"
  /// The root folder of this package.
  package static let project = String(#filePath.dropLast("/Tests/SiteSupport/FixtureSite.swift".count))
  /// The folder with the theme of the tests. Tests install it in place of the themes that come with Trousse, so that a
  /// new look of those breaks no test.
  package static let themes = project + "/Tests/themes"
  /// The folder of the themes that come with Trousse. Only tests about these themes use it.
  package static let shippedThemes = project + "/themes"

  /// The folder of the installed themes.
  private let themes: String
  /// The disk with the files.
  package let disk: MemoryDisk

  /// A complete accessibility declaration, without an audit.
  package static let declaration = """
    organisme: Un organisme
    adresse: https://www.exemple.fr
    date: 2026-01-31
    schema-pluriannuel: Il est publié.
    plan-d-action: Il est publié.

    """

  /// Creates a toolbox from files, by their paths below the content folder. `site.yml` and an accessibility declaration
  /// are added unless other ones are given.
  ///
  /// - Parameter themes: the folder of the installed themes. The disk refuses to read any other one.
  package init(
    _ files: [String: String], site: String? = "titre: Une boîte à outils\n", declaration: String? = Self.declaration,
    themes: String = Self.themes
  ) {
    self.themes = themes
    disk = MemoryDisk(readThrough: [themes])
    if let declaration, site != nil { disk[Self.root + "/content/declarations/accessibilite.yml"] = declaration }
    if let site { disk[Self.root + "/content/site.yml"] = site }
    for (path, text) in files { disk[Self.root + "/content/" + path] = text }
  }

  /// Adds a theme with the templates and the labels of the installed default theme.
  ///
  /// - Parameter extending: the name of another theme that gets the labels and that the theme extends. A template of the
  ///   theme may then be replaced: labels that no template shows are no fault of the theme.
  package func copyDefaultTheme(as name: String, extending base: String? = "libelles") throws {
    let source = themes + "/default/"
    for (folder, owner) in [("templates/", name), ("libelles/", base ?? name)] {
      let copy = Self.root + "/themes/\(owner)/" + folder
      for item in try FileSystem.disk.items(in: source + folder) {
        disk.put(try FileSystem.disk.bytes(at: source + folder + item.name), at: copy + item.name)
      }
    }
    if let base { disk[Self.root + "/themes/\(name)/theme.yml"] = "extends: \(base)\n" }
  }

  /// Builds the site into `output/`, on a wrapper of the disk if one is given.
  package func build(
    strict: Bool = false, theme: String? = nil, foreign: ForeignFiles = .refuse, on fileSystem: FileSystem? = nil
  ) -> SiteGenerator.Report {
    generator(strict, theme, foreign, fileSystem).build()
  }

  /// Checks the site and writes nothing.
  package func check(strict: Bool = false, theme: String? = nil) -> SiteGenerator.Report {
    generator(strict, theme).check()
  }

  /// The findings of at least a severity, as `id file:line:column`.
  package func findings(from severity: Severity = .warning) -> [String] {
    check().diagnostics.filter { $0.severity >= severity }.map(\.shortDescription)
  }

  /// The published files, by path.
  package var output: [String: String] { disk.files(below: Self.root + "/output") }

  /// A published page, parsed.
  package func page(_ path: String) -> HTMLElement? { output[path].map { HTMLElement.parse($0).root } }

  /// Measures the site, as `trousse audit` does, with a given date.
  package func audit(on day: String) -> (report: SiteGenerator.Report, record: MeasureRecord?) {
    generator(false, nil).audit(on: day)
  }

  /// The editions for paper, as `trousse pdf` gets them.
  package func printEditions() -> (report: SiteGenerator.Report, editions: [PrintEdition]) {
    generator(false, nil).printEditions()
  }

  private func generator(
    _ strict: Bool, _ theme: String?, _ foreign: ForeignFiles = .refuse, _ fileSystem: FileSystem? = nil
  ) -> SiteGenerator {
    var options = SiteGenerator.Options(
      root: Self.root, output: Self.root + "/output", shownOutput: "output", theme: theme,
      themeFolders: [Self.root + "/themes", themes], baseURL: nil, isStrict: strict)
    options.foreignFiles = foreign
    return SiteGenerator(options, fileSystem: fileSystem ?? disk.fileSystem)
  }
}
