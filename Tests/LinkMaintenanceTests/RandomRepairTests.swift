import Diagnostics
import LinkMaintenance
import TextSupport
import Testing

/// Random texts from seeds, so that a failure can be repeated.
@Suite struct RandomRepairTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `in any mixture of links, those that moved mean the new address and the others stay`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let moves = Self.moves(&random)
    let end = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
    let text = Self.text(&random, olds: moves.keys.sorted()).replacing("\n", with: end)
    let repairing = Repairing(text, moves)
    #expect(repairing.repair.skipped == [], "\(text)")
    let targets = repairing.targets
    #expect(targets.after == targets.before.map { moves[$0] ?? $0 }, "\(text)")
    #expect(Self.skeleton(repairing.result, moves) == Self.skeleton(text, moves), "\(text)")
  }

  /// A text without its addresses, in any form in which they are written.
  private static func skeleton(_ text: String, _ moves: [String: String]) -> String {
    var text = text.replacing("\\(", with: "(").replacing("\\)", with: ")").replacing("&amp;", with: "&")
    for address in (Array(moves.keys) + moves.values).sorted(by: { $0.utf8.count > $1.utf8.count }) {
      text = text.replacing("<\(address)>", with: "@").replacing(address, with: "@")
    }
    return text
  }

  private static func moves(_ random: inout SeededGenerator) -> [String: String] {
    var moves: [String: String] = [:]
    for number in 0..<3 {
      let ending = endings.randomElement(using: &random) ?? ""
      moves["https://ancien\(number).fr/page"] = "https://nouveau\(number).org/" + ending
    }
    return moves
  }

  private static func text(_ random: inout SeededGenerator, olds: [String]) -> String {
    var definitions: [String] = []
    var blocks: [String] = []
    for number in 0..<Int.random(in: 1...12, using: &random) {
      var pieces: [String] = []
      for part in 0..<Int.random(in: 1...5, using: &random) {
        let address = (olds + ["https://reste.fr/x_(y)"]).randomElement(using: &random) ?? ""
        let form = forms.randomElement(using: &random) ?? ""
        let label = "r\(number)-\(part)"
        if form.contains("£") {
          definitions.append("[\(label)]: \(Bool.random(using: &random) ? "<\(address)>" : address)")
        }
        pieces.append(form.replacing("@", with: address).replacing("£", with: label))
      }
      let block = Self.blocks.randomElement(using: &random) ?? ""
      blocks.append(block.replacing("…", with: pieces.joined(separator: " ")))
    }
    return (blocks + [definitions.shuffled(using: &random).joined(separator: "\n")]).joined(separator: "\n\n")
  }

  private static let endings = [
    "", "a", "a(b", "a)b", "a_(b)", "a.", "a?!", "?x=1&copy=2", "?x&copy;", "a*b*", "_a_", "~~a~~", "#ici", "[a]",
    "été", "a:",
    "a,b;c", "'a'",
  ]
  private static let forms = [
    "[t](@)", "[t](@ \"titre\")", "[t](<@>)", "<@>", "@", "(@)", "*@*", "**x @ y**", "[u][£]", "[£]", "[£][]", "@.",
    "« @ »",
    "`@`", "mot é 😀", "![i](i.png)", "[*x* `y`](@)", "@\n@",
  ]
  private static let blocks = [
    "…", "- …", "1. …", "> …", "## Titre\n\n…", "::: encadre\n…\n:::", "```\n@ …\n```", "- x\n\n  …", "> [!NOTE]\n> …",
  ]
}
