import Foundation
import DiskSupport
import SiteSupport

/// A small toolbox with some of everything, on a disk of its own: random edits begin with it.
struct SampleToolbox {
  /// The optional parts of a toolbox. Each is small, so that builds are fast; sequences of edits use different
  /// combinations.
  enum Facet: Hashable, CaseIterable {
    /// Two types of accompaniment, an edition for each, passages for some audiences.
    case editions
    /// Testimonials, factors and resources, placed in texts and referred to.
    case collections
    /// A theme of its own.
    case theme
    /// Pages of its own, pictures, downloads, both declarations.
    case pages
  }

  static let root = "/boite"
  static let output = root + "/output"
  static let content = root + "/content"
  /// The folder of the installed themes. It has the theme of the tests.
  static let installed = "/themes"
  /// The theme of the toolbox.
  static let theme = root + "/themes/essai"

  /// The tested combinations. Each is built once, and sequences begin with that build.
  static let combinations: [Set<Facet>] = [
    [], [.editions], [.collections, .theme], [.pages, .theme], [.editions, .collections], Set(Facet.allCases),
  ]

  let facets: Set<Facet>

  /// The disk with the toolbox and the installed theme.
  func disk() throws -> DiskTree {
    var disk = DiskTree()
    for (path, text) in files { try disk.put(path, text) }
    for (path, bytes) in try Self.installedTheme.get() { try disk.put(Self.installed + "/default/" + path, bytes) }
    // All files are old, so that no stamp is in doubt.
    disk.now += 60_000_000_000
    return disk
  }

  /// The files of the theme of the tests, read once from the real disk.
  private static let installedTheme: Result<[String: [UInt8]], any Error> = Result {
    let folder = URL(filePath: FixtureSite.themes + "/default")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
    return try paths.filter { $0.contains("/") || $0 == "theme.yml" }.reduce(into: [:]) { files, path in
      files[path] = [UInt8](try Data(contentsOf: folder.appending(path: path)))
    }
  }

  private var files: [String: String] {
    var files = guide
    files["site.yml"] = site
    files["accueil.md"] = "---\ntitre: Accueil\nresume: Une phrase.\n---\n\nVers [le guide](guide/index.md).\n"
    files["declarations/accessibilite.yml"] = FixtureSite.declaration
    if facets.contains(.editions) { files.merge(Self.accompaniments) { $1 } }
    if facets.contains(.collections) { files.merge(Self.collections) { $1 } }
    if facets.contains(.pages) { files.merge(Self.pages) { $1 } }
    files = Dictionary(uniqueKeysWithValues: files.map { (Self.content + "/" + $0.key, $0.value) })
    if facets.contains(.theme) { files.merge(Self.ownTheme) { $1 } }
    return files
  }

  /// The configuration: for each key its first line and other lines that edits may choose; an empty line leaves the key
  /// out.
  var settings: [(key: String, choices: [String])] {
    let editions = facets.contains(.editions)
    let theme = facets.contains(.theme)
    return [
      ("titre", ["titre: Une boîte", "titre: Une autre boîte", "titre: \"La boîte : l'outil\""]),
      ("sous-titre", ["", "sous-titre: Pour essayer"]),
      ("version", ["version: \"1.0\"", "version: \"1.1\"", ""]),
      ("date", ["date: 2026-01-31", "date: 2026-02-01", ""]),
      ("url", ["url: https://www.exemple.fr/boite", "", "url: à compléter"]),
      ("licence", ["licence: Libre, et *sans* NR.", ""]),
      (
        "editeur",
        [
          "editeur: {nom: Un organisme, adresse: à compléter}",
          "editeur: {nom: Un autre, courriel: a@exemple.fr, journal-raison: \"[Voir](guide/suivre.md)\"}", "",
        ]
      ),
      ("theme", theme ? ["theme: essai", "theme: default", "theme: absent"] : ["", "theme: default"]),
      ("couleurs", ["", "couleurs: {accent: \"#7a1f52\"}", "couleurs: {accent: \"#fffffe\"}"]),
      ("menu", ["menu: [guide]", "menu: []", "menu: [guide, absent]", ""]),
      ("depot", ["", "depot: https://forge.exemple.fr/edit/{fichier}"]),
      ("indexation", ["", "indexation: non"]),
      ("typographie", ["", "typographie: non"]),
      ("budgets", ["", "budgets: {elements: 390}", "budgets: {elements: 12}"]),
      (
        "groupes",
        [
          "groupes:\n  dsi: {titre: DSI, valeurs: {avec-dsi: Avec une DSI, sans-dsi: Sans DSI}}",
          "groupes:\n  dsi: {titre: Informatique, valeurs: {sans-dsi: Sans elle, avec-dsi: Avec elle}}",
        ]
      ),
      (
        "editions",
        editions
          ? [
            "editions:\n  binome: {titre: Édition binôme, choix: [binome]}\n"
              + "  referent: {titre: Édition référent, choix: [referent]}",
            "editions:\n  binome: {titre: À deux, choix: [binome]}",
            "editions:\n  seul: {titre: Seul, choix: [referent, sans-dsi]}\n  binome: {titre: B, choix: [binome]}",
          ] : [""]
      ),
      (
        "vocabulaires",
        [
          "vocabulaires:\n  nature: {guide: Guide, outil: Outil}\n"
            + "  theme: {former: Se former, agir: Agir}\n  cote: {collectivite: Collectivités, mutualisateur: Organismes}",
          "vocabulaires:\n  nature: {outil: Outil, guide: Guide}\n"
            + "  theme: {agir: Agir, former: Apprendre}\n  cote: {mutualisateur: Organismes, collectivite: {libelle: Collectivités, avec: aidée par}}",
        ]
      ),
      ("glossaire", ["", "glossaire: {Levier: Un mot}", "glossaire: {Levier: \"Un autre mot\", NR: Un sigle}"]),
      (
        "abreviations",
        [
          "abreviations:\n  NR: numérique responsable\n  COPIL: comité de pilotage",
          "abreviations:\n  NR: numérique *raisonné*", "abreviations:\n  COPIL: comité\n  SIGLE: un sigle", "",
        ]
      ),
    ]
  }

  private var site: String { settings.compactMap(\.choices.first).filter { $0 != "" }.joined(separator: "\n") + "\n" }
}

extension DiskTree {
  /// Writes a file, and creates its folders.
  mutating func put(_ path: String, _ text: String) throws { try put(path, Array(text.utf8)) }

  /// Writes a file, and creates its folders.
  mutating func put(_ path: String, _ bytes: [UInt8]) throws {
    try createFolder(path.split(separator: "/").dropLast().map { "/" + $0 }.joined())
    try write(path, bytes)
  }
}
