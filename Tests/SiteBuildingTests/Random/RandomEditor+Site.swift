import Foundation
import DiskSupport
import SiteSupport

/// Edits of what all pages share: the configuration, declarations, the theme, pictures.
extension RandomEditor {
  private static let configuration = SampleToolbox.content + "/site.yml"

  mutating func changeSetting(_ disk: inout DiskTree) throws {
    guard let (key, choices) = pick(sample.settings), let choice = pick(choices) else { return }
    var blocks: [String] = []
    for line in Self.text(Self.configuration, disk).split(separator: "\n") {
      if line.hasPrefix(" "), let last = blocks.popLast() {
        blocks.append(last + "\n" + line)
      } else {
        blocks.append(String(line))
      }
    }
    let place = blocks.firstIndex { $0.hasPrefix(key + ":") }
    blocks.removeAll { $0.hasPrefix(key + ":") }
    if choice != "" { blocks.insert(choice, at: place ?? blocks.count) }
    log.append("setting \(key): \(choice)")
    try put(Self.configuration, blocks.joined(separator: "\n") + "\n", &disk)
  }

  mutating func changeDeclaration(_ disk: inout DiskTree) throws {
    let accessibility = [
      "", "audit: {date: 2026-01-15, auditeur: Un cabinet, taux: 80}\nnon-conformites: [Un défaut.]\n",
      "outils: [\"[Le guide](../guide/index.md)\"]\n", "contact: à compléter\n", "outils: [\"[x](perdu.md)\"]\n",
    ]
    let path = SampleToolbox.content + "/declarations/accessibilite.yml"
    let choice = pick(accessibility) ?? ""
    log.append("declaration \(choice)")
    try put(path, FixtureSite.declaration + choice, &disk)
  }

  mutating func changeTheme(_ edit: Edit, _ disk: inout DiskTree) throws {
    let number = Int.random(in: 0..<5, using: &random)
    // A theme of the toolbox is used before an installed one of the same name.
    let own = sample.facets.contains(.theme) ? SampleToolbox.theme : SampleToolbox.root + "/themes/default"
    let installed = SampleToolbox.installed + "/default"
    if edit != .installedTemplate, disk.kind(own) == nil { try put(own + "/theme.yml", "extends: default\n", &disk) }
    let change: (path: String, text: String)
    switch edit {
    case .template: change = (own + "/templates/page-head.mustache", SampleToolbox.pageHead("t\(number)"))
    case .styleSheet: change = (own + "/assets/essai.css", ".essai{margin:\(number)px}\n")
    case .override:
      let texts = [
        "glossary": SampleToolbox.glossary("Sigles \(number)"),
        "voice": "<p>{{{quotation}}} \(number) {{author}}</p>\n",
        "placed-factors": "{{#factors}}<p>{{title}} \(number)</p>{{/factors}}\n", "audience": "{{absent}}\n",
      ]
      guard let (name, text) = pick(texts.sorted { $0.key < $1.key }) else { return }
      change = (own + "/templates/\(name).mustache", text)
    case .overrideRemoved:
      guard let path = pick(disk.files(below: own).keys.sorted()) else { return }
      log.append("overrideRemoved \(path)")
      return try disk.remove(own + "/" + path)
    default:
      let names = ["for", "home", "footer", "chapter-list", "layout"]
      let path = installed + "/templates/\(pick(names) ?? "for").mustache"
      change = (path, Self.text(path, disk).replacing("<p", with: "<p title=\"\(number)\"", maxReplacements: 1))
    }
    log.append("\(edit) \(change.path) \(number)")
    try put(change.path, change.text, &disk)
  }

  mutating func changeFile(_ edit: Edit, _ disk: inout DiskTree) throws {
    let folder = SampleToolbox.content + "/fichiers"
    let number = Int.random(in: 1..<4, using: &random)
    switch edit {
    case .picture:
      guard sample.facets.contains(.pages), let name = pick(["schema", "filet"]) else { return }
      // Its size in bytes stays the same.
      log.append("picture \(name) \(number)")
      try put("\(folder)/\(name).svg", SampleToolbox.drawing(width: 30 + number), &disk)
    case .download:
      let path = "\(folder)/plus-\(number).txt"
      log.append("download \(path)")
      if disk.kind(path) == nil { try put(path, "Plus \(number).\n", &disk) } else { try disk.remove(path) }
    default:
      let records = [
        "declarations/mesures.json": ["", "{}", "abîmé"], "liens.json": ["", "{", "{\"format\": 1, \"liens\": {}}"],
      ]
      guard let (name, texts) = pick(records.sorted { $0.key < $1.key }), let text = pick(texts) else { return }
      log.append("record \(name) \(text)")
      let path = SampleToolbox.content + "/" + name
      if text == "" { try disk.remove(path) } else { try put(path, text, &disk) }
    }
  }
}
