import Foundation
import DiskSupport

/// Edits of whole entries: file names, front matter, new and removed entries.
extension RandomEditor {
  mutating func changeField(_ disk: inout DiskTree) throws {
    guard let path = pick(Self.texts(disk)) else { return }
    var lines = Self.text(path, disk).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let end = lines.dropFirst().firstIndex(of: "---") else { return }
    let folder = path.split(separator: "/").dropLast().last.map(String.init) ?? ""
    let number = Int.random(in: 1..<5, using: &random)
    var fields = [
      "titre: Titre \(number)", "titre: Autre titre \(number)", "titre: \"Un NR : \(number)\"", "licence: L\(number)",
      "source: S", "masque: oui",
    ]
    switch folder {
    case "guide":
      fields += [
        "ordre: \(number)", "resume: Résumé \(number)", "pour: [binome]", "pour: [sans-dsi]", "mots-cles: [m\(number)]",
        "mis-a-jour: 2026-02-0\(number)",
      ]
    case "rex":
      fields = [
        "auteur: B\(number)", "cote: mutualisateur", "vague: Vague \(number)", "chapitres: [suivre]",
        "avec: A\(number)",
      ]
    case "facteurs": fields += ["ordre: \(number)", "ressources: [promesse]", "pour: [avec-dsi]"]
    case "etapes":
      fields += [
        "ordre: \(number)", "resume: R\(number)", "semaines: \(number)", "facteurs: [preparer]",
        "invites: [I\(number)]",
        "pour: [avec-dsi]",
      ]
    case "ressources":
      fields += ["theme: agir", "nature: guide", "date: 202\(number)", "pour: [binome]", "cout: Gratuit"]
    case "accompagnements":
      fields += [
        "base: \(number) dispositifs", "libelle: L\(number)", "ordre: \(number)", "heures: environ 4\(number)",
        "de-qui: de \(number) personnes", "phase: la phase \(number)",
      ]
    case "pages": fields += ["menu: pied", "menu: aucun", "ordre: \(number)", "resume: R\(number)"]
    default: fields = ["titre: Titre \(number)", "question: Q\(number) ?", "voix: a-martin", "invitation: I\(number)"]
    }
    guard let field = pick(fields), let key = field.split(separator: ":").first else { return }
    let present = (1..<end).first { lines[$0].hasPrefix(key + ":") }
    // An optional key that is present is removed in half of the cases.
    let goes = present != nil && !["titre", "ordre", "auteur", "cote"].contains(key) && Bool.random(using: &random)
    if let present { lines.remove(at: present) }
    if !goes { lines.insert(field, at: 1) }
    log.append("field \(path): \(goes ? "without " + key : field)")
    try put(path, lines.joined(separator: "\n"), &disk)
  }

  mutating func addEntry(_ disk: inout DiskTree) throws {
    let number = Int.random(in: 1..<4, using: &random)
    var entries = [
      "guide": "titre: Chapitre \(number)\nordre: \(number)",
      "pages": "titre: Page \(number)\nmenu: \(pick(["pied", "aucun"]) ?? "pied")",
    ]
    if sample.facets.contains(.collections) {
      entries["rex"] = "auteur: C\(number)\nfonction: Agent\norganisme: O\ncote: collectivite"
      entries["facteurs"] = "titre: Faire \(number)\nordre: \(number)"
      entries["etapes"] = "titre: Étape \(number)\nordre: \(number)\nfacteurs: [preparer]"
      entries["ressources"] = "titre: R\(number)\na-venir: oui\nediteur: E\nnature: guide\ntheme: former"
    }
    if sample.facets.contains(.editions) {
      entries["accompagnements"] = "titre: Façon \(number)\nheures: 45\npar-semaine: 3 heures\nsemaines: 15"
    }
    guard let (folder, front) = pick(entries.sorted { $0.key < $1.key }) else { return }
    let path = "\(SampleToolbox.content)/\(folder)/nouveau-\(number).md"
    log.append("entryAdded \(path)")
    let body = pick(["Vers [le début](../guide/commencer.md).\n", "## Le NR\n\nUn mot.\n", ""]) ?? ""
    try put(path, "---\n\(front)\n---\n\n\(body)", &disk)
  }

  mutating func changeEntry(_ edit: Edit, _ disk: inout DiskTree) throws {
    guard let path = pick(Self.texts(disk)) else { return }
    let folder = path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    let bytes = try disk.read(path)
    switch edit {
    case .entryRemoved:
      log.append("entryRemoved \(path)")
      try disk.remove(path)
    case .linkedEntry:
      guard let target = pick(Self.texts(disk).filter { $0 != path && $0.hasPrefix(folder + "/") }) else { return }
      let name = target.split(separator: "/").last.map(String.init) ?? ""
      log.append("linkedEntry \(path) → \(name)")
      try disk.remove(path)
      try disk.link(path, to: name)
    default:
      let names = ["a-part", "autre", "commencer", "nouveau-1", "index"]
      let folders =
        edit == .entryMoved ? ["guide", "pages", "facteurs"].map { SampleToolbox.content + "/" + $0 } : [folder]
      guard let name = pick(names), let newFolder = pick(folders) else { return }
      let target = "\(newFolder)/\(name).md"
      guard disk.kind(target) == nil, !disk.isLink(target) else { return }
      log.append("\(edit) \(path) → \(target)")
      try disk.createFolder(newFolder)
      try disk.rename(path, target)
      if edit == .entryRenamed, Bool.random(using: &random) { try follow(path, target, &disk) }
      _ = bytes
    }
  }

  /// Updates the links to a renamed file.
  private mutating func follow(_ path: String, _ target: String, _ disk: inout DiskTree) throws {
    let (old, new) = (Self.name(path), Self.name(target))
    for text in Self.texts(disk) where Self.text(text, disk).contains(old) {
      log.append("linksFollow \(text)")
      try put(text, Self.text(text, disk).replacing(old, with: new), &disk)
    }
  }

  private static func name(_ path: String) -> String { path.split(separator: "/").suffix(1).joined() }
}
