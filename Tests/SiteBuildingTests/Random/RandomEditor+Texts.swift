import Foundation
import DiskSupport

/// Edits within texts.
extension RandomEditor {
  private static let words = [
    "équipe", "demande", "aussi", "jour", "ville", "agents", "NR", "COPIL", "l'état", "« mot »", "temps", "SIGLE",
    "*fort*", "`code`", "mesure", "été", "d’abord",
    "vraiment ?", "\"dit\"", "x<y", "&", "à compléter", "[cloud]{lang=en}",
  ]

  /// Details of texts: each is replaced by another one of its row.
  private static let details = [
    ["[!NOTE]", "[!TIP]", "[!WARNING]"], ["{#temps}", "{#duree}", ""], ["## ", "### "], ["- ", "* ", "1. "],
    ["[^un]", "", "[^un][^un]"], ["**gras**", "*gras*", "gras", "<mark>gras</mark>"], ["NR", "COPIL", "SIGLE", "nr"],
    ["Table : Deux temps", "Table : Trois temps", "Deux temps"], ["|---|---|", "|:--|--:|"],
    ["`code`", "`autre`", "code"],
    ["<summary>Plus", "<summary>Moins"], ["<details>", "<details id=\"plus\">"],
    ["![Un schéma]", "![Le schéma]", "![]"],
    ["schema.svg", "filet.svg"], ["notice.txt", "plus-1.txt", "schema.svg"], ["#etapes", "#temps", ""],
    ["::: rex cote=collectivite", "::: rex", "::: rex a-martin", "::: rex cote=mutualisateur"],
    ["::: facteurs etape=avant", "::: facteurs etape=apres", "::: facteurs"], ["::: etapes", "::: etapes avant"],
    ["::: charge", "::: editeur", "::: editeur journal"],
    ["::: ressources theme=former", "::: ressources theme=agir", "::: ressources promesse"],
    ["::: pour binome", "::: pour referent", "::: pour avec-dsi"],
    ["guide:suivre.md", "suivre.md", "guide:commencer.md"],
    ["outil.md", "promesse.md"], ["index.md", "binome.md"], ["<!-- ", "<!-- encore "], ["à compléter", "rue Haute"],
    ["| Avant | 6 |", "| Avant | 6 |\n| Après | 7 |"], ["Une note", "Une *autre* note"], [".\n\n", ".\n", ". \\\n"],
    ["premier", "[premier](suivre.md)", "[premier](../accueil.md \"Titre\")", "<https://www.exemple.fr>"],
  ]

  /// Replaces one detail, at its first occurrence or at every occurrence; nil if the text has none.
  private mutating func changeDetail(_ text: inout String) -> String? {
    let rows = Self.details.map { row in row.filter { $0 != "" && text.contains($0) }.map { (from: $0, row: row) } }
    guard let (from, row) = pick(rows.flatMap { $0 }), let to = pick(row.filter { $0 != from }) else { return nil }
    text.replace(from, with: to, maxReplacements: Bool.random(using: &random) ? 1 : .max)
    return "\(from) → \(to)"
  }

  mutating func changeText(_ edit: Edit, _ disk: inout DiskTree) throws {
    guard let path = pick(Self.texts(disk)) else { return }
    let text = Self.text(path, disk)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // The text begins after the second line of dashes.
    guard let end = lines.dropFirst().firstIndex(of: "---") else { return }
    if edit == .detail {
      var body = lines[(end + 1)...].joined(separator: "\n")
      guard let change = changeDetail(&body) else { return }
      log.append("detail \(path): \(change)")
      return try put(path, lines[...end].joined(separator: "\n") + "\n" + body, &disk)
    }
    guard let change = change(edit, &lines, from: end + 1) else { return }
    log.append("\(edit) \(path): \(change)")
    try put(path, lines.joined(separator: "\n"), &disk)
  }

  /// Changes lines; nil if there is nothing to change.
  private mutating func change(_ edit: Edit, _ lines: inout [String], from start: Int) -> String? {
    let body = start..<lines.count
    switch edit {
    case .word: return changeWord(&lines, among: body.filter { !lines[$0].hasPrefix(":::") })
    case .heading:
      guard let line = pick(body.filter { lines[$0].hasPrefix("#") && !lines[$0].contains("{#") }) else { return nil }
      lines[line] += " " + (pick(Self.words) ?? "")
      return lines[line]
    case .headingAdded:
      let names = [
        "## Les étapes", "## À part", "### Détail {#detail}", "## Étapes",
        "## \(Int.random(in: 0..<9, using: &random))",
      ]
      return insert(pick(names) ?? "", into: &lines, body)
    case .paragraphAdded: return insert(paragraph(), into: &lines, body)
    case .paragraphRemoved: return removeParagraph(&lines, body)
    case .linkText:
      guard let line = pick(body.filter { lines[$0].contains("](") }) else { return nil }
      lines[line].replace("](", with: " " + (pick(Self.words) ?? "") + "](")
      return lines[line]
    default:
      guard let line = pick(body.filter { lines[$0].contains(".md") }) else { return nil }
      lines[line].replace(pick([".md", "#"]) ?? "", with: pick(["-perdu.md", "#perdu"]) ?? "")
      return lines[line]
    }
  }

  private mutating func changeWord(_ lines: inout [String], among candidates: [Int]) -> String? {
    let isWord = { (part: Substring) in !part.isEmpty && part.allSatisfy { $0.isLetter } }
    guard let line = pick(candidates.filter { lines[$0].split(separator: " ").contains(where: isWord) }) else {
      return nil
    }
    var parts = lines[line].split(separator: " ", omittingEmptySubsequences: false)
    guard let place = pick(parts.indices.filter { isWord(parts[$0]) }), let word = pick(Self.words) else { return nil }
    let former = parts[place]
    parts[place] = Bool.random(using: &random) ? word[...] : former + " " + word
    lines[line] = parts.joined(separator: " ")
    return "\(former) → \(parts[place])"
  }

  /// Inserts a block at a blank line, even within a container, or at the end.
  private mutating func insert(_ block: String, into lines: inout [String], _ body: Range<Int>) -> String? {
    let place = pick(body.filter { lines[$0].isEmpty }) ?? lines.count
    lines.insert(contentsOf: ["", block, ""], at: place)
    return block
  }

  private mutating func removeParagraph(_ lines: inout [String], _ body: Range<Int>) -> String? {
    let isKept = { (line: String) in line.isEmpty || line.hasPrefix(":::") || line.hasPrefix("<") }
    guard let line = pick(body.filter { !isKept(lines[$0]) }) else { return nil }
    let first = (body.lowerBound...line).reversed().prefix { !isKept(lines[$0]) }.last ?? line
    let last = (line..<lines.count).prefix { !isKept(lines[$0]) }.last ?? line
    let removed = lines[first...last].joined(separator: "\n")
    lines.removeSubrange(first...last)
    return removed
  }

  private mutating func paragraph() -> String {
    let number = Int.random(in: 0..<1000, using: &random)
    var blocks = [
      "Un paragraphe de plus, \(number).", "- un\n- deux\n\n  et demi", "1. \(number)\n2. suite",
      "Encore le NR, et SIGLE.",
      "> [!WARNING]\n> Attention au COPIL \(number).", "Un rappel[^r\(number)].\n\n[^r\(number)]: Une note, \(number).",
      "Touche <kbd>F\(number)</kbd> et <mark id=\"m\(number)\">marque</mark>.", "<sup>\(number)</sup>",
      "Adresse : à compléter", "[plus tard](#)", "[le début](../guide/commencer.md)", "[ici](#les-etapes)",
      "[la suite](../guide/suivre.md#temps)", "[ailleurs](https://www.exemple.fr/\(number))",
      "[accueil](../accueil.md)",
      "```text\n::: pour binome\n```", "Table : T\n\n| A | B |\n|---|---|\n| NR | \(number) |",
      "::: langue en\nSome words.\n:::", "<!-- [perdu](nulle-part.md) -->", "[les mentions](../pages/mentions.md#qui)",
      "[la déclaration](../declarations/accessibilite.yml)", "::: editeur\n:::", "<b>gras</b>",
      "Citer [^un] encore.", "![Image](../fichiers/schema.svg)", "[notice](../fichiers/notice.txt)",
      "::: pour avec-dsi\nAvec elle, \(number).\n\n## Avec elle\n:::",
    ]
    if sample.facets.contains(.editions) {
      blocks += [
        "::: pour binome\nÀ deux, \(number).\n:::", "::: conseil\nUn conseil, \(number).\n:::",
        ":::: conseil\n::: pour binome\nÀ deux, \(number).\n:::\n::::", "::: charge\n:::",
        "[guide](guide:commencer.md)",
        ":::: pour referent\nSeul.\n\n::: pour sans-dsi\nVraiment, \(number).\n:::\n::::",
        "[façon](../accompagnements/index.md#binome)", "::: pour referent\n## Les étapes\n:::",
      ]
    }
    if sample.facets.contains(.collections) {
      blocks += [
        "::: rex\n:::", "::: rex a-martin\n:::", "::: facteurs\n:::", "::: ressources outil promesse\n:::",
        "::: ressources theme=agir\n:::", "[f](../facteurs/preparer.md)", "[r](../ressources/promesse.md)",
        "[t](../rex/a-martin.md)",
      ]
    }
    return pick(blocks) ?? ""
  }
}
