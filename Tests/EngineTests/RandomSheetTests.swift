import Engine
import Testing
import TextSupport

/// Random sheets and edits. The expected values, and the expected number of computations, come from a simple model that
/// computes everything.
@Suite struct RandomSheetTests {
  @Test(arguments: 0..<200) func `a build gives the values of a clean build, and computes only what it must`(
    seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    let size = Int.random(in: 2...24, using: &random)
    var model = Model()
    var builds = Builds()
    for cell in 1...size { model.texts[cell] = Self.text(of: cell, below: size, &random) }
    for (cell, text) in model.texts { builds.sheet[cell] = text }
    _ = builds.build(1)
    for _ in 0..<12 {
      let former = model.evaluated()
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let cell = Int.random(in: 1...size, using: &random)
        model.texts[cell] = Self.text(of: cell, below: size, &random)
        builds.sheet[cell] = model.texts[cell]
      }
      let present = model.evaluated()
      let built = builds.build(1)
      #expect(built.value == present[1]?.value)
      #expect(
        built.values == Model.computations(from: former, to: present), "\(model.texts.sorted { $0.key < $1.key })")
    }
  }

  /// A text that refers only to cells with larger numbers, so that there are no cycles.
  private static func text(of cell: Int, below limit: Int, _ random: inout SeededGenerator) -> String {
    func other(_ random: inout SeededGenerator) -> String {
      cell < limit && Int.random(in: 0..<4, using: &random) > 0
        ? "#\(Int.random(in: (cell + 1)...limit, using: &random))" : "\(Int.random(in: 0...3, using: &random))"
    }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return "\(Int.random(in: 0...3, using: &random))"
    case 1: return "\(other(&random)) ? \(other(&random)) : \(other(&random))"
    case 2 where cell < limit:
      let cells = (0..<3).map { _ in Int.random(in: (cell + 1)...limit, using: &random) }
      return "all " + cells.map(String.init).joined(separator: " ")
    default: return "\(other(&random)) + \(other(&random))"
    }
  }
}

/// Computes all cells on which cell 1 depends.
private struct Model {
  struct Cell: Equatable {
    var text: String
    var value: Int
    var asked: Set<Int>
  }

  var texts: [Int: String] = [:]

  func evaluated() -> [Int: Cell] {
    var cells: [Int: Cell] = [:]
    evaluate(1, into: &cells)
    return cells
  }

  @discardableResult
  private func evaluate(_ cell: Int, into cells: inout [Int: Cell]) -> Int {
    if let known = cells[cell] { return known.value }
    let text = texts[cell] ?? ""
    let words = text.split(separator: " ").map(String.init)
    var asked: Set<Int> = []
    func value(_ word: String) -> Int {
      guard word.hasPrefix("#"), let other = Int(word.dropFirst()) else { return Int(word) ?? 0 }
      asked.insert(other)
      return evaluate(other, into: &cells)
    }
    let result: Int
    if words.first == "all" {
      result = words.dropFirst().map { value("#" + $0) }.reduce(0, +)
    } else if words.count == 5, words[1] == "?" {
      result = value(words[value(words[0]).isMultiple(of: 2) ? 2 : 4])
    } else {
      result = words.filter { $0 != "+" }.map(value).reduce(0, +)
    }
    cells[cell] = Cell(text: text, value: result, asked: asked)
    return result
  }

  /// The number of cells that a build has to compute: new ones, those with a new text, and those that asked for a cell
  /// whose value changed.
  static func computations(from former: [Int: Cell], to present: [Int: Cell]) -> Int {
    present.count { number, cell in
      guard let old = former[number], old.text == cell.text else { return true }
      return old.asked.contains { present[$0]?.value != former[$0]?.value }
    }
  }
}
