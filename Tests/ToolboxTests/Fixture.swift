import CompiledBody
import Diagnostics
import DiskSupport
import MarkdownTree
import Testing
import TextSupport
import Toolbox
import ToolboxLoading

/// A toolbox from a few files, on a site with two accompaniment types, one more group and two editions.
enum Fixture {
  static let site = """
    titre: Une boîte à outils
    url: https://www.exemple.fr
    editeur: {adresse: 1 rue de la Paix, journal-donnees: Aucune, delegue: Une personne}
    groupes:
      dsi: {avec-dsi: Avec une DSI, sans-dsi: Sans DSI}
    editions: [binome, referent]
    vocabulaires:
      nature: [guide, outil]
      theme: [reperes, methode]
      cote: [collectivite, mutualisateur]

    """

  static let types = [
    "accompagnements/binome.md": type("En binôme", order: 1),
    "accompagnements/referent.md": type("Avec un référent", order: 2),
  ]

  static func toolbox(_ files: [String: String], site: String = Self.site) -> Toolbox? {
    load(files, site: site).toolbox
  }

  static func load(_ files: [String: String], site: String = Self.site) -> ToolboxLoader.Result {
    let disk = MemoryDisk()
    disk["/b/content/site.yml"] = site
    for (path, text) in types.merging(files, uniquingKeysWith: { $1 }) { disk["/b/content/" + path] = text }
    return ToolboxLoader(root: "/b", fileSystem: disk.fileSystem).load()
  }

  static func type(_ title: String, order: Int = 1, hours: String = "50", weekly: String = "3 heures", weeks: Int = 15)
    -> String
  {
    "---\ntitre: \(title)\nordre: \(order)\nheures: \(hours)\npar-semaine: \(weekly)\nsemaines: \(weeks)\n---\n"
  }

  static func chapter(_ body: String, order: Int = 1, keys: String = "") -> String {
    "---\ntitre: Un chapitre\nordre: \(order)\n\(keys)---\n\(body)\n"
  }

  static func factor(_ body: String = "", keys: String = "") -> String {
    "---\ntitre: F\nordre: 1\n\(keys)---\n\(body)\n"
  }

  static func resource(_ body: String = "", keys: String = "") -> String {
    "---\ntitre: R\na-venir: oui\nediteur: E\nnature: guide\ntheme: reperes\n\(keys)---\n\(body)\n"
  }

  static func testimonial(_ body: String = "", keys: String = "") -> String {
    "---\nauteur: A\nfonction: B\norganisme: C\ncote: collectivite\n\(keys)---\n\(body)\n"
  }
}

/// Checks a toolbox of some files, one of which has a marker (`1️⃣`, or `⟦…⟧`), and expects one finding, at the marker.
func expectFinding(
  _ id: DiagnosticID, in file: String, _ marked: String, and others: [String: String] = [:], severity: Severity? = nil,
  help: String? = nil,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let text = MarkedText(marked, sourceLocation: sourceLocation)
  let toolbox =
    file == "site.yml"
    ? Fixture.toolbox(others, site: text.text) : Fixture.toolbox(others.merging([file: text.text]) { $1 })
  let found = toolbox?.check() ?? []
  expectOnly(id, among: found, in: file, text, severity: severity, help: help, sourceLocation: sourceLocation)
}

/// The ids of the findings on a toolbox.
func findings(_ files: [String: String], site: String = Fixture.site) -> [DiagnosticID] {
  (Fixture.toolbox(files, site: site)?.check() ?? []).map(\.id)
}

extension Body {
  /// The content as text: labelled passages as `<label: …>`, holes by their kinds.
  func shown(_ tailoring: Tailoring) -> String { fragments.map { $0.shown(tailoring) }.joined() }
}

extension Fragment {
  fileprivate func shown(_ tailoring: Tailoring) -> String {
    switch self {
    case .html(let bytes):
      String(decoding: bytes, as: UTF8.self).replacing("<p>", with: "").replacing("</p>", with: "")
        .replacing("\n", with: "")
    case .link(_, let inner), .heading(_, let inner): inner.map { $0.shown(tailoring) }.joined()
    case .anchor(let name): name
    case .image, .figure: "[image]"
    case .container(let header, let inner):
      "<" + (label(of: header, tailoring) ?? header.name) + ": " + inner.map { $0.shown(tailoring) }.joined() + ">"
    case .footnoteReference(let number): "[\(number)]"
    case .calloutTitle(let kind, _): "!\(kind.rawValue) "
    case .footnotes(let notes):
      notes.map { "{\($0.number): " + $0.body.map { $0.shown(tailoring) }.joined() + "}" }.joined()
    }
  }

  private func label(of header: ContainerHeader, _ tailoring: Tailoring) -> String? {
    let groups = Fixture.toolbox([:])?.groups ?? []
    guard case .audience(let condition)? = Directive(header, groups: groups) else { return nil }
    return tailoring.label(of: condition)?
      .map { $0.map(\.label).joined(separator: " ou ") }.joined(separator: " et ")
  }
}
