import CompiledBody
import Diagnostics
import LinkMaintenance
import MarkdownTree
import Testing
import YAML

/// The address to replace in these tests, and the one to which it has moved.
let old = "https://ancien.fr/a"
let new = "https://nouveau.fr/b"

/// A text that is repaired as the command does it: the parser finds the links and their places.
struct Repairing {
  let text: String
  let repair: FileRepair

  /// Repairs every link to some addresses.
  init(_ text: String, file: String = "page.md", _ moves: [String: String] = [old: new]) {
    self.text = text
    let repairs = Self.links(in: text).compactMap { link in
      moves[link.target].map { AddressRepair(from: link.target, to: $0, at: link.targetRange) }
    }
    repair = FileRepair(of: Array(text.utf8), named: file, repairs: repairs)
  }

  /// The text after the repair.
  var result: String { String(decoding: repair.bytes, as: UTF8.self) }

  /// The addresses of the links before and after.
  var targets: (before: [String], after: [String]) {
    (Self.links(in: text).map(\.target), Self.links(in: result).map(\.target))
  }

  /// The links of a text, in reading order.
  static func links(in text: String) -> [Link] {
    let source = SourceText(file: "page.md", text: text)
    let body = Body(Document(parsing: source, fromLine: FrontMatter.bodyLine(of: source)))
    var links: [Link] = []
    body.fragments.forEachFragment { if case .link(let link, _) = $0 { links.append(link) } }
    return links
  }
}

/// Expects that every link to the old address leads to the new one, and that the text is as given.
func expectRepair(
  _ text: String, _ expected: String, _ moves: [String: String] = [old: new], means: String? = nil,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let repairing = Repairing(text, moves)
  #expect(repairing.result == expected, sourceLocation: sourceLocation)
  #expect(Array(repairing.result.utf8) == Array(expected.utf8), sourceLocation: sourceLocation)
  #expect(repairing.repair.skipped == [], sourceLocation: sourceLocation)
  #expect(!repairing.repair.done.isEmpty, sourceLocation: sourceLocation)
  let targets = repairing.targets
  let meant = targets.before.map { target in moves[target].map { means ?? $0 } ?? target }
  #expect(targets.after == meant, sourceLocation: sourceLocation)
}
