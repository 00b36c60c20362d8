import Diagnostics
import DiskSupport
import TextSupport
import Testing
import Toolbox
import ToolboxLoading

/// A small content folder in memory.
struct Content {
  static let root = "/boite"
  static let site = """
    titre: Une boîte à outils
    vocabulaires:
      nature: [guide, outil]
      theme: [reperes, methode]
      cote: [collectivite, mutualisateur]

    """

  let disk = MemoryDisk()

  /// Creates a folder of some files, by their paths below `content`; `site.yml` is added unless `site` is nil.
  ///
  /// - Parameter hasEntry: whether to add a page, since a folder without any entry is an error.
  init(_ files: [String: String] = [:], site: String? = Self.site, hasEntry: Bool = true) {
    if let site { disk[Self.root + "/content/site.yml"] = site }
    if hasEntry { disk[path("pages/zz-autre.md")] = "---\ntitre: Zz\n---\n" }
    for (path, text) in files { disk[Self.root + "/content/" + path] = text }
  }

  /// The absolute path of a file of the content.
  func path(_ path: String) -> String { Self.root + "/content/" + path }

  func load() -> ToolboxLoader.Result { ToolboxLoader(root: Self.root, fileSystem: disk.fileSystem).load() }

  /// The findings, as `id file:line:column`.
  var findings: [String] { load().diagnostics.inReadingOrder().map(\.shortDescription) }
}

/// Loads one file beside a valid `site.yml` (or `site.yml` itself) and expects one finding, at the marker: `1️⃣` marks
/// its start, `⟦…⟧` its whole range.
func expectFinding(
  _ id: DiagnosticID, in file: String = "guide/a.md", _ marked: String, severity: Severity? = nil, help: String? = nil,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let text = MarkedText(marked, sourceLocation: sourceLocation)
  let content = file == "site.yml" ? Content(site: text.text) : Content([file: text.text])
  let found = content.load().diagnostics
  expectOnly(id, among: found, in: file, text, severity: severity, help: help, sourceLocation: sourceLocation)
}

/// Loads one file beside a valid `site.yml` and expects no finding.
func loadWithoutFinding(
  _ file: String, _ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) -> Toolbox? {
  let result = Content([file: text]).load()
  #expect(result.diagnostics.map(\.shortDescription) == [], sourceLocation: sourceLocation)
  return result.toolbox
}

/// A chapter with one more line in its front matter.
func chapter(_ line: String) -> String { "---\ntitre: Un chapitre\nordre: 1\n\(line)\n---\n" }

/// An accompaniment type with its three figures.
func type(heures: String = "50", weekly: String = "3 heures", weeks: String = "15", more: String = "") -> String {
  "---\ntitre: En binôme\nheures: \(heures)\npar-semaine: \(weekly)\nsemaines: \(weeks)\n\(more)---\n"
}
