import Diagnostics
import LinkValidation
import DiskSupport
import TextSupport
import Testing
import Toolbox
import ToolboxLoading

/// A toolbox with an entry of every kind, as targets for links.
enum Fixture {
  static let site = """
    titre: Une boîte à outils
    groupes:
      dsi: {avec-dsi: Avec une DSI, sans-dsi: Sans DSI}
    editions: {binome: {titre: Édition binôme, choix: [binome]}, referent: {titre: Édition référent, choix: [referent]}}
    vocabulaires: {nature: [guide], theme: [reperes, methode], cote: [collectivite]}

    """

  static let files: [String: String] = [
    "accueil.md": "---\ntitre: Accueil\n---\n## Bienvenue\n",
    "accompagnements/binome.md": type("En binôme"), "accompagnements/referent.md": type("Avec un référent"),
    "guide/charge.md": chapter(
      "## Les chiffres\n\n## L’État d’œuvre\n\n## Choisi {#miljø}\n\n## Saison {#été}\n\n<a name=\"vieux\"></a>\n",
      order: 2),
    "guide/suite/index.md": chapter("", order: 3),
    "guide/suite/bilan.md": chapter("## Partie\n\n## Partie\n", order: 3),
    "ressources/index.md": "---\ntitre: Ressources\n---\n## Par thème\n",
    "ressources/grist.md": resource(), "ressources/Impact CO2.v2.md": resource(),
    "etapes/lancer.md": "---\ntitre: Lancer\nordre: 1\nfacteurs: [elus]\n---\n",
    "facteurs/elus.md": "---\ntitre: Élus\nordre: 1\nressources: [grist, Impact CO2.v2]\n---\n",
    "pages/a-propos.md": "---\ntitre: À propos\n---\n",
    "fichiers/plan.png": "", "fichiers/Mon guide v1.2.pdf": "", "fichiers/a,b.svg": "",
  ]

  static func chapter(_ body: String, order: Int = 1, keys: String = "") -> String {
    "---\ntitre: Un chapitre\nordre: \(order)\n\(keys)---\n\(body)\n"
  }

  static func resource(_ body: String = "", keys: String = "a-venir: oui\n") -> String {
    "---\ntitre: R\nediteur: E\nnature: guide\ntheme: reperes\n\(keys)---\n\(body)\n"
  }

  static func type(_ title: String, body: String = "") -> String {
    "---\ntitre: \(title)\nheures: 50\npar-semaine: 3 heures\nsemaines: 15\n---\n\(body)\n"
  }

  static func toolbox(_ more: [String: String], site: String = Self.site) -> Toolbox? {
    let disk = MemoryDisk()
    disk["/b/content/site.yml"] = site
    for (path, text) in files.merging(more, uniquingKeysWith: { $1 }) { disk["/b/content/" + path] = text }
    return ToolboxLoader(root: "/b", fileSystem: disk.fileSystem).load().toolbox
  }

  /// The findings with at least the severity of a warning.
  static func findings(_ more: [String: String], site: String = Self.site) -> [Diagnostic] {
    toolbox(more, site: site).map { LinkChecks($0).run().diagnostics.filter { $0.severity > .note } } ?? []
  }
}

/// Checks one file among the others and expects one finding, at the marker.
func expectFinding(
  _ id: DiagnosticID, in file: String = "guide/a.md", _ marked: String, and others: [String: String] = [:],
  severity: Severity? = nil, help: String? = nil, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let text = MarkedText(marked, sourceLocation: sourceLocation)
  let found = Fixture.findings(others.merging([file: text.text]) { $1 })
  expectOnly(id, among: found, in: file, text, severity: severity, help: help, sourceLocation: sourceLocation)
}

/// Checks a chapter with one link and expects no finding.
func expectValid(
  _ target: String, from file: String = "guide/a.md", sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let found = Fixture.findings([file: Fixture.chapter("[x](\(target))")])
  #expect(found.map(\.shortDescription) == [], "\(target)", sourceLocation: sourceLocation)
}
